"""A month as weeks of days, with what is due in it as spans over the days that it may be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_WEEK = timedelta(days=7)
#: So many spans of a week are drawn below each other; the others are told by their number.
_ROWS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days on which something may be.

    Attributes:
        first: None where it may have been at any time before.
        key: What it stands for.
    """

    first: date | None
    last: date
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What of a window lies in one week.

    Attributes:
        column: Of its first day in the week, 1 for Monday.
        days: How many days of the week it takes.
        row: The line of the week that it is drawn on, from 0.
        begins: The window's first day is in this week; ``ends``: its last.
    """

    key: str
    column: int
    days: int
    row: int
    begins: bool
    ends: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Seven days from Monday on.

    Attributes:
        hidden: How many windows have no line of their own.
    """

    days: tuple[date, ...]
    pieces: tuple[Piece, ...]
    hidden: int


def month_of(first: date, windows: Sequence[Window]) -> tuple[Week, ...]:
    """Lay a month out.

    Args:
        first: Its first day.
        windows: In the order in which they take lines.
    """
    monday = first - timedelta(days=first.weekday())
    weeks = []
    while monday <= last_of(first):
        weeks.append(_week(monday, windows))
        monday += _WEEK
    return tuple(weeks)


def last_of(first: date) -> date:
    """Give the last day of a month by its first."""
    return next_month(first) - timedelta(days=1)


def next_month(first: date) -> date:
    """Give the first day of the month after."""
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1)


def month_before(first: date) -> date:
    """Give the first day of the month before."""
    return (first - timedelta(days=1)).replace(day=1)


def _week(monday: date, windows: Sequence[Window]) -> Week:
    sunday = monday + _WEEK - timedelta(days=1)
    touching = [one for one in windows if one.last >= monday and (one.first or one.last) <= sunday]
    pieces = list(_placed(monday, sunday, touching))
    shown = tuple(piece for piece in pieces if piece.row < _ROWS)
    return Week(
        days=tuple(monday + timedelta(days=number) for number in range(7)),
        pieces=shown,
        hidden=len(pieces) - len(shown),
    )


def _placed(monday: date, sunday: date, windows: Sequence[Window]) -> Iterator[Piece]:
    taken: list[date] = []
    for window in windows:
        start, end = max(window.first or window.last, monday), min(window.last, sunday)
        row = next((number for number, until in enumerate(taken) if until < start), len(taken))
        taken[row : row + 1] = [end]
        yield Piece(
            key=window.key,
            column=start.isoweekday(),
            days=(end - start).days + 1,
            row=row,
            begins=(window.first or window.last) >= monday,
            ends=window.last <= sunday,
        )
