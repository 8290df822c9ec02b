"""Clean article text, as ``read_text`` takes it: paragraphs, perhaps a headline and a dateline."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from newsledger.page.rules import Rules
from newsledger.page.words.dateline import read_dateline
from newsledger.page.words.line import MOST_LINES, Line, Part, count_words, read_lines

_NARROWEST, _WIDEST = 40, 120
_LONGEST_HEADLINE = 30
_HEAD = 200
# QUETTA: The mine … but also CHAIR: The meeting …
_LABEL = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30}:\s")
# So many paragraphs from the top may begin with a dateline that names no agency and no day.
_TOP = 2


def find_clean_parts(text: str, rules: Rules) -> tuple[Part, ...]:
    """Find the parts of a clean text: roles headline, dateline and body only, but for what lies behind the last line.

    A paragraph ends at a blank line, or at any line break where the text does not wrap its lines
    at a fixed width.
    """
    lines = read_lines(text, MOST_LINES)
    rest = lines[-1] if lines and lines[-1].cut else None
    paragraphs = list(_paragraphs(lines[:-1] if rest else lines))
    parts: list[Part] = []
    datelined = [_begins_with_dateline(text, paragraph, rules) for paragraph in paragraphs[:2]]
    if len(datelined) == 2 and not datelined[0] and _is_headline(text, paragraphs, before_dateline=datelined[1]):
        start, end = paragraphs.pop(0)
        parts.append(Part(role="headline", start=start, end=end))
    colon = counts_one_label(text[start:end] for start, end in paragraphs)
    for number, (start, end) in enumerate(paragraphs):
        parts.extend(cut_dateline(text, (start, end), rules, top=number < _TOP, colon=colon))
    if rest:
        parts.append(Part(role="furniture", start=rest.start, end=rest.end))
    return tuple(parts)


def counts_one_label(paragraphs: Iterable[str]) -> bool:
    """Say whether one paragraph only begins with capitals and a colon: a place then, and not one of the speakers."""
    return sum(_LABEL.match(paragraph) is not None for paragraph in paragraphs) == 1


def cut_dateline(text: str, paragraph: tuple[int, int], rules: Rules, *, top: bool, colon: bool) -> Iterator[Part]:
    """Cut a body paragraph into its dateline, where it has one, and the rest.

    Args:
        text: The article's text.
        paragraph: Where it starts and ends.
        rules: The room's rules.
        top: The paragraph is one of the first; a place alone is a dateline only there.
        colon: A colon may end the dateline.
    """
    start, end = paragraph
    found = read_dateline(text[start : min(end, start + _HEAD)], rules.agencies, rules.months, colon=colon)
    if found and (top or found.agency):
        stop = start + found.end
        yield Part(role="dateline", start=start, end=stop)
        start = stop + len(text[stop:end]) - len(text[stop:end].lstrip())
    if start < end:
        yield Part(role="body", start=start, end=end)


def is_dateline(line: str, rules: Rules) -> bool:
    """Say whether a line is nothing but a dateline that names an agency: "BEIRUT (Reuters) -"."""
    found = read_dateline(line[:_HEAD], rules.agencies, rules.months)
    return found is not None and found.agency is not None and not line[found.end :].strip()


def _paragraphs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Give where each paragraph starts and ends; a wrapped one goes over several lines."""
    width = _wrap_width(lines)
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if before is None or not _wraps(before, line, width):
            start = line.start
        after = lines[number + 1] if number + 1 < len(lines) else None
        if after is None or not _wraps(line, after, width):
            yield start, line.end


def _wrap_width(lines: Sequence[Line]) -> int:
    """Give the width at which the lines are wrapped, 0 where they are not."""
    pairs = [(line, after) for line, after in pairwise(lines) if not after.gap]
    width = max((len(line.text) for line, _ in pairs), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(_wraps(line, after, width) and not line.closed for line, after in pairs)
    return width if 2 * full >= len(pairs) else 0


def _wraps(line: Line, after: Line, width: int) -> bool:
    """Say whether the next line goes on with the same paragraph: its first word had no room left."""
    first_word = after.text.split(None, 1)[0]
    return not after.gap and len(line.text) + 1 + len(first_word) > width - 2 > 0


def _begins_with_dateline(text: str, paragraph: tuple[int, int], rules: Rules) -> bool:
    return read_dateline(text[slice(*paragraph)], rules.agencies, rules.months) is not None


def _is_headline(text: str, paragraphs: Sequence[tuple[int, int]], *, before_dateline: bool) -> bool:
    """Say whether the first paragraph is a headline: short, apart, and no sentence or set in capitals."""
    (start, end), (after_start, after_end) = paragraphs[:2]
    words, after = text[start:end], text[after_start:after_end]
    length = count_words(words)
    if "\n" not in text[end:after_start].partition("\n")[2] or not 2 <= length <= _LONGEST_HEADLINE:
        return False
    if count_words(after) <= length or words[0] in "\"“‘'-–—" or words.endswith((":", ",")):
        return False
    return before_dateline or words[-1] not in '.!?…"”' or _is_title_case(words)


def _is_title_case(words: str) -> bool:
    """Say whether most longer words of a line begin with a capital letter."""
    longer = [word for word in words.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)
