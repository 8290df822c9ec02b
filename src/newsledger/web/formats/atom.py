"""The newest articles as a feed (Atom, RFC 4287)."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from newsledger.model import Listed
from newsledger.show import plain
from newsledger.show.telling import line as telling

_LENGTH = {4: "-01-01", 7: "-01"}


def feed(rows: Iterable[Listed], *, title: str, address: str, itself: str) -> str:
    """Write a feed: one entry for each article, by its day of publication.

    Args:
        rows: The newest first.
        title: Of the feed.
        address: Of the site; each article has a page there.
        itself: Where the feed stands.
    """
    entries = [(row, _moment(row)) for row in rows]
    updated = max((moment for _, moment in entries if moment), default=_ZERO)
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{_text(title)}</title>\n<id>{_text(itself)}</id>\n<updated>{updated}</updated>\n"
        f'<link rel="self" href={quoteattr(itself)}/>\n'
    )
    return head + "".join(_entry(row, moment or _ZERO, address) for row, moment in entries) + "</feed>\n"


#: An entry must say when it was updated; of what has no day that is the beginning of time.
_ZERO = "0001-01-01T00:00:00Z"


def _entry(row: Listed, moment: str, address: str) -> str:
    author = row.article.publisher or "no publisher is named"
    return (
        f"<entry><title>{_text(telling.headline(row.article))}</title><id>urn:newsledger:{row.article.id}</id>"
        f"<updated>{moment}</updated><author><name>{_text(author)}</name></author>"
        f"<link href={quoteattr(f'{address}/article/{row.article.id}')}/>"
        f"<summary>{_text(row.opening)}</summary></entry>\n"
    )


def _moment(row: Listed) -> str | None:
    """Write a day as a moment; the first one of a month or year of which no day is known."""
    published = (row.article.published or "")[:10]
    return f"{published}{_LENGTH.get(len(published), '')}T00:00:00Z" if published else None


def _text(words: str) -> str:
    return escape("".join(letter for letter in plain(words) if letter >= " " or letter in "\t\n"))
