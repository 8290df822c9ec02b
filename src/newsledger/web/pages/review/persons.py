"""Persons: whom articles call what, why that is one person, and whether it is."""

from typing import Any

from newsledger.model import Page, Passage, Sighted, Span
from newsledger.show.telling.judged import correction_told, judged_by, judged_words
from newsledger.show.telling.line import Words, lit
from newsledger.store import ActorQuestion, Answers
from newsledger.web.asked import Asked
from newsledger.web.listing import ask
from newsledger.web.pages.review.queue import HEADERS
from newsledger.web.view import Screen, View

#: Why somebody is taken for a person, in words.
_RULES = {
    "name/same": "the same name",
    "name/spelling": "another spelling of the name",
    "name/story": "the surname alone, in one story",
    "name/office": "the same office",
    "office/listed": "the listed holder of the office",
    "office/story": "who has the office in the story",
    "office/days": "who has the office in those days",
    "judged/same": "a person says so",
    "judged/other": "taken for one, until a person said that they are two",
}


def show(store: Answers, asked: Asked) -> View:
    """Show those who were joined under a name, each beside the words that it was held against."""
    name = asked.get("name")
    question = ActorQuestion(name=name) if name else ActorQuestion(kind="person")
    if name is None:
        listing = ask(asked, lambda limit, after: store.ask_actors(question, limit=limit, after=after))
        pairs = []
    else:
        listing = ask(asked, lambda limit, after: store.ask_joined(question, limit=limit, after=after))
        pairs = [_pair(row) for row in listing.rows if row.against is not None]
    return View(
        template="persons.html",
        title="Persons to judge",
        context={
            "listing": listing,
            "pairs": pairs,
            "done": [(one.id, correction_told(one)[0]) for one in _done(store, asked)],
            "back": {"name": name or "", "after": asked.get("after") or ""},
        },
        twins=("json", "csv") if name else (),
        headers=HEADERS if asked.desk is not None else {},
    )


def _done(store: Answers, asked: Asked) -> list[Any]:
    return [store.corrections.get(one) for one in (asked.get("done") or "").split(",") if one]


def _pair(row: Sighted) -> dict[str, Any]:
    against = row.against
    return {
        "row": row,
        "rule": _RULES.get(row.rule or "", row.rule),
        "words": _lit(row.words),
        "against": against,
        "against_words": _lit(against.words) if against is not None else (),
        "judged": [(one.correction, one.verdict, judged_words(one), judged_by(one)) for one in row.judged],
    }


def _lit(words: Passage) -> Words:
    return lit(words, [Span(start=words.start, end=words.end)])


def _rows(store: Answers, asked: Asked, limit: int) -> Page[Any]:
    return store.ask_joined(ActorQuestion(name=asked.get("name") or ""), limit=limit, after=asked.get("after"))


SCREEN = Screen(path="/review/persons", nav="review", show=show, rows=_rows, kind=Sighted)
