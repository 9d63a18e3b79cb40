"""Initiatives as rows: owner, theme, status, the numbers that are theirs."""
