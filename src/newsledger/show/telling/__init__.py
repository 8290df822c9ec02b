"""How words of a page are told on any screen."""
