"""All that was ever judged: what, by whom, when and why, and what of it stands."""

from typing import Any

from newsledger.model import Correction, Page
from newsledger.show.telling.judged import correction_told
from newsledger.store import Store
from newsledger.web.asked import Asked
from newsledger.web.pages.review.queue import HEADERS
from newsledger.web.view import Screen, View

#: So many, the last ones, stand on the page; all are in its twins.
_SHOWN = 100


def show(store: Store, asked: Asked) -> View:  # noqa: ARG001 - as for every page
    """Show the last ones."""
    stands = {one.id for ones in store.corrections.standing().values() for one in ones}
    log = list(store.corrections.log())
    return View(
        template="corrections.html",
        title="What was judged",
        context={
            "rows": [(one, *correction_told(one), one.id in stands) for one in reversed(log[-_SHOWN:])],
            "number": len(log),
            "shown": _SHOWN,
        },
        twins=("json", "csv"),
        headers=HEADERS,
    )


def _rows(store: Store, asked: Asked, limit: int) -> Page[Any]:  # noqa: ARG001 - as for every page
    return Page(rows=tuple(store.corrections.log())[:limit], after=None, notes=())


SCREEN = Screen(path="/corrections", nav="review", show=show, rows=_rows, kind=Correction)
