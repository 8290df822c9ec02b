"""Joins the mentions of one happening, and settles what one party alleges and another denies."""

from collections.abc import Sequence
from dataclasses import replace

from newsledger.model import Annotated, Event

_NOT_YET = ("planned", "hypothetical")
#: How many happenings of one kind a mention is compared with: the latest ones.
_MEMORY = 40
#: How many sentences after an allegation its denial is looked for.
_NEAR = 3
#: Beginnings of the words for a denial.
_ANSWERS = ("den", "reject", "dismiss", "refut", "rebut")


def join_mentions(doc: Annotated, events: Sequence[Event]) -> tuple[Event, ...]:
    """Give each later mention of a happening the id of its first."""
    settled = _deny_answered(doc, events)
    firsts: dict[tuple[str, str], list[Event]] = {}
    joined = []
    for event in settled:
        known = firsts.setdefault((event.event_type, _stem(doc, event)), [])
        first = next((other for other in reversed(known[-_MEMORY:]) if _same(event, other)), None)
        if first is None:
            known.append(event)
        joined.append(event if first is None else replace(event, same_as=first.id))
    return tuple(joined)


def _stem(doc: Annotated, event: Event) -> str:
    """Give what the trigger's forms share ("meet", "meeting"; "accuse", "accusation")."""
    return event.trigger.of(doc.text).lower()[:4]


def _same(event: Event, other: Event) -> bool:
    if (event.standing in _NOT_YET) != (other.standing in _NOT_YET) or "denied" in (event.standing, other.standing):
        return event.standing == other.standing and _same_parties(event, other)
    if (event.block_role == "caption") != (other.block_role == "caption"):
        return False
    return _same_parties(event, other) and _same_time(event, other)


def _same_parties(event: Event, other: Event) -> bool:
    """Say whether at least one party is shared and none contradicts; who does it to whom may be turned round."""
    ours, theirs = {*event.actor_ids, *event.recipient_ids}, {*other.actor_ids, *other.recipient_ids}
    return bool(ours & theirs) and (ours <= theirs or theirs <= ours)


def _same_time(event: Event, other: Event) -> bool:
    if event.latest and other.earliest and event.latest < other.earliest:
        return False
    return not (other.latest and event.earliest and other.latest < event.earliest)


def _deny_answered(doc: Annotated, events: Sequence[Event]) -> Sequence[Event]:
    """Mark as denied what one party alleges and another denies, there or a few sentences on."""
    answered = [
        _sentence(doc, event)
        for event in events
        if event.event_type == "REJECT" and event.trigger.of(doc.text).lower().startswith(_ANSWERS)
    ]
    if not answered:
        return events
    near = {number - back for number in answered for back in range(_NEAR + 1)}
    return [
        _denied(event) if event.standing == "alleged" and _sentence(doc, event) in near else event for event in events
    ]


def _sentence(doc: Annotated, event: Event) -> int:
    return doc.sentence_of[doc.tokens_in(event.trigger).start]


def _denied(event: Event) -> Event:
    return replace(event, standing="denied", plover_type=None, cameo=None, quad=None, goldstein=None)
