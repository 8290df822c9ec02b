"""Today, or any other day: what is new, what is due, what was denied, what was changed after publication."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import Any

from newsledger.errors import AbsentError
from newsledger.model import Listed, Origin, Page, StoryRow
from newsledger.show import phrases
from newsledger.show.reader.notes import Note, notes_once
from newsledger.show.sure import DEFAULT
from newsledger.show.telling.line import event_line
from newsledger.store import Answers, ArticleQuestion, EventQuestion
from newsledger.store.groups import HeldTold
from newsledger.web.asked import Asked
from newsledger.web.pages import due
from newsledger.web.pages.since import since
from newsledger.web.pages.stories.story import Known, decode, known_on
from newsledger.web.view import Screen, View

_CARDS, _FINDINGS, _RAIL, _COUNTED = 7, 3, 5, 100
_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a story, or an article that stands alone, has of new on a day.

    Attributes:
        row: The article of the day that stands for it.
        others: The other articles of the day in the same story.
        story: None for an article that stands alone.
        known: What changed on the day, by happenings; for an article that stands alone, ``notes`` tell it.
        strip: The days of the story's articles as places in percent, and whether each is this day.
    """

    row: Listed
    others: tuple[Origin, ...] = ()
    story: StoryRow | None = None
    known: tuple[Known, ...] = ()
    notes: tuple[Note, ...] = ()
    strip: tuple[tuple[float, bool], ...] = ()


def show(store: Answers, asked: Asked) -> View:
    """Show a day; without one, the last on which something was published."""
    if not store.ask_articles(ArticleQuestion(), limit=1).rows:
        return View(template="empty.html", title="An empty ledger")
    day = _day(store, asked)
    new = _new(store, day, _COUNTED)
    then = replace(asked, query={"today": day})
    overdue, number = due.first_of(store, then, "overdue", _RAIL)
    soon = due.answer(store, then, "week", _RAIL, None)
    denied = store.ask_events(_denied(asked, day), limit=_RAIL)
    changed = store.ask_articles(ArticleQuestion(changed=True, until=day), limit=_COUNTED)
    seen = since(store, asked)
    context = {
        "day": day,
        "since": seen,
        "summary": _summary(asked, day, (_number(new), number, _number(changed))),
        "cards": list(islice(_cards(store, new.rows, day), _CARDS)),
        "more": len(new.rows) > _CARDS,
        "overdue": [due.line_of(row) for row in overdue],
        "soon": [due.line_of(row) for row in soon.rows[:_RAIL]],
        "denied": [event_line(row) for row in denied.rows[:_RAIL]],
        "changed": changed.rows[:_RAIL],
        **_around(asked, day),
    }
    return View(
        template="today.html", title=phrases.iso(day), context=context, twins=("json", "csv"), leaves=seen.leaves
    )


def _day(store: Answers, asked: Asked) -> str:
    """Give the day that is asked for, else the last up to today on which something was published."""
    given = asked.day("day")
    past = () if given else store.ask_articles(ArticleQuestion(until=asked.today), limit=1).rows
    published = (past[0].article.published or "")[:10] if past else ""
    return given or (published if len(published) == len("2017-01-21") else asked.today)


def _new(store: Answers, day: str, limit: int, after: str | None = None) -> Page[Listed]:
    return store.ask_articles(ArticleQuestion(since=day, until=day), limit=limit, after=after)


def _denied(asked: Asked, day: str) -> EventQuestion:
    since = (date.fromisoformat(day) - timedelta(days=_WEEK)).isoformat()
    return EventQuestion(standing="denied", since=since, until=day, least=asked.least("events"))


def _number(page: Page[Any]) -> str:
    return f"{len(page.rows)}{'+' if page.after else ''}"


def _summary(asked: Asked, day: str, numbers: tuple[str, str, str]) -> list[tuple[str, str, str]]:
    """Say in one sentence what there is: number, words, and the page with just these."""
    new, overdue, changed = numbers
    told = [
        (new, "new article" if new == "1" else "new articles", asked.to("/articles", from_=day, to=day)),
        (overdue, "overdue", asked.to("/due", show="overdue", today=day)),
        (changed, "changed after publication", asked.to("/articles", changed="yes", to=day)),
    ]
    return told[:1] + [one for one in told[1:] if one[0] != "0"]


def _cards(store: Answers, rows: Sequence[Listed], day: str) -> Iterator[Card]:
    """Make a card for each story that the articles of a day are of, and for each article that stands alone."""
    seen: set[str] = set()
    for row in rows:
        if row.article.id not in seen:
            held = _story(store, row.article.id)
            members = [member.article for member in held.members] if held else []
            seen |= {member.id for member in members}
            yield _of_story(store, row, held, day) if held and len(members) > 1 else _alone(store, row)


def _story(store: Answers, article: str) -> HeldTold | None:
    try:
        return store.story(article)
    except AbsentError:
        # Articles are grouped after they are added: this one waits for it.
        return None


def _of_story(store: Answers, row: Listed, held: HeldTold, day: str) -> Card:
    this = date.fromisoformat(day)
    happenings = [decode(told) for told in held.chains]
    changed = [one for one in happenings if one.checkable and any(step.at == this for step in one.steps)]
    changed.sort(key=lambda one: (-len(one.reports), one.id))
    known = islice((found for one in changed if (found := known_on(store, one, this))), _FINDINGS)
    members = [member.article for member in held.members]
    days = sorted({one for member in members if (one := (member.published or "")[:10]) and len(one) == len(day)})
    others = (one for one in members if one.id != row.article.id and (one.published or "").startswith(day))
    return Card(row=row, others=tuple(others), story=held.row, known=tuple(known), strip=_strip(days, day))


def _strip(days: Sequence[str], day: str) -> tuple[tuple[float, bool], ...]:
    first, last = (date.fromisoformat(one).toordinal() for one in (days[0], days[-1]))
    span = max(last - first, 1)
    return tuple((round(2 + 96 * (date.fromisoformat(one).toordinal() - first) / span, 2), one == day) for one in days)


def _alone(store: Answers, row: Listed) -> Card:
    """Make the card of an article: the surest of what it tells, in the order in which it tells it."""
    notes = [note for note in notes_once(store.record(row.article.id), DEFAULT) if _is_shown(note)]
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


def _rows(store: Answers, asked: Asked, limit: int) -> Page[Any]:
    return _new(store, _day(store, asked), limit, asked.get("after"))


SCREEN = Screen(path="/", nav="today", show=show, rows=_rows, kind=Listed)
