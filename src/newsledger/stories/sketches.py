"""Candidates for copies: pairs of texts whose sketches share something.

A sketch holds the shingles (runs of five words) whose hash is divisible by four (FracMinHash, Irber 2022: unlike
a bottom-k sketch it finds a short text inside a long one). What stands on many pages of one outlet is its furniture.
"""

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

LENGTH = 5
#: One shingle in so many is kept.
_ONE_IN = 4
#: On more pages of one outlet than these it is furniture: menus, rules for comments, lines about the author.
FURNITURE_FROM = 5
#: How many of the next texts with the same shingle a text is held against: forty papers with one agency text
#: make forty times eight pairs, and all hang together.
NEXT = 8
#: Texts with fewer of these in common are not looked at.
SHARED = 2


@dataclass(frozen=True, slots=True)
class Sketch:
    """The kept shingles of a text: where each begins, by word, and its hash."""

    outlet: str | None
    kept: tuple[tuple[int, int], ...]


def shingles(words: Iterable[str]) -> tuple[int, ...]:
    """Hash each run of five words."""
    texts = [word.encode("utf-8", "surrogatepass") for word in words]
    runs = zip(*(texts[at:] for at in range(LENGTH)), strict=False)
    return tuple(map(zlib.crc32, map(b" ".join, runs)))


def sketch_of(values: Iterable[int], outlet: str | None) -> Sketch:
    """Make the sketch of a text by the hashes of its runs of words."""
    return Sketch(outlet, tuple((at, value) for at, value in enumerate(values) if value % _ONE_IN == 0))


def furniture(sketches: Iterable[Sketch]) -> frozenset[tuple[str, int]]:
    """Give the shingles that stand on many pages of one outlet."""
    pages: Counter[tuple[str, int]] = Counter()
    for one in sketches:
        if one.outlet is not None:
            pages.update((one.outlet, value) for value in {value for _, value in one.kept})
    return frozenset(key for key, count in pages.items() if count >= FURNITURE_FROM)


def furnished(one: Sketch, common: Set[tuple[str, int]], count: int) -> tuple[bool, ...]:
    """Say for each word of a text whether it is furniture; what lies between two kept shingles goes with both."""
    marked = [False] * count
    before: int | None = None
    for at, value in one.kept:
        is_common = one.outlet is not None and (one.outlet, value) in common
        if is_common:
            first = at if before is None else before
            marked[first : at + LENGTH] = [True] * (at + LENGTH - first)
        before = at if is_common else None
    return tuple(marked)


def candidates(sketches: Mapping[str, Sketch], common: frozenset[tuple[str, int]]) -> tuple[tuple[str, str], ...]:
    """Give the pairs of texts that share two kept shingles or more.

    Args:
        sketches: By the id of the report, in the order in which neighbours are looked for: by day.
        common: The furniture.
    """
    holders: dict[int, list[str]] = defaultdict(list)
    for key, one in sketches.items():
        for value in sorted({value for _, value in one.kept}):
            if (one.outlet or "", value) not in common:
                holders[value].append(key)
    shared: Counter[tuple[str, str]] = Counter()
    for keys in holders.values():
        for at, key in enumerate(keys):
            shared.update((key, other) for other in keys[at + 1 : at + 1 + NEXT])
    return tuple(sorted(pair for pair, count in shared.items() if count >= SHARED))
