"""How the days of what is due slipped: first said, moved, done. Places are in percent across, on one calendar."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from newsledger.model import WAITING, Happening, HappeningState, HappeningStep
from newsledger.show import phrases
from newsledger.show.reader.strip import Scale, ticks_of

#: How what was expected ended: as an event's standing would say it.
End = Literal["happened", "called-off", "overdue"]
_ENDS: dict[HappeningState, End] = {
    "happened": "happened",
    "under_way": "happened",
    "denied": "called-off",
    "called_off": "called-off",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A day, or days, that was named.

    Attributes:
        first: None where it is open there; ``last`` likewise.
    """

    first: date | None
    last: date | None

    @property
    def day(self) -> date:
        """The day by which it was to be: its last that is known."""
        return self.last or self.first or date.min

    @property
    def words(self) -> str:
        """Its days, as exactly as they were named."""
        return phrases.window(self.first, self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """The days that were named of one thing, and how it ended.

    Attributes:
        stops: Each other than the one before.
        end: None where it is still to come.
        ended: The day of that; of what is overdue the day that is looked from.
        late: Days from the last day that was named first to that on which it was, or to the last that is named now;
            less than 0 where it came earlier; None where that is not known to the day.
    """

    key: str
    stops: tuple[Stop, ...]
    end: End | None
    ended: date | None
    late: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stop or an end, drawn: a point where ``width`` is 0.

    Attributes:
        kind: ``first``, ``moved``, or how it ended.
    """

    kind: str
    x: float
    width: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A slip, drawn.

    Attributes:
        line: From the first mark to the last.
    """

    marks: tuple[Mark, ...]
    line: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slips:
    """What is drawn: a row for each slip, in their order."""

    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str], ...]
    now: float | None


def slip_of(happening: Happening, today: date) -> Slip | None:
    """Say which days were named of a happening up to a day; None where none was before it ended."""
    stops: list[Stop] = []
    end: End | None = None
    ended: date | None = None
    for step in happening.steps_by(today):
        end = _ENDS.get(step.state)
        if end is not None:
            ended = _happened(step) if end == "happened" else step.at
        elif step.state in WAITING and (step.earliest or step.latest):
            stop = Stop(first=step.earliest, last=step.latest)
            stops += [stop] if not stops or stops[-1] != stop else []
    if not stops:
        return None
    if happening.state_on(today) == "overdue":
        end, ended = "overdue", today
    return Slip(
        key=happening.id,
        stops=tuple(stops),
        end=end,
        ended=ended,
        late=_late(stops[0], ended if end else stops[-1].last, end),
    )


def _happened(step: HappeningStep) -> date | None:
    """Give the day on which something was; None where it is not known to the day."""
    if step.earliest is None and step.latest is None:
        return step.at
    return step.earliest if step.earliest == step.latest else None


def _late(first: Stop, now: date | None, end: End | None) -> int | None:
    if first.last is None or now is None or end == "called-off":
        return None
    if end == "happened" and now <= first.last:
        return min((now - first.first).days, 0) if first.first else 0
    return (now - first.last).days


def slips(found: Sequence[Slip], today: date) -> Slips | None:
    """Draw slips on one calendar; None where there is none."""
    days = [day for slip in found for stop in slip.stops for day in (stop.first, stop.last) if day]
    if not days:
        return None
    days += [slip.ended for slip in found if slip.ended]
    scale = Scale(low=min([*days, today]), high=max([*days, today]) + timedelta(days=1))
    return Slips(
        rows=tuple(_row(slip, scale) for slip in found), ticks=tuple(ticks_of(scale)), now=round(scale.x(today), 2)
    )


def _row(slip: Slip, scale: Scale) -> Row:
    marks = []
    for number, stop in enumerate(slip.stops):
        start, end = scale.x(stop.first or stop.day), scale.x(stop.day)
        words = f"{'moved to' if number else 'first'} {stop.words}"
        marks.append(Mark(kind="moved" if number else "first", x=start, width=round(end - start, 2), words=words))
    if slip.end and slip.ended:
        # Only silence makes it overdue: that is what is known.
        told = "nothing told by" if slip.end == "overdue" else slip.end.replace("-", " ")
        words = f"{told} {phrases.iso(slip.ended.isoformat())}"
        marks.append(Mark(kind=slip.end, x=scale.x(slip.ended), width=0.0, words=words))
    edges = [edge for mark in marks for edge in (mark.x, mark.x + mark.width)]
    return Row(marks=tuple(marks), line=(min(edges), max(edges)))
