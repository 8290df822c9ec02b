"""A line of a page and what its form says, whatever its language."""

import re
from collections.abc import Iterator
from io import StringIO
from itertools import chain, islice
from typing import Any, NamedTuple

from newsledger.model import BlockRole, Span

_WORD = re.compile(r"\w+")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
#: No news page has more lines: what follows them is a dump of something else, and is kept as one line.
MOST_LINES = 10_000
# Ends a sentence: "He left." and "“He left.”" and 「…。」; not "He left" and not "Photo: AP)".
# … and so many marks, at most, stand after the last word.
_LAST = 12
_CLOSERS = frozenset(".!?…。！？।۔؟\"'”’»)]」』*\n")
_CLOSED = re.compile(r"(?:[.!?…。！？।۔؟][\"'”’»)\]」』*]*|[\"”»」』])$")


class Line(NamedTuple):
    """A line of the page's text: one block element of HTML, or one line of a dump.

    Attributes:
        tokens: Its words in lower case, without marks.
        words: How many words it has; two letters of a script without spaces count as one.
        tag: Name of the nearest HTML block element; ``""`` in a dump.
        hints: What the markup around it says that it is (see ``classes.en.tsv``).
        own: The hints of its block element, of the one that holds that, and of inline elements in it.
        path: Numbers of the block elements that it stands in, the outermost first; empty in a dump.
        linked: Share of its letters that stand in links.
        pictured: A picture stands in it or between it and the line before.
        shape: Number of what its block element and the one that holds it are called: lines of one template share it.
        at: Value of the ``datetime`` attribute that belongs to it, or None.
        gap: Blank lines between it and the line before.
        cut: It is all that was left of a page of too many lines.
    """

    text: str
    start: int
    end: int
    tokens: tuple[str, ...]
    words: int
    closed: bool
    tag: str = ""
    hints: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    path: tuple[int, ...] = ()
    shape: int = 0
    linked: float = 0.0
    pictured: bool = False
    at: str | None = None
    gap: int = 0
    cut: bool = False

    @property
    def span(self) -> Span:
        """The line's place in the text."""
        return Span(start=self.start, end=self.end)


class Part(NamedTuple):
    """A stretch of the text and its role, before it becomes a Block."""

    role: BlockRole
    start: int
    end: int
    at: str | None = None


def count_words(text: str) -> int:
    """Count the words of a text; two letters of a script without spaces count as one word."""
    return _count(text, len(_WORD.findall(text)))


def has_more_words(text: str, most: int) -> bool:
    """Say whether a text has more words than so many, without counting all of a long one."""
    if next(islice(_WORD.finditer(text), most, None), None) is not None:
        return True
    return not text.isascii() and count_words(text) > most


def _count(text: str, words: int) -> int:
    return words if text.isascii() else max(words, len(_CJK.findall(text)) // 2)


def make_line(text: str, start: int, **markup: Any) -> Line:
    """Make a line of its text and what markup says of it."""
    tokens = tuple(_WORD.findall(text.lower()))
    words = len(tokens) if text.isascii() else _count(text, len(tokens))
    return Line(text, start, start + len(text), tokens, words, text[-1:] in _CLOSERS and is_closed(text), **markup)


def is_closed(text: str) -> bool:
    """Say whether a text ends as a sentence ends."""
    return text[-1:] in _CLOSERS and _CLOSED.search(text, max(0, len(text) - _LAST)) is not None


def words_of(text: str) -> list[str]:
    """Give the words of a text in lower case, without marks."""
    return _WORD.findall(text.lower())


def read_lines(text: str, most: int | None = None) -> tuple[Line, ...]:
    """Cut a plain text into its lines; blank ones are left out and counted in the next line's ``gap``.

    Args:
        text: The text.
        most: So many lines are told apart; what comes after them is one line of furniture.
    """
    lines: list[Line] = []
    position = gap = 0
    for raw in _raw_lines(text):
        stripped = raw.strip()
        if not stripped:
            gap += 1
        else:
            start = position + raw.find(stripped)
            if len(lines) == most:
                lines.append(remainder(text[start:].rstrip(), start))
                break
            lines.append(make_line(stripped, start, gap=gap))
            gap = 0
        position += len(raw)
    return tuple(lines)


def remainder(text: str, start: int) -> Line:
    """Make the one line of furniture that all lines behind the last one that is told apart become."""
    hints = frozenset({"furniture"})
    return Line(text=text, start=start, end=start + len(text), tokens=(), words=0, closed=False, hints=hints, cut=True)


def fold(text: str) -> str:
    """Fold white space, so that a wrapped title is one line."""
    return " ".join(text.split())


def _raw_lines(text: str) -> Iterator[str]:
    """Give each line and what ends it, as ``str.splitlines`` has it, one after the other: a page may have millions."""
    return chain.from_iterable(raw.splitlines(keepends=True) for raw in StringIO(text, newline="\n"))
