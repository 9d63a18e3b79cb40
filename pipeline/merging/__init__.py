"""Merging document-level entities over the corpus, one block of equal names at a time."""
