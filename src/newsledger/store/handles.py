"""Who may be the same in another article, coarsely: what is worth holding against what was expected. Pure."""

from collections.abc import Iterable, Mapping

from newsledger.model import Actor, Event, Expectation, Record
from newsledger.store.folding import fold

_NOT_DONE = frozenset({"planned", "hypothetical"})
_OF_STATE = frozenset({"GOV", "MIL"})


def handle(actor: Actor) -> str:
    """Name an actor so coarsely that whoever may be the same in another article has the same handle.

    A person goes by the last name, a state and its bodies by the country, all others by their name.
    """
    name = fold(actor.name)
    if actor.kind == "person":
        return f"person:{name.rpartition(' ')[2]}"
    land = actor.likely_country
    if land is not None and (actor.kind in ("country", "government") or actor.sector in _OF_STATE):
        return f"state:{land}"
    return f"name:{name}"


def told_rows(record: Record) -> Iterable[Mapping[str, str]]:
    """Give what an article tells that may settle something: who did or is to do what kind of act, once each."""
    actors = {actor.id: handle(actor) for actor in record.actors}
    told = {
        (actors[one], event.event_type, role)
        for event in record.events
        if event.standing not in _NOT_DONE
        for role, ids in (("actor", event.actor_ids), ("recipient", event.recipient_ids))
        for one in ids
    }
    for expectation in record.expectations:
        settled_by = expectation.settled_by
        ids = (*expectation.holder_ids, *(settled_by.actor_ids or ()), *(settled_by.recipient_ids or ()))
        told |= {(actors[one], settled_by.event_type, "planned") for one in ids if settled_by.event_type}
    for name, act, role in sorted(told):
        yield {"handle": name, "event_type": act, "role": role}


def waiting_rows(record: Record) -> Iterable[Mapping[str, str | None]]:
    """Give whom each expectation waits for, and the act; ``condition``: a party of what it hangs on."""
    actors = {actor.id: handle(actor) for actor in record.actors}
    leading = leading_ids(record)
    for expectation in record.expectations:
        if expectation.id in leading:
            rows = {(role, actors[one], act) for role, ids, act in _roles(expectation, record.events) for one in ids}
            for role, name, act in sorted(rows, key=str):
                yield {"expectation": expectation.id, "role": role, "handle": name, "event_type": act}


def leading_ids(record: Record) -> frozenset[str]:
    """Give of each expectation the mention that stands for all of it: the first that says when, else the first."""
    leading: dict[str, Expectation] = {}
    for expectation in record.expectations:
        first = leading.setdefault(expectation.same_as or expectation.id, expectation)
        if expectation.window_basis == "stated" and first.window_basis != "stated":
            leading[expectation.same_as or expectation.id] = expectation
    return frozenset(expectation.id for expectation in leading.values())


def _roles(expectation: Expectation, events: Iterable[Event]) -> Iterable[tuple[str, tuple[str, ...], str | None]]:
    settled_by, condition = expectation.settled_by, expectation.condition
    yield "holder", expectation.holder_ids, settled_by.event_type
    yield "party", (*(settled_by.actor_ids or ()), *(settled_by.recipient_ids or ())), settled_by.event_type
    hangs_on = [event for event in events if condition is not None and condition.holds(event.trigger)]
    for event in hangs_on[:1]:
        yield "condition", (*event.actor_ids, *event.recipient_ids), event.event_type
