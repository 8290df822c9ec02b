"""Tells which entry fired and what decided or vetoed each field of an event: the way of ``find``, with its reasons."""

from collections.abc import Iterator
from typing import Literal

from newsledger.events.coder import Coded, code
from newsledger.events.find import ArticleContext, event_of, told_again, vetoed_by
from newsledger.events.rules import Rules
from newsledger.model import Actor, Decision, Event, Statement, Syntax, Timex


def explain(
    syntax: Syntax, actors: tuple[Actor, ...], statements: tuple[Statement, ...], times: tuple[Timex, ...], rules: Rules
) -> tuple[Decision, ...]:
    """Say for each trigger of an article what decided its fields; takes what ``find`` takes."""
    page = ArticleContext.of(syntax, actors, statements, times, rules)
    judged = [(coded, vetoed_by(syntax, coded, page, rules)) for coded in code(syntax, page.who, rules)]
    made = [(coded, veto, None if veto else event_of(syntax, coded, page, rules)) for coded, veto in judged]
    told = [coded for coded, _, event in made if event is not None]
    public = [coded for coded, veto, _ in made if veto is None]
    again = {coded.index: (coded, None, event) for event, coded in told_again(syntax, told, public, page, rules)}
    in_order = sorted((*(one for one in made if one[0].index not in again), *again.values()), key=_place)
    return tuple(decision for one in in_order for decision in _of_one(syntax, *one))


def _place(one: tuple[Coded, str | None, Event | None]) -> int:
    return one[0].index


def _of_one(syntax: Syntax, coded: Coded, veto: str | None, event: Event | None) -> Iterator[Decision]:
    words = syntax.tokens[coded.index].span
    yield Decision(
        trigger=words, field="type", value=coded.hit.predicate.event_type or "", rule=coded.hit.predicate.rule
    )
    if event is None:
        yield Decision(trigger=words, field="left out", value="", rule=veto or "nobody is named in its sentence")
        return
    name: Literal["actor", "recipient"]
    for name, party, span in ("actor", coded.actor, event.actor), ("recipient", coded.recipient, event.recipient):
        if span is not None:
            rule = party.by if party is not None and party.span == span else "the ground on which it is done"
            yield Decision(trigger=words, field=name, value=span.of(syntax.doc.text), rule=rule)
    own = event.standing == coded.judged.standing
    rule = ", ".join(coded.judged.rules) or "tense" if own else "the clause as a whole, or its date"
    yield Decision(trigger=words, field="standing", value=event.standing, rule=rule)
