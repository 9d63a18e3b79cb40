"""People, titles and bodies of English lines."""
