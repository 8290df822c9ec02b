"""Texts of history with the value of each time written behind it, as in "[the next day](1870-07-14)"."""

import re
from dataclasses import dataclass
from pathlib import Path

from newsledger.model import Span, Timex

FOLDER = Path(__file__).parent / "history"
_MARKED = re.compile(r"\[([^\]]+)\]\(([^)\s]+)(?: (\w+))?\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A time as a person would write it down."""

    span: Span
    value: str
    mod: str | None


def read_marked(marked: str) -> tuple[str, tuple[Marked, ...]]:
    """Take the marks out of a text.

    Returns:
        The text, and the times that were marked in it.
    """
    text, times, end = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[end : match.start()]
        span = Span(start=len(text), end=len(text) + len(match[1]))
        times.append(Marked(span=span, value=match[2], mod=match[3]))
        text, end = text + match[1], match.end()
    return text + marked[end:], tuple(times)


def wrong_values(gold: tuple[Marked, ...], found: tuple[Timex, ...]) -> tuple[tuple[Marked, Timex | None], ...]:
    """Give each marked time whose value is not that of the time found there, with what was found."""
    wrong = []
    for time in gold:
        over = [one for one in found if one.type is not None and one.span.overlaps(time.span)]
        best = max(over, key=lambda one: _shared(one.span, time.span), default=None)
        if best is None or best.value != time.value:
            wrong.append((time, best))
    return tuple(wrong)


def _shared(left: Span, right: Span) -> int:
    return min(left.end, right.end) - max(left.start, right.start)
