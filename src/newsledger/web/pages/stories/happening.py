"""A happening, made to be cited: its sentence, who tells of it, its life, and the reports side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from newsledger.model import Field, Happening, HappeningRow, Origin
from newsledger.show import phrases
from newsledger.show.card import Card, source_of, svg
from newsledger.show.telling.line import happening_line, headline
from newsledger.store import Answers
from newsledger.web.asked import Asked
from newsledger.web.pages.finding import steps_told
from newsledger.web.pages.stories.story import decode
from newsledger.web.passages import Cut, Cutter, origin_of, place_of
from newsledger.web.view import Document, Screen, View

_TELLINGS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How one article tells of it.

    Attributes:
        copies: Other articles with the same text.
    """

    cut: Cut
    copies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A field of which not all say the same: each value, and who tells it."""

    name: str
    values: tuple[tuple[str, str], ...]


def show(store: Answers, asked: Asked) -> View:
    """Show a happening."""
    row, told = store.happening(asked.given["happening"], today=asked.day("day") or asked.today)
    happening = decode(told)
    cutter = Cutter(store=store)
    line = happening_line(row)
    return View(
        template="happening.html",
        title=" ".join(filter(None, (line.who, line.act, line.whom))),
        context={
            "line": line,
            "row": row,
            "finding": _finding(cutter, row),
            "stories": happening.stories,
            "steps": tuple(steps_told(cutter, happening.steps)),
            "tellings": tuple(_tellings(store, cutter, happening)),
            "differences": tuple(_differences(cutter, happening.fields, (*row.actors, *row.recipients))),
            "ties": happening.ties,
            "address": f"{asked.origin}{asked.to(f'/happening/{row.id}')}",
        },
    )


def _finding(cutter: Cutter, row: HappeningRow) -> str | None:
    """Give the id of the event or expectation whose words stand for it, which has the citations."""
    record = cutter.record(row.article.id)
    events = () if record is None else record.events
    expectations = () if record is None else record.expectations
    found = [(one.id, one.trigger.start) for one in events] + [(one.id, one.action.start) for one in expectations]
    return next((identifier for identifier, start in found if start == row.words.start), None)


def _tellings(store: Answers, cutter: Cutter, happening: Happening) -> Iterator[Telling]:
    """Give the words of each report; copies of one text are counted, and shown once."""
    places = [place for mention in happening.mentions if (place := place_of(mention))]
    articles = list(dict.fromkeys(place.article for place in places))
    originals = store.originals(articles)
    first: dict[str, str] = {}
    for article in articles:
        first.setdefault(originals.get(article, article), article)
    shown = set(first.values())
    copies = _counted(originals, articles)
    for place in [place for place in places if place.article in shown][:_TELLINGS]:
        cut = cutter.cut(place)
        if cut is not None:
            yield Telling(cut=cut, copies=copies.get(originals.get(place.article, place.article), 1) - 1)


def _counted(originals: Mapping[str, str], articles: Sequence[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for article in articles:
        counts[originals.get(article, article)] = counts.get(originals.get(article, article), 0) + 1
    return counts


def _differences(cutter: Cutter, fields: Sequence[Field], names: Sequence[str]) -> Iterator[Difference]:
    for field in fields:
        if field.others:
            tellers = ((_value(field.name, told.value, names), told.reports) for told in (field.answer, *field.others))
            values = ((value, _named(cutter, reports)) for value, reports in tellers)
            yield Difference(name=field.name, values=tuple(values))


def _value(name: str, value: str, names: Sequence[str]) -> str:
    """Write days as prose does; they come as an ISO 8601 interval, ``..`` for an open end."""
    if name == "parties":
        return phrases.as_named(value, names)
    if name != "days":
        return value.replace("_", " ")
    first, _, last = value.partition("/")
    days = [date.fromisoformat(day) if day and day != ".." else None for day in (first, last or first)]
    return phrases.window(days[0], days[1])


def _named(cutter: Cutter, reports: Sequence[str]) -> str:
    """Name those who tell something: publishers, else headlines."""
    origins = [origin_of(record.article) for report in reports if (record := cutter.record(report))]
    return ", ".join(dict.fromkeys(_short(origin) for origin in origins))


def _short(origin: Origin) -> str:
    day = phrases.iso(origin.published[:10]) if origin.published else ""
    return ", ".join(filter(None, (origin.publisher or headline(origin), day)))


def _whole(store: Answers, asked: Asked) -> str:
    return store.happening(asked.given["happening"], today=asked.today)[1]


def _card(store: Answers, asked: Asked) -> str:
    row, _ = store.happening(asked.given["happening"], today=asked.day("day") or asked.today)
    line = happening_line(row)
    told = " ".join(filter(None, (line.who, line.act, line.whom)))
    source = source_of(line.article)
    return svg(Card(standing=line.standing, told=told, words=line.quote, source=source, title="Newsledger")).decode()


SCREEN = Screen(path="/happening/{happening}", nav="stories", show=show)
CARD = Document(path="/happening/{happening}.svg", media_type="image/svg+xml", write=_card)
WHOLE = Document(path="/happening/{happening}.json", media_type="application/json", write=_whole)
