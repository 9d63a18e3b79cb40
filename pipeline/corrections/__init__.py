"""Corrections of single rows by hand: `config/overrides.csv`, checked against the text."""
