"""A record's dates on one line, for drawing and for reading."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from newsledger.model import Record
from newsledger.show import phrases

#: Width of the drawing, in its own units.
WIDTH = 720
_MARGIN = 16
# Dates farther from the page than this are drawn at the edge, so that one old year does not squeeze the rest.
_REACH = timedelta(days=730)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A date or a window of days.

    Attributes:
        x: Where it begins on the drawing.
        width: How far it goes; 0 for a point.
        row: The line that it is drawn on, from the top.
        open_end: It goes on past its end.
        text: The same in words.
    """

    finding: str
    kind: Literal["event", "time", "expectation"]
    x: float
    width: float
    row: int
    vague: bool
    open_start: bool
    open_end: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What is drawn: entries, the publication day, the years, and the height."""

    entries: tuple[Entry, ...]
    published: float | None
    ticks: tuple[tuple[float, str], ...]
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    finding: str
    kind: Literal["event", "time", "expectation"]
    earliest: date | None
    latest: date | None
    vague: bool
    text: str


def timeline(record: Record) -> Timeline | None:
    """Lay a record's dates out on a line; None where there are none."""
    found = sorted(_dated(record), key=lambda d: (d.earliest or date.min, d.latest or date.max, d.finding))
    published = record.article.date_published.day
    days = [day for d in found for day in (d.earliest, d.latest) if day] + ([published] if published else [])
    if not found or not days:
        return None
    centre = published or max(days)
    low, high = (max(min(days), centre - _REACH), min(max(days), centre + _REACH)) if days else (centre, centre)
    pad = timedelta(days=max((high - low).days // 20, 3))
    scale = _Scale(low=low - pad, high=high + pad)
    ends: list[float] = []
    entries = tuple(_entry(scale, d, ends) for d in found)
    return Timeline(
        entries=entries,
        published=scale.x(published) if published else None,
        ticks=tuple(scale.ticks()),
        height=26 + 12 * len(ends),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    low: date
    high: date

    def x(self, day: date) -> float:
        clipped = min(max(day, self.low), self.high)
        share = (clipped - self.low).days / max((self.high - self.low).days, 1)
        return round(_MARGIN + share * (WIDTH - 2 * _MARGIN), 1)

    def ticks(self) -> Iterator[tuple[float, str]]:
        months = (self.high.year - self.low.year) * 12 + self.high.month - self.low.month
        step = next((s for s in (1, 3, 6, 12) if months / s <= 8), 12)
        first = self.low.year * 12 + self.low.month
        for month in range(first + (-(first - 1)) % step, self.high.year * 12 + self.high.month, step):
            day = date((month - 1) // 12, (month - 1) % 12 + 1, 1)
            if self.low <= day <= self.high:
                yield self.x(day), phrases.iso(day.isoformat()[:7]) if step < 12 else str(day.year)


def _dated(record: Record) -> Iterator[_Dated]:
    text = record.article.text
    for event in phrases.distinct(record.events):
        if event.earliest or event.latest:
            said = f"{phrases.kind(event)}, {event.standing}: {phrases.parties(record, event)}"
            yield _Dated(
                finding=event.id,
                kind="event",
                earliest=event.earliest,
                latest=event.latest,
                vague=False,
                text=f"{phrases.window(event.earliest, event.latest)}: {said}",
            )
    told = {identifier for event in record.events for identifier in event.times}
    windows = {span for due in record.expectations for span in due.window}
    for timex in record.times:
        if (timex.earliest or timex.latest) and timex.id not in told and timex.span not in windows:
            yield _Dated(
                finding=timex.id,
                kind="time",
                earliest=timex.earliest,
                latest=timex.latest,
                vague=timex.vague,
                text=f"{phrases.window(timex.earliest, timex.latest)}: {phrases.quoted([timex.span], text)}",
            )
    for due in phrases.distinct(record.expectations):
        if due.earliest or due.latest:
            yield _Dated(
                finding=due.id,
                kind="expectation",
                earliest=due.earliest,
                latest=due.latest,
                vague=due.window_basis == "vague",
                text=f"{phrases.window(due.earliest, due.latest)}: due, {phrases.quoted([due.action], text)}",
            )


def _entry(scale: _Scale, dated: _Dated, ends: list[float]) -> Entry:
    """Place an entry on the first row that is free; ``ends`` holds where each row is taken up to."""
    start = scale.x(dated.earliest or scale.low)
    end = scale.x(dated.latest or scale.high)
    row = next((number for number, taken in enumerate(ends) if taken + 6 < start), len(ends))
    if row == len(ends):
        ends.append(end)
    ends[row] = max(end, start + 8)
    return Entry(
        finding=dated.finding,
        kind=dated.kind,
        x=start,
        width=round(end - start, 1),
        row=row,
        vague=dated.vague,
        open_start=dated.earliest is None,
        open_end=dated.latest is None,
        text=dated.text,
    )
