"""Who to whom: how many events have one actor on the one side and another on the other."""

from dataclasses import dataclass
from itertools import compress

from newsledger.model import Count
from newsledger.store import Answers, EventQuestion, Measure
from newsledger.web.asked import Asked
from newsledger.web.view import Screen, View

_MOST = 10
#: Shades of a cell, from few to many.
_SHADES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How often one did something to another: a link to just these.

    Attributes:
        shade: From 1, few, to 5, many.
    """

    count: int
    shade: int
    href: str


def show(store: Answers, asked: Asked) -> View:
    """Show the matrix of those who act and are acted on most."""
    doers, others = _most(store, asked, "actor"), _most(store, asked, "recipient")
    counts = {doer.value: _received(store, asked, doer) for doer in doers}
    most = max((number for row in counts.values() for number in row.values()), default=1)
    rows = [(doer, [_cell(asked, doer, other, counts[doer.value], most) for other in others]) for doer in doers]
    told = [any(cells[number] for _, cells in rows) for number in range(len(others))]
    return View(
        template="matrix.html",
        title="Who to whom",
        context={
            "rows": [(doer, list(compress(cells, told))) for doer, cells in rows if any(cells)],
            "others": list(compress(others, told)),
        },
    )


def _question(asked: Asked, actor: str | None = None) -> EventQuestion:
    return EventQuestion(actor=actor, since=asked.day("from"), until=asked.day("to"), least=asked.least("events"))


def _most(store: Answers, asked: Asked, by: Measure) -> tuple[Count, ...]:
    return store.count_events(_question(asked), by=by, limit=_MOST).rows


def _received(store: Answers, asked: Asked, doer: Count) -> dict[str | None, int]:
    found = store.count_events(_question(asked, doer.value), by="recipient", limit=1000).rows
    return {row.value: row.happenings for row in found}


def _cell(asked: Asked, doer: Count, other: Count, counts: dict[str | None, int], most: int) -> Cell | None:
    number = counts.get(other.value, 0)
    # What several do together has each of them on either side.
    if not number or doer.value == other.value:
        return None
    href = asked.to("/events", actor=doer.value, recipient=other.value, from_=asked.get("from"), to=asked.get("to"))
    return Cell(count=number, shade=max(1, -(-number * _SHADES // most)), href=href)


SCREEN = Screen(path="/matrix", nav="explore", show=show)
