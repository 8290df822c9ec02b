"""Today, or any other day: what is new, what is due, what was denied, what was changed after publication."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from newsledger.model import Listed, Page
from newsledger.show import phrases
from newsledger.show.notes import Note
from newsledger.show.sure import DEFAULT
from newsledger.store import ArticleQuestion, EventQuestion, OutlookQuestion, Store
from newsledger.web.asked import Asked
from newsledger.web.pages.reader import reader_notes
from newsledger.web.telling import due_line, event_line
from newsledger.web.view import Screen, View

_CARDS, _FINDINGS, _RAIL, _COUNTED = 7, 3, 5, 100
_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An article of the day, and what it tells."""

    row: Listed
    notes: tuple[Note, ...]


def show(store: Store, asked: Asked) -> View:
    """Show a day; without one, the last on which something was published."""
    if not store.ask_articles(ArticleQuestion(), limit=1).rows:
        return View(template="empty.html", title="An empty ledger")
    day = _day(store, asked)
    new = _new(store, day, _COUNTED)
    overdue = store.ask_outlook(_due(asked, day, overdue=True), limit=_COUNTED)
    soon = store.ask_outlook(_due(asked, day, due=_WEEK), limit=_RAIL)
    denied = store.ask_events(_denied(asked, day), limit=_RAIL)
    changed = store.ask_articles(ArticleQuestion(changed=True, until=day), limit=_COUNTED)
    context = {
        "day": day,
        "summary": _summary(asked, day, (new, overdue, changed)),
        "cards": [_card(store, row) for row in new.rows[:_CARDS]],
        "more": len(new.rows) > _CARDS,
        "overdue": [due_line(row) for row in overdue.rows[:_RAIL]],
        "soon": [due_line(row) for row in soon.rows[:_RAIL]],
        "denied": [event_line(row) for row in denied.rows[:_RAIL]],
        "changed": changed.rows[:_RAIL],
        **_around(asked, day),
    }
    return View(template="today.html", title=phrases.iso(day), context=context, twins=("json", "csv"))


def _day(store: Store, asked: Asked) -> str:
    """Give the day that is asked for, else the last up to today on which something was published."""
    given = asked.day("day")
    past = () if given else store.ask_articles(ArticleQuestion(until=asked.today), limit=1).rows
    published = (past[0].article.published or "")[:10] if past else ""
    return given or (published if len(published) == len("2017-01-21") else asked.today)


def _new(store: Store, day: str, limit: int, after: str | None = None) -> Page[Listed]:
    return store.ask_articles(ArticleQuestion(since=day, until=day), limit=limit, after=after)


def _due(asked: Asked, day: str, **more: Any) -> OutlookQuestion:
    return OutlookQuestion(today=day, least=asked.least("expectations"), **more)


def _denied(asked: Asked, day: str) -> EventQuestion:
    since = (date.fromisoformat(day) - timedelta(days=_WEEK)).isoformat()
    return EventQuestion(standing="denied", since=since, until=day, least=asked.least("events"))


def _summary(asked: Asked, day: str, pages: Sequence[Page[Any]]) -> list[tuple[str, str, str]]:
    """Say in one sentence what there is: number, words, and the page with just these."""
    new, overdue, changed = ((f"{len(page.rows)}{'+' if page.after else ''}") for page in pages)
    return [
        (new, "new article" if new == "1" else "new articles", asked.to("/articles", from_=day, to=day)),
        (overdue, "overdue", asked.to("/due", show="overdue", today=day)),
        (changed, "changed after publication", asked.to("/articles", changed="yes", to=day)),
    ]


def _card(store: Store, row: Listed) -> Card:
    """Make a card: the surest of what the article tells, in the order in which it tells it."""
    notes = [note for note in reader_notes(store.record(row.article.id), DEFAULT) if _is_shown(note)]
    surest = sorted(notes, key=lambda note: note.sure[:4], reverse=True)[:_FINDINGS]
    return Card(row=row, notes=tuple(note for note in notes if note in surest))


def _is_shown(note: Note) -> bool:
    return not note.unsure and note.kind in ("event", "expectation")


def _around(asked: Asked, day: str) -> dict[str, str]:
    there = date.fromisoformat(day)
    return {
        "before": asked.link(day=(there - timedelta(days=1)).isoformat()) if there > date.min else "",
        "after": asked.link(day=(there + timedelta(days=1)).isoformat()) if there < date.max else "",
    }


def _rows(store: Store, asked: Asked, limit: int) -> Page[Any]:
    return _new(store, _day(store, asked), limit, asked.get("after"))


SCREEN = Screen(path="/", nav="today", show=show, rows=_rows, kind=Listed)
