"""Plain lists: articles, what was found, sources and runs."""
