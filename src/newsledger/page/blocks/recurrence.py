"""How far a line's words stand elsewhere on the page, as numbers: a caption repeats names of the article, a menu none.

Which words they are is not told: only in how many other paragraphs, and which of its copies a line is.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import chain, compress

import numpy as np
from numpy.typing import NDArray

from newsledger.page.blocks.model import Matrix

# The words that most paragraphs of a page have are what its language is made of: so many of them are told.
_COMMON = 40
# A word with so many letters, of a script without spaces with so many, is likely to be about something.
_LONG, _LONG_WIDE = 5, 2
_OFTEN = 3
_ASCII = "\x80"
Words = Sequence[tuple[str, ...]]
Numbers = NDArray[np.intp]


def measure_recurrence(lines: Words, alike: Numbers, prose: NDArray[np.bool_], headline: int) -> list[Matrix]:
    """Give a number for each line of each of ``RECURRENCES``: how far its words recur.

    Args:
        lines: The words of all lines of the page.
        alike: A number for each line, the same for lines of the same words (``number_alike``).
        prose: Which of them read as paragraphs.
        headline: Where the headline probably is.
    """
    # In the order of the paragraphs, so that of words as common as each other the same are taken each time.
    numbers = _number(chain(chain.from_iterable(compress(lines, prose)), chain.from_iterable(lines)))
    line, word = _words_once(lines, numbers)
    held = np.bincount(word[prose[line]], minlength=len(numbers))
    common = np.zeros(len(numbers), dtype=bool)
    common[np.argsort(-held, kind="stable")[:_COMMON]] = True
    common &= held > 0
    long = _are_long(numbers) & ~common
    titled = np.zeros(len(numbers), dtype=bool)
    titled[[numbers[name] for name in lines[headline]]] = True

    def counted(kind: NDArray[np.bool_]) -> Numbers:
        return np.bincount(line[kind[word]], minlength=len(lines))

    mine = counted(long)
    recurring = np.where(prose, counted(long & (held > 1)), counted(long & (held > 0)))
    size, words = np.maximum(1, mine), np.maximum(1, np.bincount(line, minlength=len(lines)))
    frequent = counted(long & (held > _OFTEN))
    told = [counted(common) / words, recurring / size, frequent / size, counted(long & titled) / size]
    return [*told, np.log1p(mine - recurring) / 3, *_copies(alike)]


def number_alike(lines: Words) -> Numbers:
    """Give a number for each line, the same for lines of the same words."""
    numbers: dict[tuple[str, ...], int] = {}
    return np.array([numbers.setdefault(words, len(numbers)) for words in lines], dtype=np.intp)


def _number(words: Iterable[str]) -> dict[str, int]:
    return {word: number for number, word in enumerate(dict.fromkeys(words))}


def _words_once(lines: Words, numbers: dict[str, int]) -> tuple[Numbers, Numbers]:
    """Give the line and the number of each word, once a line."""
    sets = [frozenset(words) for words in lines]
    sizes = list(map(len, sets))
    word = np.fromiter(map(numbers.__getitem__, chain.from_iterable(sets)), dtype=np.intp, count=sum(sizes))
    return np.repeat(np.arange(len(lines)), sizes), word


def _are_long(words: Collection[str]) -> NDArray[np.bool_]:
    long = np.fromiter(map(len, words), dtype=np.intp, count=len(words)) >= _LONG
    if not all(map(str.isascii, words)):
        long |= [len(word) >= _LONG_WIDE and word[0] >= _ASCII and not word.islower() for word in words]
    return long


def _copies(alike: Numbers) -> list[Matrix]:
    """Give how many copies each line has, and whether it is the first or the last of them."""
    at = np.arange(len(alike))
    first, last = np.empty_like(at), np.empty_like(at)
    first[alike[::-1]], last[alike] = at[::-1], at  # what is written last stays
    many = np.bincount(alike)[alike]
    return [np.log(many), (many > 1) & (first[alike] == at), (many > 1) & (last[alike] == at)]
