"""Which reports are on the same happenings."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from newsledger.model import Copy, Report, Story, Tie
from newsledger.stories.copies import group_copies
from newsledger.stories.linkage import in_order, link, neighbours
from newsledger.stories.rules import Rules
from newsledger.stories.weights import Vector, dot, vectors

#: Two reports are as near as their cosine, measured against how near each is to its own nearest neighbours: two
#: quakes on one island are told in the same words, but each in words that are nearer still to those of its own.
_LEAST = 0.56
_NEAREST = 8
#: A report without neighbours is not near to everybody: its own nearness counts at least so much.
_LEAST_OWN = 0.2
#: Nor is one with a single near neighbour, as in a story of two.
_OF_NEAREST = 0.5
_TOLD_WORDS = 5


def group_stories(reports: Iterable[Report], copies: Iterable[Copy], rules: Rules) -> tuple[Story, ...]:
    """Group reports by what they tell of.

    The score of two reports is the cosine of their TF-IDF vectors over the geometric mean of how near each of them
    is, on average, to its eight nearest neighbours (local scaling, Zelnik-Manor and Perona 2004). Groups are joined
    by average linkage down to a score of 0.56. Copies of one text count once.

    Returns:
        The stories, by their first reports; the same in whatever order the reports come.
    """
    ordered = in_order(reports)
    by_id = {report.id: report for report in ordered}
    texts = group_copies(ordered, (copy for copy in copies if copy.kind == "copy"))
    weighed = vectors([by_id[text[0]] for text in texts], rules.common)
    pairs = neighbours(weighed)
    scaled = _scaled(weighed, pairs)
    copies_of = {text[0]: text for text in texts}
    groups = link(scaled, pairs, _LEAST)
    return tuple(_story(group, copies_of, scaled, by_id) for group in groups)


def _scaled(weighed: Mapping[str, Vector], pairs: Sequence[tuple[str, str]]) -> dict[str, Vector]:
    """Divide each vector by the root of its own nearness, so that products of two are scores."""
    near: dict[str, list[float]] = defaultdict(list)
    for one, other in pairs:
        cosine = dot(weighed[one], weighed[other])
        near[one].append(cosine)
        near[other].append(cosine)
    scaled: dict[str, Vector] = {}
    for key, vector in weighed.items():
        nearest = sorted(near[key], reverse=True)[:_NEAREST]
        own = max(_LEAST_OWN, _OF_NEAREST * max(nearest, default=0.0), math.fsum(nearest) / _NEAREST)
        scaled[key] = {feature: weight / math.sqrt(own) for feature, weight in vector.items()}
    return scaled


def _story(
    group: Sequence[str],
    copies_of: Mapping[str, Sequence[str]],
    scaled: Mapping[str, Vector],
    by_id: Mapping[str, Report],
) -> Story:
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
