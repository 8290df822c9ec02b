"""Live blogs: entries that each begin with a clock's time."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsledger.page.layout.prose import MarkedLine, is_sentence
from newsledger.page.words.line import Line
from newsledger.page.words.phrases import means

# 19:47; 7.05 p.m.; 14h30; 09:15 GMT. A line of its own.
_CLOCK = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)\s?(?P<half>[ap]\.?m\.?)?(?:\s?(?:[A-Z]{2,4}|Uhr|hrs))?\.?",
    re.IGNORECASE,
)
_FEWEST_ENTRIES, _FEWEST_TOLD = 3, 2
_LONGEST_ENTRY = 25
# A line of an entry counts at least so much, however short it is.
_WEIGHT = 6.0


def mark_entries(lines: Sequence[MarkedLine]) -> tuple[MarkedLine, ...]:
    """Mark the lines of a live blog's entries with the hint ``live`` and the time of their entry.

    A page is a live blog when at least three lines hold a clock's time alone, and most of them are
    followed by a sentence before the next; of a timetable that is not so. Two entries will do where
    the page says itself that it goes by the clock ("all times local").
    """
    clocks = [number for number, marked in enumerate(lines) if _CLOCK.fullmatch(marked.line.text)]
    entries = list(pairwise([*clocks, len(lines)]))
    told = [entry for entry in entries if any(is_sentence(marked.line) for marked in lines[entry[0] : entry[1]])]
    fewest = _FEWEST_TOLD if any(means(marked.rows, "live") for marked in lines) else _FEWEST_ENTRIES
    if len(told) < fewest or 2 * len(told) < len(entries):
        return tuple(lines)
    marked_lines = list(lines)
    for start, end in entries:
        at = _time_of(lines[start].line.text)
        marked_lines[start] = replace(lines[start], line=_hinted(lines[start], "clock", at), weight=0.0)
        for number in range(start + 1, min(end, start + _LONGEST_ENTRY)):
            if any(row.get("closes") for row in lines[number].rows):
                break
            if not lines[number].rows:
                line = _hinted(lines[number], "live", at)
                marked_lines[number] = replace(lines[number], line=line, weight=max(_WEIGHT, lines[number].weight))
    return tuple(marked_lines)


def _hinted(marked: MarkedLine, hint: str, at: str) -> Line:
    return replace(marked.line, hints=marked.line.hints | {hint}, at=marked.line.at or at)


def _time_of(text: str) -> str:
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise ValueError(f"found {text!r}, expected a clock's time")
    hour = int(match.group("hour"))
    if match.group("half"):
        hour = hour % 12 + 12 * (match.group("half")[0].lower() == "p")
    return f"T{hour:02}:{match.group('minute')}"
