"""How far a line's words stand elsewhere on the page, as numbers: a caption repeats names of the article, a menu none.

Which words they are is not told: only in how many other paragraphs, and which of its copies a line is.
"""

from collections import Counter
from collections.abc import Sequence

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
    held = Counter(
        word for line, is_prose in zip(lines, prose, strict=True) if is_prose for word in dict.fromkeys(line.tokens)
    )
    common = frozenset(word for word, _ in held.most_common(_COMMON))
    twice = {word for word, count in held.items() if count > 1}
    often = {word for word, count in held.items() if count > _OFTEN}
    long = {word for word in frozenset().union(*sets) if _is_long(word)} - common
    twice, often, any_prose = twice & long, often & long, held.keys() & long
    title = sets[headline] & long
    columns = []
    for words, is_prose in zip(sets, prose, strict=True):
        mine = words & long
        size = max(1, len(mine))
        recurring = len(mine & (twice if is_prose else any_prose))
        columns.append(
            (
                len(words & common) / max(1, len(words)),
                recurring / size,
                len(mine & often) / size,
                len(mine & title) / size,
                len(mine) - recurring,
            )
        )
    told = np.array(columns, dtype=float)
    told[:, -1] = np.log1p(told[:, -1]) / 3
    return np.hstack([told, _copies(lines)])


def _is_long(word: str) -> bool:
    return len(word) >= (_LONG if ord(word[0]) < _ASCII or word.islower() else _LONG_WIDE)


def _copies(lines: Sequence[Line]) -> Matrix:
    """Give how many copies each line has, and whether it is the first or the last of them."""
    first: dict[tuple[str, ...], int] = {}
    last: dict[tuple[str, ...], int] = {}
    counts: Counter[tuple[str, ...]] = Counter()
    for number, line in enumerate(lines):
        first.setdefault(line.tokens, number)
        last[line.tokens] = number
        counts[line.tokens] += 1
    many = np.array([counts[line.tokens] for line in lines])
    at = np.arange(len(lines))
    firsts = np.array([first[line.tokens] for line in lines]) == at
    lasts = np.array([last[line.tokens] for line in lines]) == at
    return np.array([np.log(many), (many > 1) & firsts, (many > 1) & lasts], dtype=float).T
