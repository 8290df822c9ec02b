"""A Record as text for people; pure functions to strings."""

from newsledger.show.html import html_page
from newsledger.show.listing import listing
from newsledger.show.settlement import settlement

__all__ = ["html_page", "listing", "settlement"]
