"""Places: gazetteer, transliteration channel, linker."""
