"""Happenings with their parties and receipts, one at a time in memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from newsledger.export.ask import Scope
from newsledger.export.side import Follower
from newsledger.store.rows import Row

#: As many bits as a floating-point number holds exactly: what reads a number as one loses nothing.
_BITS = 52


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A happening, who is in it, and where it is told.

    Attributes:
        row: As it stands in the table of happenings.
        receipts: The words of each of its events, by the day of their article.
        cast: Whom its first article names.
    """

    row: Row
    parties: tuple[Row, ...]
    receipts: tuple[Row, ...]
    cast: tuple[Row, ...]

    @property
    def id(self) -> str:
        """The happening's id."""
        return str(self.row["id"])

    @property
    def actors(self) -> tuple[Row, ...]:
        """Those who act."""
        return tuple(party for party in self.parties if party["role"] == "actor")

    @property
    def recipients(self) -> tuple[Row, ...]:
        """Those to whom it is done."""
        return tuple(party for party in self.parties if party["role"] == "recipient")

    @property
    def first_day(self) -> str | None:
        """The day of the first report, None where none is dated."""
        return next((day for day in map(day_of, self.receipts) if day), None)

    def pairs(self) -> Iterator[tuple[Row | None, Row | None]]:
        """Give each pair of an actor and another one as recipient; one side is None where nobody stands on it."""
        actors, recipients = self.actors or (None,), self.recipients or (None,)
        pairs = [(one, other) for one in actors for other in recipients]
        told = [(one, other) for one, other in pairs if one is None or other is None or one["key"] != other["key"]]
        yield from told or ([(self.actors[0], None)] if self.actors else [])


def happenings(scope: Scope) -> Iterator[Told]:
    """Give the happenings that belong to a question, by id."""
    parties = Follower(scope.dump, "happening_parties", "happening")
    receipts = Follower(scope.dump, "receipts", "happening")
    casts = Follower(scope.dump, "casts", "article")
    for row in scope.rows("happenings"):
        yield Told(
            row=row,
            parties=parties.take(row["id"]),
            receipts=tuple(sorted((one for one in receipts.take(row["id"]) if one["mention"]), key=_by_day)),
            # A happening has the id of its first mention, which begins with that of its article.
            cast=tuple(sorted(casts.take(row["id"].partition(":")[0]), key=_by_place)),
        )


def day_of(receipt: Row) -> str | None:
    """Give the day of a receipt's article; None where it is not known to the day."""
    published = (receipt["published"] or "")[:10]
    return published if len(published) == len("2018-03-16") else None


def number_of(*parts: str | None) -> int:
    """Give a number for what some words name, the same in every export."""
    digest = sha256("\n".join(part or "" for part in parts).encode()).digest()
    return int.from_bytes(digest[:7], "big") >> (56 - _BITS)


def _by_place(actor: Row) -> tuple[Any, ...]:
    return actor["start"], actor["id"]


def _by_day(receipt: Row) -> tuple[Any, ...]:
    return receipt["published"] or "9999", receipt["article"], receipt["start"], receipt["mention"]
