"""Linking inside one document: mentions to cities, countries, organizations and people."""
