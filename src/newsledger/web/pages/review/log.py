"""All that was ever judged: what, by whom, when and why, and what of it stands."""

from collections.abc import Mapping
from typing import Any

from newsledger.errors import StoreError
from newsledger.model import Correction, Page
from newsledger.show.telling.judged import correction_told
from newsledger.store import Answers
from newsledger.store.sampling import Kind
from newsledger.web.asked import Asked
from newsledger.web.pages.review.queue import HEADERS
from newsledger.web.view import Screen, View

_SHEETS: Mapping[str, Kind] = {"event": "events", "statement": "statements", "expectation": "expectations"}
#: So many, the last ones, stand on the page; all are in its twins.
_SHOWN = 50


def show(store: Answers, asked: Asked) -> View:
    """Show the last ones."""
    stands = {one.id for ones in store.corrections.standing().values() for one in ones}
    log = list(store.corrections.log())
    return View(
        template="corrections.html",
        title="What was judged",
        context={
            "rows": [_row(store, one, is_standing=one.id in stands) for one in reversed(log[-_SHOWN:])],
            "number": len(log),
            "shown": _SHOWN,
        },
        twins=("json", "csv"),
        headers=HEADERS if asked.desk is not None else {},
    )


def _row(store: Answers, one: Correction, *, is_standing: bool) -> dict[str, Any]:
    what, who = correction_told(one)
    return {"one": one, "what": what, "who": who, "stands": is_standing, "words": _words(store, one)}


def _words(store: Answers, one: Correction) -> str:
    """Give the sentence of what was judged; "" where it is there no more, or is of no sentence."""
    of = _SHEETS.get(one.kind)
    try:
        row = store.drawn(of, store.resolve(one.finding)) if of is not None else None
    except StoreError:
        return ""
    return " ".join(row["text"][row["sentence_start"] : row["sentence_end"]].split()) if row is not None else ""


def _rows(store: Answers, asked: Asked, limit: int) -> Page[Any]:  # noqa: ARG001 - as for every page
    return Page(rows=tuple(store.corrections.log())[:limit], after=None, notes=())


SCREEN = Screen(path="/corrections", nav="review", show=show, rows=_rows, kind=Correction)
