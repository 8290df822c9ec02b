"""What a finding says, field by field, as a form to be corrected."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsledger.errors import AbsentError
from newsledger.model import Actor, Event, Expectation, Judgeable, Record, Span, Statement
from newsledger.show import phrases
from newsledger.store import Answers
from newsledger.store.corrections import FIELDS, choices

_LABELS: Mapping[str, str] = {
    "event_type": "Kind",
    "actors": "Who",
    "recipients": "Whom",
    "who": "Who says it",
    "attitude": "How it is said",
    "addressee": "To whom",
    "content": "What is said",
    "holder": "Who is to act",
    "due": "Last day",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One field of a finding.

    Attributes:
        value: What it says now; "" for nothing.
        choices: What it can say, where that is one of a few.
        form: ``choice``, ``words``, ``day``; ``cut`` for words of the text, which can only be said to be wrong.
    """

    name: str
    label: str
    value: str
    choices: tuple[str, ...]
    form: str


def controls_of(store: Answers, record: Record, finding: tuple[str, Judgeable]) -> tuple[Control, ...]:
    """Give the fields of a finding with what they say now, corrections included."""
    identifier, kind = finding
    said = dict(_said(store, record, identifier))
    stands = store.corrections.standing([identifier]).get(identifier, ())
    others = said.keys() - {"state"}  # which a happening has, with what was judged of it
    said |= {one.field: one.value for one in stands if one.field in others and one.value is not None}
    return tuple(_control(kind, name, said.get(name) or "") for name in FIELDS[kind])


def changed(controls: Sequence[Control], form: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    """Give the fields that a form changes, and what they are to say; None where only that they are wrong."""
    for control in controls:
        said = form.get(control.name)
        if control.form == "cut":
            if said:
                yield control.name, None
        elif said is not None and said != control.value:
            yield control.name, said or None


def _control(kind: Judgeable, name: str, value: str) -> Control:
    few = choices(kind, name)
    form = "choice" if few else str(FIELDS[kind][name])
    label = _LABELS.get(name, name.capitalize())
    return Control(name=name, label=label, value=value, choices=few, form=form)


def _said(store: Answers, record: Record, identifier: str) -> Iterator[tuple[str, str | None]]:
    tell: Sequence[tuple[Sequence[Event | Statement | Expectation], Callable[..., Mapping[str, str | None]]]] = (
        (record.events, _of_event),
        (record.statements, _of_statement),
        (record.expectations, _of_expectation),
    )
    for findings, told in tell:
        for one in findings:
            if one.id == identifier:
                yield from told(record, one).items()
                if isinstance(one, Expectation):
                    yield "state", _state(store, one.id)


def _of_event(record: Record, event: Event) -> Mapping[str, str | None]:
    is_one_day = event.earliest is not None and event.earliest == event.latest
    return {
        "standing": event.standing,
        "event_type": event.event_type,
        "mode": event.mode,
        "actors": _names(record, event.actor_ids, event.actor),
        "recipients": _names(record, event.recipient_ids, event.recipient),
        "day": event.earliest.isoformat() if is_one_day and event.earliest is not None else None,
        "place": _words(record, event.place),
        "country": event.place_country,
    }


def _of_statement(record: Record, statement: Statement) -> Mapping[str, str | None]:
    source = statement.source[0] if statement.source else None
    return {
        "who": _names(record, (statement.source_actor,) if statement.source_actor else (), source),
        "attitude": statement.attitude,
        "addressee": _words(record, statement.addressee),
        "content": phrases.words(statement.content, record.article.text),
    }


def _of_expectation(record: Record, expectation: Expectation) -> Mapping[str, str | None]:
    return {
        "kind": expectation.kind,
        "holder": _names(record, expectation.holder_ids, expectation.holder),
        "due": expectation.latest.isoformat() if expectation.latest else None,
    }


def _state(store: Answers, expectation: str) -> str | None:
    """Give the state of its happening, as articles tell it or as a person decided; no calendar has part in it."""
    try:
        return store.happening(expectation, today="0001-01-01")[0].state
    except AbsentError:
        return None


def _names(record: Record, ids: Sequence[str], words: Span | None) -> str | None:
    actors: Mapping[str, Actor] = {actor.id: actor for actor in record.actors}
    names = dict.fromkeys(actors[one].name for one in ids if one in actors)
    return "; ".join(names) or _words(record, words)


def _words(record: Record, span: Span | None) -> str | None:
    return phrases.words([span], record.article.text) if span is not None else None
