"""Cities and countries, known and unknown ones."""
