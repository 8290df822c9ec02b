"""What is watched, as a ledger keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Literal

State = Literal["active", "paused", "ended", "read", "gone", "walled", "barred", "lost", "other", "forgotten"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """What a feed says of one of its items.

    Attributes:
        link: Where its page is, as the feed writes it or as a redirect that lasts has it.
        published: ISO 8601, as exact as it is given.
        markup: Its own text, as HTML; None once the page itself has been read.
    """

    link: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    markup: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A source, or the page of an article.

    Attributes:
        kind: ``source``: a feed, a sitemap, or a page whose links are followed. ``page``: an article's.
        address: One for every way of writing it.
        url: What is asked for next: another than the address after a redirect.
        host: The host of that.
        hops: Redirects since the address.
        moved: Where redirects that last have led to, as long as all of them last.
        state: Of a source ``active``, ``paused`` or ``ended``. Of a page ``active`` (not read yet), ``read``,
            ``gone``, ``walled`` (behind a wall), ``barred`` (robots.txt), ``lost`` (it never came),
            ``other`` (no page), ``forgotten``.
        source: The address of the source that named it.
        format: Of a source: what kind of feed it is; None until it was looked at.
        due: When it is asked next; None: no more.
        rhythm: Seconds between two looks at a source.
        looks: Of a page: how often it has been asked for since it was first read.
        etag: With ``modified``, the validators of the last answer that was taken.
        sha256: Of that answer.
        failures: In a row.
        status: Of the last answer, None where there was none.
        reason: Why the last look brought nothing; None where it was well.
        listed: What its feed says of a page.
    """

    kind: Literal["source", "page"]
    address: str
    url: str
    host: str
    hops: int = 0
    moved: str | None = None
    state: State = "active"
    source: str | None = None
    format: str | None = None
    title: str | None = None
    due: datetime | None = None
    rhythm: int | None = None
    looks: int = 0
    etag: str | None = None
    modified: str | None = None
    sha256: str | None = None
    failures: int = 0
    status: int | None = None
    reason: str | None = None
    added_at: datetime
    asked_at: datetime | None = None
    good_at: datetime | None = None
    listed: FeedItem | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRobots:
    """The robots.txt of an origin.

    Attributes:
        url: What is asked for next: another than its own address after a redirect.
    """

    origin: str
    url: str
    hops: int = 0
    standing: Literal["rules", "open", "closed"] | None = None
    text: str = ""
    until: datetime | None = None
    failures: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A page that came and has not been read yet.

    Attributes:
        address: Of the watched page.
        url: Where it came from in the end.
        is_item: It is no page but what its feed says of it.
    """

    address: str
    url: str
    data: bytes
    media_type: str | None
    fetched_at: datetime
    is_item: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What comes of one answer; it is kept whole or not at all.

    Attributes:
        new: What is watched from now on, where it is not yet.
        changed: What has changed of what is watched.
        moved: A source's new address, by the old one.
        free: When hosts may be asked again.
        arrivals: What is to be read.
        done: Addresses of arrivals that have been read.
    """

    new: tuple[Watched, ...] = ()
    changed: tuple[Watched, ...] = ()
    moved: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    free: Mapping[str, datetime] = field(default_factory=lambda: MappingProxyType({}))
    robots: tuple[HeldRobots, ...] = ()
    arrivals: tuple[Arrival, ...] = ()
    done: tuple[str, ...] = ()
