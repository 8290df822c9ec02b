"""Explore: who did what to whom, as a question that can be edited, with counts, a chart and the rows below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from newsledger.errors import AbsentError
from newsledger.model import Done, Facet, Page
from newsledger.show import phrases
from newsledger.show.telling.line import event_line
from newsledger.store import EVENT_TYPES, STANDINGS, Answers, EventQuestion, Measure
from newsledger.web.asked import Asked
from newsledger.web.drawing.bars import Bars, Multiple, bars, multiples
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
class Common:
    """What the events of an answer have in common, each with its count as a link to these alone."""

    name: str
    rows: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Counts over time.

    Attributes:
        rest: What lies earlier or is known less exactly, as links to it.
        parts: The same for each standing by itself, where that is asked for.
    """

    bars: Bars
    rest: tuple[tuple[str, int, str], ...]
    parts: tuple[Multiple, ...] = ()


def show(store: Answers, asked: Asked) -> View:
    """Show events below their counts."""
    question = question_of(asked)
    listing = ask(asked, lambda limit, after: store.ask_events(question, limit=limit, after=after))
    counts = _survey(store, asked, question)
    return View(
        template="events.html",
        title="Events",
        context={
            "listing": listing,
            "lines": [event_line(row) for row in listing.rows],
            "types": EVENT_TYPES,
            "standings": STANDINGS,
            "times": TIMES,
            "facets": tuple(_facets(store, asked, question, counts)),
            "chart": _chart(asked, counts),
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


def _where_words(store: Answers, question: EventQuestion) -> str:
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


def _rows(store: Answers, asked: Asked, limit: int) -> Page[Any]:
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
        corrections=asked.corrections,
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


def _survey(store: Answers, asked: Asked, question: EventQuestion) -> tuple[Facet, ...]:
    time = _MEASURES[asked.one_of("by", TIMES)]
    try:
        return store.survey(question, time=time, limit=_SHOWN)
    except AbsentError:
        return ()


def _facets(store: Answers, asked: Asked, question: EventQuestion, counts: Sequence[Facet]) -> Iterator[Common]:
    for measure, parameter in _PARAMETERS.items():
        if asked.get(parameter) is None:
            found = [count for count in counts if count.by == measure]
            rows = [(count.name, _exactly(store, question, count), count.value) for count in found]
            told = [(name, number, asked.link(**{parameter: value})) for name, number, value in rows if number]
            if len(told) > 1:
                yield Common(name=measure, rows=tuple(told))


def _exactly(store: Answers, question: EventQuestion, count: Facet) -> int:
    """Give how many rows lie behind a count: who stands on both sides of an event is no recipient of his own act."""
    is_other_side = (count.by == "recipient" and question.actor) or (count.by == "actor" and question.recipient)
    if not is_other_side:
        return count.happenings
    narrowed = replace(question, actor=count.value) if count.by == "actor" else replace(question, recipient=count.value)
    return sum(one.happenings for one in store.count_events(narrowed, by="standing", limit=100).rows)


def _chart(asked: Asked, counts: Sequence[Facet]) -> Chart | None:
    """Count by time: what is known exactly enough is drawn, the rest stands below as links."""
    if asked.get("known") is not None:
        return None
    by = asked.one_of("by", TIMES)
    times = [count for count in counts if count.by == by]
    exact = [count for count in times if count.value and len(count.value) == LETTERS[by]]
    drawn = bars(_summed(exact), lambda value: asked.link(known=value))
    if drawn is None:
        return None
    early = sum(count.happenings for count in exact if (count.value or "") < drawn.first)
    rest = [("earlier", early, f"<{drawn.first}")] if early else []
    for value, number in _summed([count for count in times if count not in exact]):
        if not value:
            rest.append(("not even the year is known", number, "none"))
        else:
            rest.append((f"only {phrases.iso(value)} is known", number, f"={value}"))
    return Chart(
        bars=drawn,
        rest=tuple((name, number, asked.link(known=known)) for name, number, known in rest),
        parts=_by_standing(asked, drawn, exact) if asked.one_of("view", ("", "standing")) else (),
    )


def _summed(counts: Sequence[Facet]) -> list[tuple[str, int]]:
    """Add the counts of one time up over all standings; a time that is not known is ""."""
    sums: dict[str, int] = {}
    for count in counts:
        sums[count.value or ""] = sums.get(count.value or "", 0) + count.happenings
    return sorted(sums.items())


def _by_standing(asked: Asked, drawn: Bars, counts: Sequence[Facet]) -> tuple[Multiple, ...]:
    """Draw each standing by itself, in the order in which a thing comes to be."""
    parts = {standing: _summed([count for count in counts if count.standing == standing]) for standing in STANDINGS}
    return multiples(drawn, parts, lambda standing, value: asked.link(standing=standing, known=value))


SCREEN = Screen(path="/events", nav="explore", show=show, rows=_rows, kind=Done)
