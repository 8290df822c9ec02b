"""How sure a finding is, in words, and what is sure enough to be shown unfolded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newsledger.model import SHOWN_FROM, Event, Expectation, Record, Statement, Weighed, is_sure, surest

#: From which confidence on each kind is shown; an empty one shows all.
Floors = Mapping[Weighed, float]
ALL: Floors = {}
DEFAULT: Floors = SHOWN_FROM


@dataclass(frozen=True, slots=True, kw_only=True)
class Sure:
    """What of a record is sure enough.

    Attributes:
        floors: From which confidence on.
        happenings: How sure each happening is, by the id of its first mention: as its surest mention.
    """

    floors: Floors
    happenings: Mapping[str, float | None] = field(default_factory=dict)

    @classmethod
    def of(cls, record: Record, floors: Floors) -> "Sure":
        """Look at a record."""
        told: dict[str, list[float | None]] = {}
        for event in record.events:
            told.setdefault(event.same_as or event.id, []).append(event.confidence)
        return cls(floors=floors, happenings={key: surest(mentions) for key, mentions in told.items()})

    def event(self, event: Event) -> bool:
        """Say whether a happening is sure enough."""
        return is_sure(self.happenings[event.same_as or event.id], self.floors.get("events", 0))

    def statement(self, statement: Statement) -> bool:
        """Say whether a statement is."""
        return is_sure(statement.confidence, self.floors.get("statements", 0))

    def expectation(self, expectation: Expectation) -> bool:
        """Say whether an expectation is."""
        return is_sure(expectation.confidence, self.floors.get("expectations", 0))


def how_sure(confidence: float | None, reasons: Sequence[str]) -> str:
    """Write a confidence and what raised and lowered it most: ``0.62 +entry record −clause modal``."""
    if confidence is None:
        return ""
    told = (f"{'−' if reason[0] == '-' else '+'}{named(reason[1:])}" for reason in reasons)
    return " ".join((f"{confidence:.2f}", *told))


def named(feature: str) -> str:
    """Write the name of a feature as words: ``actor distance``."""
    return feature.replace(".", " ").replace("_", " ")


def less_sure(number: int, thing: str) -> str:
    """Say how many were left out: ``2 more statements are less sure: --all``."""
    return (
        f"{number} more {thing} is less sure: --all" if number == 1 else f"{number} more {thing}s are less sure: --all"
    )
