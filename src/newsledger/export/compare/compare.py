"""How far another file of events and a ledger agree: by day, type and pair of countries, and where they differ."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from newsledger.export.ask import Scope
from newsledger.export.compare.reading import PAIRED, Coded, CodedFile, FileForm, Pair, pairs_of
from newsledger.export.told import Told, happenings
from newsledger.store import Store
from newsledger.store.rows import Row

Measure = Literal["all", "day", "type", "dyad"]
_UNKNOWN = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How many events two sides have, an event once for each pair of countries.

    Attributes:
        what: What they are counted by.
        value: The day, the type, the pair; ``-`` stands for what is unknown.
        both: Of the same type and pair, and of about the same day; by day, of the same.
        share: Twice ``both`` over the sum of the two.
    """

    what: Measure
    theirs: int
    ours: int
    both: int
    share: float
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """An event that one side has and the other has not.

    Attributes:
        side: Who has it.
        id: In the file; None where only we have it.
        happening: Ours; of theirs, one of the same pair of about the same day, where there is one.
        otherwise: Of theirs, the type that ours has; None where we have nothing.
        words: The sentence in which ours is told: the receipt.
    """

    side: Literal["theirs", "ours"]
    id: str | None
    day: str | None
    event_type: str | None
    actor: str | None
    recipient: str | None
    happening: str | None
    otherwise: str | None
    article: str | None
    url: str | None
    start: int | None
    end: int | None
    words: str | None


@dataclass(slots=True, kw_only=True)
class _Ours:
    """A happening with one pair of countries."""

    id: str
    day: date
    event_type: str | None
    pair: Pair
    receipt: Row
    used: bool = False


@dataclass(slots=True)
class _Counts:
    theirs: int = 0
    ours: int = 0
    both: int = 0


@dataclass(slots=True, kw_only=True)
class Comparison:
    """Holds a file against a ledger; owns what has been counted so far.

    ``differences`` is read to its end first; then ``agreements`` are known.

    Attributes:
        standings: Which happenings count.
        within: So many days may lie between what is one event.
    """

    file: CodedFile
    standings: frozenset[str]
    within: int
    ours: list[_Ours] = field(default_factory=list)
    index: dict[tuple[Pair, int], list[_Ours]] = field(default_factory=lambda: defaultdict(list))
    counts: dict[tuple[Measure, str], _Counts] = field(default_factory=lambda: defaultdict(_Counts))

    def differences(self) -> Iterator[Difference]:
        """Give what only one side has: theirs in the order of the file, then ours."""
        for one in self.ours:
            self._count("ours", one.day.isoformat(), one.event_type, one.pair)
        for coded in self.file.rows(self.standings):
            for pair in coded.pairs:
                yield from self._held_against(coded, pair)
        for one in self.ours:
            if not one.used:
                yield _difference("ours", None, one.day.isoformat(), one.event_type, one.pair, one)

    def agreements(self) -> Iterator[Agreement]:
        """Give what is counted: of all, then by day, type and pair."""
        order: tuple[Measure, ...] = ("all", "day", "type", "dyad")
        for (what, value), found in sorted(self.counts.items(), key=lambda item: (order.index(item[0][0]), item[0][1])):
            share = 2 * found.both / (found.theirs + found.ours)
            yield Agreement(
                what=what, value=value, theirs=found.theirs, ours=found.ours, both=found.both, share=round(share, 3)
            )

    def _held_against(self, coded: Coded, pair: Pair) -> Iterator[Difference]:
        """Look for an event among ours; it is told where it is not there."""
        self._count("theirs", coded.day, coded.event_type, pair)
        near = self._near(coded, pair)
        same = next((one for one in near if one.event_type == coded.event_type and not one.used), None)
        if same is None:
            yield _difference("theirs", coded.id, coded.day, coded.event_type, pair, near[0] if near else None)
            return
        same.used = True
        self._count("both", coded.day, coded.event_type, pair, is_day=same.day.isoformat() == coded.day)

    def _near(self, coded: Coded, pair: Pair) -> list[_Ours]:
        """Give ours of the same pair and of about the same day, the nearest first."""
        if coded.day is None:
            return []
        day = date.fromisoformat(coded.day)
        days = range(day.toordinal() - self.within, day.toordinal() + self.within + 1)
        found = [one for at in days for one in self.index.get((pair, at), ())]
        return sorted(found, key=lambda one: (abs((one.day - day).days), one.id))

    def _count(
        self,
        side: Literal["theirs", "ours", "both"],
        day: str | None,
        kind: str | None,
        pair: Pair,
        *,
        is_day: bool = True,
    ) -> None:
        places: Mapping[Measure, str] = {
            "all": "",
            "day": day or _UNKNOWN,
            "type": kind or _UNKNOWN,
            "dyad": " > ".join(one or _UNKNOWN for one in pair),
        }
        for what, value in places.items():
            if what != "day" or is_day:
                counts = self.counts[what, value]
                setattr(counts, side, getattr(counts, side) + 1)


def compare(store: Store, file: CodedFile, *, standings: frozenset[str], within: int) -> Comparison:
    """Get ready to hold a file against a ledger: over the days that the file has.

    Args:
        store: The ledger; of each of its happenings of these days a line is kept in memory.
        file: Its form is known.
        standings: Which of our happenings count.
        within: So many days may lie between what is one event.
    """
    made = Comparison(file=file, standings=standings, within=within)
    first, last = "9999", ""
    for day in (row.day for row in file.rows(standings) if row.day):
        first, last = min(first, day), max(last, day)
    with store.dump() as dump:
        for told in happenings(Scope(dump=dump)):
            if _counts(told, standings) and first <= told.row["day"] <= last:
                made.ours += _units(told, file.form)
    for one in made.ours:
        made.index[one.pair, one.day.toordinal()].append(one)
    return made


def _counts(told: Told, standings: frozenset[str]) -> bool:
    """Say whether a happening may be in such a file: it has a code, a day and one of the standings."""
    row = told.row
    return bool(row["plover_type"] and row["day"] and told.receipts) and (row["standing"] or "") in standings


def _units(told: Told, form: FileForm) -> Iterator[_Ours]:
    """Give a happening as often as the form has rows or pairs of countries for it."""
    row = told.row
    receipt = next((one for one in told.receipts if one["mention"] == row["event"]), told.receipts[0])
    kept = {name: receipt[name] for name in ("article", "url", "start", "end", "sentence")}
    for pair in _by_party(told) if form in PAIRED else _by_country(told):
        yield _Ours(
            id=told.id, day=date.fromisoformat(row["day"]), event_type=row["plover_type"], pair=pair, receipt=kept
        )


def _by_party(told: Told) -> Iterator[Pair]:
    for one, other in told.pairs():
        yield (one["country"] if one else None), (other["country"] if other else None)


def _by_country(told: Told) -> tuple[Pair, ...]:
    actors, recipients = (
        [party["country"] for party in parties if party["country"]] for parties in (told.actors, told.recipients)
    )
    return pairs_of(actors, recipients)


def _difference(
    side: Literal["theirs", "ours"],
    identifier: str | None,
    day: str | None,
    kind: str | None,
    pair: Pair,
    near: _Ours | None,
) -> Difference:
    receipt: Callable[[str], Any] = lambda name: near.receipt[name] if near else None  # noqa: E731 - a line, asked five times below
    return Difference(
        side=side,
        id=identifier,
        day=day,
        event_type=kind,
        actor=pair[0],
        recipient=pair[1],
        happening=near.id if near else None,
        otherwise=near.event_type if near and side == "theirs" else None,
        article=receipt("article"),
        url=receipt("url"),
        start=receipt("start"),
        end=receipt("end"),
        words=receipt("sentence"),
    )
