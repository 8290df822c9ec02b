"""Search: articles by their words."""

from typing import Any

from newsledger.model import Found, Page
from newsledger.show.telling.line import found_line
from newsledger.store import Answers, SearchQuestion
from newsledger.web.asked import Asked
from newsledger.web.listing import ask
from newsledger.web.view import Screen, View


def show(store: Answers, asked: Asked) -> View:
    """Show what was found, or how to search."""
    if asked.get("q") is None:
        return View(template="search.html", title="Search", context={"listing": None, "lines": (), "revisions": {}})
    listing = ask(asked, lambda limit, after: store.ask_search(_question(asked), limit=limit, after=after))
    return View(
        template="search.html",
        title=f"{asked.get('q')} · Search",
        context={
            "listing": listing,
            "lines": [found_line(row) for row in listing.rows],
            "revisions": {row.article.id: row.revisions for row in listing.rows},
        },
        twins=("json", "csv"),
    )


def _rows(store: Answers, asked: Asked, limit: int) -> Page[Any]:
    return store.ask_search(_question(asked), limit=limit, after=asked.get("after"))


def _question(asked: Asked) -> SearchQuestion:
    return SearchQuestion(
        words=asked.get("q") or "",
        since=asked.day("from"),
        until=asked.day("to"),
        publisher=asked.get("publisher"),
        versions=asked.one_of("versions", ("", "all")) == "all",
    )


SCREEN = Screen(path="/search", nav="search", show=show, rows=_rows, kind=Found)
