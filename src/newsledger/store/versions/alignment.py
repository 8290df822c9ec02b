"""Which words of a newer text are those of an older one. Pure."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from newsledger.model import Span

_WORD = re.compile(r"\w+|[^\w\s]")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of two texts: the same in both, or only in one of them.

    Attributes:
        before: Its place in the older text; empty where it was added.
        after: Its place in the newer text; empty where it is gone.
    """

    what: Literal["same", "gone", "added"]
    before: Span
    after: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """The words of two texts, and which stand for which.

    Attributes:
        before: Places of the older text's words, in order.
        after: Places of the newer text's words, in order.
        pairs: Number of a newer word by that of the older one; also where a paragraph was moved.
    """

    before: tuple[Span, ...]
    after: tuple[Span, ...]
    pairs: Mapping[int, int]


def align(before: str, after: str) -> Alignment:
    """Find for each word of a text what stands for it in another version of that text.

    Paragraphs that are the same go together first, wherever they were moved to; the others are
    compared word by word.
    """
    words = tuple(_words(before)), tuple(_words(after))
    if before == after:
        return Alignment(before=words[0], after=words[1], pairs={number: number for number in range(len(words[0]))})
    pairs: dict[int, int] = {}
    lines = _lines(before, words[0]), _lines(after, words[1])
    for one, other in _stretches(before, after, words, lines):
        texts = (
            [span.of(before) for span in words[0][one.start : one.stop]],
            [span.of(after) for span in words[1][other.start : other.stop]],
        )
        for block in SequenceMatcher(None, *texts, autojunk=False).get_matching_blocks():
            pairs |= {one.start + block.a + n: other.start + block.b + n for n in range(block.size)}
    return Alignment(before=words[0], after=words[1], pairs=pairs)


def difference(before: str, after: str) -> tuple[Piece, ...]:
    """Tell what changed between two texts, word by word, in the order of the newer one.

    What was moved is gone in one place and added in another.
    """
    found = align(before, after)
    edges = [*_rising(found.pairs), (len(found.before), len(found.after))]
    pieces: list[Piece] = []
    last = (0, 0)
    for old, new in edges:
        pieces += _between(found, last, (old, new))
        if new < len(found.after):
            pieces.append(Piece(what="same", before=found.before[old], after=found.after[new]))
        last = (old + 1, new + 1)
    return tuple(_joined(pieces))


def numbers_of(words: Sequence[Span], spans: Iterable[Span]) -> tuple[int, ...]:
    """Give the numbers of the words that lie in some spans."""
    found = []
    for span in spans:
        number = bisect_left(words, span.start, key=lambda word: word.end - 1)
        while number < len(words) and words[number].start < span.end:
            found.append(number)
            number += 1
    return tuple(found)


def _words(text: str) -> Iterator[Span]:
    return (Span(start=match.start(), end=match.end()) for match in _WORD.finditer(text))


def _lines(text: str, words: Sequence[Span]) -> list[range]:
    """Give the lines of a text as ranges of their words."""
    lines, number = [], 0
    for match in _LINE.finditer(text):
        first = number
        while number < len(words) and words[number].end <= match.end():
            number += 1
        lines.append(range(first, number))
    return lines


def _stretches(
    before: str, after: str, words: tuple[Sequence[Span], Sequence[Span]], lines: tuple[list[range], list[range]]
) -> Iterator[tuple[range, range]]:
    """Give the ranges of words to be compared with each other, from whole lines to what lies between them."""
    keys = [
        [tuple(span.of(text) for span in said[line.start : line.stop]) for line in found]
        for text, said, found in zip((before, after), words, lines, strict=True)
    ]
    left: tuple[list[int], list[int]] = ([], [])
    changed = []
    for tag, i, j, k, m in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(lines[0][i:j], lines[1][k:m], strict=True)
        else:
            left[0].extend(range(i, j))
            left[1].extend(range(k, m))
            changed.append((range(i, j), range(k, m)))
    moved = dict(_moved(left, keys))
    taken = set(moved.values())
    yield from ((lines[0][old], lines[1][new]) for old, new in moved.items())
    for olds, news in changed:
        yield from _runs([lines[0][n] for n in olds if n not in moved], [lines[1][n] for n in news if n not in taken])


def _moved(left: tuple[list[int], list[int]], keys: Sequence[Sequence[tuple[str, ...]]]) -> Iterator[tuple[int, int]]:
    """Find lines that stand elsewhere now; one of few words may be another one of the same words."""
    places = defaultdict(list)
    for number in left[1]:
        places[keys[1][number]].append(number)
    for number in left[0]:
        key = keys[0][number]
        if len(key) >= 4 and places[key]:
            yield number, places[key].pop(0)


def _runs(olds: list[range], news: list[range]) -> Iterator[tuple[range, range]]:
    """Join lines that follow each other, so that a paragraph that was cut in two is compared as one."""
    if not olds or not news:
        return
    if _is_run(olds) and _is_run(news):
        yield range(olds[0].start, olds[-1].stop), range(news[0].start, news[-1].stop)
        return
    # Where a moved line was taken out of the middle, the rest goes line by line, in order.
    yield from zip(olds, news, strict=False)


def _is_run(lines: list[range]) -> bool:
    return all(one.stop == other.start for one, other in pairwise(lines))


def _rising(pairs: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Give the pairs that stand in the same order in both texts: the longest such row of them."""
    ordered = sorted(pairs.items())
    tails: list[int] = []
    before: list[int | None] = []
    last: list[int] = []
    for place, (_, new) in enumerate(ordered):
        at = bisect_left(tails, new)
        before.append(last[at - 1] if at else None)
        tails[at:] = [new, *tails[at + 1 :]]
        last[at:] = [place, *last[at + 1 :]]
    row, at_place = [], last[-1] if last else None
    while at_place is not None:
        row.append(ordered[at_place])
        at_place = before[at_place]
    yield from reversed(row)


def _between(found: Alignment, last: tuple[int, int], now: tuple[int, int]) -> Iterator[Piece]:
    """Give what lies between two pairs: first what is gone, then what was added."""
    here = (_edge(found.before, last[0]), _edge(found.after, last[1]))
    if last[0] < now[0]:
        span = Span(start=found.before[last[0]].start, end=found.before[now[0] - 1].end)
        yield Piece(what="gone", before=span, after=Span(start=here[1], end=here[1]))
        here = (span.end, here[1])
    if last[1] < now[1]:
        span = Span(start=found.after[last[1]].start, end=found.after[now[1] - 1].end)
        yield Piece(what="added", before=Span(start=here[0], end=here[0]), after=span)


def _edge(words: Sequence[Span], number: int) -> int:
    return words[number - 1].end if number else 0


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join words that are the same one after the other."""
    held: Piece | None = None
    for piece in pieces:
        if held and held.what == piece.what == "same":
            before = Span(start=held.before.start, end=piece.before.end)
            held = Piece(what="same", before=before, after=Span(start=held.after.start, end=piece.after.end))
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held
