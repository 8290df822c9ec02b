"""Cursors: where a page of an answer ends, so that the next goes on there whatever was added meanwhile."""

import base64
import binascii
import json
from collections.abc import Callable, Iterator
from typing import TypeVar

from newsledger.model import Page, content_id

Position = tuple[int | str, ...]
Row = TypeVar("Row")
# Rows that are loaded at once where all are wanted.
_STEP = 500
# A database counts no further.
_LAST = 1 << 63


def ask_on(ask: Callable[[int, str | None], Page[Row]], *, limit: int | None, after: str | None) -> Iterator[Page[Row]]:
    """Ask on until there are as many rows as wanted, or all; a page at a time in memory.

    Args:
        ask: Gives so many rows at most, after a cursor.
        limit: How many rows are wanted, None for all.
        after: The cursor to begin at.
    """
    left = limit
    while True:
        page = ask(_STEP if left is None else min(left, _STEP), after)
        yield page
        left = None if left is None else left - len(page.rows)
        after = page.after
        if after is None or left == 0:
            return


def cursor(question: object, position: Position) -> str:
    """Write where a page ended; opaque, and of use with the same question only."""
    packed = json.dumps([_digest(question, position), *position], separators=(",", ":"))
    return base64.urlsafe_b64encode(packed.encode()).decode().rstrip("=")


def position(question: object, after: str | None, *kinds: type[int] | type[str]) -> Position | None:
    """Read a cursor.

    Args:
        question: The question that is asked now.
        after: The cursor, or None for the beginning.
        kinds: What each part of a place in this answer is.

    Raises:
        ValueError: It is no cursor, or one of another question.
    """
    if after is None:
        return None
    try:
        digest, *found = json.loads(base64.urlsafe_b64decode(after + "=" * (-len(after) % 4)))
    except (ValueError, TypeError, binascii.Error, RecursionError) as error:
        raise ValueError(f"found the cursor {after!r}, expected one as it was printed, whole") from error
    place = tuple(found)
    if digest != _digest(question, place) or len(place) != len(kinds):
        raise ValueError(f"the cursor {after!r} belongs to another question; ask with the same words and options")
    if not all(_is_part(part, kind) for part, kind in zip(place, kinds, strict=True)):
        raise ValueError(f"found the cursor {after!r}, expected one as it was printed; this one leads nowhere")
    return place


def _is_part(part: object, kind: type) -> bool:
    """Say whether a part of a cursor is what was written: anybody can make a cursor whose digest fits."""
    if isinstance(part, str):
        return kind is str and not any("\ud800" <= letter <= "\udfff" for letter in part)
    return kind is int and type(part) is int and abs(part) < _LAST


def _digest(question: object, position: Position) -> str:
    return content_id("cursor", repr(question), repr(position))[:8]
