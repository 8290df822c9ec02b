"""What feeds, sitemaps, outlines and plain pages list, from their bytes; it knows no network and no clock."""

from newsledger.watch.feeds.dates import moment_of
from newsledger.watch.feeds.feed import Feed, Item
from newsledger.watch.feeds.opml import Outline, read_outlines, write_outlines
from newsledger.watch.feeds.parse import NotAFeedError, parse_feed

__all__ = [
    "Feed",
    "Item",
    "NotAFeedError",
    "Outline",
    "moment_of",
    "parse_feed",
    "read_outlines",
    "write_outlines",
]
