"""What several articles tell of: stories and happenings."""
