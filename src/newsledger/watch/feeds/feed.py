"""What a feed lists."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["rss", "rdf", "atom", "json", "sitemap", "sitemap-index", "page"]
#: Of a longer feed the newest items are taken, from the end where the newer ones stand.
MOST_ITEMS = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of a feed.

    Attributes:
        link: Where its page is; None where it names none on the web.
        identity: What the feed calls it: the guid or id, else its link, else a hash of its words.
        published: ISO 8601, no more exact than it is given: a clock without a zone has none here.
        updated: The same, of the last change.
        markup: Its own text, as HTML: the longest that it gives.
    """

    identity: str
    link: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    markup: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed as it was at one time.

    Attributes:
        home: The page that it belongs to.
        items: In its own order.
        more: Feeds or sitemaps that it names, each with the time of its last change where that is told.
        pace: How many seconds it asks to be left alone.
        skip_hours: Hours of the day, by Greenwich, in which it asks not to be asked.
        skip_days: Days of the week, Monday 0, likewise.
        left_out: How many items there are beyond ``MOST_ITEMS``.
    """

    kind: Kind
    title: str | None = None
    home: str | None = None
    items: tuple[Item, ...] = ()
    more: tuple[tuple[str, str | None], ...] = ()
    pace: int | None = None
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()
    left_out: int = 0
