"""Initiatives, named and described."""
