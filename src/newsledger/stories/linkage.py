"""What hangs together: by pairs, or by average linkage of sparse vectors, whatever order the members came in.

In average linkage the two nearest groups become one, as long as they are near enough. The mean similarity of two
groups is the inner product of their sums over the product of their sizes, so that only pairs with something rare in
common are ever looked at.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from newsledger.model import Report
from newsledger.stories.weights import Vector, dot

#: A vector's weightiest features are looked up, and each leads to so many of the next texts that have it too.
_FEATURES = 40
NEXT = 10
#: Pairs that share fewer of these are no neighbours.
SHARED = 2


def in_order(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Give each report once, by day and id; those without a day come last."""
    by_id = {report.id: report for report in reports}
    return tuple(sorted(by_id.values(), key=lambda report: (report.day or date.max, report.id)))


def connected(members: Iterable[str], pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Give the groups of members that pairs join, directly or over others, in the order of their first members."""
    parent = {member: member for member in members}

    def top(member: str) -> str:
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    place = {member: number for number, member in enumerate(parent)}
    for first, second in pairs:
        low, high = sorted((top(first), top(second)), key=place.__getitem__)
        parent[high] = low
    groups: dict[str, list[str]] = defaultdict(list)
    for member in place:
        groups[top(member)].append(member)
    return tuple(tuple(group) for group in groups.values())


def heavy(vector: Vector) -> tuple[str, ...]:
    """Give the features by which the neighbours of a text are found."""
    return tuple(sorted(vector, key=lambda one: (-vector[one], one))[:_FEATURES])


def neighbours(vectors: Mapping[str, Vector]) -> tuple[tuple[str, str], ...]:
    """Give the pairs of members that share at least two of their weightiest features, in the order of the members.

    Of the members that have a feature, each meets the next ten.
    """
    holders: dict[str, list[str]] = defaultdict(list)
    for key, vector in vectors.items():
        for feature in heavy(vector):
            holders[feature].append(key)
    place = {key: number for number, key in enumerate(vectors)}
    shared: Counter[tuple[str, str]] = Counter()
    for keys in holders.values():
        for at, key in enumerate(keys):
            shared.update((key, other) for other in keys[at + 1 : at + 1 + NEXT])
    near = (pair for pair, count in shared.items() if count >= SHARED)
    return tuple(sorted(near, key=lambda pair: (place[pair[0]], place[pair[1]])))


def link(vectors: Mapping[str, Vector], pairs: Iterable[tuple[str, str]], least: float) -> tuple[tuple[str, ...], ...]:
    """Group members by average linkage.

    Args:
        vectors: By member, in a fixed order, from which the order of groups and the choice among equals follow.
        pairs: The members that may be neighbours; groups are when members of theirs are.
        least: The mean similarity below which nothing is joined.
    """
    groups = _Groups(vectors, pairs)
    while groups.heap:
        score, first, second = heapq.heappop(groups.heap)
        if -score < least:
            break
        if first in groups.members and second in groups.members:
            groups.join(first, second)
    place = {key: number for number, key in enumerate(vectors)}
    found = (tuple(sorted(members, key=place.__getitem__)) for members in groups.members.values())
    return tuple(sorted(found, key=lambda members: place[members[0]]))


class _Groups:
    """The groups so far, by number; a joined group has a new number, so that no score on the heap grows stale."""

    def __init__(self, vectors: Mapping[str, Vector], pairs: Iterable[tuple[str, str]]) -> None:
        number = {key: at for at, key in enumerate(vectors)}
        self.members: dict[int, Sequence[str]] = {at: (key,) for key, at in number.items()}
        self.sums: dict[int, Vector] = {number[key]: vector for key, vector in vectors.items()}
        self.near: dict[int, set[int]] = {at: set() for at in self.members}
        self.heap: list[tuple[float, int, int]] = []
        self.next = len(number)
        for one, other in pairs:
            self._meet(*sorted((number[one], number[other])))

    def join(self, first: int, second: int) -> None:
        """Make one group of two."""
        new, self.next = self.next, self.next + 1
        small, large = sorted((first, second), key=lambda at: (len(self.sums[at]), at))
        total = dict(self.sums.pop(large))
        for feature, weight in self.sums.pop(small).items():
            total[feature] = total.get(feature, 0.0) + weight
        self.sums[new] = total
        self.members[new] = (*self.members.pop(first), *self.members.pop(second))
        around = sorted((self.near.pop(first) | self.near.pop(second)) - {first, second})
        self.near[new] = set()
        for other in around:
            self.near[other] -= {first, second}
            self._meet(other, new)

    def _meet(self, one: int, other: int) -> None:
        self.near[one].add(other)
        self.near[other].add(one)
        mean = dot(self.sums[one], self.sums[other]) / (len(self.members[one]) * len(self.members[other]))
        heapq.heappush(self.heap, (-mean, one, other))
