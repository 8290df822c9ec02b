"""Days and windows of days as marks on a linear calendar. Places are in percent across."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from newsledger.show import phrases

#: What lies farther from the day in the middle is told in words only.
_FARTHEST = timedelta(days=3 * 366)
#: Free space at either end, percent.
_PAD = 3.0
_MOST_ROWS = 4
#: What a letter of a label takes where there is room for labels, percent, and the space before it.
_LETTER, _GAP = 0.62, 1.2
#: So near to each other, in percent, two marks do not share a line.
_APART = 2.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """Something with a day or a window of days; where an end is None it is open there.

    Attributes:
        words: All that is told of it; ``label``: what stands beside its mark, where there is room.
    """

    key: str
    standing: str
    first: date | None
    last: date | None
    words: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words beside a mark: they begin at a place, or end there."""

    words: str
    x: float
    ends_here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark: a point where ``width`` is 0, else a bar.

    Attributes:
        row: The line that it is drawn on, from 0.
        open_start: It may lie before as well; ``open_end``: after.
        label: Words beside it, where there is room.
    """

    key: str
    standing: str
    x: float
    width: float
    row: int
    open_start: bool
    open_end: bool
    words: str
    label: Label | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """What is drawn.

    Attributes:
        middle: Place and label of the day in the middle, where it is known.
        left_out: How many lie too far away.
    """

    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, str], ...]
    middle: tuple[float, str] | None
    rows: int
    left_out: int


def strip(
    found: Sequence[Dated], middle: date | None, between: tuple[date, date] | None = None, rows: int = _MOST_ROWS
) -> Strip | None:
    """Lay days out; None where there are fewer than two that could be compared.

    Args:
        found: What has a day.
        middle: The day of publication, from which what is far away is left out.
        between: The first and the last day of the calendar, where it is another's, too: what reaches farther is cut.
        rows: Lines at most.
    """
    near = [one for one in found if _is_near(one, middle)]
    days = sorted({day for one in near for day in (one.first, one.last) if day} | ({middle} if middle else set()))
    if not near or len(days) < 2:
        return None
    low, high = between or (days[0], days[-1])
    scale = Scale(low=low, high=high)
    taken: list[float] = []
    marks = [_mark(one, scale, taken, rows) for one in sorted(near, key=_start)]
    return Strip(
        marks=tuple(mark for mark in marks if mark.row < rows),
        ticks=tuple(ticks_of(scale)),
        middle=(scale.x(middle), phrases.iso(middle.isoformat())) if middle else None,
        rows=min(max(mark.row for mark in marks) + 1, rows),
        left_out=len(found) - len(near) + sum(mark.row >= rows for mark in marks),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A linear calendar between two days."""

    low: date
    high: date

    def x(self, day: date) -> float:
        """Give the place of a day, in percent across."""
        share = (day - self.low) / max(self.high - self.low, timedelta(days=1))
        return round(_PAD + min(max(share, 0.0), 1.0) * (100 - 2 * _PAD), 2)


def _is_near(one: Dated, middle: date | None) -> bool:
    days = [day for day in (one.first, one.last) if day]
    return bool(days) and (middle is None or all(abs(day - middle) <= _FARTHEST for day in days))


def _start(one: Dated) -> tuple[date, date, str]:
    return one.first or date.min, one.last or date.max, one.key


def _mark(one: Dated, scale: Scale, taken: list[float], rows: int) -> Mark:
    """Place a mark on the first line that has room for it and its label, else for it alone."""
    start = scale.x(one.first) if one.first else 0.0
    end = scale.x(one.last) if one.last else 100.0
    label, reach = _beside(one, start, end)
    row = _free(taken, reach[0])
    if row >= rows:
        label, reach, row = None, (start, end), _free(taken, start)
    taken[row : row + 1] = [reach[1]]
    return Mark(
        key=one.key,
        standing=one.standing,
        x=start,
        width=round(end - start, 2),
        row=row,
        open_start=one.first is None,
        open_end=one.last is None,
        words=one.words,
        label=label,
    )


def _beside(one: Dated, start: float, end: float) -> tuple[Label | None, tuple[float, float]]:
    """Place a label behind its mark, before it, or on a bar that is longer; say how far both reach."""
    length = len(one.label) * _LETTER
    if not length:
        return None, (start, end)
    if end + _GAP + length <= 100:
        return Label(words=one.label, x=round(end + _GAP, 2)), (start, end + _GAP + length)
    if start - _GAP - length >= 0:
        return Label(words=one.label, x=round(start - _GAP, 2), ends_here=True), (start - _GAP - length, end)
    is_inside = length + _GAP < end - start
    return Label(words=one.label, x=round(start + _GAP, 2)) if is_inside else None, (start, end)


def _free(taken: Sequence[float], start: float) -> int:
    return next((number for number, until in enumerate(taken) if until + _APART <= start), len(taken))


def ticks_of(scale: Scale) -> list[tuple[float, str]]:
    """Mark the beginnings of years, else of months; of less than that the first and the last day."""
    months = [day for day in _firsts(scale) if scale.low <= day <= scale.high]
    years = [day for day in months if day.month == 1]
    if len(years) > 1:
        every = -(-len(years) // 6)
        return [(scale.x(day), str(day.year)) for day in years if day.year % every == 0]
    if len(months) > 1:
        every = -(-len(months) // 6)
        return [(scale.x(day), phrases.iso(day.isoformat()[:7])) for day in months[::every]]
    return [(scale.x(day), phrases.iso(day.isoformat())) for day in (scale.low, scale.high)]


def _firsts(scale: Scale) -> list[date]:
    number = (scale.high.year - scale.low.year) * 12 + scale.high.month - scale.low.month
    base = scale.low.year * 12 + scale.low.month - 1
    return [date((base + step) // 12, (base + step) % 12 + 1, 1) for step in range(number + 1)]
