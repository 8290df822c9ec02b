"""Articles: a plain list, the newest first, of a publisher, of some days, of what was changed."""

from typing import Any

from newsledger.model import Listed, Page
from newsledger.store import Answers, ArticleQuestion
from newsledger.web.asked import Asked
from newsledger.web.formats.atom import feed
from newsledger.web.listing import ask
from newsledger.web.view import Document, Screen, View

#: So many articles, the newest, are in a feed.
_FEED = 50
#: No ledger has a text of a higher number.
_LARGEST = 10**8


def show(store: Answers, asked: Asked) -> View:
    """Show the list."""
    listing = ask(asked, lambda limit, after: store.ask_articles(_question(asked), limit=limit, after=after))
    return View(template="articles.html", title="Articles", context={"listing": listing}, twins=("json", "csv", "atom"))


def _rows(store: Answers, asked: Asked, limit: int) -> Page[Any]:
    return store.ask_articles(_question(asked), limit=limit, after=asked.get("after"))


def _question(asked: Asked) -> ArticleQuestion:
    publisher = asked.get("publisher")
    return ArticleQuestion(
        since=asked.day("from"),
        until=asked.day("to"),
        publisher="" if publisher == "-" else publisher,
        changed=asked.one_of("changed", ("", "yes")) == "yes",
        beyond=asked.number("since", 1, most=_LARGEST) if asked.get("since") else None,
    )


def _feed(store: Answers, asked: Asked) -> str:
    rows = store.ask_articles(_question(asked), limit=_FEED).rows
    site = f"{asked.origin}{asked.prefix}"
    return feed(rows, title="Articles · Newsledger", address=site, itself=f"{asked.origin}{asked.twin('atom')}")


FEED = Document(path="/articles.atom", media_type="application/atom+xml", write=_feed)
SCREEN = Screen(path="/articles", nav="sources", show=show, rows=_rows, kind=Listed)
