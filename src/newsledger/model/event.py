"""Who did what to whom, and whether it happened."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from newsledger.model.article import BlockRole
from newsledger.model.span import Span

PloverType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
EventType = Literal[PloverType, "OTHER"]
Standing = Literal["happened", "ongoing", "planned", "hypothetical", "denied", "alleged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why a role's words may lie outside the trigger's own sentence.

    Attributes:
        role: ``actor``, ``recipient`` or ``place``.
        kind: ``coreference``, ``caption_subject`` …; ``theme`` for a thing that the act is about and nobody bears.
        spans: The words on the way.
    """

    role: Literal["actor", "recipient", "place"]
    kind: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A count that belongs to an event.

    Attributes:
        what: ``killed``, ``injured``, ``arrested``, ``participants``, ``amount`` …
        span: The words of the number.
    """

    what: str
    value: int | float
    bound: Literal["exact", "about", "at_least", "at_most"]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One mention of something done (PLOVER's event, with whether it happened).

    Attributes:
        same_as: Id of the first mention of the same happening in the article, or None.
        event_type: The act itself, whatever its standing.
        other_kind: For ``OTHER``: vote, election, trial, ruling, appointment, disaster …
        plover_type: The event as older coders would book it, or None.
        mode: PLOVER mode, or None.
        context: PLOVER contexts.
        cameo: CAMEO code that follows ``plover_type``, as deep as the words support.
        quad: CAMEO's quad class, 1 to 4.
        goldstein: CAMEO's scale, -10 to 10.
        actor: Who does it, in the trigger's sentence or by a link.
        actor_ids: The actors that these words name.
        reciprocal: They do it to each other: all in ``actor``, ``recipient`` None.
        reported_by: Id of the statement that carries it; None for the outlet's own voice.
        place_country: ISO 3166-1 alpha-3.
        times: Ids of the times behind ``earliest`` and ``latest``.
        confidence: How likely it is right in type, actor, recipient and standing, 0 to 1; None in older records.
        reasons: The features that raised (``+``) or lowered (``-``) it most, the weightiest first.
    """

    id: str
    same_as: str | None
    event_type: EventType
    other_kind: str | None
    plover_type: PloverType | None
    mode: str | None
    context: tuple[str, ...]
    cameo: str | None
    quad: int | None
    goldstein: float | None
    trigger: Span
    actor: Span | None
    recipient: Span | None
    actor_ids: tuple[str, ...]
    recipient_ids: tuple[str, ...]
    reciprocal: bool
    links: tuple[Link, ...]
    standing: Standing
    reported_by: str | None
    place: Span | None
    place_country: str | None
    latitude: float | None
    longitude: float | None
    times: tuple[str, ...]
    earliest: date | None
    latest: date | None
    numbers: tuple[Number, ...]
    block_role: BlockRole
    rule: str
    confidence: float | None = None
    reasons: tuple[str, ...] = ()
