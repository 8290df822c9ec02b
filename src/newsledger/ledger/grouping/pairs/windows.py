"""Reports that meet: of those that have a value, by day and id, each meets so many before and after it."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from newsledger.store.groups import Groups, Pair, Postings

#: Values and pairs that are looked up at once.
_ASKED = 1 << 14


@dataclass(slots=True, kw_only=True)
class Windows:
    """Which reports meet over one kind of values.

    A report that comes between two others may part them, and one that leaves lets two meet: both are noted.

    Attributes:
        width: How many before and after a report it meets.
        least: So many values must be in common.
        parted: Pairs that may no longer meet.
        joined: Pairs that may meet now.
    """

    groups: Groups
    table: Postings
    width: int
    least: int
    parted: set[Pair] = field(default_factory=set)
    joined: set[Pair] = field(default_factory=set)

    def put(self, values: Collection[int], place: int) -> None:
        """Note that a report has some values."""
        self.parted |= self._straddling(values, place)
        self.groups.put_postings(self.table, values, place)

    def drop(self, values: Collection[int], place: int) -> None:
        """Note that a report has some values no longer."""
        self.groups.drop_postings(self.table, values, place)
        self.joined |= self._straddling(values, place)

    def met(self, values: Collection[int], place: int) -> list[int]:
        """Give the reports that one with some values meets."""
        shared: Counter[int] = Counter()
        for before, after in self.groups.around(self.table, values, place, self.width).values():
            shared.update(before)
            shared.update(after)
        return sorted(other for other, count in shared.items() if count >= self.least)

    def meet(self, pairs: Iterable[Pair], values_of: Callable[[int], Collection[int]]) -> set[Pair]:
        """Give those of some pairs of reports that meet.

        Args:
            pairs: The pairs, each with the earlier report first.
            values_of: Gives the values of a report.
        """
        asked: list[tuple[int, Pair]] = []
        for pair in sorted(pairs):
            common = set(values_of(pair[0])) & set(values_of(pair[1]))
            asked += [(value, pair) for value in common] if len(common) >= self.least else []
        near: Counter[Pair] = Counter()
        for at in range(0, len(asked), _ASKED):
            some = asked[at : at + _ASKED]
            near.update(some[number][1] for number in self.groups.within(self.table, some, self.width))
        return {pair for pair, count in near.items() if count >= self.least}

    def _straddling(self, values: Collection[int], place: int) -> set[Pair]:
        """Give the pairs around a place that stand at the edge of meeting: with it between them they do not."""
        return {
            (before[at], after[self.width - 1 - at])
            for before, after in self.groups.around(self.table, values, place, self.width).values()
            for at in range(max(0, self.width - len(after)), min(len(before), self.width))
        }
