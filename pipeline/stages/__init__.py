"""The stages, in order: ingest, segment, tag, resolve, relate, merge, publish."""
