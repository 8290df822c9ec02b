"""Live blogs: entries that each begin with a clock's time, or that the page's markup lists."""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newsledger.page.layout.prose import MarkedLine, is_sentence
from newsledger.page.markup.updates import Update
from newsledger.page.words.line import Line
from newsledger.page.words.phrases import means

# 19:47; 7.05 p.m.; 14h30; 09:15 GMT
_TIME = (
    r"(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?!\d)\s?(?P<half>[ap]\.?\s?m\b\.?)?"
    r"(?:\s?(?:(?P<zone>GMT|UTC|Z|CES?T|MES?Z|BST|WES?T|EES?T|[ECMP][SD]T|MSK|IST|JST|HKT|AES?T|AEDT|NZ[SD]T)\b"
    r"|Uhr\b|hrs?\b|ET\b|[ECMP]T\b|Local\b|Ortszeit\b|klo\b|óra\b))?"
)
_BEFORE = (
    r"(?:(?:posted|published|updated|entry|update|aktualisiert|publié|publicado|actualizado|oppdatert|uppdaterad|"
    r"päivitetty|обновлено)\b[\s:]*(?:at|on|um|à|a las|às|alle|kl\.?|klo|o|в)?|at|um|à|a las|às|alle ore|alle|ore|"
    r"kl\.?|klo|kello|klokken|saat|godz\.|\d{1,3}\s?(?:m|min|h|hr|hours?|minutes?) ago)"
)
_MARKS = r"[\s\[(•·*●▪■►▶–—-]*"
# A line of its own: "14:05", "Posted at 2.05 p.m.", "[14:05]", "21 January 2017 14:05"; its day stands in ``days``.
_CLOCK = re.compile(rf"{_MARKS}(?:{_BEFORE}\s*)?{_TIME}[\s\])–—:|.-]*", re.IGNORECASE)
# A line that begins with it: "14:05 The council …", "14.05 Uhr: Der Rat …", "[14:05] …"
_LEADING = re.compile(rf"{_MARKS}{_TIME}[\s\])–—:|.-]+(?=\S)", re.IGNORECASE)
_MAY_BE_CLOCK = re.compile(r"\d[:.hH][0-5]")
_FEWEST_ENTRIES, _FEWEST_TOLD = 3, 2
_LONGEST_ENTRY = 25
_LONGEST_CLOCK = 60
# Of the steps from one clock to the next so many go one way; a list of comments or of trains goes both.
_ONE_WAY = 0.7
# A line of an entry counts at least so much, however short it is.
_WEIGHT = 6.0
_OFFSETS = {
    "-08:00": "PST",
    "-07:00": "MST PDT",
    "-06:00": "MDT",
    "-05:00": "CDT EST",
    "-04:00": "EDT",
    "+00:00": "GMT UTC WET Z",
    "+01:00": "BST CET MEZ WEST",
    "+02:00": "CEST EET MESZ",
    "+03:00": "EEST MSK",
    "+08:00": "HKT",
    "+09:00": "JST",
    "+10:00": "AEST",
    "+11:00": "AEDT",
    "+12:00": "NZST",
    "+13:00": "NZDT",
}
_ZONES = {zone: offset for offset, zones in _OFFSETS.items() for zone in zones.split()}
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?\s?(?:Z|[+-]\d\d:?\d\d)?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """An entry: its first line, its time, and whether that line is the clock alone."""

    start: int
    at: str
    bare: bool


def mark_entries(
    lines: Sequence[MarkedLine], updates: Sequence[Update] = (), stamps: Sequence[tuple[str, str]] = ()
) -> tuple[MarkedLine, ...]:
    """Mark the lines of a live blog's entries with the hint ``live`` and the time of their entry.

    A page is a live blog when its markup lists updates whose words stand in it. Without that it is one
    when at least three lines hold or begin with a clock's time, most of them in one order, and most are followed
    by a sentence before the next; of a timetable that is not so. Two entries will do where the page says
    itself that it goes by the clock ("all times local").

    Args:
        lines: All lines of the page.
        updates: What the page's markup lists.
        stamps: The words and the value of each ``<time datetime>``, in order.
    """
    lines = _with_iso(lines)
    entries = _listed(lines, updates) or _stamped(lines, _clocked(lines), stamps)
    marked_lines = list(lines)
    for entry, after in pairwise([*entries, _Entry(start=len(lines), at="", bare=False)]):
        _mark(marked_lines, entry, after.start)
    return tuple(marked_lines)


def _mark(lines: list[MarkedLine], entry: _Entry, stop: int) -> None:
    if entry.bare:  # its words tell the entry's time, not the page's date or who wrote it
        clock = _hinted(lines[entry.start], "clock", entry.at)
        lines[entry.start] = lines[entry.start]._replace(line=clock, weight=0.0, rows=(), days=())
    for number in range(entry.start + entry.bare, min(stop, entry.start + _LONGEST_ENTRY)):
        marked = lines[number]
        if any(row.get("closes") for row in marked.rows):
            break
        if not marked.rows or number == entry.start:
            line = _hinted(marked, "live", entry.at)
            lines[number] = marked._replace(line=line, weight=max(_WEIGHT, marked.weight))


def _listed(lines: Sequence[MarkedLine], updates: Sequence[Update]) -> list[_Entry]:
    """Find the lines with which the listed updates begin; each first line found belongs to one update."""
    if not updates:
        return []
    at_by_opening = {opening: update.at for update in updates for opening in update.openings}
    sizes = sorted({len(opening) for opening in at_by_opening}, reverse=True)
    entries: list[_Entry] = []
    for number, marked in enumerate(lines):
        opening = next((o for size in sizes if (o := marked.line.tokens[:size]) in at_by_opening), None)
        at = _iso_of(at_by_opening[opening]) if opening else None
        if at and not (entries and entries[-1].at == at):
            entries.append(_Entry(start=number, at=at, bare=False))
    return entries if len(entries) >= _FEWEST_TOLD else []


def _clocked(lines: Sequence[MarkedLine]) -> list[_Entry]:
    entries = [entry for number, marked in enumerate(lines) if (entry := _entry_at(number, marked))]
    if not entries:
        return []
    spans = list(pairwise([*(entry.start for entry in entries), len(lines)]))
    told = sum(any(is_sentence(marked.line) for marked in lines[start:end]) for start, end in spans)
    fewest = _FEWEST_TOLD if any(means(marked.rows, "live") for marked in lines) else _FEWEST_ENTRIES
    times = [entry.at for entry in entries]
    alive = told >= fewest and 2 * told >= len(entries) and _goes_one_way(times) and _is_of_few_days(times)
    return entries if alive else []


def _stamped(lines: Sequence[MarkedLine], entries: list[_Entry], stamps: Sequence[tuple[str, str]]) -> list[_Entry]:
    """Give each clock that stands in a ``<time>`` that element's own day and zone; the same words come in order."""
    values: dict[str, deque[str]] = {}
    for words, value in stamps if entries else ():
        values.setdefault(words, deque()).append(value)
    stamped = []
    for entry in entries:
        waiting = values.get(lines[entry.start].line.text) if entry.bare else None
        at = _iso_of(waiting.popleft()) if waiting else None
        stamped.append(replace(entry, at=at) if at and "T" in at else entry)
    return stamped


def _entry_at(number: int, marked: MarkedLine) -> _Entry | None:
    if not _MAY_BE_CLOCK.search(marked.line.text):
        return None
    text = _without_day(marked)
    match = _CLOCK.fullmatch(text) if len(text) <= _LONGEST_CLOCK else None
    if match:
        return _Entry(start=number, at=_time_of(match, marked), bare=True)
    match = _LEADING.match(marked.line.text) if is_sentence(marked.line) else None
    if match is None:
        return None
    return _Entry(start=number, at=_time_of(match, marked), bare=False)


def _without_day(marked: MarkedLine) -> str:
    """Give a line's text without the day that stands before or after its clock."""
    text = marked.line.text
    if not marked.days or len(text) > _LONGEST_CLOCK:
        return text
    day = marked.days[0]
    return f"{text[: day.start].rstrip(' ,-–|')} {text[day.end :].lstrip(' ,-–|')}".strip()


def _goes_one_way(times: Sequence[str]) -> bool:
    steps = [(one < other) - (one > other) for one, other in pairwise(times)]
    moved = [step for step in steps if step]
    return not moved or max(moved.count(1), moved.count(-1)) >= _ONE_WAY * len(moved)


def _is_of_few_days(times: Sequence[str]) -> bool:
    """Say whether most entries share their day with another: a list of other articles has one for each."""
    days = [time.partition("T")[0] for time in times]
    return 3 * len(set(days)) <= 2 * len(days) or len(set(days)) == 1


def _with_iso(lines: Sequence[MarkedLine]) -> list[MarkedLine]:
    """Write the times that the markup gives as ISO 8601, and leave out what is none."""
    return [
        marked._replace(line=marked.line._replace(at=_iso_of(marked.line.at))) if marked.line.at else marked
        for marked in lines
    ]


def _iso_of(value: str) -> str | None:
    match = _ISO.match(value.strip())
    if match:
        return match.group().replace(" ", "T", 1)
    clock = _CLOCK.fullmatch(value.strip()[:_LONGEST_CLOCK])
    return _clock_of(clock) if clock else None


def _hinted(marked: MarkedLine, hint: str, at: str) -> Line:
    return marked.line._replace(hints=marked.line.hints | {hint}, at=marked.line.at or at)


def _time_of(match: re.Match[str], marked: MarkedLine) -> str:
    day = marked.days[0].day.isoformat() if marked.days and len(marked.line.text) <= _LONGEST_CLOCK else ""
    return day + _clock_of(match)


def _clock_of(match: re.Match[str]) -> str:
    hour = int(match.group("hour"))
    if match.group("half"):
        hour = hour % 12 + 12 * (match.group("half")[0].lower() == "p")
    return f"T{hour:02}:{match.group('minute')}{_ZONES.get((match.group('zone') or '').upper(), '')}"
