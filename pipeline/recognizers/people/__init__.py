"""People: names of every custom, with the titles that stand at them."""
