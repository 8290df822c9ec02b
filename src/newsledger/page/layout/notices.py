"""What a second look at the roles settles: corrections, pull quotes, and notices between the paragraphs."""

import re
from collections.abc import Iterator, Sequence

from newsledger.model import BlockRole
from newsledger.page.layout.place import Layout
from newsledger.page.layout.prose import MarkedLine, is_sentence
from newsledger.page.rules import Rules
from newsledger.page.words.phrases import means

# A note of correction stands among the first two paragraphs, the last few, or the lines just after them.
_FIRST, _LAST, _AFTER = 2, 4, 10
_LONGEST_NOTE = 150
_SETTLED = frozenset({"body", "correction", "furniture", "standfirst", "byline"})
# What follows a label that is one: "Correction: …", "Update (14:05): …", "Clarification, 21 January – …"
_LABEL = re.compile(
    r"\W*[\w'’ ]{3,40}?\s*(?:[(\[][^)\]]{1,40}[)\]]\s*)?(?:,? [\w.,: ]{3,30})?(?:[:–—]|\s-)\s+\S", re.DOTALL
)
_HEADING = 4
# A pull quote has so many words, and stands word for word in a paragraph that has more.
_FEWEST, _LONGEST = 6, 60
_LONGER = 3
# A "paragraph" longer than this is the article once more, in one piece.
_LONGEST_PARAGRAPH = 250
# Each line is compared with each: a text of more is compared as far as this.
_MOST_PARAGRAPHS = 400
# "— Anna Holm, chairwoman of the council": who says what a pull quote repeats.
_SIGNED = re.compile(r"[–—―~-]\s?[^\W\d_]")
_LONGEST_SIGNATURE, _LONGEST_NOTICE = 12, 40
# A longer line is a paragraph at whose end the wall stands.
_LONGEST_WALL = 25
# "This article first appeared in", not "In partnership with": with so many words a line speaks of the article.
_WHOLE_PHRASE = 4


def settle_notices(
    lines: Sequence[MarkedLine], roles: Sequence[BlockRole], layout: Layout, rules: Rules
) -> list[BlockRole]:
    """Give the roles anew where a line's words, or those of another line, tell better what it is.

    Args:
        lines: All lines of the page.
        roles: Their roles so far.
        layout: Where the article lies among them.
        rules: The room's rules.
    """
    settled = list(roles)
    for number in _pull_quotes(lines, roles):
        settled[number] = "furniture"
    for number in _notices(lines, roles, rules):
        settled[number] = "furniture"
    for number in _corrections(lines, settled, layout, rules):
        settled[number] = "correction"
    return settled


def _pull_quotes(lines: Sequence[MarkedLine], roles: Sequence[BlockRole]) -> Iterator[int]:
    """Find body lines whose words stand in a longer paragraph too, and the signatures below them."""
    bodies = [number for number, role in enumerate(roles) if role == "body"][:_MOST_PARAGRAPHS]
    sizes = {number: len(lines[number].line.tokens) for number in bodies}
    words = {number: f" {' '.join(lines[number].line.tokens)} " for number in bodies}
    paragraphs = [number for number in bodies if _FEWEST < sizes[number] <= _LONGEST_PARAGRAPH]
    whole = "\n".join(words.values())
    for number in bodies:
        if not _FEWEST <= sizes[number] <= _LONGEST or lines[number].line.text.endswith(":"):
            continue
        if whole.count(words[number]) < 2:
            continue
        if any(sizes[other] > sizes[number] + _LONGER and words[number] in words[other] for other in paragraphs):
            yield number
            after = number + 1
            if after < len(lines) and roles[after] == "body" and _is_signature(lines[after]):
                yield after


def _is_signature(marked: MarkedLine) -> bool:
    return marked.line.words <= _LONGEST_SIGNATURE and _SIGNED.match(marked.line.text) is not None


def _notices(lines: Sequence[MarkedLine], roles: Sequence[BlockRole], rules: Rules) -> Iterator[int]:
    """Find body lines of pay walls, consent and first publication, where the article has other words of its own."""
    found = [number for number, role in enumerate(roles) if role == "body" and _is_notice(lines[number], rules)]
    words = sum(marked.line.words for marked, role in zip(lines, roles, strict=True) if role == "body")
    told = sum(lines[number].line.words for number in found)
    if 2 * told < words:
        yield from found


def _is_notice(marked: MarkedLine, rules: Rules) -> bool:
    line = marked.line
    if line.words > _LONGEST_NOTICE:
        return False
    rows = rules.notices.find_words(line.tokens)
    if means(rows, "cookies", "blocked", "mirror") or (means(rows, "wall", "cut") and line.words <= _LONGEST_WALL):
        return True
    match = rules.origins.pattern.match(line.text) if rules.origins.may_stand_in(line.tokens) else None
    row = rules.origins.row_of(match.group()) if match else None
    return row is not None and row["names"] == "any" and len(row["phrase"].split()) >= _WHOLE_PHRASE


def _corrections(
    lines: Sequence[MarkedLine], roles: Sequence[BlockRole], layout: Layout, rules: Rules
) -> Iterator[int]:
    bodies = [number for number, role in enumerate(roles) if role in ("body", "correction", "live_entry")]
    if not bodies:
        return
    edges = {*bodies[:_FIRST], *bodies[-_LAST:]}
    first, last = min(bodies[0], layout.start), max(bodies[-1], layout.end - 1)
    headed = False
    for number in range(max(0, first - _FIRST), min(len(lines), last + _AFTER)):
        marked = lines[number]
        open_ = roles[number] in _SETTLED and (roles[number] != "body" or number in edges)
        heading = open_ and _is_heading(marked, rules)
        if (heading and number + 1 < len(lines) and is_sentence(lines[number + 1].line)) or (
            open_ and (headed or _is_correction(marked, rules))
        ):
            yield number
        headed = heading


def _is_correction(marked: MarkedLine, rules: Rules) -> bool:
    line = marked.line
    if not is_sentence(line) or line.words > _LONGEST_NOTE or line.linked > 0.5:
        return False
    rows = rules.notices.find_words(line.tokens)
    return means(rows, "correction") or (means(rows, "label") and _LABEL.match(line.text) is not None)


def _is_heading(marked: MarkedLine, rules: Rules) -> bool:
    """Say whether a line is "Corrections and clarifications" and no more, above the note itself."""
    line = marked.line
    rows = rules.notices.find_words(line.tokens) if line.words <= _HEADING and not line.closed else ()
    return any(row["means"] == "label" and row["phrase"].split() == list(line.tokens) for row in rows)
