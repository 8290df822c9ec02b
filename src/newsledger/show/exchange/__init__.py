"""Forms that other programs take: a calendar of what is due, citations."""

from newsledger.show.exchange.citing import Citation, as_bibtex, as_csl, as_text, csl_item
from newsledger.show.exchange.ics import calendar

__all__ = ["Citation", "as_bibtex", "as_csl", "as_text", "calendar", "csl_item"]
