"""What is due as a calendar that others subscribe to (iCalendar, RFC 5545)."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import chain

from newsledger.model import Due, HappeningRow
from newsledger.show.telling import line as telling
from newsledger.show.telling.steering import plain

#: A line has at most so many bytes; it goes on in the next, behind a space.
_LONGEST = 74
_SPECIAL = re.compile(r"([\\;,])")


def calendar(
    rows: Iterable[Due | HappeningRow], *, stamp: str, link: Callable[[Due | HappeningRow], str] | None = None
) -> Iterator[str]:
    """Write a calendar, line by line: one entry for each row that has a last day, over the days on which it may be.

    Args:
        rows: What is due.
        stamp: The day on which it is written, ISO 8601.
        link: Gives the address of a row's page, "" where it has none. Without it an entry leads to its article.
    """
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//newsledger//due//EN", "X-WR-CALNAME:Due · Newsledger")
    to = link or _article
    entries = (_entry(row, stamp, to(row)) for row in rows if row.due and row.due < date.max.isoformat())
    for line in chain(head, chain.from_iterable(entries), ("END:VCALENDAR",)):
        yield from (f"{folded}\r\n" for folded in _folded(line))


def _entry(row: Due | HappeningRow, stamp: str, address: str) -> list[str]:
    told = telling.due_line(row) if isinstance(row, Due) else telling.happening_line(row)
    last = date.fromisoformat(row.due or "")
    first = date.fromisoformat(row.earliest) if row.earliest else last
    summary = " ".join(part for part in (told.who, told.act) if part)
    words = [" · ".join((told.standing, *told.asides)), f"“{told.quote}”", telling.source(row.article)]
    return [
        "BEGIN:VEVENT",
        f"UID:{row.id}@newsledger",
        f"DTSTAMP:{stamp.replace('-', '')}T000000Z",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(summary)}",
        f"DESCRIPTION:{_text(chr(10).join(words))}",
        *([f"URL:{address}"] if address else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _article(row: Due | HappeningRow) -> str:
    """Give the address of the article, where it has one on the web."""
    url = plain(row.article.url or "")
    is_whole = url.startswith(("https://", "http://")) and not any(letter.isspace() for letter in url)
    return url if is_whole else ""


def _text(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", plain(words)).replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> list[str]:
    """Fold a line between letters, none of which is cut in its bytes."""
    lines, current = [], ""
    for letter in line:
        if len((current + letter).encode()) > _LONGEST:
            lines.append(current)
            current = " "
        current += letter
    return [*lines, current]
