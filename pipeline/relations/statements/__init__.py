"""Statements: who said what, and for which city."""
