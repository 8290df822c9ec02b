"""Which lines name who wrote the article: in the head of the page, or at the article's foot."""

import re
from collections.abc import Iterator, Sequence

from newsledger.page.layout.byline import is_byline, is_cue, is_cued, is_signature
from newsledger.page.layout.place import Layout
from newsledger.page.layout.prose import MarkedLine
from newsledger.page.rules import Rules
from newsledger.page.words.phrases import means

# A name alone is a byline only so close to the headline or the first paragraph: menus may lie between.
_BELOW_HEADLINE, _ABOVE_BODY, _JUST_BELOW = 8, 4, 3
# Where there is no headline, the head is what stands so many lines above the body.
_HEAD, _ABOVE, _FOOT, _RUN = 6, 3, 4, 2
_LONGEST_HEAD = 150
_SHORT, _LONGEST_NAME = 20, 5
# Nov 18; 18 Nov., 10:43; Tuesday 10:43 am; 11/18/19; 2 hours ago: a day or a clock's time alone in a line
_TIME = re.compile(
    r"(?:\W|\b(?:an?|about|ago|am|at|cet|edt|est|gmt|hours?|hrs?|ist|just|last|minutes?|mins?|now|on|pm|posted|published|pst|"
    r"today|uhr|um|updated?|utc|yesterday|days?|weeks?|months?|years?|st|nd|rd|th|h|à|a|le|el|il|de|"
    r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|wed|thu|sat)\b|\d)+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,12}")
_DIGIT = re.compile(r"\d")


def find_bylines(lines: Sequence[MarkedLine], layout: Layout, rules: Rules) -> frozenset[int]:
    """Find the lines that name the article's writers.

    In the head of the page a cue ("By"), the markup or an agency's name tells, and names that stand
    next to such a line; where there is none, the first names alone that stand just below the headline
    or beside the date. At the foot only those who "reported" or "edited" are told, and a "By" where
    the head names nobody.

    Returns:
        Indices of lines outside the article.
    """
    head = layout.start if layout.head is None else layout.head
    first = head + 1 if layout.headline is not None else max(0, layout.start - _HEAD)
    above = range(max(0, layout.top - _ABOVE), layout.top) if layout.headline is not None else range(0)
    zone = range(max(0, first), layout.start)
    below = [*zone[:_LONGEST_HEAD], *zone[_LONGEST_HEAD:][-_HEAD:]]
    told = {number for number in below if _is_told(lines[number], layout, rules) or is_cued(lines[number], rules)}
    told |= {number + step for number in below if _cues_next(lines[number : number + 2], rules) for step in (0, 1)}
    bare = {
        number
        for number in below
        if number not in told and number != layout.headline and _is_bare(number, lines, layout, rules, head)
    }
    found = (
        {number for number in bare if any(abs(number - other) <= _RUN for other in told)} if told else _first_run(bare)
    )
    found |= told
    if not found:
        found = {number for number in above if _is_told(lines[number], layout, rules)}
    foot = range(layout.end, min(layout.end + _FOOT, len(lines)))
    return frozenset(found | {number for number in foot if _signs_foot(lines[number], rules, alone=not found)})


def _is_told(marked: MarkedLine, layout: Layout, rules: Rules) -> bool:
    if _names_author(marked, layout):
        return True
    return is_signature(marked.line.text, rules) or is_byline(marked, rules, near=False)


def _cues_next(pair: Sequence[MarkedLine], rules: Rules) -> bool:
    """Say whether the first of two lines of a dump is "By" alone, and the second may be a name."""
    if len(pair) < 2 or pair[0].line.tag or not is_cue(pair[0], rules):
        return False
    line = pair[1].line
    return line.words <= _LONGEST_NAME and not line.closed and line.text[0].isupper() and not pair[1].days


def _names_author(marked: MarkedLine, layout: Layout) -> bool:
    """Say whether a short line names an author that the markup gives."""
    line = marked.line
    if line.closed or line.words > _SHORT or means(marked.rows, "furniture", "related", "modified"):
        return False
    if line.tokens and line.tokens[0] == "about":
        return False
    words = f" {' '.join(line.tokens)} "
    return any(f" {' '.join(name)} " in words for name in layout.authors)


def _is_bare(number: int, lines: Sequence[MarkedLine], layout: Layout, rules: Rules, head: int) -> bool:
    """Say whether a line is a name without a cue, where such are bylines: with markup, where it says so."""
    marked = lines[number]
    if (marked.line.tag and "byline" not in marked.line.hints) or (
        number - head > _BELOW_HEADLINE and layout.start - number > _ABOVE_BODY
    ):
        return False
    dated = number + 1 < layout.start and is_time(lines[number + 1], rules)
    beside = dated or bool(marked.days) or (number > 0 and is_time(lines[number - 1], rules))
    close = beside or number - head <= _JUST_BELOW
    if not close and number < layout.start - _RUN:
        return False
    return is_byline(marked, rules, near=True, dated=dated, capitals=close)


def is_time(marked: MarkedLine, rules: Rules) -> bool:
    """Say whether a line is a date or a clock's time and hardly more, its year left out or not."""
    line = marked.line
    if line.words > _SHORT or (line.closed and line.words > 12):
        return False
    if marked.days or means(marked.rows, "published", "modified"):
        return True
    if not _DIGIT.search(line.text) or line.words > 8:
        return False
    rest = _WORD.sub(lambda word: " " if word.group().lower() in rules.months else word.group(), line.text)
    return line.words > 1 and _TIME.fullmatch(rest) is not None


def _first_run(numbers: set[int]) -> set[int]:
    """Keep the first of some lines and those that follow it closely."""
    return set(_run(sorted(numbers)))


def _run(numbers: Sequence[int]) -> Iterator[int]:
    for place, number in enumerate(numbers):
        if place and number - numbers[place - 1] > _RUN:
            return
        yield number


def _signs_foot(marked: MarkedLine, rules: Rules, *, alone: bool) -> bool:
    if is_signature(marked.line.text, rules):
        return True
    cue = any(row["means"] == "byline" and (alone or " " in row["phrase"]) for row in marked.rows)
    return cue and is_byline(marked, rules, near=False)
