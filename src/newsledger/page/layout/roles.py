"""What each line of a page is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsledger.model import BlockRole
from newsledger.page.layout.byline import is_byline
from newsledger.page.layout.captions import is_caption, is_credit
from newsledger.page.layout.prose import MarkedLine, is_sentence
from newsledger.page.rules import Rules
from newsledger.page.words.phrases import means

# How many lines before the headline a section or byline may stand, and after the body a byline or correction.
_BEFORE, _AFTER = 14, 6
_SHORT = 20
_NEAR_HEADLINE = 5
# A name alone is a byline only so close to the headline or the first paragraph: menus may lie between.
_BELOW_HEADLINE, _ABOVE_BODY = 8, 4
# News / Russia; Home > World > Europe; Home » News
_PATH = re.compile(r"\s+[/›»>|→]\s+|\s*[›»>→]\s*")
_LONGEST_SECTION = 12
_LONGEST_STANDFIRST = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the article lies among the lines of its page."""

    headline: int | None
    article: frozenset[int]
    start: int
    end: int


def lay_out(headline: int | None, article: frozenset[int], size: int) -> Layout:
    """Give the layout; a page without any prose starts after its headline."""
    start = min(article, default=size if headline is None else headline + 1)
    if headline is not None and start < headline:
        start = min((number for number in article if number > headline), default=headline + 1)
    return Layout(headline=headline, article=article, start=start, end=max(article, default=start) + 1)


def find_roles(lines: Sequence[MarkedLine], layout: Layout, rules: Rules) -> list[BlockRole]:
    """Give the role of each line."""
    roles: list[BlockRole] = []
    for number, marked in enumerate(lines):
        role = _role(number, marked, layout, rules)
        follows = roles[-1] == "credit" and lines[number - 1].line.text.endswith(":") if roles else False
        roles.append("credit" if follows and marked.line.words <= 8 else role)
    return roles


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
    if _top(layout) - _BEFORE <= number < layout.end + _AFTER:
        role = _picture_role(marked, rules, at_top=_top(layout) < number < layout.start, inside=inside)
    if role is None and (_top(layout) - _BEFORE <= number < layout.start or layout.end <= number < layout.end + 2):
        role = _head_role(number, marked, layout, rules)
    if role is None and inside:
        role = _inside_role(marked, rules)
    return role or ("related" if _is_related(marked) and number >= layout.start else "furniture")


def _top(layout: Layout) -> int:
    return layout.start if layout.headline is None else layout.headline


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
    in_head = _top(layout) < number < layout.start
    if number < layout.start and _is_section(marked, layout, number):
        return "section"
    near = in_head and (number - _top(layout) <= _BELOW_HEADLINE or layout.start - number <= _ABOVE_BODY)
    if is_byline(marked, rules, near=near):
        return "byline"
    if in_head and _is_standfirst(marked):
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
    parts = section_names(line.text)
    return 2 <= len(parts) <= 5 and all(len(part.split()) <= 4 for part in parts) and -distance <= _NEAR_HEADLINE


def _is_standfirst(marked: MarkedLine) -> bool:
    line = marked.line
    if marked.rows and means(marked.rows, "furniture", "related", "published", "modified"):
        return False
    if "standfirst" in line.hints:
        return 3 <= line.words <= _LONGEST_STANDFIRST
    return (
        "furniture" not in line.hints and line.linked < 0.5 and is_sentence(line) and line.words <= _LONGEST_STANDFIRST
    )


def _inside_role(marked: MarkedLine, rules: Rules) -> BlockRole:
    line = marked.line
    if "live" in line.hints:
        return "live_entry"
    if line.words <= _SHORT and means(marked.rows, "related") and (line.linked > 0.5 or ":" in line.text[:30]):
        return "related"
    if marked.rows and line.words <= 12 and means(marked.rows, "furniture") and not is_sentence(line):
        return "furniture"
    if marked.days and not line.closed and line.words <= _SHORT and means(marked.rows, "published", "modified"):
        return "byline" if is_byline(marked, rules, near=True) else "furniture"
    return "body"


def _is_related(marked: MarkedLine) -> bool:
    return means(marked.rows, "related") or bool(marked.line.hints & {"related"})
