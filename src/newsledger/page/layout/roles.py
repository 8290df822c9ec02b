"""What each line of a page is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsledger.model import BlockRole
from newsledger.page.layout.byline import is_byline, is_signature
from newsledger.page.layout.captions import is_caption, is_credit
from newsledger.page.layout.prose import MarkedLine, is_sentence
from newsledger.page.rules import Rules
from newsledger.page.words.line import words_of
from newsledger.page.words.phrases import means

# How many lines before the headline a section or byline may stand, and after the body a byline or correction.
_BEFORE, _AFTER, _GALLERY = 14, 6, 20
_SHORT = 20
_NEAR_HEADLINE = 5
# A name alone is a byline only so close to the headline or the first paragraph: menus may lie between.
_BELOW_HEADLINE, _ABOVE_BODY = 8, 4
# News / Russia; Home > World > Europe; Home » News. A row of links parted by "|" is a menu.
_PATH = re.compile(r"\s+[/›»>→]\s+|\s*[›»>→]\s*")
_LONGEST_PATH, _WORDS_OF_SECTION = 5, 5
_DIGIT = re.compile(r"\d")
_LONGEST_SECTION, _LONGEST_NAME = 12, 8
_FEWEST_OF_STANDFIRST, _LONGEST_STANDFIRST = 6, 70
# A lead of so many paragraphs may stand above the one that begins with the agency's dateline.
_LEAD = 2
_BULLET = re.compile(r"[•‣▪●◦*·]\s+\S")
# "4 years ago", "Updated an hour ago": the page's own clock, which is no part of the article.
_AGO = re.compile(
    r"(?:(?:last )?(?:updated?|published|posted|modified)\W*)?"
    r"(?:an?|\d+) (?:second|minute|min|hour|hr|day|week|month|year)s? ago",
    re.IGNORECASE,
)
# {mosads}, {{ad_slot}}: a place-holder that was never filled.
_UNFILLED = re.compile(r"\{+[^{}]{1,80}\}+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the article lies among the lines of its page.

    Attributes:
        headline: Index of the headline, None where there is none.
        article: Indices of the lines that are the article.
        start: Index of the first line of its body.
        end: Index after the last.
        authors: Words of each author's name that the markup gives.
        head: Index of the headline's first copy, where the page prints it again above the body.
        above_date: Indices of the lines that stand just above a date.
    """

    headline: int | None
    article: frozenset[int]
    start: int
    end: int
    authors: tuple[tuple[str, ...], ...] = ()
    head: int | None = None
    above_date: frozenset[int] = frozenset()


def lay_out(
    lines: Sequence[MarkedLine],
    headline: int | None,
    article: frozenset[int],
    authors: Iterable[str] = (),
    title: str | None = None,
) -> Layout:
    """Give the layout: the body starts with its first line of prose, or after the headline where there is none.

    Args:
        lines: All lines of the page.
        headline: Index of the headline.
        article: Indices of the lines that are the article.
        authors: The authors whom the markup gives.
        title: The line above all others, which is the page's title and may be the headline's first copy.
    """
    size = len(lines)
    first = -1 if headline is None else headline
    below = sorted(number for number in article if number > first)
    default = below[0] if below else (size if headline is None else headline + 1)
    prose = [number for number in below if lines[number].weight > 0]
    start = prose[_words_above(lines, prose)] if prose else default
    names = tuple(words for author in authors if 2 <= len(words := tuple(words_of(author))) <= _LONGEST_NAME)
    return Layout(
        headline=headline,
        article=article,
        start=start,
        end=max(article, default=start) + 1,
        authors=names,
        head=None if headline is None else _first_copy(lines, headline, title),
        above_date=frozenset(number - 1 for number, marked in enumerate(lines) if marked.days),
    )


def _first_copy(lines: Sequence[MarkedLine], headline: int, title: str | None) -> int:
    """Give where the headline first stands, -1 for the title above all lines."""
    line = lines[headline].line
    if headline < _BEFORE and line.text == title:
        return -1
    copies = range(max(0, headline - _BEFORE), headline)
    return next((number for number in copies if lines[number].line.tokens == line.tokens), headline)


def _words_above(lines: Sequence[MarkedLine], prose: Sequence[int]) -> int:
    """Count the paragraphs that stand above the article proper.

    These are a list of its points, or a lead over the byline, the date, or the paragraph that begins
    with the agency's dateline.
    """
    report = next((place for place, number in enumerate(prose[: _LEAD + 1]) if lines[number].report), 0)
    signed = next(
        (place + 1 for place, pair in enumerate(pairwise(prose[: _LEAD + 1])) if _parts_lead(lines[slice(*pair)])), 0
    )
    bullets = 0
    while bullets < len(prose) and _is_bullet(lines[prose[bullets]]):
        bullets += 1
    return max(report, signed, bullets if 1 < bullets < len(prose) else 0)


def _parts_lead(between: Sequence[MarkedLine]) -> bool:
    """Say whether a byline follows a paragraph: its date, its "By", or its writer's address."""
    return any(
        marked.line.words <= _LONGEST_SECTION
        and not marked.line.closed
        and (bool(marked.days) or "@" in marked.line.text or means(marked.rows, "byline", "published", "modified"))
        for marked in between[1:]
    )


def _is_bullet(marked: MarkedLine) -> bool:
    return _BULLET.match(marked.line.text) is not None


def find_roles(lines: Sequence[MarkedLine], layout: Layout, rules: Rules) -> list[BlockRole]:
    """Give the role of each line."""
    roles: list[BlockRole] = []
    path = _path_above(lines, layout)
    for number, marked in enumerate(lines):
        role = "section" if number in path else _role(number, marked, layout, rules)
        if roles and role in ("furniture", "body") and _goes_on(lines[number - 1], roles[-1], marked):
            role = roles[-1]
        roles.append(role)
    return roles


def _path_above(lines: Sequence[MarkedLine], layout: Layout) -> range:
    """Find a path of sections that a dump has a line for each of: from "Home" down to the headline."""
    top = _top(layout)
    for number in range(top - 1, max(-1, top - 1 - _LONGEST_PATH), -1):
        marked = lines[number]
        if marked.line.tag:
            break
        if means(marked.rows, "home"):
            return range(number, top)
        alike = layout.headline is not None and marked.line.tokens == lines[layout.headline].line.tokens
        if (marked.rows or marked.line.closed or marked.line.words > _WORDS_OF_SECTION) and not alike:
            break
    return range(0)


def _goes_on(before: MarkedLine, role: BlockRole, marked: MarkedLine) -> bool:
    """Say whether a line goes on with the one before: a name after "Photo:", a link under "Related stories"."""
    if role == "credit":
        return before.line.text.endswith(":") and marked.line.words <= _LONGEST_NAME
    if role != "related" or marked.rows or "©" in marked.line.text or not 3 <= marked.line.words <= _SHORT:
        return False
    return any(row.get("closes") for row in before.rows) or not marked.line.closed


def section_names(text: str) -> tuple[str, ...]:
    """Cut a path of sections into its parts, the widest first."""
    return tuple(part.strip(" /›»>|→") for part in _PATH.split(text) if part.strip(" /›»>|→"))


def _role(number: int, marked: MarkedLine, layout: Layout, rules: Rules) -> BlockRole:
    if number == layout.headline:
        return "headline"
    inside = number in layout.article
    if layout.start <= number < layout.end + _AFTER and _is_correction(marked, inside=inside):
        return "correction"
    role = None
    if _top(layout) - _BEFORE <= number < layout.end + _GALLERY:
        role = _picture_role(marked, rules, at_top=_top(layout) < number < layout.start, inside=inside)
    if role is None and (_top(layout) - _BEFORE <= number < layout.start or layout.end <= number < layout.end + 2):
        role = _head_role(number, marked, layout, rules)
    if role is None and inside:
        role = _inside_role(marked, rules)
    return role or ("related" if _is_related(marked) and number >= layout.start else "furniture")


def _top(layout: Layout) -> int:
    return layout.start if layout.headline is None else layout.headline


def _names_author(marked: MarkedLine, layout: Layout) -> bool:
    """Say whether a short line names an author that the markup gives."""
    line = marked.line
    if line.closed or line.words > _SHORT or means(marked.rows, "furniture", "related", "modified"):
        return False
    words = f" {' '.join(line.tokens)} "
    return any(f" {' '.join(name)} " in words for name in layout.authors)


def _is_correction(marked: MarkedLine, *, inside: bool) -> bool:
    if "correction" in marked.line.hints:
        return True
    return means(marked.rows, "correction") and (is_sentence(marked.line) or inside)


def _picture_role(marked: MarkedLine, rules: Rules, *, at_top: bool, inside: bool) -> BlockRole | None:
    if is_credit(marked, rules):
        return "credit"
    if marked.line.linked > 0.9 and "caption" not in marked.line.hints:
        return None
    if not inside and not marked.line.hints & {"caption", "figure"} and not at_top and marked.line.words < 4:
        return None
    return "caption" if is_caption(marked, rules, at_top=at_top) else None


def _head_role(number: int, marked: MarkedLine, layout: Layout, rules: Rules) -> BlockRole | None:
    head = layout.start if layout.head is None else layout.head
    in_head = head < number < layout.start
    if number < layout.start and _is_section(marked, layout, number):
        return "section"
    near = in_head and (number - head <= _BELOW_HEADLINE or layout.start - number <= _ABOVE_BODY)
    dated = number in layout.above_date
    signed = is_signature(marked.line.text, rules) and (near or number >= layout.end)
    if signed or is_byline(marked, rules, near=near, dated=dated) or _names_author(marked, layout):
        return "byline"
    if in_head and _is_standfirst(marked, first=number - 1 == layout.headline):
        return "standfirst"
    return None


def _is_section(marked: MarkedLine, layout: Layout, number: int) -> bool:
    line = marked.line
    distance = number - _top(layout)
    if marked.days or not 1 <= line.words <= _LONGEST_SECTION + 8 * ("section" in line.hints):
        return False
    if "section" in line.hints and not line.hints & {"related", "date", "byline"}:
        told = means(marked.rows, "furniture") and line.words > 1
        return not told and ("furniture" not in line.hints or distance >= -_NEAR_HEADLINE)
    if line.closed or distance > 0 or (means(marked.rows, "furniture") and line.words > 1):
        return False
    if distance == -1 and number <= 1 and line.words <= 3 and not marked.rows and not _DIGIT.search(line.text):
        return True
    parts = section_names(line.text)
    return 2 <= len(parts) <= 5 and all(len(part.split()) <= 4 for part in parts) and -distance <= _NEAR_HEADLINE


def _is_standfirst(marked: MarkedLine, *, first: bool) -> bool:
    line = marked.line
    if marked.days or means(marked.rows, "furniture", "related", "published", "modified"):
        return False
    if "standfirst" in line.hints:
        return 3 <= line.words <= _LONGEST_STANDFIRST
    if "furniture" in line.hints or line.linked > 0.5 or line.words > _LONGEST_STANDFIRST:
        return False
    if is_sentence(line) or (_is_bullet(marked) and line.words > _FEWEST_OF_STANDFIRST):
        return True
    return first and line.words >= _FEWEST_OF_STANDFIRST and not marked.rows


def _inside_role(marked: MarkedLine, rules: Rules) -> BlockRole:
    line = marked.line
    if line.hints & {"live", "clock"}:
        return "live_entry" if "live" in line.hints else "furniture"
    if _is_aside(marked):
        return "furniture"
    if line.words <= _SHORT and means(marked.rows, "related") and (line.linked > 0.5 or ":" in line.text[:30]):
        return "related"
    if is_signature(line.text, rules) or (not line.closed and _signs(marked) and is_byline(marked, rules, near=False)):
        return "byline"
    if is_sentence(line) or line.words > _SHORT:
        return "body"
    if marked.days and means(marked.rows, "published", "modified") and is_byline(marked, rules, near=True):
        return "byline"
    if (marked.days and not line.closed) or (line.words <= 12 and means(marked.rows, "furniture")):
        return "furniture"
    return "body"


def _is_aside(marked: MarkedLine) -> bool:
    """Say whether a line among paragraphs speaks of the page: its age, its pay wall, its other pages."""
    line = marked.line
    if means(marked.rows, "paywall") and line.words <= 2 * _SHORT:
        return True
    promotes = any(row["means"] == "furniture" and len(row["phrase"].split()) > 2 for row in marked.rows)
    return (promotes and line.words <= _SHORT) or any(form.fullmatch(line.text) for form in (_AGO, _UNFILLED))


def _signs(marked: MarkedLine) -> bool:
    """Say whether a line begins with what only a byline begins with, such as "Reporting by"."""
    return any(row["means"] == "byline" and " " in row["phrase"] for row in marked.rows)


def _is_related(marked: MarkedLine) -> bool:
    return means(marked.rows, "related") or bool(marked.line.hints & {"related"})
