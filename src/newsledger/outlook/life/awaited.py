"""What an expectation, or its condition, waits for: an act, its parties, its words and its days."""

import re
from dataclasses import dataclass, replace
from datetime import date

from newsledger.model import Actor, Event, Expectation, SettledBy, Span
from newsledger.outlook.life.document import Document, content_words

#: Acts that several do with each other: each may stand first.
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
#: From here on an action tells when or on what condition: "agree to a ceasefire *before the elections*".
_AROUND = re.compile(r"\b(?:before|after|ahead of|until|during|once|when|while|if|unless)\b.*", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """The act that is waited for.

    Attributes:
        document: The article that says so.
        mode: PLOVER mode of the act, or None.
        place: The words of its place.
        words: What it is about, beside its parties and its place.
        names: Those of its words and places that are names.
        verb: The first word of the action, in lower case.
        trigger: The words that name the act, in lower case.
        said: The day on which it was said.
        earliest: First day of its window, None where open.
        latest: Last day of its window, None where open.
        ultimatum: The window is the deadline of a demand; the act comes after it.
    """

    document: Document
    event_type: str | None
    other_kind: str | None
    mode: str | None
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    place: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    verb: str
    trigger: tuple[str, ...]
    said: date | None
    earliest: date | None = None
    latest: date | None = None
    ultimatum: bool = False

    @property
    def parties(self) -> tuple[Actor, ...]:
        """Who acts and who is acted on."""
        return self.actors + self.recipients

    @property
    def is_mutual(self) -> bool:
        """Say whether its parties may change places."""
        return self.event_type in MUTUAL

    @property
    def is_testable(self) -> bool:
        """Say whether a report could be held against it: a coded act with a party or words of its own."""
        return self.event_type is not None and bool(self.parties or self.words or self.place)


def awaited(document: Document, expectation: Expectation) -> Awaited:
    """Say what an expectation waits for."""
    settled_by = expectation.settled_by
    actors = document.known(settled_by.actor_ids)
    if not actors and expectation.kind not in ("hope", "forecast"):  # who only hopes or predicts is not to act
        actors = document.known(expectation.holder_ids)
    wanted = _awaited(document, settled_by, expectation.action, event_of(document, expectation), actors)
    last, threat = expectation.latest, expectation.kind == "ultimatum"
    return replace(wanted, earliest=expectation.earliest, latest=last, ultimatum=threat)


def awaited_event(document: Document, event: Event, within: Span) -> Awaited:
    """Say what a condition waits for, by the event that its words name."""
    clause = Span(start=event.trigger.start, end=within.end)
    return _awaited(document, event, clause, event, document.known(event.actor_ids))


def _awaited(
    document: Document, told: SettledBy | Event, clause: Span, event: Event | None, actors: tuple[Actor, ...]
) -> Awaited:
    place = content_words(event.place.of(document.text)) if event and event.place else frozenset()
    recipients = document.known(told.recipient_ids)
    # Of a typed act without an event, a passive, its first two words: "be lifted".
    named = (event.trigger if event else clause).of(document.text).lower().split()
    trigger = tuple(named if event else named[:2]) if event or told.event_type else ()
    words = _about(document, clause, event, (*actors, *recipients)) - place
    if event is None:
        words -= content_words(" ".join(trigger))
    return Awaited(
        document=document,
        event_type=told.event_type,
        other_kind=told.other_kind,
        mode=event.mode if event else None,
        actors=actors,
        recipients=recipients,
        place=place,
        words=words,
        names=_names(clause.of(document.text)) & (words | place),
        verb=clause.of(document.text).partition(" ")[0].lower(),
        trigger=trigger,
        said=document.day,
    )


def event_of(document: Document, expectation: Expectation) -> Event | None:
    """Give the event that an expectation is about."""
    if expectation.event is None:
        return None
    return next((event for event in document.record.events if event.id == expectation.event), None)


def _names(words: str) -> frozenset[str]:
    return content_words(" ".join(word for word in words.split() if word[:1].isupper()))


def _about(document: Document, action: Span, event: Event | None, parties: tuple[Actor, ...]) -> frozenset[str]:
    """Give the words of an action beside its verb, its parties, and its times."""
    taken = [mention.span for actor in parties for mention in actor.mentions]
    taken += [timex.span for timex in document.record.times]
    if event is not None:
        taken.append(event.trigger)
    verb = action.of(document.text).partition(" ")[0]
    taken.append(Span(start=action.start, end=action.start + len(verb)))
    return content_words(_AROUND.sub("", without(document.text, action, taken)))


def without(text: str, span: Span, taken: list[Span]) -> str:
    """Cut a span out of a text and blank what is taken."""
    letters = list(span.of(text))
    for other in taken:
        for index in range(max(other.start, span.start), min(other.end, span.end)):
            letters[index - span.start] = " "
    return "".join(letters)
