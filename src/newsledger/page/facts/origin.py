"""Where a report comes from, when another paper or an agency wrote it."""

import re
from collections.abc import Iterator, Sequence

from newsledger.model import Receipt, Span
from newsledger.page.layout.byline import find_names
from newsledger.page.rules import Rules
from newsledger.page.words.dateline import agency_of, read_dateline
from newsledger.page.words.line import Part, words_of
from newsledger.page.words.origins import find_origin

# The agency after the last sentence: "… on Friday. (AP)", with an editor's letters after it in some papers; "— AFP".
_SIGNED = re.compile(r"[.!?”\"]\s*(?:\(([^()\n]{2,40})\)(?:\s[A-Z]{2,4}){0,3}|[-–—]\s?([A-Z][^\n]{1,30}))\s*$")
_LONGEST_LINE, _LONGEST_OF_BODY, _FAR = 400, 200, 60
_LAST_LINES = 3
_TOLD_BY = frozenset({"byline", "furniture", "correction", "standfirst", "related"})
_NEAR = 8


def read_origin(text: str, parts: Sequence[Part], rules: Rules) -> tuple[str | None, Receipt | None]:
    """Take the agency from the first dateline that names one, else from a byline, the end, or a line that tells it."""
    for part in parts:
        words = text[part.start : part.end]
        found = read_dateline(words, rules.agencies, rules.months) if part.role == "dateline" else None
        if found and found.agency:
            span = Span(start=part.start + found.agency_start, end=part.start + found.agency_end)
            return found.agency, Receipt(spans=(span,))
    for words, start in [*_names(text, parts, rules), *_last_signed(text, parts)]:
        agency = agency_of(words, rules.agencies)
        if agency:
            return agency["agency"], Receipt(spans=(Span(start=start, end=start + len(words)),))
    return next(_told(text, parts, rules), (None, None))


def _told(text: str, parts: Sequence[Part], rules: Rules) -> Iterator[tuple[str, Receipt]]:
    """Look through the lines around the article, and its last paragraphs, for one that tells where it comes from."""
    bodies = [number for number, part in enumerate(parts) if part.role == "body"]
    if not bodies:
        return
    last = frozenset(bodies[-_LAST_LINES:])
    for number in range(max(0, bodies[0] - _NEAR), min(len(parts), bodies[-1] + _NEAR + 1)):
        part = parts[number]
        if part.role in _TOLD_BY or number in last or number == bodies[0]:
            line = text[part.start : part.end]
            found = (
                find_origin(line, rules.origins, rules.agencies)
                if len(line) <= _LONGEST_LINE and _is_notice(line, part, rules)
                else None
            )
            if found:
                yield found[0], Receipt(spans=(Span(start=part.start + found[1], end=part.start + found[2]),))


def _is_notice(line: str, part: Part, rules: Rules) -> bool:
    """Say whether a line speaks of the report: one of the body must begin with the phrase, or end with it."""
    if part.role != "body":
        return True
    match = rules.origins.pattern.search(line) if rules.origins.may_stand_in(words_of(line)) else None
    if match is None:
        return False
    row = rules.origins.row_of(match.group())
    if row is None or len(line) > _LONGEST_OF_BODY:
        return False
    if row["names"] == "agency" and row["side"] == "before" and len(line) < _FAR:  # "The Sea Agency contributed."
        return True
    if row["side"] == "before":
        return len(row["phrase"].split()) > 1 and match.start() < _FAR
    return match.start() <= 3 and (len(row["phrase"].split()) > 2 or (row["names"] == "agency" and len(line) < _FAR))


def _names(text: str, parts: Sequence[Part], rules: Rules) -> list[tuple[str, int]]:
    return [
        (name.name, name.start)
        for part in parts
        if part.role == "byline"
        for name in find_names(text[part.start : part.end], part.start, rules)
    ]


def _last_signed(text: str, parts: Sequence[Part]) -> list[tuple[str, int]]:
    """Give the words that sign the last body paragraph, as in "… on Friday. (AP)"."""
    last = next((part for part in reversed(parts) if part.role == "body"), None)
    match = _SIGNED.search(text, max(last.start, last.end - 60), last.end) if last else None
    return [(match.group(match.lastindex or 0), match.start(match.lastindex or 0))] if match else []
