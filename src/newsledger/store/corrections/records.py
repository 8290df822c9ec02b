"""What is asked of corrections, and what is answered."""

from dataclasses import dataclass
from typing import Literal

from newsledger.model import Judgeable

_KINDS = ("event", "statement", "expectation")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewQuestion:
    """Which findings are worth a person's look?

    Attributes:
        kind: Only of this kind: event, statement or expectation; None for all.
        article: Only of this article, by its id.
    """

    kind: Judgeable | None = None
    article: str | None = None

    def __post_init__(self) -> None:
        """Check the kind."""
        if self.kind is not None and self.kind not in _KINDS:
            raise ValueError(f"found the kind {self.kind!r}, expected one of {', '.join(_KINDS)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """A finding that nobody has judged.

    Attributes:
        doubt: How much is to be learnt of it: 1 where it is as likely right as wrong, 0 where that is certain.
        importance: How many independent reports tell of it, or of the story that it is told in.
    """

    id: str
    kind: Judgeable
    article: str
    confidence: float
    doubt: float
    importance: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of one correction that was to be kept.

    Attributes:
        what: ``kept``; ``known``: it was there; ``lost``: the ledger knows no such finding.
    """

    correction: str
    what: Literal["kept", "known", "lost"]
