"""Language knowledge without tables or files: views, words, numerals, calendar."""
