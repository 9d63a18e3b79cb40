"""Word, Excel, PowerPoint, OpenDocument and rich text, old and new."""
