"""Says when what an expectation hangs on has failed."""

from collections.abc import Iterator

from newsledger.model import Event, Expectation
from newsledger.outlook.life.awaited import Awaited, awaited_event
from newsledger.outlook.life.match import is_later, likeness, same_matter
from newsledger.outlook.life.paper import Paper, content_words, event_spans
from newsledger.outlook.life.reports import Finding, reported

#: With these it comes about unless the other thing does.
_COUNTER = frozenset({"unless", "until", "without", "barring"})
#: Acts that somebody can turn down, and so end.
_REFUSABLE = frozenset({"law", "vote", "AGREE", "CONCEDE", "COOPERATE", "SUPPORT"})
#: Not all that the condition names was named: to fail in Idaho is not to fail in Florida.
_IN_PART = 0.75
_DONE = ("happened", "ongoing")


def conditions(expectation: Expectation, paper: Paper) -> tuple[tuple[Awaited, bool], ...]:
    """Give the acts that an expectation hangs on, each with whether it must not come about."""
    span = expectation.condition
    if span is None:
        return ()
    counter = span.of(paper.text).partition(" ")[0].lower() in _COUNTER
    named = [event for event in paper.record.events if span.holds(event.trigger) and event.standing != "happened"]
    # The first word that names an act is the clause's own; what it is about follows.
    return tuple((awaited_event(paper, event, span), counter) for event in named[:1])


def failures(hangs_on: tuple[tuple[Awaited, bool], ...], paper: Paper) -> Iterator[Finding]:
    """Give what an article reports that makes a condition fail."""
    for wanted, counter in hangs_on:
        for event in paper.record.events:
            score = _met(wanted, paper, event) if counter else _failed(wanted, paper, event)
            if score and is_later(wanted, paper, event):
                why = "what was to prevent it was reported" if counter else "its condition was reported to have failed"
                evidence = paper.evidence(event.id, *event_spans(event))
                yield Finding(state="void", score=round(reported(event, score), 3), why=why, evidence=evidence)


def _met(wanted: Awaited, paper: Paper, event: Event) -> float:
    return likeness(wanted, paper, event) if event.standing in _DONE else 0.0


def _failed(wanted: Awaited, paper: Paper, event: Event) -> float:
    """Say how sure it is that the act was turned down, or was not done."""
    if event.standing == "denied":
        if paper.day is None or wanted.said is None or paper.day <= wanted.said:
            return 0.0
        whole = wanted.words <= content_words(paper.sentence(event.trigger).of(paper.text))
        return likeness(wanted, paper, event) * (1.0 if whole else _IN_PART)
    refusable = (wanted.other_kind or wanted.event_type) in _REFUSABLE
    if not refusable or event.event_type != "REJECT" or event.standing not in _DONE:
        return 0.0
    return same_matter(wanted, paper, event)
