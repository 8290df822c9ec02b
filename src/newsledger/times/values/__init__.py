"""What the words of a time mean: days, lengths and how to count between them."""
