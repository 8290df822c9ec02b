"""Finds the copies of articles as they come and go."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from newsledger.ledger.grouping.pairs.comparing import Comparing, Texts
from newsledger.ledger.grouping.pairs.windows import Windows
from newsledger.store.groups import Groups, HeldCopy, HeldReport, Pair
from newsledger.stories.copies import compare
from newsledger.stories.linkage import connected
from newsledger.stories.sketches import FURNITURE_FROM, NEXT, SHARED


@dataclass(slots=True)
class Copying:
    """Keeps the pairs of copies.

    Attributes:
        came: Pairs that are there now, and were not or were of another kind.
        gone: Reports of which a pair went, or became one of another kind.
    """

    groups: Groups
    texts: Texts = field(default_factory=Texts)
    came: dict[Pair, str] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    windows: Windows = field(init=False)
    comparing: Comparing = field(init=False)

    def __post_init__(self) -> None:
        """Look at texts with the same runs of words."""
        self.comparing = Comparing(self.groups, self.texts)
        self.windows = Windows(groups=self.groups, table="shingles", width=NEXT, least=SHARED)

    def add(self, report: HeldReport) -> None:
        """Take a report in; where it makes words an outlet's furniture, the pages that have them are compared anew."""
        groups, place, values = self.groups, report.place, set(report.shingles)
        touched = {place}
        if report.outlet is not None:
            known = self.comparing.common(report.outlet, values)
            of_outlet = groups.of_outlet(report.outlet, values - known)
            new = {value: on for value, on in of_outlet.items() if len(on) >= FURNITURE_FROM - 1}
            for value, on in new.items():
                for page in on:
                    self.windows.drop([value], page)
                groups.put_furniture(report.outlet, value, [*on, place])
                touched.update(on)
            for value in known:
                groups.put_furniture(report.outlet, value, [place])
            self.comparing.note(report.outlet, new, is_common=True)
            values -= known | new.keys()
        self.windows.put(values, place)
        self._settle(touched)

    def remove(self, report: HeldReport) -> None:
        """Take a report out; what is no longer furniture without it is words again on the pages that are left."""
        groups, place, values = self.groups, report.place, set(report.shingles)
        touched: set[int] = set()
        self.comparing.remove(place)
        if report.outlet is not None:
            known = self.comparing.common(report.outlet, values)
            for value in known:
                groups.drop_furniture(report.outlet, value, [place])
                left = groups.pages_with(report.outlet, value, FURNITURE_FROM)
                if len(left) < FURNITURE_FROM:
                    groups.drop_furniture(report.outlet, value, left)
                    self.comparing.note(report.outlet, [value], is_common=False)
                    for page in left:
                        self.windows.put([value], page)
                    touched.update(left)
            values -= known
        self._replace([], groups.copies([place]))
        self.windows.drop(values, place)
        self._settle(touched)

    def _settle(self, touched: set[int]) -> None:
        """Compare reports anew: those that were touched with all that they meet, and pairs that may or may not meet."""
        self.comparing.forget(touched)
        for place in sorted(touched):
            self._replace(self.of(place), self.groups.copies([place]))
        parted, joined = (
            {pair for pair in pairs if not touched & set(pair)} for pairs in (self.windows.parted, self.windows.joined)
        )
        self.windows.parted, self.windows.joined = set(), set()
        there = self.groups.copied(parted | joined)
        asked = (parted & there) | (joined - there)
        if not asked:
            return
        self.comparing.look_up({end for pair in asked for end in pair})
        meets = self.windows.meet(asked, self.comparing.own_values)
        for pair in sorted(asked):
            if pair in there and pair not in meets:
                self._replace([], [one for one in self.groups.copies([pair[0]]) if _ends(one) == pair])
            elif pair not in there and pair in meets:
                copy = self.compare(pair)
                self._replace([copy] if copy else [], [])

    def of(self, place: int) -> list[HeldCopy]:
        """Find the copies of a report among those that it meets."""
        met = self.windows.met(self.comparing.own_values(place), place)
        self.comparing.look_up(met)
        return [copy for other in met if (copy := self.compare(_pair(place, other))) is not None]

    def compare(self, pair: Pair) -> HeldCopy | None:
        """Say how two reports were made from one text, if they were."""
        one, other = map(self.comparing.of, pair)
        copy = compare(one, other) if one is not None and other is not None else None
        if copy is None:
            return None
        first, second = map(self.comparing.words_at, pair)
        passages = tuple((*first.place(part.first), *second.place(part.second)) for part in copy.passages)
        return HeldCopy(
            first=pair[0], second=pair[1], kind=copy.kind, words=copy.words, share=copy.share, passages=passages
        )

    def _replace(self, found: Iterable[HeldCopy], there: Iterable[HeldCopy]) -> None:
        new, old = {_ends(one): one for one in found}, {_ends(one): one for one in there}
        self.groups.drop_copies(old.keys() - new.keys())
        for pair, copy in new.items():
            if old.get(pair) != copy:
                self.groups.put_copy(copy)
        kinds = {pair: tuple(side[pair].kind if pair in side else None for side in (old, new)) for pair in old | new}
        changed = {pair: kind for pair, kind in kinds.items() if kind[0] != kind[1]}
        for pair, (before, after) in changed.items():
            if before is not None:
                self.gone.update(pair)
            if after is not None:
                self.came[pair] = after
        # Their story may stay as it is, where a text outside it made them one before.
        self.groups.recount(changed)


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _ends(copy: HeldCopy) -> Pair:
    return copy.first, copy.second


def leading(groups: Groups, places: Iterable[int]) -> tuple[dict[int, int], dict[int, int]]:
    """Say which report stands for each of some and of all that are made from one text with them.

    Returns:
        The first one that is the same text, and the first one that is made from it, edited ones among them.
    """
    members = set(places)
    ring = members
    pairs: dict[Pair, str] = {}
    while ring:
        found = {pair: kind for pair, kind in groups.copy_kinds(ring).items() if kind != "excerpt"}
        pairs |= found
        ring = {end for pair in found for end in pair} - members
        members = members | ring
    same = _first_of(members, [pair for pair, kind in pairs.items() if kind == "copy"])
    return same, _first_of(members, pairs)


def led_by(groups: Groups, column: Literal["leader", "original"], came: Iterable[Pair]) -> dict[int, int]:
    """Say which report stands for each of those for which another one did, where pairs only came.

    Who stands for a report is the first one of all that hang together with it: of two such groups that a pair joins it
    is the earlier one's, and only the other one is gone through.
    """
    came = list(came)
    before = groups.column(column, {end for pair in came for end in pair})
    heads = _first_of(set(before.values()), [(before[one], before[other]) for one, other in came])
    moved = {old: new for old, new in heads.items() if old != new}
    there = groups.column(column, groups.having(column, moved))
    return {place: moved[head] for place, head in there.items()}


def _first_of(members: set[int], pairs: Iterable[Pair]) -> dict[int, int]:
    """Give for each of some reports the first one of those that pairs join it with."""
    within = [(str(one), str(other)) for one, other in pairs if one in members and other in members]
    groups = connected(map(str, sorted(members)), within)
    return {int(member): int(group[0]) for group in groups for member in group}
