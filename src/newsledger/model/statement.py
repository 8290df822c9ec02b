"""Who is reported to have said something."""

from dataclasses import dataclass
from typing import Literal, get_args

from newsledger.model.article import BlockRole
from newsledger.model.span import Span

Attitude = Literal[
    "report",
    "claim",
    "deny",
    "confirm",
    "promise",
    "plan",
    "demand",
    "ask",
    "order",
    "warn",
    "threaten",
    "predict",
    "hope",
    "fear",
    "believe",
    "doubt",
    "know",
    "learn",
    "decide",
    "praise",
    "condemn",
    "accuse",
    "accept",
    "reject",
    "suggest",
]
ATTITUDES: frozenset[str] = frozenset(get_args(Attitude))


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Someone is reported to have said something (Pareti 2012: source, cue, content).

    Attributes:
        source: Who says it; empty where nobody is named.
        cue: The words that report it; empty where only quotation marks do.
        content: What is said; more than one span where a cue cuts it.
        source_actor: Id of the Actor who says it, the first of several; None where unknown.
        addressee: Whom it is said to.
        said_at: Id of the Timex that says when it was said.
        parent: Id of the statement that this one stands inside.
        confidence: How likely it is right in speaker and extent, 0 to 1; None in older records.
        reasons: The features that raised (``+``) or lowered (``-``) it most, the weightiest first.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    form: Literal["direct", "indirect", "mixed"]
    attitude: Attitude
    source_actor: str | None
    addressee: Span | None
    said_at: str | None
    parent: str | None
    block_role: BlockRole
    rule: str
    confidence: float | None = None
    reasons: tuple[str, ...] = ()
