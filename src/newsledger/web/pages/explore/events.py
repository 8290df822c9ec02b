"""Explore: who did what to whom, as a question that can be edited, with counts, a chart and the rows below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from newsledger.errors import AbsentError
from newsledger.model import Count, Done, Page
from newsledger.show import phrases
from newsledger.show.telling.line import event_line
from newsledger.store import EVENT_TYPES, STANDINGS, EventQuestion, Measure, Store
from newsledger.web.asked import Asked
from newsledger.web.drawing.bars import Bars, bars
from newsledger.web.listing import ask
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
        rest: What lies earlier or is known less exactly, as links to it.
    """

    bars: Bars
    rest: tuple[tuple[str, int, str], ...]


def show(store: Store, asked: Asked) -> View:
    """Show events below their counts."""
    question = question_of(asked)
    listing = ask(asked, lambda limit, after: store.ask_events(question, limit=limit, after=after))
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
            "known": _known_words(asked.get("known")),
            "where": _where_words(store, question),
        },
        twins=("json", "csv"),
    )


def _known_words(known: str | None) -> str:
    """Say in words what ``known`` narrows an answer to."""
    if known is None:
        return ""
    if known == "none":
        return "of which not even the year is known"
    value = phrases.iso(known.lstrip("=<"))
    return {"=": f"of which no more is known than {value}", "<": f"before {value}"}.get(known[0], f"of {value}")


def _where_words(store: Store, question: EventQuestion) -> str:
    """Say in words which part of the map an answer is narrowed to."""
    if question.at is None:
        return ""
    if question.at == "none":
        return "of which no place is known"
    if question.at == "country":
        return "of whose place no more is known than the country"
    try:
        spots = store.ask_spots(question)
    except AbsentError:
        spots = ()
    names = list(dict.fromkeys(spot.name for spot in spots if spot.name))
    more = f" and {len(names) - 3} more places" if len(names) > 3 else ""
    return f"at {', '.join(names[:3])}{more}" if names else "at one spot of the map"


def _rows(store: Store, asked: Asked, limit: int) -> Page[Any]:
    return store.ask_events(question_of(asked), limit=limit, after=asked.get("after"))


def question_of(asked: Asked) -> EventQuestion:
    """Read a question about events out of an address."""
    return EventQuestion(
        actor=asked.get("actor"),
        recipient=asked.get("recipient"),
        event_type=(asked.get("type") or "").upper() or None,
        standing=asked.get("standing"),
        country=(asked.get("country") or "").upper() or None,
        since=asked.day("from"),
        until=asked.day("to"),
        least=asked.least("events"),
        known=asked.get("known"),
        at=_at(asked.get("at")),
    )


def _at(written: str | None) -> tuple[float, float, float, float] | Literal["country", "none"] | None:
    """Read the four sides of a part of the map, or what has none."""
    if written is None:
        return None
    if written in ("country", "none"):
        return "country" if written == "country" else "none"
    try:
        south, west, north, east = map(float, written.split(","))
    except ValueError as error:
        raise ValueError(f"found at {written!r}, expected south,west,north,east in degrees, country or none") from error
    return south, west, north, east


def _facets(store: Store, asked: Asked, question: EventQuestion) -> Iterator[Facet]:
    for measure, parameter in _PARAMETERS.items():
        if asked.get(parameter) is None:
            counts = _counted(store, question, measure, _SHOWN)
            rows = [(row.name, _exactly(store, question, measure, row), row.value) for row in counts]
            told = [(name, number, asked.link(**{parameter: value})) for name, number, value in rows if number]
            if len(told) > 1:
                yield Facet(name=measure, rows=tuple(told))


def _exactly(store: Store, question: EventQuestion, measure: Measure, row: Count) -> int:
    """Give how many rows lie behind a count: who stands on both sides of an event is no recipient of his own act."""
    is_other_side = (measure == "recipient" and question.actor) or (measure == "actor" and question.recipient)
    if not is_other_side:
        return row.happenings
    narrowed = replace(question, actor=row.value) if measure == "actor" else replace(question, recipient=row.value)
    return sum(count.happenings for count in store.count_events(narrowed, by="standing", limit=100).rows)


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
    early = sum(number for value, number in exact if value < drawn.first)
    rest = [("earlier", early, f"<{drawn.first}")] if early else []
    for row in counts:
        if row.value is None:
            rest.append(("not even the year is known", row.happenings, "none"))
        elif len(row.value) < LETTERS[by]:
            rest.append((f"only {phrases.iso(row.value)} is known", row.happenings, f"={row.value}"))
    return Chart(bars=drawn, rest=tuple((name, number, asked.link(known=known)) for name, number, known in rest))


SCREEN = Screen(path="/events", nav="explore", show=show, rows=_rows, kind=Done)
