"""Sentences of a parse that are longer or deeper than any that people write, made such as the rooms can walk.

A page made to harm holds a sentence of a million words, or one in which each word hangs from the word before. What a
room does with a sentence may take as long as the square of its words, and may go down its tree by calling itself:
with both bounded here, once, no room has to guard itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsledger.model import Token

#: Words of a sentence; the longest of 15,000 sentences of news has 105. A longer one is cut into several.
LONGEST_SENTENCE = 150
#: Words between a word and its sentence's root; the deepest of the same sentences has 21.
DEEPEST = 40


def bound_sentence(tokens: Sequence[Token], first: int) -> Iterator[list[Token]]:
    """Cut a sentence into ones that are neither too long nor too deep; almost every one stays as it is.

    Args:
        tokens: The words of a sentence; their heads are among them.
        first: The index of the first of them, from which heads are counted.

    Yields:
        The words of each sentence, in order, each a tree with one root.
    """
    for start in range(0, len(tokens), LONGEST_SENTENCE):
        piece = list(tokens[start : start + LONGEST_SENTENCE])
        heads = _heads(piece, first + start)
        bounded = _flatten(heads) if len(piece) > DEEPEST else heads
        yield [
            token if token.head == head else replace(token, head=head)
            for token, head in zip(piece, (first + start + head for head in bounded), strict=True)
        ]


def _heads(piece: Sequence[Token], first: int) -> list[int]:
    """Give the heads within a piece; words whose heads lie outside hang from the first of them, a new root."""
    inside = range(first, first + len(piece))
    heads = [token.head - first if token.head in inside else None for token in piece]
    roots = [number for number, head in enumerate(heads) if head is None or head == number]
    return [roots[0] if head is None or head == number else head for number, head in enumerate(heads)]


def _flatten(heads: Sequence[int]) -> list[int]:
    """Hang words that are too deep from one above them that is not."""
    below: list[list[int]] = [[] for _ in heads]
    waiting: list[int] = []
    for number, head in enumerate(heads):
        (waiting if head == number else below[head]).append(number)
    flat = list(heads)
    depths = [0] * len(heads)
    while waiting:
        top = waiting.pop()
        for child in below[top]:
            flat[child] = top if depths[top] < DEEPEST else flat[top]
            depths[child] = min(depths[top] + 1, DEEPEST)
        waiting.extend(below[top])
    return flat
