"""Which stretch of a page's lines is the article: found by how its lines read, without markup."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsledger.lexicon import Row
from newsledger.page.rules import Rules
from newsledger.page.words.dateline import AGENCY_WORDS, read_dateline
from newsledger.page.words.dates import FoundDay, find_days, may_hold_year
from newsledger.page.words.line import Line
from newsledger.page.words.phrases import means

# A line of prose counts its words, at most so many: one endless line must not outweigh a page.
_MOST = 60.0
#: A sentence has so many words.
SENTENCE = 6
_LINKED = 0.6
# A dateline that names an agency stands in so many letters, and has a bracket, a slash or a dash.
_HEAD, _HEAD_WORDS = 100, 50
_DATELINE_MARK = re.compile("[(/—–―_-]")
_LONG = 20
# A longer sentence does not begin with a label that has no mark after it.
_LABELLED = 8
_SHORT = -8.0
_FRAGMENT = -3.0
_NOT_PROSE = -14.0
# What it costs to begin another stretch of article after a gap.
_ENTRY = 30.0
# Prose before the headline is a notice or a teaser; after the comments began, a comment.
_ABOVE, _BELOW = 0.1, 0.25
_ALONE, _BETWEEN = 0.4, -4.0
_ENOUGH_PROSE = 20.0


class MarkedLine(NamedTuple):
    """A line with what its words fire.

    Attributes:
        rows: The phrases in it, the longest at its start first.
        days: The full dates in it, where it is short.
        report: It begins with a dateline that names an agency.
        weight: How much it reads as a paragraph: its words, below zero for what is no prose.
    """

    line: Line
    rows: tuple[Row, ...]
    days: tuple[FoundDay, ...] = ()
    report: bool = False
    weight: float = 0.0


def mark_lines(lines: Sequence[Line], rules: Rules) -> tuple[MarkedLine, ...]:
    """Look up the phrases and dates of all lines."""
    return tuple(_mark(line, rules) for line in lines)


def _mark(line: Line, rules: Rules) -> MarkedLine:
    rows = rules.phrases.find_words(line.tokens)
    if rows and line.closed and line.words > _LABELLED:
        rows = tuple(row for row in rows if not _begins_sentence(row, line.text))
    days = tuple(find_days(line.text, rules.months)) if line.words <= _LONG and may_hold_year(line.text) else ()
    report = line.words >= SENTENCE and line.linked <= _LINKED and _begins_report(line, rules)
    weight = float(line.words) if report else _weigh(line, rows, dated=bool(days))
    return MarkedLine(line, rows, days, report, min(weight, _MOST))


def _begins_sentence(row: Row, text: str) -> bool:
    """Say whether a label of one word is the first of a sentence: "More than forty boats", not "More: Forty boats"."""
    word = row["phrase"]
    if row["place"] != "start" or " " in word or row["means"] not in ("related", "furniture"):
        return False
    start = text.lower().find(word)
    return start >= 0 and text[start + len(word) :].lstrip(" ")[:1].isalnum()


def _begins_report(line: Line, rules: Rules) -> bool:
    head = line.text[:_HEAD]
    if not _DATELINE_MARK.search(head):
        return False
    words = line.tokens[:_HEAD_WORDS]
    if rules.agency_words.isdisjoint(words) and AGENCY_WORDS.isdisjoint(words):
        return False
    found = read_dateline(head, rules.agencies, rules.months)
    return found is not None and found.agency is not None


def find_prose(lines: Sequence[MarkedLine], headline: int | None) -> frozenset[int]:
    """Find the lines of the article: the stretches of lines with the best sum of scores.

    Args:
        lines: All lines of the page.
        headline: Index of the headline, when it is known.

    Returns:
        Indices of lines; captions and boxes between paragraphs are among them.
    """
    scores = prose_scores(lines, headline)
    # A page of one paragraph is not worth the price of a stretch, but there is nothing better.
    return frozenset(best_stretches(scores, _ENTRY) or best_stretches(scores, 0.0))


def is_sentence(line: Line) -> bool:
    """Say whether a line reads as a paragraph of its own."""
    return line.words >= SENTENCE and line.closed


def main_start(lines: Sequence[MarkedLine], chosen: frozenset[int]) -> int | None:
    """Give where the stretch of the article with the most words starts, None where there is none."""
    best, most = None, 0
    start, words = 0, 0
    for number in sorted(chosen):
        if number - 1 not in chosen:
            start, words = number, 0
        words += lines[number].line.words
        if words > most:
            best, most = start, words
    return best


def prose_scores(lines: Sequence[MarkedLine], headline: int | None) -> list[float]:
    """Weigh each line: how much it reads as prose, among its neighbours and where it stands."""
    scores = []
    prose = 0.0
    closed = False
    first = -1 if headline is None else headline
    weights = _in_company([marked.weight for marked in lines])
    for number, (marked, score) in enumerate(zip(lines, weights, strict=True)):
        if number > first and score > 0:
            prose += score
        closed = closed or (prose >= _ENOUGH_PROSE and number > first and any(row.get("closes") for row in marked.rows))
        share = _ABOVE if number < first else _BELOW if closed else 1.0
        scores.append(_NOT_PROSE if number == headline else score * share if score > 0 else score)
    return scores


def _in_company(weights: Sequence[float]) -> list[float]:
    """Weigh lines by their neighbours.

    A line of prose among lines of another kind is a teaser and counts less; one line of another kind
    between two of prose is a heading, a caption or a link, and costs little.
    """
    around = [0.0, 0.0, *weights, 0.0, 0.0]
    company = []
    for far, before, weight, after, farther in zip(around, around[1:], weights, around[3:], around[4:], strict=False):
        if weight > 0 and max(before, after) <= _SHORT and max(far, farther) <= 0:
            company.append(weight * _ALONE)
        elif weight < _BETWEEN and min(before, after) > 0:
            company.append(_BETWEEN)
        else:
            company.append(weight)
    return company


def _weigh(line: Line, rows: Sequence[Row], *, dated: bool) -> float:
    if line.linked > _LINKED:
        return _NOT_PROSE
    if line.closed and line.words >= SENTENCE:
        weight = float(line.words)
    elif line.words >= _LONG:
        weight = 4.0
    else:
        weight = _FRAGMENT if line.closed else _SHORT
    return min(weight, _most_told(line, rows, dated=dated)) if rows or dated else weight


def _most_told(line: Line, rows: Sequence[Row], *, dated: bool) -> float:
    """Give the most that a line may count with what its phrases and dates say."""
    if dated and not line.closed:
        return _NOT_PROSE
    if not rows:
        return _MOST
    if any(row.get("closes") for row in rows) and line.words <= 12:
        return _NOT_PROSE
    promotion = [row for row in rows if row["means"] in ("furniture", "related")]
    if promotion and (line.words <= _LONG or any(len(row["phrase"].split()) > 2 for row in promotion)):
        return _NOT_PROSE
    if means(rows, "credit", "byline", "published", "modified") and line.words <= 12:
        return _SHORT
    return _MOST


def best_stretches(scores: Sequence[float], entry: float) -> list[int]:
    """Cut the lines into article and rest so that the article's sum, less a price for each stretch, is highest."""
    inside, outside = float("-inf"), 0.0
    came_in: list[bool] = []
    went_out: list[bool] = []
    for score in scores:
        enter = outside - entry > inside
        leave = inside > outside
        came_in.append(enter)
        went_out.append(leave)
        inside, outside = (outside - entry if enter else inside) + score, max(outside, inside)
    chosen = []
    within = inside > outside
    for number in range(len(scores) - 1, -1, -1):
        if within:
            chosen.append(number)
            within = not came_in[number]
        else:
            within = went_out[number]
    return chosen[::-1]
