"""What is no page: rows as data, a calendar, citations."""
