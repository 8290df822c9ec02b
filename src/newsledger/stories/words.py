"""The words of a report: as they are compared, as they are weighed, and which of them are quoted."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from newsledger.model import Report, Span
from newsledger.stories.rules import Rules

#: A number with its point or colon ("5.6", "1,200") or a word of two letters or more; not "a", not "_".
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]{2,}")
#: Any run of letters and digits, for the comparison of texts.
_TOKEN = re.compile(r"\w+")
#: A word that may tell what something is about: of three letters or more.
_LONG = re.compile(r"[^\W\d_]{3,}")
#: Such words: where each stands, and in its plain form, without those that are in every text.
Matter = tuple[tuple[int, int, tuple[str, ...]], ...]
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
    places = token_places(text)
    starts = [start for start, _ in places]
    quoted = [False] * len(places)
    for quotation in _QUOTED.finditer(text):
        first, end = (bisect_left(starts, place) for place in quotation.span())
        quoted[first:end] = [True] * (end - first)
    return tuple(
        Token(text[start:end].lower(), start, end, within) for (start, end), within in zip(places, quoted, strict=True)
    )


def spelled(text: str) -> list[str]:
    """Give all words of a text in small letters, wherever they stand."""
    return [word.lower() for word in _TOKEN.findall(text)]


def token_places(text: str) -> list[tuple[int, int]]:
    """Say where the words of a text stand."""
    return [match.span() for match in _TOKEN.finditer(text)]


def matter(text: str, within: Span, beside: Iterable[tuple[int, int]], rules: Rules) -> Matter:
    """Give the words of a part of a text that tell what it is about, with some places left out."""
    letters = list(within.of(text))
    for first, last in beside:
        if first < within.end and within.start < last:
            start, end = max(first - within.start, 0), min(last - within.start, len(letters))
            letters[start:end] = " " * (end - start)
    places = (match.span() for match in _LONG.finditer("".join(letters)))
    moved = [(within.start + start, within.start + end) for start, end in places]
    return tuple((start, end, _telling_word(text[start:end], rules)) for start, end in moved)


def without(words: Matter, act: Span, text: str, rules: Rules) -> tuple[str, ...]:
    """Give the words that tell what an act is about, each once; of a word that it is a part of, what is left."""
    found: set[str] = set()
    for start, end, plain_words in words:
        if end <= act.start or act.end <= start:
            found.update(plain_words)
        else:
            found.update(_telling(f"{text[start : act.start]} {text[act.end : end]}", rules))
    return tuple(sorted(found))


@lru_cache(maxsize=1 << 16)
def _telling_word(word: str, rules: Rules) -> tuple[str, ...]:
    return _telling(word, rules)


def _telling(text: str, rules: Rules) -> tuple[str, ...]:
    words = _LONG.findall(text.lower())
    return tuple(_singular(word) for word in words if word not in rules.common and (word,) not in rules.hedges)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


class Word(NamedTuple):
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


@lru_cache(maxsize=1 << 16)
def plain(word: str) -> str:
    """Give a word in small letters and without the ``s`` of a plural: "Quakes" and "quake" are one."""
    small = word.lower()
    return small[:-1] if len(small) > 4 and small.endswith("s") and not small.endswith("ss") else small
