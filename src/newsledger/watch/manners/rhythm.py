"""How often a source is looked at: as often as it brings something, within bounds, and no oftener than it asks."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

#: Seconds.
DAY = 86_400
SHORTEST, LONGEST = 15 * 60, DAY
_USUAL = 3_600
#: Of so many of the newest items the gaps count.
_NEWEST = 10
_SLOWER, _FASTER = 1.5, 0.5


def rhythm_of(dates: Iterable[datetime], now: datetime, before: int | None, *, is_new: bool) -> int:
    """Give the seconds between two looks at a source: half of the time between two of its items.

    The time since its newest item counts as a gap too, so that a source that falls silent is asked
    ever less often. Where no item has a date, the rhythm so far is made faster by a look that
    brought something, and slower by one that did not.

    Args:
        dates: When its items were published; those in the future do not count.
        now: The time of the look.
        before: The rhythm so far, None at the first look.
        is_new: Whether the look brought something.
    """
    newest = sorted((one for one in dates if one <= now), reverse=True)[:_NEWEST]
    if len(newest) > 1:
        mean = (now - newest[-1]).total_seconds() / len(newest)
        return _bounded(mean / 2)
    if before is None:
        return _USUAL
    return _bounded(before * (_FASTER if is_new else _SLOWER))


def next_look(
    now: datetime,
    *,
    rhythm: int,
    asked: Iterable[int | None] = (),
    skip_hours: Collection[int] = (),
    skip_days: Collection[int] = (),
) -> datetime:
    """Say when a source is looked at next.

    Args:
        now: The time of the last look.
        rhythm: Its own rhythm, in seconds.
        asked: How many seconds it asks to be left alone, in several ways; a day at most counts.
        skip_hours: Hours, by Greenwich, in which it wants no visit.
        skip_days: Days of the week, Monday 0, likewise.
    """
    wait = max([rhythm, *(min(one, LONGEST) for one in asked if one)])
    when = now + timedelta(seconds=wait)
    for _ in range(24 * 7):
        if when.hour not in skip_hours and when.weekday() not in skip_days:
            break
        when = when.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return when


def _bounded(seconds: float) -> int:
    return int(max(SHORTEST, min(seconds, LONGEST)))
