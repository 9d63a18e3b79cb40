"""Dates: full, partial, ranges, Minguo, English, relative."""
