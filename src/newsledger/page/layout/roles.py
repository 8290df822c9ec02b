"""What each line of a page is."""

from collections.abc import Sequence

from newsledger.model import BlockRole
from newsledger.page.layout.byline import is_byline, is_signature
from newsledger.page.layout.captions import is_caption, is_credit, weigh_beside
from newsledger.page.layout.place import Layout, is_bullet
from newsledger.page.layout.prose import MarkedLine, is_sentence
from newsledger.page.layout.sections import find_sections, is_marked_section
from newsledger.page.layout.signed import find_bylines
from newsledger.page.rules import Rules
from newsledger.page.words.line import Line
from newsledger.page.words.phrases import means

# How many lines before the headline a section or byline may stand, and after the body a byline or correction.
_BEFORE, _AFTER, _GALLERY = 14, 6, 20
_SHORT, _LONGEST_WALL = 20, 25
# What a line in the head or at the foot may be taken for where it names the writer.
_BESIDE_BYLINES = frozenset({"furniture", "related", "standfirst"})
_LONGEST_NAME = 8
# "This article first appeared in", not "In partnership with": with so many words a line speaks of the article.
_LONGEST_ORIGIN, _WHOLE_PHRASE = 40, 4
_GOING_ON: tuple[BlockRole, ...] = ("credit", "related")
_FEWEST_OF_STANDFIRST, _LONGEST_STANDFIRST = 6, 70


def find_roles(lines: Sequence[MarkedLine], layout: Layout, rules: Rules) -> list[BlockRole]:
    """Give the role of each line."""
    roles: list[BlockRole] = []
    # With markup the block model knows a section better than words do.
    marked_up = any(marked.line.tag for marked in lines)
    path = frozenset() if marked_up else find_sections(lines, layout.top, layout.headline, rules)
    signed = find_bylines(lines, layout, rules)
    near = range(layout.top - _BEFORE, max(layout.top + 1, layout.end + _GALLERY))
    for number, marked in enumerate(lines):
        apart = number not in near and number not in layout.article
        role = _role_apart(number, marked, layout) if apart else _role(number, lines, layout, rules)
        if number in path:
            role = "section"
        elif number in signed and (role in _BESIDE_BYLINES or (role == "body" and number < layout.start)):
            role = "byline"
        above = roles[-1] if roles else None
        if above in _GOING_ON and role in ("furniture", "body") and _goes_on(lines[number - 1], above, marked):
            role = above
        roles.append(role)
    return roles


def _goes_on(before: MarkedLine, role: BlockRole, marked: MarkedLine) -> bool:
    """Say whether a line goes on with the one before: a name after "Photo:", a link under "Related stories"."""
    if role == "credit":
        return before.line.text.endswith(":") and marked.line.words <= _LONGEST_NAME
    if role != "related" or marked.rows or "©" in marked.line.text or not 3 <= marked.line.words <= _SHORT:
        return False
    return any(row.get("closes") for row in before.rows) or not marked.line.closed


def _role(number: int, lines: Sequence[MarkedLine], layout: Layout, rules: Rules) -> BlockRole:
    if number == layout.headline:
        return "headline"
    marked = lines[number]
    inside = number in layout.article
    if layout.start <= number < layout.end + _AFTER and _is_correction(marked, inside=inside):
        return "correction"
    role = None
    if layout.top - _BEFORE <= number < layout.end + _GALLERY:
        role = _picture_role(number, lines, layout, rules)
    if role is None and layout.top - _BEFORE <= number < layout.start:
        role = _head_role(number, lines, layout)
    if role is None and inside:
        role = _inside_role(marked, rules)
    return role or _role_apart(number, marked, layout)


def _role_apart(number: int, marked: MarkedLine, layout: Layout) -> BlockRole:
    return "related" if number >= layout.start and _is_related(marked) else "furniture"


def _is_correction(marked: MarkedLine, *, inside: bool) -> bool:
    if "correction" in marked.line.hints:
        return True
    return means(marked.rows, "correction") and (is_sentence(marked.line) or inside)


def _picture_role(number: int, lines: Sequence[MarkedLine], layout: Layout, rules: Rules) -> BlockRole | None:
    marked = lines[number]
    if is_credit(marked, rules):
        # "© Anna Holm" names whose picture it is; after the article it is whose page.
        return None if marked.line.text[0] == "©" and number >= layout.end else "credit"
    # With markup the block model knows a caption better than words do.
    if marked.line.tag:
        return None
    at_top = layout.top < number < layout.start
    inside = number in layout.article
    beside = 0.0
    if at_top or layout.start <= number < layout.end:
        around = [lines[place] if 0 <= place < len(lines) else None for place in (number - 1, number, number + 1)]
        beside = 0.0 if _repeats_headline(marked, lines, layout) else weigh_beside(around, rules)
    if not (inside or at_top or beside) and marked.line.words < 4:
        return None
    return "caption" if is_caption(marked, rules, at_top=at_top, beside=beside) else None


def _repeats_headline(marked: MarkedLine, lines: Sequence[MarkedLine], layout: Layout) -> bool:
    return layout.headline is not None and marked.line.tokens == lines[layout.headline].line.tokens


def _head_role(number: int, lines: Sequence[MarkedLine], layout: Layout) -> BlockRole | None:
    marked = lines[number]
    if number < layout.start and is_marked_section(lines, number, layout.top):
        return "section"
    head = layout.start if layout.head is None else layout.head
    if head < number < layout.start and _is_standfirst(marked, first=number - 1 == layout.headline):
        return "standfirst"
    return None


def _is_standfirst(marked: MarkedLine, *, first: bool) -> bool:
    line = marked.line
    if marked.days or means(marked.rows, "furniture", "related", "published", "modified"):
        return False
    if "standfirst" in line.hints:
        return 3 <= line.words <= _LONGEST_STANDFIRST
    if "furniture" in line.hints or line.linked > 0.5 or line.words > _LONGEST_STANDFIRST:
        return False
    if is_sentence(line) or (is_bullet(marked) and line.words > _FEWEST_OF_STANDFIRST):
        return True
    return first and line.words >= _FEWEST_OF_STANDFIRST and not marked.rows


def _inside_role(marked: MarkedLine, rules: Rules) -> BlockRole:
    line = marked.line
    if line.hints & {"live", "clock"}:
        return "live_entry" if "live" in line.hints else "furniture"
    if _is_aside(marked) or _names_first(line, rules):
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
    """Say whether a line among paragraphs speaks of the page: its pay wall, its other pages."""
    line = marked.line
    if means(marked.rows, "paywall") and line.words <= _LONGEST_WALL:
        return True
    promotes = any(row["means"] == "furniture" and len(row["phrase"].split()) > 2 for row in marked.rows)
    return promotes and line.words <= _SHORT


def _names_first(line: Line, rules: Rules) -> bool:
    """Say whether a line begins as one that tells where the article was first: "This article first appeared in"."""
    if line.words > _LONGEST_ORIGIN or not rules.origins.may_stand_in(line.tokens):
        return False
    match = rules.origins.pattern.match(line.text)
    row = rules.origins.row_of(match.group()) if match else None
    return row is not None and row["names"] == "any" and len(row["phrase"].split()) >= _WHOLE_PHRASE


def _signs(marked: MarkedLine) -> bool:
    """Say whether a line begins with what only a byline begins with, such as "Reporting by"."""
    return any(row["means"] == "byline" and " " in row["phrase"] for row in marked.rows)


def _is_related(marked: MarkedLine) -> bool:
    return "related" in marked.line.hints or means(marked.rows, "related")
