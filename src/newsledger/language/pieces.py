"""What of an article goes to the parser: its read blocks, in pieces and batches that the parser's memory can hold."""

import re
from collections.abc import Iterable, Iterator

from newsledger.model import READ_ROLES, Article, Span

#: Characters of an article that are read; the longest of 1,600 pages of news has 22,000. What follows has no words.
MOST_READ = 200_000
# A block longer than this is cut before it is parsed: the parser's memory grows with the length of a text.
_LONGEST_PIECE = 20_000
# Blocks, and characters, that are parsed at once.
_BATCH, _BATCHED = 64, 40_000
# Rows of signs are no words, but each sign would be a token: "-----" goes to the parser, of 200 only the first and
# the last, which may be marks of the sentences around them.
_SIGNS = re.compile(r"(?:(?:[^\w\s]|_)\s{0,3}+){200,}+")
_ENDS = 4
# The tokenizer takes signs off a word's ends one by one, and reads all that is left each time: no word is so long.
_UNSPACED = re.compile(r"\S{1000}")


def cut_pieces(article: Article) -> tuple[list[tuple[int, Span]], bool]:
    """Cut the blocks that are read into pieces.

    Returns:
        Each piece with the number of its block, in order; and whether these are all that should be read.
    """
    pieces: list[tuple[int, Span]] = []
    left = MOST_READ
    for number, block in enumerate(article.blocks):
        if block.role not in READ_ROLES:
            continue
        if left <= 0:
            return pieces, False
        stop = block.end
        if stop - block.start > left:
            stop = max(article.text.rfind(" ", block.start, block.start + left), block.start)
        pieces.extend((number, piece) for piece in _cut_block(article.text, block.start, stop))
        left -= block.end - block.start
    return pieces, left >= 0


def batches(pieces: Iterable[tuple[int, Span]]) -> Iterator[list[tuple[int, Span]]]:
    """Share out pieces into batches that are parsed at once."""
    batch: list[tuple[int, Span]] = []
    held = 0
    for number, piece in pieces:
        length = piece.end - piece.start
        if batch and (len(batch) == _BATCH or held + length > _BATCHED):
            yield batch
            batch, held = [], 0
        batch.append((number, piece))
        held += length
    if batch:
        yield batch


def _cut_block(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut a block at its rows of signs, within what is longer than any word, and where it is too long."""
    for signs in _SIGNS.finditer(text, start, end):
        yield from _cut_words(text, start, signs.start() + _ENDS)
        start = signs.end() - _ENDS
    yield from _cut_words(text, start, end)


def _cut_words(text: str, start: int, end: int) -> Iterator[Span]:
    for unspaced in _UNSPACED.finditer(text, start, end):
        yield from _cut(text, start, unspaced.end())
        start = unspaced.end()
    yield from _cut(text, start, end)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > _LONGEST_PIECE:
        space = text.rfind(" ", start + 1, start + _LONGEST_PIECE)
        stop = space if space > start else start + _LONGEST_PIECE
        yield Span(start=start, end=stop)
        start = stop
    if start < end:
        yield Span(start=start, end=end)
