"""Counts over time as bars on a linear calendar. Places are in percent across, so that letters keep their size."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from newsledger.show import phrases

#: Height of the drawing, and what of it the bars take, in pixels.
HEIGHT, ROOM, TOP = 150, 108, 18
#: The same of one of several drawings below each other.
LOW_ROOM, LOW_TOP = 44, 8
#: So many units of time at most are drawn; what lies earlier is told in words.
MOST = {4: 40, 7: 40, 10: 40}
#: Years between two ticks, so that a phone has room for them.
_TICKS = 6
_FEWEST = 12
#: Pixels between the middles of two bars at least.
_FINGER = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A unit of time with something in it.

    Attributes:
        x: Its left edge, percent; ``width`` likewise.
        y: Its upper edge, pixels; ``height`` likewise.
    """

    x: float
    width: float
    y: float
    height: float
    label: str
    count: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """What is drawn.

    Attributes:
        ticks: Places, percent, with their labels.
        most: The highest count.
        first: The first year, month or day that is drawn.
        width: So many pixels across at least, that a finger can meet each bar.
        scale: The number of the first unit, and how many percent across each takes.
    """

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    most: int
    first: str
    width: int
    scale: tuple[int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple:
    """One of several drawings of one scale, so that they can be compared."""

    name: str
    bars: tuple[Bar, ...]
    total: int


def multiples(
    whole: Bars, counts: Mapping[str, Sequence[tuple[str, int]]], link: Callable[[str, str], str]
) -> tuple[Multiple, ...]:
    """Draw parts of the counts of a drawing below each other, on its calendar and all of one height.

    Args:
        whole: The drawing of all of them.
        counts: Of each part, by its name, as for ``bars``.
        link: Gives the address of the rows of a part and a unit of time.
    """
    shown = {
        name: [(value, count) for value, count in part if value >= whole.first and count]
        for name, part in counts.items()
    }
    return tuple(
        Multiple(
            name=name,
            bars=tuple(_bar(whole.scale, pair, whole.most, (LOW_TOP, LOW_ROOM), link(name, pair[0])) for pair in part),
            total=sum(count for _, count in part),
        )
        for name, part in shown.items()
        if part
    )


def bars(counts: Sequence[tuple[str, int]], link: Callable[[str], str]) -> Bars | None:
    """Lay counts out.

    Args:
        counts: Years, months or days as ISO 8601, all of the same length, each with its count, in their order.
        link: Gives the address of the rows of one.

    Returns:
        None where there are fewer than two to be compared.
    """
    if len(counts) < 2:
        return None
    letters = len(counts[0][0])
    last = _number(counts[-1][0])
    drawn = [(value, count) for value, count in counts if last - _number(value) < MOST[letters]]
    # With fewer units than these a bar would be a wall.
    first = min(_number(drawn[0][0]), last - _FEWEST + 1)
    units = last - first + 1
    most = max(count for _, count in drawn)
    scale = (first, 100 / units)
    return Bars(
        bars=tuple(_bar(scale, pair, most, (TOP, ROOM), link(pair[0])) for pair in drawn),
        ticks=tuple(_ticks(first, units, letters, 100 / units)),
        most=most,
        first=drawn[0][0],
        width=units * _FINGER,
        scale=scale,
    )


def _bar(scale: tuple[int, float], pair: tuple[str, int], most: int, between: tuple[int, int], href: str) -> Bar:
    (first, step), (value, count), (top, room) = scale, pair, between
    return Bar(
        x=round((_number(value) - first) * step + step * 0.1, 3),
        width=round(step * 0.8, 3),
        y=round(top + room * (1 - count / most), 1),
        height=round(room * count / most, 1),
        label=phrases.iso(value),
        count=count,
        href=href,
    )


def _ticks(first: int, units: int, letters: int, step: float) -> list[tuple[float, str]]:
    every = -(-units // _TICKS)
    if letters == 7 and units > _TICKS:
        every = next(size for size in (3, 6, 12, 24) if units / size <= _TICKS + 2)
    begin = 0 if letters == 7 else first % every
    places = [number for number in range(first, first + units) if number % every == begin]
    return [(round((number - first) * step + step / 2, 3), _named(number, letters)) for number in places]


def _number(value: str) -> int:
    """Count units from the year 0 on."""
    if len(value) == 10:
        return date.fromisoformat(value).toordinal()
    return int(value[:4]) * 12 + int(value[5:7]) - 1 if len(value) == 7 else int(value)


def _named(number: int, letters: int) -> str:
    if letters == 10:
        return phrases.iso(date.fromordinal(number).isoformat())
    return phrases.iso(f"{number // 12:04}-{number % 12 + 1:02}") if letters == 7 else str(number)
