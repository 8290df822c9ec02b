"""Sources and runs: whose pages there are, what was read when, what failed and why."""

from typing import Any

from newsledger.model import Outlet, Page
from newsledger.store import Answers
from newsledger.web.asked import Asked
from newsledger.web.view import Screen, View

_RUNS, _FAILURES = 15, 50


def show(store: Answers, asked: Asked) -> View:
    """Show what the ledger rests on."""
    below = asked.number("below", 1 << 20, most=1 << 30) if asked.get("below") else None
    runs = store.runs(limit=_RUNS + 1, below=below)
    failures = store.failures()
    outlets = store.outlets()
    return View(
        template="sources.html",
        title="Sources and runs",
        context={
            "outlets": outlets,
            "watched": sorted(store.watching.sources(), key=lambda one: (-one.failures, one.address)),
            "articles": sum(outlet.articles for outlet in outlets),
            "changed": sum(outlet.changed for outlet in outlets),
            "runs": runs[:_RUNS],
            "more_runs": asked.link(below=str(runs[_RUNS - 1].run)) if len(runs) > _RUNS else None,
            "failures": failures[-_FAILURES:][::-1],
            "failed": len(failures),
        },
        twins=("json", "csv"),
    )


def _rows(store: Answers, asked: Asked, limit: int) -> Page[Any]:  # noqa: ARG001 - as for every page
    return Page(rows=store.outlets()[:limit], after=None, notes=())


SCREEN = Screen(path="/sources", nav="sources", show=show, rows=_rows, kind=Outlet)
