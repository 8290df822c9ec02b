"""Explore: who did what to whom, as a question that can be edited, with counts, a chart and the rows below it."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from newsledger.errors import AbsentError
from newsledger.model import Count, Happening, Page
from newsledger.show import phrases
from newsledger.store import EVENT_TYPES, STANDINGS, EventQuestion, Measure, Store
from newsledger.web.asked import Asked
from newsledger.web.drawing.bars import Bars, bars
from newsledger.web.listing import ask
from newsledger.web.telling import event_line
from newsledger.web.view import Screen, View

#: The parameter that narrows a question to one of what is counted.
_PARAMETERS: dict[Measure, str] = {
    "standing": "standing",
    "type": "type",
    "actor": "actor",
    "recipient": "recipient",
    "country": "country",
}
_MEASURES: dict[str, Measure] = {"month": "month", "year": "year", "day": "day"}
TIMES = tuple(_MEASURES)
#: How many letters of an ISO day each takes.
LETTERS = {"year": 4, "month": 7, "day": 10}
#: So many of each kind stand beside the rows.
_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """What the events of an answer have in common, each with its count as a link to these alone."""

    name: str
    rows: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Counts over time.

    Attributes:
        early: What lies before the first bar, as a link to it; None where nothing does.
        rest: What is known less exactly, or has no day at all, likewise.
    """

    bars: Bars
    early: tuple[str, int, str] | None
    rest: tuple[tuple[str, int, str], ...]


def show(store: Store, asked: Asked) -> View:
    """Show events below their counts."""
    question = _question(asked)
    listing = ask(asked, lambda limit, after: _chosen(store, asked, limit, after))
    return View(
        template="events.html",
        title="Events",
        context={
            "listing": listing,
            "lines": [event_line(row) for row in listing.rows],
            "types": EVENT_TYPES,
            "standings": STANDINGS,
            "times": TIMES,
            "facets": tuple(_facets(store, asked, question)),
            "chart": _chart(store, asked, question),
            "known": known_words(asked.get("known")),
        },
        twins=("json", "csv"),
    )


def known_words(known: str | None) -> str:
    """Say what ``known`` narrows an answer to: a year, a month, a day, or what has none."""
    if known is None:
        return ""
    return "without a day" if known == "none" else f"of which is known: {phrases.iso(known)}"


def _rows(store: Store, asked: Asked, limit: int) -> Page[Any]:
    return _chosen(store, asked, limit, asked.get("after"))


def _chosen(store: Store, asked: Asked, limit: int, after: str | None) -> Page[Happening]:
    """Ask for events; those of one bar are all that is known to be of that month, and no more exactly than that."""
    question, known = _question(asked), asked.get("known")
    if known is None:
        return store.ask_events(question, limit=limit, after=after)
    fits = None if known == "none" else known
    rows: list[Happening] = []
    notes: tuple[str, ...] = ()
    cursor = after
    while len(rows) < limit:
        page = store.ask_events(question, limit=limit - len(rows), after=cursor)
        rows += [row for row in page.rows if _is_of(row.day, fits, asked)]
        notes, cursor = notes or page.notes, page.after
        if cursor is None:
            break
    return Page(rows=tuple(rows), after=cursor, notes=notes)


def _is_of(day: str | None, known: str | None, asked: Asked) -> bool:
    if known is None or day is None:
        return day == known
    return day[: LETTERS[asked.one_of("by", TIMES)]] == known


def _question(asked: Asked) -> EventQuestion:
    since, until = asked.day("from"), asked.day("to")
    known = asked.get("known")
    if known and known != "none":
        first, last = _days_of(known)
        since, until = max(since or first, first), min(until or last, last)
    return EventQuestion(
        actor=asked.get("actor"),
        recipient=asked.get("recipient"),
        event_type=(asked.get("type") or "").upper() or None,
        standing=asked.get("standing"),
        country=(asked.get("country") or "").upper() or None,
        since=since,
        until=until,
        least=asked.least("events"),
        undated=known == "none",
    )


def _days_of(known: str) -> tuple[str, str]:
    """Give the first and the last day of a year, a month or a day."""
    try:
        first = date.fromisoformat(f"{known}-01-01"[:10])
    except ValueError as error:
        raise ValueError(f"found known {known!r}, expected a year, a month, a day or none") from error
    months = {4: 12, 7: first.month}.get(len(known))
    last = first if months is None else first.replace(month=months, day=monthrange(first.year, months)[1])
    return first.isoformat(), last.isoformat()


def _facets(store: Store, asked: Asked, question: EventQuestion) -> Iterator[Facet]:
    for measure, parameter in _PARAMETERS.items():
        if asked.get(parameter) is None:
            rows = _counted(store, question, measure, _SHOWN)
            if len(rows) > 1:
                yield Facet(name=measure, rows=tuple(_narrowed(asked, parameter, row) for row in rows))


def _narrowed(asked: Asked, parameter: str, row: Count) -> tuple[str, int, str]:
    return row.name, row.happenings, asked.link(**{parameter: row.value})


def _counted(store: Store, question: EventQuestion, by: Measure, limit: int) -> Sequence[Count]:
    try:
        return store.count_events(question, by=by, limit=limit).rows
    except AbsentError:
        return ()


def _chart(store: Store, asked: Asked, question: EventQuestion) -> Chart | None:
    """Count by time: what is known exactly enough is drawn, the rest stands below as links."""
    if asked.get("known") is not None:
        return None
    by = asked.one_of("by", TIMES)
    counts = _counted(store, question, _MEASURES[by], 100_000)
    exact = [(row.value, row.happenings) for row in counts if row.value and len(row.value) == LETTERS[by]]
    drawn = bars(exact, lambda value: asked.link(known=value))
    if drawn is None:
        return None
    rest = [
        (f"only {phrases.iso(row.value)} is known" if row.value else "no day", row.happenings, row.value or "none")
        for row in counts
        if row.value is None or len(row.value) < LETTERS[by]
    ]
    before = (date.fromisoformat(drawn.first) - timedelta(days=1)).isoformat()
    early = sum(count for value, count in exact if value < drawn.first)
    return Chart(
        bars=drawn,
        early=("earlier", early, asked.link(to=before)) if early else None,
        rest=tuple((name, number, asked.link(known=known)) for name, number, known in rest),
    )


SCREEN = Screen(path="/events", nav="explore", show=show, rows=_rows, kind=Happening)
