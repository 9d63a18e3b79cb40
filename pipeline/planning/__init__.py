"""Planning: what is in the raw folder, what changed, what has to be done; no heavy import."""
