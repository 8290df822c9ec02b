"""Who the words name, and for whom they act."""
