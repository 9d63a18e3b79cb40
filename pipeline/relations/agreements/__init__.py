"""Agreements: who agreed on what with whom, and how it stands."""
