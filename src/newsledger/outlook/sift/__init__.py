"""What looks like an expectation and is none, and what it is worth."""
