"""Organizations: governments, their bodies, companies, associations, alliances."""
