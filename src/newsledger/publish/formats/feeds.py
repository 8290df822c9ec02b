"""Feeds: Atom (RFC 4287) and JSON Feed 1.1 of the same entries."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from newsledger.publish.settings import Settings
from newsledger.show import plain

#: An entry must say when it was updated; of what has no day that is the beginning of time.
_ZERO = "0001-01-01T00:00:00Z"
_REST = {4: "-01-01", 7: "-01"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a feed has of something.

    Attributes:
        day: As exact as it is known, ISO 8601; None where it is not.
        file: Where it stands on the site, with the part of the page.
    """

    id: str
    title: str
    day: str | None
    author: str
    file: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed.

    Attributes:
        stem: Its file without the ending: ``feed``.
        page: The file that shows the same.
    """

    title: str
    stem: str
    page: str
    entries: Sequence[Entry]


def files_of(feed: Feed, settings: Settings) -> list[tuple[str, bytes]]:
    """Write a feed in both forms.

    Addresses are whole where the site knows its own, else relative to the feed's.
    """
    base = settings.canonical or "../" * feed.stem.count("/")
    return [
        (f"{feed.stem}.atom", _atom(feed, settings, base).encode()),
        (f"{feed.stem}.feed.json", _json(feed, settings, base).encode()),
    ]


def _atom(feed: Feed, settings: Settings, base: str) -> str:
    updated = max((_moment(entry.day) for entry in feed.entries), default=_ZERO)
    links = [("self", f"{base}{feed.stem}.atom"), ("alternate", f"{base}{feed.page}")]
    links += [("hub", settings.hub)] if settings.hub else []
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{_text(feed.title)} · {_text(settings.title)}</title>\n"
        f"<id>{_text(_id(settings, feed.stem))}</id>\n<updated>{updated}</updated>\n"
    )
    told = "".join(f'<link rel="{rel}" href={quoteattr(href)}/>\n' for rel, href in links)
    return head + told + "".join(_entry(entry, base) for entry in feed.entries) + "</feed>\n"


def _entry(entry: Entry, base: str) -> str:
    return (
        f"<entry><title>{_text(entry.title)}</title><id>urn:newsledger:{_text(entry.id)}</id>"
        f"<updated>{_moment(entry.day)}</updated><author><name>{_text(entry.author)}</name></author>"
        f"<link href={quoteattr(base + entry.file)}/><summary>{_text(entry.words)}</summary></entry>\n"
    )


def _json(feed: Feed, settings: Settings, base: str) -> str:
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{feed.title} · {settings.title}",
        "home_page_url": f"{base}{feed.page}",
        "feed_url": f"{base}{feed.stem}.feed.json",
        **({"hubs": [{"type": "WebSub", "url": settings.hub}]} if settings.hub else {}),
        "items": [_item(entry, base) for entry in feed.entries],
    }
    return plain(json.dumps(told, ensure_ascii=False, indent=1)) + "\n"


def _item(entry: Entry, base: str) -> dict[str, object]:
    return {
        "id": f"urn:newsledger:{entry.id}",
        "url": f"{base}{entry.file}",
        "title": entry.title,
        "content_text": entry.words or entry.title,
        "date_published": _moment(entry.day),
        "authors": [{"name": entry.author}],
    }


def _id(settings: Settings, stem: str) -> str:
    """Name a feed: by its address, else by its title and file."""
    return f"{settings.canonical}{stem}.atom" if settings.canonical else f"urn:newsledger:feed:{stem}"


def _moment(day: str | None) -> str:
    """Write a day as a moment; the first one of a month or year of which no day is known."""
    written = (day or "")[:10]
    return f"{written}{_REST.get(len(written), '')}T00:00:00Z" if written else _ZERO


def _text(words: str) -> str:
    return escape("".join(letter for letter in plain(words) if letter >= " " or letter in "\t\n"))
