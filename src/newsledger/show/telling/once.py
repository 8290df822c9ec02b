"""One thing, one telling: which findings are told by another one."""

from collections.abc import Mapping

from newsledger.model import Event, Expectation, Record
from newsledger.show.telling.findings import expectations_told


def told_by(record: Record) -> Mapping[str, str]:
    """Say which findings need no telling of their own, and by which other finding they are told.

    Those are an event whose word is the cue of a statement, one that an expectation is about, and what is told again.
    """
    by_cue = {span: statement.id for statement in record.statements for span in statement.cue}
    told = {event.id: by_cue[event.trigger] for event in record.events if event.trigger in by_cue}
    told |= {one.event: one.id for one in expectations_told(record) if one.event}
    again: tuple[Event | Expectation, ...] = (*record.events, *record.expectations)
    return told | {one.id: told.get(one.same_as, one.same_as) for one in again if one.same_as}


def events_told(record: Record) -> tuple[Event, ...]:
    """Give the distinct events that no other finding tells."""
    told = told_by(record)
    return tuple(event for event in record.events if event.id not in told)
