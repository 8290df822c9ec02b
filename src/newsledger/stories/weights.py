"""What a report is about, as a sparse vector: TF-IDF of its words, pairs of words, parties, places and days."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from newsledger.model import Report
from newsledger.stories.words import Word, lines

Vector = Mapping[str, float]
#: The first lines of a report, its headline among them, say what it is about.
_OPENING = 2
_OPENING_TIMES = 3.0
#: A name tells more of a story than another word.
_NAME_TIMES = 1.25
#: Two words that stand beside each other, where neither a name nor a number makes them one.
_PAIR_TIMES = 0.5
#: What stands in more texts than these, and in more than this share of them, tells nothing.
_MOST = 25
_MOST_SHARE = 0.15


def vectors(reports: Sequence[Report], common: Set[str]) -> dict[str, Vector]:
    """Weigh the words of each report, as a vector of length one.

    Args:
        reports: Each independent text once: the copies of one would make its words common.
        common: Words that are in every text ("the").
    """
    counts = {report.id: _counts(report, common) for report in reports}
    names = _names(reports)
    texts: Counter[str] = Counter(feature for count in counts.values() for feature in count)
    most = max(_MOST, _MOST_SHARE * len(reports))
    rarity = {
        feature: (math.log((1 + len(reports)) / (1 + number)) + 1) * (_NAME_TIMES if _is_name(feature, names) else 1.0)
        for feature, number in texts.items()
        if 1 < number < most
    }
    return {
        key: _unit({f: _damped(n) * rarity[f] for f, n in count.items() if f in rarity})
        for key, count in counts.items()
    }


def dot(first: Vector, second: Vector) -> float:
    """Give the inner product of two sparse vectors."""
    short, long = (first, second) if len(first) <= len(second) else (second, first)
    return sum(weight * long[feature] for feature, weight in short.items() if feature in long)


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


def _names(reports: Sequence[Report]) -> frozenset[str]:
    """Give the words that have a capital letter more often than not where the word before has none."""
    seen: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for report in reports:
        for line in lines(report):
            for word in line:
                if word.after_small:
                    seen[word.plain] += 1
                    capital[word.plain] += word.capital
    return frozenset(word for word, number in seen.items() if 2 * capital[word] > number)


def _is_name(feature: str, names: Set[str]) -> bool:
    return "=" in feature or " " in feature or feature in names


def _damped(number: float) -> float:
    return 1 + math.log(number) if number >= 1 else number


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(math.fsum(weight * weight for weight in vector.values()))
    return {feature: weight / length for feature, weight in vector.items()} if length else {}
