"""Says when what an expectation hangs on has failed."""

from collections.abc import Iterator

from newsledger.model import Event, Expectation
from newsledger.outlook.life.awaited import Awaited, awaited_event
from newsledger.outlook.life.document import Document, content_words
from newsledger.outlook.life.match import is_later, likeness, same_matter
from newsledger.outlook.life.reports import Finding, found_in, reported

#: With these it comes about unless the other thing does.
_COUNTER = frozenset({"unless", "until", "without", "barring"})
#: Acts that somebody can turn down, and so end.
_REFUSABLE = frozenset({"law", "vote", "AGREE", "CONCEDE", "COOPERATE", "SUPPORT"})
#: Not all that the condition names was named: to fail in Idaho is not to fail in Florida.
_IN_PART = 0.75
_DONE = ("happened", "ongoing")


def conditions(expectation: Expectation, document: Document) -> tuple[tuple[Awaited, bool], ...]:
    """Give the acts that an expectation hangs on, each with whether it must not come about."""
    span = expectation.condition
    if span is None:
        return ()
    counter = span.of(document.text).partition(" ")[0].lower() in _COUNTER
    named = [event for event in document.record.events if span.holds(event.trigger) and event.standing != "happened"]
    # The first word that names an act is the clause's own; what it is about follows.
    return tuple((awaited_event(document, event, span), counter) for event in named[:1])


def failures(hangs_on: tuple[tuple[Awaited, bool], ...], document: Document) -> Iterator[Finding]:
    """Give what an article reports that makes a condition fail."""
    for wanted, counter in hangs_on:
        for event in document.record.events:
            met = likeness(wanted, document, event) if counter and event.standing in _DONE else 0.0
            score = met if counter else _failed(wanted, document, event)
            if score and is_later(wanted, document, event):
                why = "what was to prevent it was reported" if counter else "its condition was reported to have failed"
                yield found_in(document, event, "void", reported(event, score), why)


def _failed(wanted: Awaited, document: Document, event: Event) -> float:
    """Say how sure it is that the act was turned down, or was not done."""
    if event.standing == "denied":
        if document.day is None or wanted.said is None or document.day <= wanted.said:
            return 0.0
        whole = wanted.words <= content_words(document.sentence(event.trigger).of(document.text))
        return likeness(wanted, document, event) * (1.0 if whole else _IN_PART)
    refusable = (wanted.other_kind or wanted.event_type) in _REFUSABLE
    if not refusable or event.event_type != "REJECT" or event.standing not in _DONE:
        return 0.0
    return same_matter(wanted, document, event)
