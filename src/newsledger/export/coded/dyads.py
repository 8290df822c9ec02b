"""Happenings counted by month, pair of countries, type and standing, three ways."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from newsledger.export.told import Told
from newsledger.store.rows import Row

_KEY = ("month", "actor", "recipient", "event_type", "standing")
_WAYS = ("happenings", "reports", "copies")


@dataclass(slots=True, kw_only=True)
class _Sum:
    """What is counted of one cell; Goldstein values in tenths, so that no sum hangs on its order."""

    happenings: int = 0
    reports: int = 0
    copies: int = 0
    scored: int = 0
    tenths: tuple[int, int, int] = (0, 0, 0)

    def add(self, row: Row) -> None:
        """Count a happening."""
        counts = (1, row["reports"], row["copies"])
        self.happenings, self.reports, self.copies = (
            old + new for old, new in zip((self.happenings, self.reports, self.copies), counts, strict=True)
        )
        if row["goldstein"] is not None:
            value = round(10 * row["goldstein"])
            self.scored += 1
            first, second, third = (old + value * count for old, count in zip(self.tenths, counts, strict=True))
            self.tenths = first, second, third


def count_dyads(told: Iterable[Told]) -> Iterator[dict[str, Any]]:
    """Count happenings, in the order of month, pair, type and standing.

    A happening counts once for each pair of countries, however many of theirs are in it; a country and itself is no
    pair. Of a happening that no event tells there is no type, and it is left out.
    """
    sums: dict[tuple[str, ...], _Sum] = {}
    for one in told:
        for key in _keys(one):
            sums.setdefault(key, _Sum()).add(one.row)
    for key in sorted(sums):
        found = sums[key]
        cells: dict[str, Any] = dict(zip(_KEY, (part or None for part in key), strict=True))
        cells |= {name: getattr(found, name) for name in (*_WAYS, "scored")}
        yield cells | {f"goldstein_{name}": tenths / 10 for name, tenths in zip(_WAYS, found.tenths, strict=True)}


def _keys(told: Told) -> Iterator[tuple[str, ...]]:
    row = told.row
    if not row["event_type"]:
        return
    month = (row["day"] or "")[:7]
    recipients = {party["country"] for party in told.recipients if party["country"]}
    for actor in {party["country"] for party in told.actors if party["country"]}:
        for recipient in recipients - {actor}:
            yield month, actor, recipient, row["event_type"], row["standing"] or ""
