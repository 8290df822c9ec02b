"""How far a line's words stand elsewhere on the page, as numbers: a caption repeats names of the article, a menu none.

Which words they are is not told: only in how many other paragraphs, and which of its copies a line is.
"""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, compress

import numpy as np

from newsledger.page.blocks.model import Matrix
from newsledger.page.words.line import Line

# The words that most paragraphs of a page have are what its language is made of: so many of them are told.
_COMMON = 40
# A word with so many letters, of a script without spaces with so many, is likely to be about something.
_LONG, _LONG_WIDE = 5, 2
_OFTEN = 3
_ASCII = 128


def measure_recurrence(lines: Sequence[Line], prose: Sequence[bool], headline: int) -> Matrix:
    """Give a row of numbers for each line, of how far its words recur: those of ``RECURRENCES``.

    Args:
        lines: All lines of the page.
        prose: Which of them read as paragraphs.
        headline: Where the headline probably is.
    """
    sets = [frozenset(line.tokens) for line in lines]
    # In the order of the page, so that of words as common as each other the same are taken each time.
    paragraphs = compress(lines, prose)
    held = Counter(chain.from_iterable(dict.fromkeys(line.tokens) for line in paragraphs))
    common = frozenset(word for word, _ in held.most_common(_COMMON))
    twice = {word for word, count in held.items() if count > 1}
    often = {word for word, count in held.items() if count > _OFTEN}
    long = {word for word in frozenset().union(*sets) if _is_long(word)} - common
    twice, often, any_prose = twice & long, often & long, held.keys() & long
    kinds = (common, long, twice, any_prose, often, sets[headline] & long)
    shared, mine, again, elsewhere, frequent, titled = _counts(sets, kinds)
    recurring = np.where(prose, again, elsewhere)
    size, words = np.maximum(1, mine), np.maximum(1, [len(one) for one in sets])
    told = [shared / words, recurring / size, frequent / size, titled / size, np.log1p(mine - recurring) / 3]
    return np.hstack([np.array(told).T, _copies(lines)])


def _counts(sets: Sequence[frozenset[str]], kinds: Sequence[AbstractSet[str]]) -> Matrix:
    """Give how many words of each kind each line has, a row a kind; each word of the page is looked up once a line."""
    bits: dict[str, int] = {}
    for number, kind in enumerate(kinds):
        for word in kind:
            bits[word] = bits.get(word, 0) | 1 << number
    found = np.array([bits.get(word, 0) for words in sets for word in words], np.uint8)
    line = np.repeat(np.arange(len(sets)), [len(words) for words in sets])
    flags = np.unpackbits(found[None], axis=0, count=len(kinds), bitorder="little")
    return np.array([np.bincount(line[row > 0], minlength=len(sets)) for row in flags], float)


def _is_long(word: str) -> bool:
    return len(word) >= (_LONG if ord(word[0]) < _ASCII or word.islower() else _LONG_WIDE)


def _copies(lines: Sequence[Line]) -> Matrix:
    """Give how many copies each line has, and whether it is the first or the last of them."""
    numbers: dict[tuple[str, ...], int] = {}
    alike = np.array([numbers.setdefault(line.tokens, len(numbers)) for line in lines])
    at = np.arange(len(lines))
    first, last = np.empty_like(at), np.empty_like(at)
    first[alike[::-1]], last[alike] = at[::-1], at  # what is written last stays
    many = np.bincount(alike)[alike]
    return np.array([np.log(many), (many > 1) & (first[alike] == at), (many > 1) & (last[alike] == at)], dtype=float).T
