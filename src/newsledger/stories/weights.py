"""What a report is about, as a sparse vector: words, pairs of words, parties, places and days.

Each weighs as much as it is rare in English (not: in the other texts), so that a text that comes later changes
nothing of those that are there.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import pairwise

from newsledger.model import Report
from newsledger.stories.frequencies import rarest, rarity
from newsledger.stories.words import Word, lines, plain

Vector = Mapping[str, float]
#: The first lines of a report, its headline among them, say what it is about.
_OPENING = 2
_OPENING_TIMES = 3.0
#: Two words in a row, and a name, tell more of a story than another word.
_NAME_TIMES = 1.25
#: Two words that stand beside each other, where neither a name nor a number makes them one.
_PAIR_TIMES = 0.5
#: So many features of a text are kept, the weightiest.
_KEPT = 120


def vector(report: Report, common: Set[str]) -> Vector:
    """Weigh the words of a report, as a vector of length one; no other text has a say in it.

    Args:
        report: The report.
        common: Words that are in every text ("the").
    """
    counts = _counts(report, common)
    weights = {feature: _damped(number) * _rarity(feature) for feature, number in counts.items()}
    kept = sorted(weights, key=lambda feature: (-weights[feature], feature))[:_KEPT]
    return _unit({feature: weights[feature] for feature in kept if weights[feature]})


def dot(first: Vector, second: Vector) -> float:
    """Give the inner product of two sparse vectors."""
    # fsum: the same in whatever order.
    return math.fsum([first[feature] * second[feature] for feature in first.keys() & second.keys()])


def _counts(report: Report, common: Set[str]) -> Mapping[str, float]:
    counts: dict[str, float] = defaultdict(float)
    for number, line in enumerate(lines(report)):
        times = _OPENING_TIMES if number < _OPENING else 1.0
        for word in line:
            if word.plain not in common:
                counts[word.plain] += times
        for pair, weight in _pairs(line, common):
            counts[pair] += times * weight
    for kind, values in (("party", report.parties), ("place", report.places)):
        for value in set(values):
            counts[f"{kind}={value}"] += 1.0
    for day in set(report.days):
        counts[f"day={day.isoformat()}"] += 1.0
    return counts


def _pairs(line: Sequence[Word], common: Set[str]) -> Iterator[tuple[str, float]]:
    for first, second in pairwise(line):
        if first.plain in common and second.plain in common:
            continue
        is_one = (first.capital and second.capital) or first.plain[0].isdigit()
        yield f"{first.plain} {second.plain}", 1.0 if is_one else _PAIR_TIMES


@lru_cache(maxsize=1 << 16)
def _rarity(feature: str) -> float:
    """Give the rarity of a word; two beside each other, and names, are as rare as their words together."""
    words = [plain(word) for word in feature.rpartition("=")[2].split()]
    times = _NAME_TIMES if len(words) > 1 or "=" in feature else 1.0
    return times * min(rarest(), sum(map(rarity, words)))


def _damped(number: float) -> float:
    return 1 + math.log(number) if number >= 1 else number


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(math.fsum(weight * weight for weight in vector.values()))
    return {feature: round(weight / length, 5) for feature, weight in vector.items()} if length else {}
