"""Recognizers: a page and a lexicon in, claims out; they know no tables and no files."""
