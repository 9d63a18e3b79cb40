"""Titles of office."""
