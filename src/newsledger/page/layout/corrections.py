"""Notes of correction: a second look at the roles, by a line's own words and where it stands."""

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


def mark_corrections(
    lines: Sequence[MarkedLine], roles: Sequence[BlockRole], layout: Layout, rules: Rules
) -> list[BlockRole]:
    """Give the roles anew with the notes of correction at either end of the body.

    Args:
        lines: All lines of the page.
        roles: Their roles so far.
        layout: Where the article lies among them.
        rules: The room's rules.
    """
    notes = frozenset(_corrections(lines, roles, layout, rules))
    return ["correction" if number in notes else role for number, role in enumerate(roles)]


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
