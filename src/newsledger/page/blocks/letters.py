"""How many letters of each kind the lines of a page have, counted for all lines at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from newsledger.page.blocks.columns import ENDS, MARKS
from newsledger.page.blocks.model import Matrix

Codes = NDArray[np.uint32]

_DIGIT, _CAPITAL, _WORD, _SPACE, _STOP, _CLOSING, _MARK, _BULLET, _QUOTE, _SMALL = (1 << bit for bit in range(10))
# Letters beyond the first plane are of no kind: emoji, old scripts.
_PLANE = 0x10000
_FIRST = ((_BULLET, "•‣▪●◦*·-–—"), (_QUOTE, "\"“‘'«„"))
_LAST_OF_ENDS = np.array([[ord(end[-1])] for end in ENDS], dtype=np.uint32)
# Parts the lines; it is of no kind.
_BREAK = "\0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """Counts of letters, one number for each line.

    Attributes:
        sizes: How many letters.
        capitals: Words that begin with a capital of the Latin or Cyrillic script.
        joined: Small letters that a capital follows at once.
        digits: Figures.
        commas: Commas.
        inner_ends: Ends of sentences with more words after them.
        marks: A row for each of ``MARKS``: whether it stands in the line.
        ends: A row for each of ``ENDS``: whether the line ends in it.
        bullet: It begins with the sign of an item of a list.
        quote: It begins with a quotation mark.
    """

    sizes: Matrix
    capitals: Matrix
    joined: Matrix
    digits: Matrix
    commas: Matrix
    inner_ends: Matrix
    marks: Matrix
    ends: Matrix
    bullet: Matrix
    quote: Matrix


def count_letters(texts: Sequence[str]) -> Letters:
    """Count the letters of lines, none of which is empty."""
    # Two more at the end, for what looks at the next letters.
    codes = np.frombuffer((_BREAK.join(texts) + _BREAK * 3).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    sizes = np.array([len(text) for text in texts], dtype=np.intp)
    stops = np.cumsum(sizes + 1) - 1
    line = np.repeat(np.arange(len(texts)), sizes + 1)
    kinds = _kinds()[np.minimum(codes, _PLANE - 1)]
    begins = (kinds[1:-2] & _CAPITAL > 0) & (kinds[:-3] & _WORD == 0)
    capitals = np.concatenate([kinds[:1] & _CAPITAL > 0, begins])
    space = kinds & _SPACE > 0
    ends = (kinds[:-2] & _STOP > 0) & (space[1:-1] | ((kinds[1:-1] & _CLOSING > 0) & space[2:]))

    def counted(found: NDArray[np.bool_]) -> Matrix:
        return np.bincount(line[np.flatnonzero(found)], minlength=len(texts)).astype(float)

    codes, kinds = codes[: len(line)], kinds[: len(line)]
    first = kinds[stops - sizes]
    return Letters(
        sizes=sizes.astype(float),
        capitals=counted(capitals[: len(line)]),
        joined=counted((kinds[:-1] & _SMALL > 0) & (codes[1:] < _PLANE) & (kinds[1:] & _CAPITAL > 0)),
        digits=counted(kinds & _DIGIT > 0),
        commas=counted(codes == ord(",")),
        inner_ends=counted(ends[: len(line)]),
        marks=_marks(codes, np.flatnonzero(kinds & _MARK), line, len(texts)),
        ends=_ends(codes, stops, sizes),
        bullet=(first & _BULLET > 0).astype(float),
        quote=(first & _QUOTE > 0).astype(float),
    )


def _marks(codes: Codes, places: NDArray[np.intp], line: NDArray[np.intp], size: int) -> Matrix:
    marks = np.zeros((len(MARKS), size))
    marks[_places_of_marks()[codes[places]], line[places]] = 1.0
    return marks


def _ends(codes: Codes, stops: NDArray[np.intp], sizes: NDArray[np.intp]) -> Matrix:
    found: Matrix = (codes[stops - 1] == _LAST_OF_ENDS).astype(float)
    for column, end in enumerate(ENDS):
        for back, letter in enumerate(end[-2::-1], start=2):
            found[column] *= (sizes >= back) & (codes[np.maximum(stops - back, 0)] == ord(letter))
    return found


@lru_cache
def _places_of_marks() -> NDArray[np.intp]:
    """Give the row of each of ``MARKS`` by its code."""
    places = np.zeros(_PLANE, dtype=np.intp)
    places[[ord(mark) for mark in MARKS]] = np.arange(len(MARKS))
    return places


@lru_cache
def _kinds() -> NDArray[np.uint16]:
    """Give the kinds of each letter of the first plane."""
    kinds = np.zeros(_PLANE, dtype=np.uint16)
    for code, letter in enumerate(map(chr, range(_PLANE))):
        kinds[code] = (
            _DIGIT * letter.isdecimal() + _WORD * (letter.isalnum() or letter == "_") + _SPACE * letter.isspace()
        )
    for bounds in ("AZ", "ÀÖ", "ØÞ", "АЯ"):
        kinds[ord(bounds[0]) : ord(bounds[1]) + 1] |= _CAPITAL
    kinds[ord("a") : ord("z") + 1] |= _SMALL
    for bit, letters in ((_STOP, ".!?"), (_CLOSING, '"”’)'), (_MARK, "".join(MARKS)), *_FIRST):
        kinds[[ord(letter) for letter in letters]] |= bit
    return kinds
