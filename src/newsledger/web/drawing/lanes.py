"""A story as swimlanes: a row for each actor, over one calendar. Places are in percent across."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from newsledger.show.reader.strip import Dated, Mark, Strip, strip

#: So many actors have a lane.
_LANES = 8
#: So far beyond the days of the reports does the calendar reach by itself.
_BEYOND = timedelta(days=120)


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
        first: The calendar's first day; ``last``: its last.
        outside: How many happenings lie before or after it.
        whole: The first and the last day of all of them.
    """

    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str], ...]
    now: float | None
    first: date
    last: date
    outside: int
    whole: tuple[date, date]


def lanes(
    found: Sequence[tuple[tuple[str, ...], Dated]],
    days: Sequence[date],
    now: date,
    between: tuple[date | None, date | None] = (None, None),
) -> Lanes | None:
    """Lay happenings out by those who have a part in them.

    Args:
        found: Each with the names of its actors.
        days: Those on which something was reported: the calendar holds them all, where no others are asked for.
        now: The day that is looked from; long after the last report it would push all else into a corner, and is left
            out.
        between: The first and the last day that are asked for; None where nothing is.
    """
    is_near = not days or now <= max(days) + _BEYOND
    seen_from = now if is_near else max(days)
    reported = [*days, seen_from]
    told = [*reported, *(day for _, one in found for day in (one.first, one.last) if day)]
    low, high = min(reported) - _BEYOND, max(reported) + _BEYOND
    first = between[0] or min(day for day in told if day >= low) - timedelta(days=1)
    last = between[1] or max(day for day in told if day <= high)
    inside = [(actors, dated) for actors, dated in found if _meets(dated, first, last)]
    drawn = _drawn(inside, seen_from, (first, max(last, first + timedelta(days=1))))
    if not drawn:
        return None
    _, any_of_them = drawn[0]
    return Lanes(
        lanes=tuple(Lane(name=name, marks=laid.marks, rows=laid.rows) for name, laid in drawn),
        ticks=any_of_them.ticks,
        now=any_of_them.middle[0] if is_near and any_of_them.middle and first <= now <= last else None,
        first=first,
        last=last,
        outside=len(found) - len(inside),
        whole=(min(told), max(told)),
    )


def _meets(dated: Dated, first: date, last: date) -> bool:
    return (dated.first or dated.last or first) <= last and (dated.last or dated.first or last) >= first


def _drawn(
    found: Sequence[tuple[tuple[str, ...], Dated]], now: date, between: tuple[date, date]
) -> list[tuple[str, Strip]]:
    """Draw a lane for each of those who have the most happenings.

    Returns:
        Each with its name.
    """
    names: dict[str, int] = {}
    for actors, _ in found:
        for actor in actors:
            names[actor] = names.get(actor, 0) + 1
    drawn = []
    for name in sorted(names, key=lambda one: -names[one])[:_LANES]:
        laid = strip([dated for actors, dated in found if name in actors], now, between)
        if laid is not None:
            drawn.append((name, laid))
    return drawn
