"""A time expression, its value and its window."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from newsledger.model.article import BlockRole
from newsledger.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """Words that say when (TIMEX3, and the window of days that they allow).

    Attributes:
        type: As in TIMEX3; None for phrases that name an event ("after the inauguration").
        value: As in TIMEX3; unresolved parts are ``X``. None for phrases that name an event.
        mod: As in TIMEX3 (``START``, ``MID``, ``END``, ``APPROX``, ``BEFORE`` …), or None.
        earliest: First day of the window, None where open or unknown.
        latest: Last day of the window, None where open or unknown.
        open_start: The window has no first day by its own words ("until Friday").
        open_end: It lasts longer, or perhaps longer, than is known ("since 2014").
        vague: The days are a convention of ours, not the text's ("soon").
        negated: The text says that it is not then.
        anchor: The publication day, or the words, that it was counted from; None where it needs none.
    """

    id: str
    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"] | None
    value: str | None
    mod: str | None
    earliest: date | None
    latest: date | None
    open_start: bool
    open_end: bool
    vague: bool
    negated: bool
    anchor: date | Span | None
    block_role: BlockRole
    rule: str


def shift_day(day: date, days: int) -> date:
    """Count days on from a day; before the year 1 and after 9999 stand the calendar's own first and last day."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max
