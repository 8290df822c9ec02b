"""A record's dates on one line, for drawing and for reading."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from newsledger.model import Record
from newsledger.show import phrases
from newsledger.show.telling.findings import days_of, expectations_told, told_event, told_expectation

#: Width of the drawing, in its own units, and the height of a row.
WIDTH, ROW = 800, 15
_LEFT, _RIGHT, _TOP, _BOTTOM = 20, 190, 30, 24
# What a letter of a label takes, and the free space behind it.
_LETTER, _GAP = 5.4, 22
# The nearest are drawn; a page with hundreds of dates has the others in words.
_DRAWN = 24
_STEPS = ((7, "1 week"), (30, "1 month"), (365, "1 year"), (3652, "10 years"), (36524, "100 years"))
_TICK_GAP = 52
_HAPPENED = frozenset({"happened", "ongoing"})

Kind = Literal["event", "time", "expectation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A date or a window of days; findings of the same kind, standing and days share one.

    Attributes:
        x: Where it begins on the drawing.
        width: How far it goes; 0 for a point.
        y: The middle of its row.
        done: It happened or is going on; what did not has another mark.
        text: All that it stands for, in words.
    """

    finding: str
    kind: Kind
    x: float
    width: float
    y: int
    done: bool
    vague: bool
    open_start: bool
    open_end: bool
    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What is drawn, and the same in words: a finding and what is said of it.

    Attributes:
        ticks: Places with their labels, at both sides of the publication day.
        published: Place and label of the publication day, where it is known.
    """

    entries: tuple[Entry, ...]
    ticks: tuple[tuple[float, str], ...]
    published: tuple[float, str] | None
    height: int
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dated:
    finding: str
    kind: Kind
    standing: str
    earliest: date | None
    latest: date | None
    vague: bool
    label: str
    text: str

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(day for day in (self.earliest, self.latest) if day)

    @property
    def group(self) -> tuple[date, date, str, str, bool]:
        return self.earliest or date.min, self.latest or date.max, self.kind, self.standing, self.vague


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """Days to places. Near the publication day a day takes more room than a year does far from it."""

    centre: date | None
    low: float
    high: float

    @classmethod
    def of(cls, days: Sequence[date], centre: date | None) -> "_Scale":
        reached = [_distance(day, centre) for day in days]
        pad = max((max(reached) - min(reached)) / 20, 0.4)
        return cls(centre=centre, low=min(reached) - pad, high=max(reached) + pad)

    def x(self, day: date | None, edge: float) -> float:
        """Place a day; an open end is at the edge."""
        reached = _distance(day, self.centre) if day else edge
        share = (reached - self.low) / (self.high - self.low)
        return round(_LEFT + share * (WIDTH - _LEFT - _RIGHT), 1)

    def ticks(self, days: Sequence[date]) -> Iterator[tuple[float, str]]:
        """Mark weeks, months and years from the publication day; without it, the first and last day."""
        if self.centre is None:
            yield from ((self.x(day, 0), phrases.iso(day.isoformat())) for day in sorted({min(days), max(days)}))
            return
        for sign, mark in ((-1, "−"), (1, "+")):
            taken = self.x(self.centre, 0)
            for length, name in _STEPS:
                place = sign * _log(length)
                x = self.x(None, place)
                if self.low < place < self.high and abs(x - taken) > _TICK_GAP:
                    taken = x
                    yield x, f"{mark}{name}"


def timeline(record: Record) -> Timeline | None:
    """Lay a record's dates out on a line; None where there are none."""
    published = record.article.date_published.day
    found = sorted(_dated(record), key=lambda dated: (dated.group, dated.finding))
    if not found:
        return None
    groups = [list(group) for _, group in groupby(found, key=lambda dated: dated.group)]
    drawn = sorted(sorted(groups, key=lambda group: _farthest(group[0], published))[:_DRAWN], key=_order)
    days = [day for group in drawn for day in group[0].days] + ([published] if published else [])
    scale = _Scale.of(days, published)
    ends: list[float] = []
    entries = tuple(_entry(scale, group, ends) for group in drawn)
    return Timeline(
        entries=entries,
        ticks=tuple(scale.ticks(days)),
        published=(scale.x(published, 0), f"published {phrases.iso(published.isoformat())}") if published else None,
        height=_TOP + ROW * len(ends) + _BOTTOM,
        words=tuple((dated.finding, dated.text) for dated in found),
    )


def _distance(day: date, centre: date | None) -> float:
    return float(day.toordinal()) if centre is None else _log((day - centre).days)


def _log(days: int) -> float:
    return math.copysign(math.log1p(abs(days) / 2), days)


def _farthest(dated: _Dated, published: date | None) -> timedelta:
    return max((abs(day - published) for day in dated.days), default=timedelta(0)) if published else timedelta(0)


def _order(group: Sequence[_Dated]) -> tuple[date, date, str, str, bool]:
    return group[0].group


def _dated(record: Record) -> Iterator[_Dated]:
    """Give what has a day; the words of time behind an event or a window are told with these."""
    yield from _events(record)
    yield from _expectations(record)
    told = {identifier for event in record.events for identifier in event.times}
    windows = {span for due in record.expectations for span in due.window}
    for timex in record.times:
        if (timex.earliest or timex.latest) and timex.id not in told and timex.span not in windows:
            words = phrases.quoted([timex.span], record.article.text)
            when = phrases.timed(timex)
            yield _Dated(
                finding=timex.id,
                kind="time",
                standing="",
                earliest=timex.earliest,
                latest=timex.latest or _until_told(record, timex.earliest),
                vague=timex.vague,
                label=words,
                text=f"{'about ' if timex.vague else ''}{when}: {words}",
            )


def _until_told(record: Record, earliest: date | None) -> date | None:
    """End what is open and has begun ("since January") on the day of publication: of later days nothing is told."""
    published = record.article.date_published.latest
    return published if published and earliest and earliest <= published else None


def _events(record: Record) -> Iterator[_Dated]:
    for event in phrases.distinct(record.events):
        earliest, latest = days_of(record, event)
        if earliest or latest:
            told = told_event(record, event)
            yield _Dated(
                finding=event.id,
                kind="event",
                standing=event.standing,
                earliest=earliest,
                latest=latest,
                vague=False,
                label=", ".join(part for part in (told.act, told.parties, event.standing) if part),
                text=f"{told.when}: {', '.join(part for part in (told.act, told.parties, event.standing) if part)}",
            )


def _expectations(record: Record) -> Iterator[_Dated]:
    for due in expectations_told(record):
        told = told_expectation(record, due)
        if told is not None and (due.earliest or due.latest):
            yield _Dated(
                finding=due.id,
                kind="expectation",
                standing="",
                earliest=due.earliest,
                latest=due.latest,
                vague=due.window_basis == "vague",
                label=f"due: {', '.join(part for part in (told.act, told.parties) if part)}",
                text=f"{told.when or 'due'}: {', '.join(part for part in (told.act, told.parties, told.lead) if part)}",
            )


def _entry(scale: _Scale, group: Sequence[_Dated], ends: list[float]) -> Entry:
    """Place an entry on the first row that is free; ``ends`` holds where each row is taken up to."""
    first = group[0]
    start, end = scale.x(first.earliest, scale.low), scale.x(first.latest, scale.high)
    label = _label(group)
    row = next((number for number, taken in enumerate(ends) if taken < start), len(ends))
    ends[row : row + 1] = [end + len(label) * _LETTER + _GAP]
    return Entry(
        finding=first.finding,
        kind=first.kind,
        x=start,
        width=round(end - start, 1),
        y=_TOP + ROW * row + ROW // 2,
        done=first.standing in _HAPPENED,
        vague=first.vague,
        open_start=first.earliest is None,
        open_end=first.latest is None,
        label=label,
        text="; ".join(dated.text for dated in group),
    )


def _label(group: Sequence[_Dated]) -> str:
    labels = list(dict.fromkeys(dated.label for dated in group))
    if len(labels) == 1:
        return _short(labels[0] if len(group) == 1 else f"{len(group)} × {labels[0]}")
    named = {"event": f"{len(group)} events, {group[0].standing}", "time": f"{len(group)} times"}
    return named.get(group[0].kind, f"{len(group)} due")


def _short(label: str, most: int = 30) -> str:
    return label if len(label) <= most else f"{label[: most - 1].rstrip()}…"
