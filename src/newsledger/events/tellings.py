"""Lets the headline's and the lead's telling of one happening each lend what the other leaves open."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from newsledger.model import Annotated, Event, Link

_ABOVE_BODY = ("headline", "standfirst")
#: In how many sentences from the top a happening of the headline is told by the lead.
_LEAD = 4
#: Types that several do to each other, of whom each telling may name another as the doer.
_TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: What a telling has beside its parties, and what goes with it.
_WHERE, _WHEN = ("place", "place_country", "latitude", "longitude"), ("times", "earliest", "latest")

_Role = Literal["actor", "recipient"]
_ROLES: tuple[_Role, ...] = ("actor", "recipient")


def lend_tellings(doc: Annotated, events: Sequence[Event]) -> tuple[Event, ...]:
    """Fill what the headline or the lead leaves open of a happening from the other; what is there stays.

    Args:
        doc: The parsed article.
        events: Its events in text order, with the mentions of one happening joined.
    """
    told = list(events)
    for above, below in _pairs(doc, events):
        one, other = events[above], events[below]
        told[above], told[below] = _lent(told[above], other), _lent(told[below], one)
    return tuple(told)


def _pairs(doc: Annotated, events: Sequence[Event]) -> list[tuple[int, int]]:
    """Give the places of each first telling above the text, and of the first telling of the same below it."""
    above = {event.id: place for place, event in enumerate(events) if event.block_role in _ABOVE_BODY}
    pairs: dict[int, int] = {}
    for place, event in enumerate(events):
        first = above.get(event.same_as or "")
        if first is None or first in pairs or event.block_role in _ABOVE_BODY:
            continue
        if doc.sentence_of[doc.tokens_in(event.trigger).start] < _LEAD:
            pairs[first] = place
    return list(pairs.items())


def _lent(event: Event, other: Event) -> Event:
    if not (event.reciprocal or other.reciprocal or event.event_type in _TOGETHER):
        for role in _ROLES:
            event = _with_party(event, other, role)
    if not any(getattr(event, name) for name in _WHEN):
        event = replace(event, **{name: getattr(other, name) for name in _WHEN})
    if event.place is None and other.place is not None:
        link = Link(role="place", kind="same_event", spans=(other.trigger,))
        links = (*event.links, link)
        event = replace(event, links=links, **{name: getattr(other, name) for name in _WHERE})
    return event


def _with_party(event: Event, other: Event, role: _Role) -> Event:
    """Give a side that names nobody the party of the other telling, unless that one stands on its other side."""
    words, ids = getattr(other, role), getattr(other, f"{role}_ids")
    opposite = event.recipient_ids if role == "actor" else event.actor_ids
    if getattr(event, role) is not None or words is None or set(ids) & set(opposite):
        return event
    link = Link(role=role, kind="same_event", spans=(other.trigger,))
    return replace(event, links=(*event.links, link), **{role: words, f"{role}_ids": ids})
