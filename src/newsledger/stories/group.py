"""Which reports are on the same happenings.

What joins two reports depends on them and on their neighbours alone, so that a report that comes later moves only
what it is near to.
"""

import math
from collections.abc import Iterable, Mapping, Sequence

from newsledger.model import Copy, Report, Story, Tie
from newsledger.stories.copies import group_copies
from newsledger.stories.linkage import connected, in_order, link, neighbours
from newsledger.stories.rules import Rules
from newsledger.stories.weights import Vector, dot, vector

Pair = tuple[str, str]
#: Two reports are as near as their cosine, measured against how near each is to its own nearest neighbours: two
#: quakes on one island are told in the same words, but each in words that are nearer still to those of its own.
_LEAST = 0.56
_NEAREST = 8
#: A report without neighbours is not near to everybody: its own nearness counts at least so much.
_LEAST_OWN = 0.2
#: Nor is one with a single near neighbour, as in a story of two.
_OF_NEAREST = 0.5
#: From this cosine on two reports are neighbours. A pair below it has no score of 0.56 at the least own nearness.
LEAST_COSINE = 0.11
#: More reports than these that hang together by single pairs are first parted, by a cut that rises by so much.
_MOST, _FINER = 120, 0.04
_TOLD_WORDS = 5


def group_stories(reports: Iterable[Report], copies: Iterable[Copy], rules: Rules) -> tuple[Story, ...]:
    """Group reports by what they tell of.

    The score of two reports is the cosine of their vectors over the geometric mean of how near each of them is, on
    average, to its eight nearest neighbours (local scaling, Zelnik-Manor and Perona 2004). Groups are joined by
    average linkage down to a score of 0.56, inside what hangs together by pairs of that score. Copies of one text
    count once.

    Returns:
        The stories, by their first reports; the same in whatever order the reports come.
    """
    ordered = in_order(reports)
    by_id = {report.id: report for report in ordered}
    texts = group_copies(ordered, (copy for copy in copies if copy.kind == "copy"))
    copies_of = {text[0]: text for text in texts}
    weighed = {first: vector(by_id[first], rules.common) for first in copies_of}
    cosines: dict[str, dict[str, float]] = {key: {} for key in weighed}
    for one, other in neighbours(weighed):
        if (cosine := cosine_of(weighed[one], weighed[other])) is not None:
            cosines[one][other] = cosines[other][one] = cosine
    own = {key: nearness(near.values()) for key, near in cosines.items()}
    scaled = scale(weighed, own)
    edges = {key: _edges(key, near, own) for key, near in cosines.items()}
    found = (
        story_of(group, copies_of, scaled, by_id)
        for part in connected(weighed, (pair for of_one in edges.values() for pair in of_one))
        for inside in ({pair: score for key in part for pair, score in edges[key].items()},)
        for smaller in parts_of(part, inside)
        for group in groups_of(smaller, inside, scaled)
    )
    place = {key: number for number, key in enumerate(by_id)}
    return tuple(sorted(found, key=lambda story: place[story.id]))


def _edges(key: str, near: Mapping[str, float], own: Mapping[str, float]) -> dict[Pair, float]:
    """Give the pairs that join a report with others, each from one of its sides."""
    scores = {other: score_of(cosine, own[key], own[other]) for other, cosine in near.items() if key < other}
    return {(key, other): score for other, score in scores.items() if score is not None}


def cosine_of(first: Vector, second: Vector) -> float | None:
    """Give the cosine of two reports; None where they are too far from each other to be neighbours."""
    cosine = dot(first, second)
    return cosine if cosine >= LEAST_COSINE else None


def nearness(cosines: Iterable[float]) -> float:
    """Say how near a report is to its own nearest neighbours, of its cosines with all of them."""
    nearest = sorted(cosines, reverse=True)[:_NEAREST]
    return max(_LEAST_OWN, _OF_NEAREST * max(nearest, default=0.0), math.fsum(nearest) / _NEAREST)


def score_of(cosine: float, first: float, second: float) -> float | None:
    """Give the score of two neighbours by their cosine and the nearness of each; None where it is too low to join."""
    score = cosine / math.sqrt(first * second)
    return score if score >= _LEAST else None


def scale(weighed: Mapping[str, Vector], own: Mapping[str, float]) -> dict[str, Vector]:
    """Divide each vector by the root of its own nearness, so that products of two are scores."""
    return {
        key: {feature: weight / math.sqrt(own[key]) for feature, weight in vector.items()}
        for key, vector in weighed.items()
    }


def parts_of(part: Sequence[str], edges: Mapping[Pair, float]) -> list[tuple[str, ...]]:
    """Part what hangs together by pairs where it hangs together least, until no part has more than 120 members.

    Args:
        part: Ids of reports, in order.
        edges: The pairs of reports that have score enough, with it.
    """
    return _bounded(part, _within(part, edges), _LEAST)


def groups_of(
    part: Sequence[str], edges: Mapping[Pair, float], scaled: Mapping[str, Vector]
) -> tuple[tuple[str, ...], ...]:
    """Group the members of a part by average linkage."""
    return link({key: scaled[key] for key in part}, _within(part, edges), _LEAST)


def _within(members: Sequence[str], edges: Mapping[Pair, float]) -> dict[Pair, float]:
    there = set(members)
    return {pair: score for pair, score in edges.items() if pair[0] in there and pair[1] in there}


def _bounded(part: Sequence[str], edges: Mapping[Pair, float], least: float) -> list[tuple[str, ...]]:
    if len(part) <= _MOST:
        return [tuple(part)]
    finer = least + _FINER
    left = {pair: score for pair, score in edges.items() if score >= finer}
    parts = connected(part, left)
    number = {key: at for at, smaller in enumerate(parts) for key in smaller}
    inside: list[dict[Pair, float]] = [{} for _ in parts]
    for pair, score in left.items():
        inside[number[pair[0]]][pair] = score
    return [group for smaller, own in zip(parts, inside, strict=True) for group in _bounded(smaller, own, finer)]


def story_of(
    group: Sequence[str],
    copies_of: Mapping[str, Sequence[str]],
    scaled: Mapping[str, Vector],
    by_id: Mapping[str, Report],
) -> Story:
    """Make a story of a group: its reports with their copies, and why each is there.

    Args:
        group: Ids of reports, in order.
        copies_of: For each, itself and its copies.
        scaled: The vectors of the group.
        by_id: All these reports; of them only the days are looked at.
    """
    ties = []
    for at, key in enumerate(group):
        ties += [Tie(first=key, second=copy, score=1.0, why="the same text") for copy in copies_of[key][1:]]
        if at:
            nearest = max(group[:at], key=lambda other: dot(scaled[key], scaled[other]))
            ties.append(_tie(by_id[nearest], by_id[key], scaled))
    members = in_order(by_id[copy] for key in group for copy in copies_of[key])
    return Story(id=members[0].id, reports=tuple(report.id for report in members), ties=tuple(ties))


def _tie(first: Report, second: Report, scaled: Mapping[str, Vector]) -> Tie:
    one, other = scaled[first.id], scaled[second.id]
    shared = sorted(one.keys() & other.keys(), key=lambda feature: (-one[feature] * other[feature], feature))
    reasons = [
        f"{len(found)} {name} ({', '.join(found[:_TOLD_WORDS])})"
        for name, found in (
            ("parties", [feature[6:] for feature in shared if feature.startswith("party=")]),
            ("places", [feature[6:] for feature in shared if feature.startswith("place=")]),
            ("days", [feature[4:] for feature in shared if feature.startswith("day=")]),
            ("words", [feature for feature in shared if "=" not in feature]),
        )
        if found
    ]
    if first.day is not None and first.day == second.day:
        reasons.insert(0, "same day")
    score = dot(one, other)
    return Tie(
        first=first.id, second=second.id, score=score, why=f"score {score:.2f}: {', '.join(reasons) or 'nothing'}"
    )
