"""How often a feed asks to be asked."""

from collections.abc import Iterable, Mapping
from typing import Literal

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
_PERIODS = {"hourly": _HOUR, "daily": _DAY, "weekly": 7 * _DAY, "monthly": 30 * _DAY}
_LONGEST = 10
_INITIALS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def pace_of(fields: Mapping[str, str | None]) -> int | None:
    """Give the seconds between two questions that a feed asks for: the longer of ``ttl`` and ``updatePeriod``."""
    minutes = _number(fields.get("ttl"))
    period = _PERIODS.get((fields.get("sy:updateperiod") or "").strip().lower(), 0)
    often = _number(fields.get("sy:updatefrequency")) or 1
    return max(minutes * _MINUTE, period // often) or None


def _number(text: str | None) -> int:
    text = (text or "").strip()[:_LONGEST]
    return int(text) if text.isdecimal() else 0


def skipped(texts: Iterable[str], what: Literal["hours", "days"]) -> frozenset[int]:
    """Give the hours or days of a ``skipHours`` or ``skipDays``; one that leaves no time at all is none."""
    if what == "hours":
        found = frozenset(int(text) % 24 for text in texts if text[:2].isdecimal() and len(text) <= 2)
        return found if len(found) < 24 else frozenset()
    days = frozenset(day for text in texts if (day := _weekday(text)) is not None)
    return days if len(days) < 7 else frozenset()


def _weekday(name: str) -> int | None:
    return next((day for day, start in enumerate(_INITIALS) if name[:3].lower() == start), None)
