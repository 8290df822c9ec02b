"""What the dates of a line say of the page: when it was published, when changed, or nothing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from newsledger.page.facts.dating.scene import Strip
from newsledger.page.rules import Rules
from newsledger.page.words.dates import WrittenDay, find_written
from newsledger.page.words.line import words_of

_LONGEST_CUE = 9
# Beside a date, its clock and its cue, a line of the date has room for a place or a name.
_ROOM, _ROOM_OF_CUE, _ROOM_OF_BYLINE = 3, 6, 12
_LONGEST_LINE = 400
# "This is a print version of an article in The Inland Post of Tuesday," before the date.
_LONGEST_SEGMENT = 18
# Figures in an address are no date of the line: https://example.org/2017/01/21/lock, www.example.org/21-01-2017
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"']{1,400}", re.IGNORECASE)
# What parts the pieces of a line: "Anna Holm | 3 May 2017", "WORLD • 3 May 2017", "Sea News - 3 May 2017".
_PARTED = re.compile(r"\s*[|•·/–—]\s*|\s-{1,2}\s|\s{2,}|;\s|\]\s")
# "… wait at the gate in Bergen on" before a date is a sentence's; "By Anna Holm on" is not.
_IN_SENTENCE = re.compile(
    r"\w\W{1,3}(?:on|in|of|since|until|from|for|am|le|il|el)\s(?:[^\W\d_]{3,12},?\s)?$", re.IGNORECASE
)
_BY = re.compile(r"\W{0,3}(?:by|von|por|par|di|de|af|av|door)\b", re.IGNORECASE)
# Between the two days of a fair or a strike: "4 June 2021 – 30 June 2021", "June 4 to June 30".
_RANGE = re.compile(r"\s*(?:[-–—]|to|until|till|through|bis|au|al|hasta|a|til|tot|and|&)\s*", re.IGNORECASE)
# 10:15, 10.15, 7:42 AM, 18h32, 20:11:34, 4 p.m., um 18:05 Uhr, 14:20 GMT, +0200, UTC+3
_CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.h]\d\d){1,2}(?:\.\d+)?\s?(?:[ap]\.?m\.?\b)?|\b\d{1,2}\s?[ap]\.?m\.?(?!\w)|[+-]\d\d:?\d\d\b"
    r"|\b(?:GMT|UTC|BST|CET|CEST|EET|EST|EDT|CST|CDT|PST|PDT|MST|MDT|ET|CT|PT|IST|MSK|Uhr|hrs|kl|um|at|at|à|às|alle|ore)\b",
    re.IGNORECASE,
)
# "Friday 16 July 2010 19.00 BST", "Fri Jun 25, 2010 6:10 pm EDT": the clock and its zone after a day.
_CLOCK_OF_ZONE = re.compile(
    r",?\s(?:at\s)?\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?\s)?(?:GMT|UTC|BST|CES?T|EES?T|[ECMP][SD]T|IST|MSK)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A date in a line about the page.

    Attributes:
        means: ``published`` or ``modified`` where its line says so, ``bare`` for a date by itself.
    """

    means: Literal["published", "modified", "bare"]
    written: WrittenDay
    strip: Strip


def find_stamps(strips: Sequence[Strip], rules: Rules) -> list[Stamp]:
    """Find the dates that lines about the page give of it."""
    return [stamp for strip in strips for stamp in _stamps(strip, rules)]


def find_told(strips: Sequence[Strip], rules: Rules) -> list[Stamp]:
    """Find the dates of lines that say outright when "this article" was published: they may stand anywhere.

    A weekday, a whole date, a clock and its zone are none of a sentence: dumps run date lines into the text.
    """
    return [
        Stamp(means="published", written=written, strip=strip)
        for strip, written, segment in _dated(strips, rules)
        if _is_told(_last_cue(segment, rules.date_cues)) or _is_stamped(strip, written, segment, rules)
    ]


def _is_told(cue: "_Cue | None") -> bool:
    return cue is not None and cue.means == "published" and cue.outright


def _is_stamped(strip: Strip, written: WrittenDay, segment: str, rules: Rules) -> bool:
    before = " ".join(word for word in words_of(segment) if word not in rules.weekdays)
    if written.year is None or written.weekday is None or _last_cue(before, rules.date_cues) is not None:
        return False
    return _CLOCK_OF_ZONE.match(strip.text, written.end) is not None


def meaning_of(words: str, rules: Rules) -> str:
    """Say what words before a date make it the date of: ``published``, ``modified``, ``other``; ``bare`` of nothing."""
    cue = _last_cue(words, rules.date_cues)
    return cue.means if cue else "bare"


def _dated(strips: Sequence[Strip], rules: Rules) -> Iterator[tuple[Strip, WrittenDay, str]]:
    for strip in strips:
        text = _without_addresses(strip)
        end = 0
        for written in find_written(text, rules.months, rules.weekdays):
            yield strip, written, text[end : written.start]
            end = written.end


def _stamps(strip: Strip, rules: Rules) -> Iterator[Stamp]:
    text = _without_addresses(strip)
    found = find_written(text, rules.months, rules.weekdays)
    if not found or _is_range(text, found):
        return
    end = 0
    other = False
    for written in found:
        cue = _last_cue(text[end : written.start], rules.date_cues)
        end = written.end
        other = cue.means == "other" if cue else other
        if other or not _has_room(text, found, cue, strip, rules):
            continue
        if cue is None and _in_brackets(text, written):
            continue
        yield Stamp(means="bare" if cue is None else cue.means, written=written, strip=strip)  # type: ignore[arg-type]  # the schema's codes are the meanings


def _without_addresses(strip: Strip) -> str:
    text = strip.text[:_LONGEST_LINE]
    if "://" not in text and "www." not in text.lower():
        return text
    return _ADDRESS.sub(lambda match: "_" * len(match.group()), text)


def _is_range(text: str, found: Sequence[WrittenDay]) -> bool:
    return any(_RANGE.fullmatch(text, one.end, two.start) for one, two in pairwise(found))


def _in_brackets(text: str, written: WrittenDay) -> bool:
    """Tell a teaser's date from the page's own: "Rail fares up (13 Oct 2017)"."""
    before = text[: written.start]
    return before.rfind("(") > before.rfind(")") and len(words_of(before)) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cue:
    """The words before a date that say what it is the date of; outright: they begin a line that speaks of the page."""

    means: str
    outright: bool


def _last_cue(segment: str, cues: Mapping[str, str]) -> _Cue | None:
    words = [word for word in words_of(_last_piece(segment)) if not word.isdecimal()]
    for last in range(len(words), 0, -1):
        for first in range(max(0, last - _LONGEST_CUE), last):
            kind = cues.get(" ".join(words[first:last]))
            # A word alone, such as the German "Stand", says so only where it begins the piece or stands at the date.
            if kind is not None and (last - first > 1 or first == 0 or last == len(words)):
                return _Cue(means=kind, outright=last - first > 1 and first <= _ROOM and len(words) <= _LONGEST_SEGMENT)
    return None


def _last_piece(segment: str) -> str:
    segment = segment[-_LONGEST_LINE // 2 :]
    *_, start = 0, *(match.end() for match in _PARTED.finditer(segment) if segment[match.end() :].strip(" (["))
    return segment[start:]


def _has_room(text: str, found: Sequence[WrittenDay], cue: _Cue | None, strip: Strip, rules: Rules) -> bool:
    """Say whether the line holds little but its dates: no sentence, no headline of another story."""
    if cue is not None and cue.outright:
        return True
    rest = list(text)
    for written in found:
        rest[written.start : written.end] = " " * (written.end - written.start)
    piece = _piece_around("".join(rest), found[0])
    words = [word for word in words_of(_CLOCK.sub(" ", piece)) if word not in rules.weekdays]
    if cue is None and _IN_SENTENCE.search(text, 0, found[0].start) and not _BY.match(piece):
        return False
    if strip.role == "byline":
        return len(words) <= _ROOM_OF_BYLINE
    wide = cue is not None or found[0].weekday is not None
    return len(words) <= (_ROOM_OF_CUE if wide else _ROOM)


def _piece_around(text: str, written: WrittenDay) -> str:
    start = max((match.end() for match in _PARTED.finditer(text, 0, written.start)), default=0)
    after = _PARTED.search(text, written.end)
    return text[start : after.start() if after else len(text)]
