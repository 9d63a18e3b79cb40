"""Roles: who holds which office for whom."""
