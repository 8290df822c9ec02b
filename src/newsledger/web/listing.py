"""A page of rows: how many, where the next ones are, and what a reader should know of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from newsledger.errors import AbsentError
from newsledger.model import Page
from newsledger.web.asked import Asked

#: So many rows on a page.
ROWS = 30
#: How a store ends the note that tells how many rows lie below the threshold: on a page that is a link.
_LESS_SURE = ": --all"
#: Likewise the one that tells how many were judged not to be there.
_NOT_THERE = " judged not there: --no-corrections"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Rows to be shown.

    Attributes:
        more: Address of the page of the rows that follow; None where these are the last.
        first: These are not the first: the address of those that are.
        less_sure: How many more are less sure than is shown; None where none are.
        not_there: How many were judged not to be there: ``2 events were``; None where none were.
    """

    rows: tuple[Any, ...]
    notes: tuple[str, ...]
    more: str | None
    first: str | None
    less_sure: str | None = None
    not_there: str | None = None


def ask(asked: Asked, question: Callable[[int, str | None], Page[Any]], *, limit: int = ROWS) -> Listing:
    """Ask for a page of rows; that nobody has a name is no error on a page, but told where the rows would stand."""
    after = asked.get("after")
    try:
        page = question(limit, after)
    except AbsentError as error:
        return Listing(rows=(), notes=(str(error),), more=None, first=None)
    return Listing(
        rows=page.rows,
        notes=tuple(note for note in page.notes if not note.endswith((_LESS_SURE, _NOT_THERE))),
        less_sure=next((note.partition(" more ")[0] for note in page.notes if note.endswith(_LESS_SURE)), None),
        not_there=next((note.removesuffix(_NOT_THERE) for note in page.notes if note.endswith(_NOT_THERE)), None),
        more=asked.link(after=page.after) if page.after else None,
        first=asked.link() if after else None,
    )
