"""Which words name somebody."""
