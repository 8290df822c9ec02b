"""What a reading of a phrase knows and what it gives."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from newsledger.model import Span
from newsledger.times.values.days import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What was known when a phrase was reached.

    Attributes:
        published: The publication day, None where unknown.
        ahead: True where the words around look forward, False where they look back, None where
            nothing tells.
        over: The words around tell what was then as done.
        last: Value of the last date named ("two years later" counts from it).
        last_span: Where that was.
        period: Value of the last quarter or half named.
        joined: Value of the next time where only "to", "and" or "on" lies between: the year of "May to July
            1944", the day of "noon on Friday".
        narrative: The text tells of other years than its own; a bare month belongs to the year
            last named.
    """

    published: date | None
    ahead: bool | None = None
    over: bool = False
    last: str | None = None
    last_span: Span | None = None
    period: str | None = None
    joined: str | None = None
    narrative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a phrase means.

    Attributes:
        type: As in TIMEX3; None, with ``value``, for words that are none ("so far").
        window: The days that it allows by itself, where that is more than its value says.
        vague: The window is a convention of ours.
        counted_from: What the value was counted from.
    """

    type: Literal["DATE", "TIME", "DURATION", "SET"] | None
    value: str | None
    mod: str | None = None
    window: Window | None = None
    vague: bool = False
    counted_from: Literal["published", "last"] | None = None
