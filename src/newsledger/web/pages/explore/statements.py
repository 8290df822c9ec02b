"""Statements: who said what."""

from typing import Any

from newsledger.model import ATTITUDES, Page, Said
from newsledger.show.telling.line import statement_line
from newsledger.store import Answers, StatementQuestion
from newsledger.web.asked import Asked
from newsledger.web.listing import ask
from newsledger.web.view import Screen, View


def show(store: Answers, asked: Asked) -> View:
    """Show statements, the newest first, below the question as a sentence that can be edited."""
    listing = ask(asked, lambda limit, after: store.ask_statements(_question(asked), limit=limit, after=after))
    return View(
        template="statements.html",
        title="Statements",
        context={
            "listing": listing,
            "lines": [statement_line(row) for row in listing.rows],
            "attitudes": sorted(ATTITUDES),
        },
        twins=("json", "csv"),
    )


def _rows(store: Answers, asked: Asked, limit: int) -> Page[Any]:
    return store.ask_statements(_question(asked), limit=limit, after=asked.get("after"))


def _question(asked: Asked) -> StatementQuestion:
    return StatementQuestion(
        by=asked.get("by"),
        about=asked.get("about"),
        attitude=asked.get("as"),
        since=asked.day("from"),
        until=asked.day("to"),
        nested=asked.one_of("nested", ("", "all")) == "all",
        least=asked.least("statements"),
        corrections=asked.corrections,
    )


SCREEN = Screen(path="/statements", nav="explore", show=show, rows=_rows, kind=Said)
