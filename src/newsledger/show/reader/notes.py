"""The side notes of a page: what was found, in a line or two beside its words."""

from dataclasses import dataclass, replace
from typing import Literal

from newsledger.model import Event, Expectation, Record, Statement, Timex
from newsledger.show import phrases
from newsledger.show.sure import ALL, Floors, Sure, how_sure
from newsledger.show.telling.findings import (
    again,
    expectations_told,
    outcome,
    reporter,
    told_event,
    told_expectation,
    told_statement,
)
from newsledger.show.telling.once import told_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A side note.

    Attributes:
        finding: The id of the finding that it tells.
        start: Where the finding's words begin; notes stand in this order.
        tag: The short words that lead it: a speaker, an act.
        standing: An event's standing, an expectation's kind, else ``""``.
        told: What it says, in parts.
        place: Where its words stand: ``body ¶5, 812–871``.
        actors: Ids of the actors in it, for filtering.
        code: An event's type, for programs.
        confidence: How sure it is; None where that is not known.
        sure: The same in words, and why; "" where that is not known.
        unsure: It is less sure than what is shown unfolded.
    """

    finding: str
    kind: Literal["statement", "event", "time", "expectation"]
    start: int
    tag: str
    standing: str
    told: tuple[str, ...]
    place: str
    actors: tuple[str, ...]
    code: str = ""
    confidence: float | None = None
    sure: str = ""
    unsure: bool = False

    @property
    def where(self) -> str:
        """The part of the page alone: ``body ¶5``."""
        return self.place.partition(",")[0]


def notes_once(record: Record, floors: Floors = ALL) -> tuple[Note, ...]:
    """Give one note for each thing: the act of saying something is told by the statement."""
    told = told_by(record)
    return tuple(note for note in notes_of(record, floors) if note.finding not in told)


def notes_of(record: Record, floors: Floors = ALL) -> tuple[Note, ...]:
    """Give the notes of a record in text order: one for each happening and expectation, however often it is told.

    Args:
        record: The record.
        floors: Below which confidence a finding is unsure.
    """
    sure = Sure.of(record, floors)
    notes = (
        *(replace(_statement(record, one), unsure=not sure.statement(one)) for one in record.statements),
        *(replace(_event(record, one), unsure=not sure.event(one)) for one in phrases.distinct(record.events)),
        *(_time(record, timex) for timex in record.times),
        *(
            replace(note, unsure=not sure.expectation(one))
            for one in expectations_told(record)
            if (note := _expectation(record, one)) is not None
        ),
    )
    return tuple(sorted(notes, key=lambda note: (note.start, note.kind)))


def _statement(record: Record, statement: Statement) -> Note:
    spans = (*statement.source, *statement.cue, *statement.content)
    told = told_statement(record, statement)
    cue = told.act or "quoted"
    return Note(
        finding=statement.id,
        kind="statement",
        start=min(span.start for span in spans),
        tag=told.parties or cue,
        standing="",
        told=_filled(cue if told.parties else "", "inside another statement" if statement.parent else ""),
        place=phrases.place(record.article, statement.content[0]),
        confidence=statement.confidence,
        sure=how_sure(statement.confidence, statement.reasons),
        actors=_filled(statement.source_actor),
    )


def _event(record: Record, event: Event) -> Note:
    numbers = ", ".join(f"{phrases.words([n.span], record.article.text)} {n.what}" for n in event.numbers)
    told = told_event(record, event)
    return Note(
        finding=event.id,
        kind="event",
        start=event.trigger.start,
        tag=told.act,
        standing=event.standing,
        told=_filled(told.parties, told.when, numbers, reporter(record, event), again(record, event.id)),
        place=phrases.place(record.article, event.trigger),
        confidence=event.confidence,
        sure=how_sure(event.confidence, event.reasons),
        actors=(*event.actor_ids, *event.recipient_ids),
        code=told.receipt,
    )


def _time(record: Record, timex: Timex) -> Note:
    when = phrases.timed(timex)
    return Note(
        finding=timex.id,
        kind="time",
        start=timex.span.start,
        tag=phrases.words([timex.span], record.article.text),
        standing="",
        told=_filled(
            "not then" if timex.negated else "",
            f"about {when}" if when and timex.vague else when,
            "perhaps longer" if timex.open_end and timex.latest else "",
        ),
        place=phrases.place(record.article, timex.span),
        actors=(),
    )


def _expectation(record: Record, expectation: Expectation) -> Note | None:
    condition = expectation.condition
    told = told_expectation(record, expectation)
    if told is None:
        return None
    return Note(
        finding=expectation.id,
        kind="expectation",
        start=expectation.action.start,
        tag=told.act,
        standing=told.lead,
        told=_filled(
            told.parties,
            f"on condition {phrases.quoted([condition], record.article.text)}" if condition else "",
            told.when,
            outcome(record, expectation),
            again(record, expectation.id),
        ),
        place=phrases.place(record.article, expectation.action),
        confidence=expectation.confidence,
        sure=how_sure(expectation.confidence, expectation.reasons),
        actors=expectation.holder_ids,
    )


def _filled(*parts: str | None) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
