"""What a store keeps of scheduled mentions, by which stories that tell of the same date find each other."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldScheduled:
    """A mention with a stated window of a month at most; see the table ``scheduled``.

    Attributes:
        place: Of its article's report.
        done: It is told as done, or under way.
        told: JSON of it, with what its story knows of its parties.
        keys: By which it is found, in order.
    """

    mention: str
    place: int
    earliest: str
    latest: str
    done: bool
    told: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Mentions of two stories that may be of one date.

    Attributes:
        story: The number of the other story.
    """

    story: int
    mine: str
    theirs: str


class Scheduled(Protocol):
    """The tables of scheduled mentions, inside a transaction."""

    def put(self, story: int, mentions: Iterable[HeldScheduled]) -> None:
        """Put the scheduled mentions of a story in place of those that are there; from now on it is met by others."""

    def of(self, story: int) -> tuple[HeldScheduled, ...]:
        """Give those of a story, by id."""

    def met(self, story: int, *, known: Collection[int]) -> tuple[Met, ...]:
        """Give the pairs of mentions that share a key and a day, and are not both done.

        Args:
            story: The number of one of the two stories. The other is none that is to be looked at again.
            known: Nor one of these.
        """

    def told(self, mentions: Collection[str]) -> dict[str, str]:
        """Give the JSON of some mentions."""
