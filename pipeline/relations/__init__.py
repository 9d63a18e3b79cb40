"""Relations inside one document: roles, statements, initiatives, agreements, events."""
