"""Which lines are the article, by what the block model says of each."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from newsledger.page.blocks.model import JUDGED, Matrix
from newsledger.page.layout.place import is_bullet
from newsledger.page.layout.prose import MarkedLine, best_stretches, find_prose, is_sentence, prose_scores
from newsledger.page.words.line import Line
from newsledger.page.words.phrases import means

_BODY, _HEADLINE = JUDGED.index("body"), JUDGED.index("headline")
# From so sure on a line is body: a paragraph that is lost costs more than a line too many.
_ENOUGH = 0.45
_LIKELY_HEADLINE = 0.3
_WRAPPED = 0.8
_LEAST = 1e-4
# Without markup the model is less sure, and what reads as prose, in stretches, has a say: its scores by so much,
# within these bounds, less so much for each line, and so much for beginning another stretch.
_SHARE, _LOWEST, _HIGHEST, _PRICE, _ENTRY = 0.1, -2.0, 3.0, 0.4, 2.0

# A gap of so many lines is filled where at most this share of them is told to be something else.
_LONGEST_GAP, _MOST_TOLD = 12, 0.2
# So many lines from one paragraph to the next above it are still of one article.
_MOST_BETWEEN, _MOST_ABOVE = 4, 2
_TOLD = ("furniture", "related", "published", "modified", "home")


def find_article(kind: str, lines: Sequence[MarkedLine], judged: Matrix) -> frozenset[int]:
    """Find the lines of the article's body.

    Comments are never among them, whatever they look like. Where the model is sure of no line, those
    that read best as prose are taken.

    Args:
        kind: ``html`` or ``dump``.
        lines: All lines of the page.
        judged: What the block model says of each.
    """
    sure = judged[:, _BODY]
    numbers = np.flatnonzero(sure >= _ENOUGH).tolist() if kind == "html" else _in_stretches(lines, judged)
    aside = {number for number in numbers if _is_aside(lines[number].line)}
    # Where nearly all is called comments, that is the name of what wraps the page.
    chosen = numbers if len(aside) > _WRAPPED * len(numbers) else [number for number in numbers if number not in aside]
    if not chosen:
        return find_prose(lines, None)
    if kind == "dump":
        chosen = _fill(lines, [*_lead(lines, chosen[0], judged), *chosen])
    told = {lines[number].line.at for number in chosen}
    return frozenset([*chosen, *(number for number in _entries(lines) if lines[number].line.at in told)])


def _entries(lines: Sequence[MarkedLine]) -> list[int]:
    return [number for number, marked in enumerate(lines) if marked.weight > 0 and "live" in marked.line.hints]


def _in_stretches(lines: Sequence[MarkedLine], judged: Matrix) -> list[int]:
    if not lines:
        return []
    sure = judged[:, _BODY].clip(_LEAST, 1 - _LEAST)
    prose = np.array(prose_scores(lines, int(judged[:, _HEADLINE].argmax())))
    scores = np.log(sure / (1 - sure)) + (_SHARE * prose).clip(_LOWEST, _HIGHEST) - _PRICE
    return best_stretches(scores.tolist(), _ENTRY)


def _fill(lines: Sequence[MarkedLine], chosen: Sequence[int]) -> list[int]:
    """Add the lines of short gaps in which hardly a line tells that it is something else: items of a list."""
    filled = set(chosen)
    for before, after in pairwise(chosen):
        gap = range(before + 1, after)
        told = {number for number in gap if _is_told(lines[number])}
        if len(gap) <= _LONGEST_GAP and len(told) <= len(gap) * _MOST_TOLD:
            filled.update(number for number in gap if number not in told)
    return sorted(filled)


def _lead(lines: Sequence[MarkedLine], first: int, judged: Matrix) -> list[int]:
    """Add the paragraphs below the headline and above the first one, with a few lines between them at most.

    Without markup, what reads as a paragraph of the article is taken for one. Where there is no headline, fewer lines
    may stand between.
    """
    headline = int(judged[:, _HEADLINE].argmax())
    known = headline < first and judged[headline, _HEADLINE] >= _LIKELY_HEADLINE
    known = known and not is_sentence(lines[headline].line)
    floor, most = (headline + 1, _MOST_BETWEEN) if known else (0, _MOST_ABOVE)
    start, place = first, first - 1
    while place >= floor and start - place <= most:
        if _leads(lines[place]):
            start = place
        elif _parts(lines[place], known=known):
            break
        place -= 1
    return [number for number in range(start, first) if _leads(lines[number])]


def _parts(marked: MarkedLine, *, known: bool) -> bool:
    """Say whether a line parts what is above it from the article: a date, a byline; without a headline any notice.

    A label of one word, such as "Advertisement", stands between paragraphs too.
    """
    others = () if known or marked.line.words == 1 else ("furniture", "related")
    return bool(marked.days) or means(marked.rows, "byline", "home", "published", "modified", *others)


def _leads(marked: MarkedLine) -> bool:
    told = marked.rows or marked.days or is_bullet(marked) or _is_aside(marked.line)
    return marked.report or (is_sentence(marked.line) and not told)


def _is_told(marked: MarkedLine) -> bool:
    return bool(marked.days) or means(marked.rows, *_TOLD) or _is_aside(marked.line)


def _is_aside(line: Line) -> bool:
    """Say whether a line is a reader's comment, or a number alone, such as a picture's."""
    return "comments" in line.hints or (len(line.tokens) <= 1 and line.text.isdecimal())
