"""The kept extraction library, trafilatura, as judge of which lines are the article."""

from bisect import bisect_right
from collections.abc import Sequence

from lxml import html
from trafilatura import bare_extraction

from newsledger.page.words.line import Line, words_of

_GRAM = 3
_SHARE = 0.8


def extract_text(tree: html.HtmlElement) -> str:
    """Give the article's text as trafilatura sees it, ``""`` where it finds none.

    The tree is used up: nothing else may be read from it afterwards.
    """
    found = bare_extraction(tree, fast=True, favor_recall=True, include_comments=False, with_metadata=False)
    return (found.text or "") if found is not None and not isinstance(found, dict) else ""


def find_kept(lines: Sequence[Line], kept: str) -> frozenset[int]:
    """Find which of our lines a kept text holds, both in order: a repeated line counts once.

    A line is held when four in five of its runs of three words stand in the kept text; a shorter
    one when it is a paragraph of its own there.
    """
    words: list[str] = []
    short: dict[tuple[str, ...], list[int]] = {}
    for paragraph in kept.split("\n"):
        its = tuple(words_of(paragraph))
        if 0 < len(its) < _GRAM:
            short.setdefault(its, []).append(len(words))
        words.extend(its)
    grams: dict[tuple[str, ...], list[int]] = {}
    for place in range(len(words) - _GRAM + 1):
        grams.setdefault(tuple(words[place : place + _GRAM]), []).append(place)
    matches = [
        (number, place, len(mine))
        for number, line in enumerate(lines)
        if (mine := line.tokens)
        for place in _places(mine, grams, short)
    ]
    return _in_order(matches)


def _places(
    mine: tuple[str, ...], grams: dict[tuple[str, ...], list[int]], short: dict[tuple[str, ...], list[int]]
) -> list[int]:
    """Give where a line may stand in the kept text, the last first, at most five places."""
    if len(mine) < _GRAM:
        return short.get(mine, [])[:5][::-1]
    runs = [mine[place : place + _GRAM] for place in range(len(mine) - _GRAM + 1)]
    held = [run for run in runs if run in grams]
    if len(held) < _SHARE * len(runs):
        return []
    return grams[held[0]][:5][::-1]


def _in_order(matches: Sequence[tuple[int, int, int]]) -> frozenset[int]:
    """Choose the matches that stand in the same order on both sides and hold most words."""
    ends: list[int] = [-1]  # best chains: where each ends in the kept text …
    weights: list[int] = [0]  # … and its words, both rising
    chains: list[tuple[int, int]] = []  # (number of the line, index of the chain before)
    heads: list[int] = [-1]
    for number, place, size in matches:
        slot = bisect_right(ends, place - 1) - 1
        weight = weights[slot] + size
        end = place + max(size - 1, 0)
        chains.append((number, heads[slot]))
        at = bisect_right(ends, end)
        if weights[at - 1] >= weight:
            continue
        stop = at
        while stop < len(ends) and weights[stop] <= weight:
            stop += 1
        if at and ends[at - 1] == end:
            at -= 1
        ends[at:stop], weights[at:stop], heads[at:stop] = [end], [weight], [len(chains) - 1]
    found = []
    head = heads[-1]
    while head >= 0:
        number, head = chains[head]
        found.append(number)
    return frozenset(found)
