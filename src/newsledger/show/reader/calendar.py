"""The days that an article tells of, drawn on a calendar and told in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from newsledger.model import Record
from newsledger.show.reader.notes import Note
from newsledger.show.reader.strip import Dated, Strip, strip
from newsledger.show.telling.findings import Told, days_of, expectations_told, told_event, told_expectation
from newsledger.show.telling.index import index_of

#: Lines of the drawing, and how many days are drawn on them; the others are told in words only.
_ROWS, _DRAWN = 6, 24
_LETTERS = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The drawing, None where there is nothing to compare, and the same in words: finding, days, what is told."""

    strip: Strip | None
    words: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    dated: Dated
    when: str
    parties: str


def calendar(record: Record, notes: Sequence[Note]) -> Calendar:
    """Lay out the days of what has a note: those are drawn that are sure, of somebody, and told often."""
    unsure = {note.finding: note.unsure for note in notes}
    tellings = index_of(record).tellings
    found = [day for day in _days(record) if day.dated.key in unsure]

    def matters(day: _Day) -> tuple[bool, bool, int, str]:
        key = day.dated.key
        return unsure[key], not day.parties, -tellings.get(key, 1), key

    drawn = [day.dated for day in sorted(found, key=matters)[:_DRAWN]]
    told = sorted(found, key=lambda day: (day.dated.first or day.dated.last or date.max, day.dated.key))
    return Calendar(
        strip=strip(drawn, record.article.date_published.day, rows=_ROWS),
        words=tuple((day.dated.key, day.when, day.dated.words) for day in told),
    )


def _days(record: Record) -> Iterator[_Day]:
    for event in record.events:
        yield from _day(event.id, event.standing, told_event(record, event), days_of(record, event))
    for due in expectations_told(record):
        yield from _day(due.id, "due", told_expectation(record, due), (due.earliest, due.latest))


def _day(key: str, standing: str, told: Told | None, days: tuple[date | None, date | None]) -> Iterator[_Day]:
    if told is None or days == (None, None):
        return
    label = " · ".join(filter(None, (told.parties, told.act)))
    dated = Dated(
        key=key,
        standing=standing,
        first=days[0],
        last=days[1],
        words=f"{standing}: {' · '.join(filter(None, (told.act, told.parties)))}",
        label=label if len(label) <= _LETTERS else f"{label[: _LETTERS - 1].rstrip()}…",
    )
    yield _Day(dated=dated, when=told.when.removeprefix("due "), parties=told.parties)
