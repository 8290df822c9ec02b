"""Tells which two words of one sentence name one happening ("*killed* in a *raid*"), and lets each lend its parties."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from newsledger.events.coder import Coded
from newsledger.events.frames.links import VERBS
from newsledger.events.rules import Rules
from newsledger.model import Annotated, Event

#: A noun behind these is what the verb before them tells of; behind "by" only where it has the deed done.
_WITHIN = frozenset({"at", "during", "for", "in"})
#: Types of deeds that a verb tells by what came of them, whose noun is its subject ("the raid killed nine").
_DONE_BY_DEEDS = frozenset({"ASSAULT", "COERCE"})
#: Types of which a verb and a noun within its clause name one happening.
_OFTEN_TOLD_TWICE = frozenset({"AGREE", "ASSAULT", "COERCE", "CONSULT", "PROTEST"})
_NOT_YET = ("planned", "hypothetical")

Pair = tuple[Event, Coded]


def find_twins(doc: Annotated, found: Sequence[Pair], rules: Rules) -> Mapping[int, int]:
    """Give for each later of two mentions of one happening in a sentence the earlier one, by their places.

    Args:
        doc: The parsed article.
        found: Its events with what they were made from, in text order.
        rules: The room's word lists.
    """
    verbs: dict[int, int] = {}
    for place, (_, coded) in enumerate(found):
        if (verb := _verb(coded)) is not None and (verb not in verbs or coded.index == verb):
            verbs[verb] = place
    twins: dict[int, int] = {}
    for place, (event, coded) in enumerate(found):
        told = next((verbs[verb] for verb in _told_by(doc, coded, rules) if verb in verbs), None)
        if told is None or told == place or not _are_alike(event, found[told][0]):
            continue
        first, last = sorted((place, told))
        twins[last] = twins.get(first, first)
    return twins


def lend_parties(found: Sequence[Pair], twins: Mapping[int, int]) -> list[Pair]:
    """Fill the sides that one of two mentions leaves open with those of the other."""
    filled = list(found)
    for last, first in twins.items():
        one, other = filled[first], filled[last]
        filled[first] = _lent(*one, other[0]), one[1]
        filled[last] = _lent(*other, one[0]), other[1]
    return filled


def join_twins(events: Sequence[Event], twins: Mapping[int, int]) -> tuple[Event, ...]:
    """Give the later of two mentions the id of the first, and so to all that were taken for the later one."""
    firsts: dict[str, str] = {}
    joined: list[Event] = []
    for place, event in enumerate(events):
        same_as = event.same_as
        if place in twins:
            same_as = joined[twins[place]].same_as or joined[twins[place]].id
            firsts[event.id] = same_as
        elif same_as in firsts:
            same_as = firsts[same_as]
        joined.append(event if same_as == event.same_as else replace(event, same_as=same_as))
    return tuple(joined)


def _verb(coded: Coded) -> int | None:
    """Give the verb that tells of an act: its trigger, or the light verb that the trigger hangs from."""
    trigger = coded.hit.trigger
    if trigger.pos == "verb":
        return trigger.index
    return trigger.support if trigger.light is not None else None


def _told_by(doc: Annotated, coded: Coded, rules: Rules) -> Iterator[int]:
    """Give the verbs that may tell of the same as a noun: it is what did it, what it was done in, or what for."""
    trigger, token = coded.hit.trigger, doc.tokens[coded.index]
    if trigger.pos != "noun" or token.lemma in rules.classes["of many deeds"]:
        return
    above = doc.tokens[token.head]
    if token.deprel == "nsubj" and above.upos in VERBS and coded.hit.predicate.event_type in _DONE_BY_DEEDS:
        yield token.head
    if token.deprel != "pobj" or coded.hit.predicate.event_type not in _OFTEN_TOLD_TWICE:
        return
    if above.deprel == "prep" and above.text.lower() in _WITHIN:
        yield above.head
        if doc.tokens[above.head].deprel in ("dobj", "nsubjpass"):
            yield doc.tokens[above.head].head


def _are_alike(one: Event, other: Event) -> bool:
    """Say whether two mentions agree in what is done, whether it was, and who reports it."""
    unreal = [event.standing if event.standing not in ("ongoing", "alleged") else "happened" for event in (one, other)]
    told = one.event_type == "CONSULT" or one.reported_by == other.reported_by  # what is discussed is a statement
    return one.event_type == other.event_type and told and (unreal[0] == unreal[1] or set(unreal) <= set(_NOT_YET))


def _lent(event: Event, coded: Coded, other: Event) -> Event:
    """Fill what one mention leaves open from the other; those who do it to each other leave no side open.

    A clash is no deed done to whom it leaves dead.
    """
    if event.actor is None and event.recipient is None:
        return replace(
            event,
            actor=other.actor,
            actor_ids=other.actor_ids,
            recipient=other.recipient,
            recipient_ids=other.recipient_ids,
            reciprocal=other.reciprocal,
            links=other.links,
        )
    if event.actor is None and not other.reciprocal and other.actor is not None and other.actor != event.recipient:
        links = (*(link for link in other.links if link.role == "actor"), *event.links)
        return replace(event, actor=other.actor, actor_ids=other.actor_ids, links=links)
    mutual = coded.hit.predicate.mutual and (event.event_type == "ASSAULT" or not other.recipient_ids)
    if event.recipient is None and not (event.reciprocal or mutual) and other.recipient not in (None, event.actor):
        links = (*event.links, *(link for link in other.links if link.role == "recipient"))
        return replace(event, recipient=other.recipient, recipient_ids=other.recipient_ids, links=links)
    return event
