"""The side notes of a page: what was found, in a line or two beside its words."""

from dataclasses import dataclass
from typing import Literal

from newsledger.model import Event, Expectation, Record, Statement, Timex
from newsledger.show import phrases
from newsledger.show.settlement import report


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A side note.

    Attributes:
        finding: The id of the finding that it tells.
        start: Where the finding's words begin; notes stand in this order.
        tag: The short word that leads it: a speaker, an event's type, an expectation's kind.
        standing: An event's standing, else ``""``.
        told: What it says, in parts.
        receipt: Where its words stand.
        actors: Ids of the actors in it, for filtering.
    """

    finding: str
    kind: Literal["statement", "event", "time", "expectation"]
    start: int
    tag: str
    standing: str
    told: tuple[str, ...]
    receipt: str
    actors: tuple[str, ...]


def notes_of(record: Record) -> tuple[Note, ...]:
    """Give the notes of a record in text order."""
    notes = (
        *(_statement(record, statement) for statement in record.statements),
        *(_event(record, event) for event in record.events),
        *(_time(record, timex) for timex in record.times),
        *(_expectation(record, expectation) for expectation in record.expectations),
    )
    return tuple(sorted(notes, key=lambda note: (note.start, note.kind)))


def _statement(record: Record, statement: Statement) -> Note:
    spans = (*statement.source, *statement.cue, *statement.content)
    cue = phrases.words(statement.cue, record.article.text) or "quoted"
    return Note(
        finding=statement.id,
        kind="statement",
        start=min(span.start for span in spans),
        tag=phrases.speaker(record, statement) or "nobody named",
        standing="",
        told=_filled(f"“{cue}”", "inside another statement" if statement.parent else ""),
        receipt=phrases.place(record.article, statement.content[0]),
        actors=_filled(statement.source_actor),
    )


def _event(record: Record, event: Event) -> Note:
    carrier = next((s for s in record.statements if s.id == event.reported_by), None)
    numbers = ", ".join(f"{phrases.words([n.span], record.article.text)} {n.what}" for n in event.numbers)
    return Note(
        finding=event.id,
        kind="event",
        start=event.trigger.start,
        tag=phrases.kind(event),
        standing=event.standing,
        told=_filled(
            phrases.parties(record, event),
            phrases.window(event.earliest, event.latest),
            numbers,
            f"says {phrases.speaker(record, carrier) or 'nobody named'}" if carrier else "",
            "mentioned before" if event.same_as else "",
        ),
        receipt=phrases.place(record.article, event.trigger),
        actors=(*event.actor_ids, *event.recipient_ids),
    )


def _time(record: Record, timex: Timex) -> Note:
    when = phrases.window(timex.earliest, timex.latest) or timex.value or "no date"
    return Note(
        finding=timex.id,
        kind="time",
        start=timex.span.start,
        tag=phrases.words([timex.span], record.article.text),
        standing="",
        told=_filled(
            "not then" if timex.negated else "",
            f"about {when}" if timex.vague else when,
            "perhaps longer" if timex.open_end and timex.latest else "",
        ),
        receipt=phrases.place(record.article, timex.span),
        actors=(),
    )


def _expectation(record: Record, expectation: Expectation) -> Note:
    condition = expectation.condition
    due = phrases.window(expectation.earliest, expectation.latest)
    verdict = "broken" if expectation.settled_by.negated else "settled"
    reported = report(expectation, record)
    return Note(
        finding=expectation.id,
        kind="expectation",
        start=expectation.action.start,
        tag=expectation.kind.replace("_", " "),
        standing="not to come" if expectation.negated else "",
        told=_filled(
            expectation.strength,
            phrases.who(record, expectation.holder, expectation.holder_ids),
            f"on condition {phrases.quoted([condition], record.article.text)}" if condition else "",
            f"due {due}" if due else "no date given",
            f"{verdict} by a report that {reported}" if reported else "",
            "mentioned before" if expectation.same_as else "",
        ),
        receipt=phrases.place(record.article, expectation.action),
        actors=expectation.holder_ids,
    )


def _filled(*parts: str | None) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
