"""One reader per input format: decoded text in, blocks with source positions out."""
