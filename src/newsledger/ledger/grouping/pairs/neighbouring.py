"""Finds the neighbours of reports as they come and go: those told in the same rare words."""

import hashlib
from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from newsledger.ledger.grouping.pairs.windows import Windows
from newsledger.store.groups import Groups, HeldReport, Pair
from newsledger.stories.group import cosine_of, nearness, score_of
from newsledger.stories.linkage import NEXT, SHARED, heavy
from newsledger.stories.weights import Vector

#: Reports that are kept at hand in a step, each of some fifteen thousand bytes; pairs that are looked at together.
_REPORTS, _PAIRS = 4_096, 1_024


@dataclass(slots=True)
class Neighbouring:
    """Keeps the pairs of neighbours.

    Attributes:
        moved: Reports of which a pair came or went.
        seeds: Reports whose story is to be looked at again.
    """

    groups: Groups
    moved: set[int] = field(default_factory=set)
    seeds: set[int] = field(default_factory=set)
    windows: Windows = field(init=False)
    reports: dict[int, HeldReport] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look at reports with the same weighty features."""
        self.windows = Windows(groups=self.groups, table="features", width=NEXT, least=SHARED)

    def add(self, report: HeldReport) -> None:
        """Take a report in that is no copy of an earlier one."""
        place = report.place
        self.windows.put(report.heavy, place)
        cosines = self.of(report)
        self.groups.put_near(cosines)
        self.moved.update(other for pair in cosines for other in pair)
        self.moved.add(place)
        self.seeds.add(place)

    def of(self, report: HeldReport) -> dict[Pair, float]:
        """Find the neighbours of a report among those that it meets."""
        self.reports[report.place] = report
        met = self.windows.met(report.heavy, report.place)
        self.look_up(met)
        return {pair: cosine for other in met if (cosine := self.cosine(pair := (report.place, other))) is not None}

    def remove(self, report: HeldReport) -> None:
        """Take a report out."""
        place = report.place
        self.reports.pop(place, None)
        near = self.groups.near([place])
        self.groups.drop_near(near)
        self.windows.drop(report.heavy, place)
        for pairs in (self.windows.parted, self.windows.joined):
            pairs -= {pair for pair in pairs if place in pair}
        others = {other for _, other in near}
        self.moved |= others
        self.seeds |= others
        self.moved.discard(place)
        self.seeds.discard(place)
        self.groups.set_column("nearness", {place: 0.0})

    def cosine(self, pair: Pair) -> float | None:
        """Give the cosine of two reports; None where they are too far from each other."""
        return cosine_of(self.report(pair[0]).features, self.report(pair[1]).features)

    def report(self, place: int) -> HeldReport:
        """Give a report."""
        if place not in self.reports:
            self.look_up([place])
        return self.reports[place]

    def look_up(self, places: Iterable[int]) -> None:
        """Look some reports up at once."""
        wanted = set(places)
        new = wanted - self.reports.keys()
        if len(self.reports) + len(new) > _REPORTS:
            self.reports.clear()
            new = wanted
        self.reports |= self.groups.reports(new) if new else {}

    def settle_nearness(self) -> None:
        """Say anew how near reports are to their neighbours, and note those whose ties that changes."""
        near = self.groups.near(self.moved)
        cosines: dict[int, list[float]] = {place: [] for place in self.moved}
        for (place, _), cosine in near.items():
            cosines[place].append(cosine)
        before = self.groups.column("nearness", self.moved | {other for _, other in near})
        after = {place: own for place, found in cosines.items() if (own := nearness(found)) != before[place]}
        self.groups.set_column("nearness", after)
        self.seeds |= after.keys()
        # What it was joined with, and may not be now; what it is joined with is found from it.
        self.seeds |= {
            other
            for (place, other), cosine in near.items()
            if place in after and _were_joined(cosine, before[place], before[other])
        }
        self.moved = set()

    def settle(self) -> None:
        """Look again at the pairs at the edges of windows: which no longer meet, and which do now."""
        parted, joined = self.windows.parted, self.windows.joined
        self.windows.parted, self.windows.joined = set(), set()
        edges = iter(sorted(parted | joined))
        while some := set(islice(edges, _PAIRS)):
            there = self.groups.near_pairs(some).keys()
            self._settle((some & parted & there) | (some & joined - there), there)

    def _settle(self, asked: Set[Pair], there: Set[Pair]) -> None:
        self.look_up({place for pair in asked for place in pair})
        meet = self.windows.meet(asked, lambda place: self.report(place).heavy)
        gone = (there & asked) - meet
        cosines = {pair: self.cosine(pair) for pair in meet - there}
        came = {pair: cosine for pair, cosine in cosines.items() if cosine is not None}
        self.groups.drop_near(gone)
        self.groups.put_near(came)
        for pair in gone | came.keys():
            self.moved.update(pair)
            self.seeds.update(pair)


def values_of(features: Vector) -> tuple[int, ...]:
    """Hash the features by which neighbours are found."""
    return tuple(_hashed(feature) for feature in heavy(features))


@lru_cache(maxsize=1 << 16)
def _hashed(feature: str) -> int:
    raw = hashlib.blake2b(feature.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(raw, "big") >> 1


def _were_joined(cosine: float, first: float, second: float) -> bool:
    """Say whether two reports were joined by their nearness of before, which is 0 of one that was not there."""
    return min(first, second) > 0 and score_of(cosine, first, second) is not None
