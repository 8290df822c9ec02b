"""What is no page: a feed, rows as data."""
