"""Tables in text: delimited, drawn, listed, told as records."""
