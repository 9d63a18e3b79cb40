"""Quantities: numerals with their units, and what they measure."""
