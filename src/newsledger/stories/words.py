"""The words of a report: as they are compared, as they are weighed, and which of them are quoted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from newsledger.model import Report

#: A number with its point or colon ("5.6", "1,200") or a word of two letters or more; not "a", not "_".
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]{2,}")
#: Any run of letters and digits, for the comparison of texts.
_TOKEN = re.compile(r"\w+")
#: A quotation of twenty characters or more on one line: “We shall not be moved from here”; not "so-called".
_QUOTED = re.compile(r'["“][^"“”\n]{20,600}["”]')


class Token(NamedTuple):
    """A word of a text in small letters, and where it stands; there is one for each word of each text."""

    word: str
    start: int
    end: int
    quoted: bool


def tokens(text: str) -> tuple[Token, ...]:
    """Give all words of a text; those inside quotation marks are marked as quoted."""
    quotations = [match.span() for match in _QUOTED.finditer(text)]
    found = []
    at = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while at < len(quotations) and quotations[at][1] <= start:
            at += 1
        quoted = at < len(quotations) and quotations[at][0] <= start
        found.append(Token(match.group().lower(), start, end, quoted))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line: in its plain form, and as it stands."""

    plain: str
    text: str
    after_small: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def lines(report: Report) -> Iterator[tuple[Word, ...]]:
    """Give the words of a report's headline and of each line of its text."""
    for line in (report.headline or "", *report.text.split("\n")):
        words: list[Word] = []
        for match in _WORD.finditer(line):
            after_small = bool(words) and line[match.start() - 1] == " " and line[match.start() - 2].islower()
            words.append(Word(plain(match.group()), match.group(), after_small))
        if words:
            yield tuple(words)


def plain(word: str) -> str:
    """Give a word in small letters and without the ``s`` of a plural: "Quakes" and "quake" are one."""
    small = word.lower()
    return small[:-1] if len(small) > 4 and small.endswith("s") and not small.endswith("ss") else small
