"""A story as swimlanes: a row for each actor, over one calendar. Places are in percent across."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from newsledger.show.reader.strip import Dated, Mark, strip

#: So many actors have a lane.
_LANES = 8
#: What is to come later than this is at the calendar's edge.
_AHEAD = timedelta(days=120)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """What one actor does, or is done to.

    Attributes:
        rows: How many lines its marks take.
    """

    name: str
    marks: tuple[Mark, ...]
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """What is drawn; every lane has the calendar's scale.

    Attributes:
        now: Place of the day that is looked from, where it lies in the calendar.
    """

    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str], ...]
    now: float | None


def lanes(found: Sequence[tuple[tuple[str, ...], Dated]], days: Sequence[date], now: date) -> Lanes | None:
    """Lay happenings out by those who have a part in them.

    Args:
        found: Each with the names of its actors.
        days: Those on which something was reported: the calendar holds them all.
        now: The day that is looked from.
    """
    names: dict[str, int] = {}
    for actors, _ in found:
        for actor in actors:
            names[actor] = names.get(actor, 0) + 1
    between = (min([*days, now]) - timedelta(days=1), _last(found, max([*days, now])))
    drawn = []
    for name in sorted(names, key=lambda one: -names[one])[:_LANES]:
        laid = strip([dated for actors, dated in found if name in actors], now, between)
        if laid is not None:
            drawn.append((name, laid))
    if not drawn:
        return None
    _, any_of_them = drawn[0]
    return Lanes(
        lanes=tuple(Lane(name=name, marks=laid.marks, rows=laid.rows) for name, laid in drawn),
        ticks=any_of_them.ticks,
        now=any_of_them.middle[0] if any_of_them.middle else None,
    )


def _last(found: Sequence[tuple[tuple[str, ...], Dated]], last: date) -> date:
    """Give the last day that is not too far away to be drawn."""
    horizon = last + _AHEAD
    return max((day for _, one in found for day in (one.first, one.last) if day and day <= horizon), default=last)
