"""What stands beside the pages: heads, feeds, cards, maps of the site, parts of its search."""
