"""What became of an expectation, step by step."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from newsledger.model.span import Span

LifeState = Literal[
    "open",
    "due_soon",
    "overdue",
    "kept",
    "kept_late",
    "partly_kept",
    "broken",
    "superseded",
    "withdrawn",
    "void",
    "unratable",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of one article that a step rests on.

    Attributes:
        article: The article's id.
        finding: Id of the expectation or event that the words belong to, or None.
        spans: The words, in that article's text.
    """

    article: str
    finding: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One entry of a history, which is only ever added to.

    Attributes:
        at: The day from which it is so: of the report, or the one that was reached; None where unknown.
        state: The state from then on.
        why: The reason, in a fixed form of words.
        receipts: The expectation's own words first, then those of the report.
        by: ``rule``, or the name of the person who decided.
        proposed: The state that a person is asked to confirm; ``state`` is then what it was before.
        score: How sure the match is, 0 to 1; None where a day or a person decided.
    """

    at: date | None
    state: LifeState
    why: str
    receipts: tuple[Evidence, ...]
    by: str
    proposed: LifeState | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """An expectation's state, and how it came to it.

    Attributes:
        expectation: The expectation's id.
        history: Its steps in the order in which they were taken.
    """

    expectation: str
    state: LifeState
    history: tuple[Step, ...]
