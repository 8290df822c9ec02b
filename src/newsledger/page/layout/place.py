"""Where the article lies among the lines of its page."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsledger.page.layout.prose import MarkedLine
from newsledger.page.words.line import words_of
from newsledger.page.words.phrases import means

# How many lines before the headline its first copy may stand.
_BEFORE = 14
# How many lines below the body a caption may stand.
_AFTER = 20
_LONGEST_PARTING, _LONGEST_NAME = 12, 8
# A lead of so many paragraphs may stand above the one that begins with the agency's dateline.
_LEAD = 2
_BULLET = re.compile(r"[•‣▪●◦*·]\s+\S")


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
    """

    headline: int | None
    article: frozenset[int]
    start: int
    end: int
    authors: tuple[tuple[str, ...], ...] = ()
    head: int | None = None

    @property
    def near(self) -> range:
        """Indices of the lines that may be of the article: from its section to the last picture below it."""
        return range(max(0, self.top - _BEFORE), self.end + _AFTER)

    @property
    def top(self) -> int:
        """Index of the headline, of the body's first line where there is none."""
        return self.start if self.headline is None else self.headline


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
    while bullets < len(prose) and is_bullet(lines[prose[bullets]]):
        bullets += 1
    return max(report, signed, bullets if 1 < bullets < len(prose) else 0)


def _parts_lead(between: Sequence[MarkedLine]) -> bool:
    """Say whether a byline follows a paragraph: its date, its "By", or its writer's address."""
    return any(
        marked.line.words <= _LONGEST_PARTING
        and not marked.line.closed
        and (bool(marked.days) or "@" in marked.line.text or means(marked.rows, "byline", "published", "modified"))
        for marked in between[1:]
    )


def is_bullet(marked: MarkedLine) -> bool:
    """Say whether a line is one of a list of points."""
    return _BULLET.match(marked.line.text) is not None
