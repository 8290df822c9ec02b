"""What is said to be coming."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from newsledger.model.event import EventType
from newsledger.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledBy:
    """The report that would settle an expectation; what is unknown is None.

    Attributes:
        event_type: The act that would have to be reported.
        negated: It is settled when the act is not done.
    """

    event_type: EventType | None = None
    other_kind: str | None = None
    actor_ids: tuple[str, ...] | None = None
    recipient_ids: tuple[str, ...] | None = None
    negated: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """Something that a later reader could tick or cross (holder as in MPQA).

    Attributes:
        same_as: Id of the first mention of the same expectation in the article, or None.
        holder: The words for who is to act, or who hopes or predicts.
        holder_ids: The actors that these words name.
        statement: Id of the statement that it stands in.
        action: From the content verb to the end of its complements.
        earliest: First day of its window, None where open or unknown.
        latest: Last day of its window, None where open or unknown.
        window: The words of time.
        event: Id of the event that it is about.
        confidence: How likely it is right in act, holder, window and kind, 0 to 1; None in older records.
        reasons: The features that raised (``+``) or lowered (``-``) it most, the weightiest first.
    """

    id: str
    same_as: str | None
    kind: Literal["promise", "announced_plan", "ultimatum", "forecast", "scheduled_event", "hope", "denied_plan"]
    holder: Span | None
    holder_ids: tuple[str, ...]
    speaker: Span | None
    statement: str | None
    action: Span
    condition: Span | None
    strength: Literal["firm", "conditional", "aspirational"]
    negated: bool
    earliest: date | None
    latest: date | None
    window_basis: Literal["stated", "vague", "none"]
    window: tuple[Span, ...]
    event: str | None
    settled_by: SettledBy
    rule: str
    confidence: float | None = None
    reasons: tuple[str, ...] = ()
