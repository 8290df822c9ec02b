"""Reports that meet: of those that have a value, by day and id, each meets so many before and after it."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from newsledger.store.groups import Groups, Pair, Postings


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

    def meet(self, pair: Pair, first: Iterable[int], second: Iterable[int]) -> bool:
        """Say whether two reports meet, of which the values are given."""
        left = self.least
        for value in set(first) & set(second):
            left -= self.groups.distance(self.table, value, pair, self.width + 1) <= self.width
            if not left:
                return True
        return False

    def _straddling(self, values: Collection[int], place: int) -> set[Pair]:
        """Give the pairs around a place that stand at the edge of meeting: with it between them they do not."""
        return {
            (before[at], after[self.width - 1 - at])
            for before, after in self.groups.around(self.table, values, place, self.width).values()
            for at in range(max(0, self.width - len(after)), min(len(before), self.width))
        }
