"""Saved bytes, before anybody has read them."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

#: A name and a password in front of a host: ``https://ann:secret@example.org/``.
_USER = re.compile(r"^(\s*[a-z][a-z0-9+.-]*://)[^/?#\\]*@", re.IGNORECASE)
#: Half a letter; those that begin with DC stand for a byte that is no letter, as in what a shell gives.
_LONE = re.compile("[\ud800-\udfff]")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The bytes of one page as they were saved (a WARC record's payload and what is known of it).

    Attributes:
        data: The bytes, or text that is already decoded.
        url: Address or path that they came from, as ``plain_address`` writes it.
        fetched_at: Zone-aware time of saving.
        media_type: As the server or the user gave it, such as ``text/html``; None to look and see.
        published: A date that somebody gave: a ``date`` or an ISO string, kept as the ISO string.
        notes: The user's own fields, carried along unread.
        kind: ``page`` for HTML or a dump, ``text`` for clean article text, ``record`` for a record that
            has been read already, as JSON.
        sha256: Of the bytes; made here when it is not given.

    Raises:
        ValueError: ``published`` is not an ISO date.
    """

    data: bytes | str
    url: str | None = None
    fetched_at: datetime | None = None
    media_type: str | None = None
    published: date | str | None = None
    notes: Mapping[str, str] = field(default_factory=dict)
    kind: Literal["page", "text", "record"] = "page"
    sha256: str = ""

    def __post_init__(self) -> None:
        """Bring the address and the date to their forms and hash the bytes."""
        object.__setattr__(self, "url", self.url and plain_address(self.url))
        object.__setattr__(self, "published", iso_date(self.published))
        if not self.sha256:
            raw = self.data.encode("utf-8", "surrogatepass") if isinstance(self.data, str) else self.data
            object.__setattr__(self, "sha256", hashlib.sha256(raw).hexdigest())


def plain_address(address: str) -> str:
    """Take out of an address what is nobody's business or can nowhere be kept.

    That is a name and password in front of the host, and halves of letters: a byte that is no letter is
    written as ``%FF``, as in addresses of the web.
    """
    return _LONE.sub(_written, _USER.sub(r"\1", address))


def _written(lone: re.Match[str]) -> str:
    byte = ord(lone[0]) - 0xDC00
    return f"%{byte:02X}" if 0x80 <= byte <= 0xFF else "\ufffd"


def iso_date(value: date | str | None) -> str | None:
    """Bring a date that a user gave to its ISO form.

    Args:
        value: A ``date``, a ``datetime`` (its day is taken), or an ISO string of a year, a month, a
            day, or a day with a time.

    Returns:
        ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None for None.

    Raises:
        ValueError: The string is no ISO date.
    """
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    text = value.strip()
    day = text[:10]
    if not _DATE.fullmatch(day) or not (len(text) == len(day) or text[10] in "T "):
        raise ValueError(f"published={value!r} is not a date; expected an ISO date such as 2017-01-21")
    try:
        date.fromisoformat(day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day)
    except ValueError as error:
        raise ValueError(f"published={value!r} is not a day of the calendar: {error}") from error
    return day
