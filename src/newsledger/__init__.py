"""Reads news pages and keeps the record: who said what, who did what to whom, when, and what is due next."""

from datetime import date
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsledger.model import Capture, Failure, Record
    from newsledger.pipeline import Reader

_RECORDS = frozenset({"Capture", "Failure", "Record"})
__all__ = ["Capture", "Failure", "Reader", "Record", "read", "read_text"]


def read(
    data: bytes | str, *, url: str | None = None, published: date | str | None = None, media_type: str | None = None
) -> "Record":
    """Read one page, HTML or plain text.

    Args:
        data: The page as bytes or as text.
        url: Its address; links and an undated page's date are read from it.
        published: Its date, as a ``date`` or an ISO string, when you know it.
        media_type: ``text/html`` or ``text/plain``; None to look and see.

    Raises:
        ValueError: ``published`` is not an ISO date.
        PageError: The bytes hold no readable article.
    """
    return _reader().read(data, url=url, published=published, media_type=media_type)


def read_text(text: str, *, published: date | str | None = None) -> "Record":
    """Read clean article text; every span of the record points into ``text`` unchanged."""
    return _reader().read_text(text, published=published)


def __getattr__(name: str) -> Any:
    """Load the reader when it is asked for: its libraries take a second, and a question to a ledger needs none."""
    if name == "Reader":
        return _reader_class()
    if name in _RECORDS:
        return getattr(import_module("newsledger.model"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


@cache
def _reader() -> "Reader":
    return _reader_class().load("en")


def _reader_class() -> "type[Reader]":
    from newsledger.pipeline import Reader  # noqa: PLC0415 - see __getattr__

    return Reader
