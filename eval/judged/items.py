"""What of a record is judged: some findings of each kind, drawn by hash, as a reader sees them and as they are kept."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from newsledger.model import Actor, Event, Expectation, Record, Span, Statement

Kind = Literal["events", "statements", "expectations", "countries"]
KINDS: tuple[Kind, ...] = get_args(Kind)
#: The fields of each kind that a reader judges, in the order of the columns.
FIELDS: dict[Kind, tuple[str, ...]] = {
    "events": ("type", "actor", "recipient", "standing"),
    "statements": ("speaker", "extent"),
    "expectations": ("act", "holder", "window", "kind"),
    "countries": ("country",),
}
#: By what letter the findings of a kind are numbered.
LETTERS: dict[Kind, str] = {"events": "E", "statements": "S", "expectations": "X", "countries": "C"}
#: The most of a page; all expectations are judged.
MOST = {"events": 10, "statements": 5, "countries": 5}
#: Of the countries that are actors themselves, whose country is seldom wrong.
MOST_LANDS = 1

#: Half-open places by the name of the role; a role may have several.
Places = dict[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A finding to be judged.

    Attributes:
        codes: What was coded, without a word of the page.
        places: Its words in the article's text, by role; the first role is the one by which it is found again.
        told: Lines for the reader.
    """

    kind: Kind
    finding: str
    codes: dict[str, Any]
    places: Places
    told: tuple[str, ...]


def items_of(record: Record, page: str) -> Iterator[Item]:
    """Draw what is judged of a page, each kind in an order that only its hash decides."""
    tell = Teller(record=record)
    for event in _drawn(record.events, page)[: MOST["events"]]:
        yield tell.event(event)
    for statement in _drawn(record.statements, page)[: MOST["statements"]]:
        yield tell.statement(statement)
    for expectation in _drawn(record.expectations, page):
        yield tell.expectation(expectation)
    coded = _drawn([actor for actor in record.actors if actor.likely_country], page)
    lands = [actor for actor in coded if actor.kind == "country"][:MOST_LANDS]
    others = [actor for actor in coded if actor.kind != "country"][: MOST["countries"] - len(lands)]
    for actor in _drawn([*lands, *others], page):
        yield tell.country(actor)


def moved(item: Item, find: Callable[[int, int], Span]) -> Item:
    """Give an item with its places in the drawn text.

    Args:
        item: With places in the article's text.
        find: Turns a place in the article's text into one in the drawn text.
    """
    places = {
        role: [(span.start, span.end) for span in (find(*one) for one in spans)] for role, spans in item.places.items()
    }
    return replace(item, places=places)


def _drawn(findings: Sequence[Any], page: str) -> list[Any]:
    return sorted(findings, key=lambda one: hashlib.sha256(f"{page} {one.id}".encode()).digest())


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Makes items of the findings of one record."""

    record: Record

    def event(self, one: Event) -> Item:
        """Tell an event."""
        code = f"{one.event_type} ({one.other_kind})" if one.other_kind else one.event_type
        each_other = ["to each other"] if one.reciprocal else []
        parts = [
            f"type {code}",
            f"actor {self._party(one.actor, one.actor_ids)}",
            *each_other,
            f"recipient {self._party(one.recipient, one.recipient_ids)}",
            f"standing {one.standing}",
        ]
        places = {
            "trigger": _places(one.trigger),
            "actor": _places(one.actor),
            "recipient": _places(one.recipient),
            "actor_named": self._named(one.actor_ids),
            "recipient_named": self._named(one.recipient_ids),
        }
        codes = {
            "event_type": one.event_type,
            "other_kind": one.other_kind,
            "standing": one.standing,
            "reciprocal": one.reciprocal,
        }
        return self._item("events", one.id, codes, places, parts)

    def statement(self, one: Statement) -> Item:
        """Tell a statement."""
        ids = (one.source_actor,) if one.source_actor else ()
        speaker = self._words(one.source) or "-"
        named = self._names(ids)
        parts = [f"speaker {speaker}{named}", f"extent “{self._words(one.content)}”"]
        places = {
            "content": _places(*one.content),
            "source": _places(*one.source),
            "cue": _places(*one.cue),
            "source_named": self._named(ids),
        }
        return self._item("statements", one.id, {"attitude": one.attitude, "form": one.form}, places, parts)

    def expectation(self, one: Expectation) -> Item:
        """Tell an expectation."""
        days = f"{one.earliest or '…'} to {one.latest or '…'}" if one.earliest or one.latest else "none"
        no = "NOT " if one.negated else ""
        parts = [
            f"act {no}“{self._words([one.action])}”",
            f"holder {self._party(one.holder, one.holder_ids)}",
            f"window {days}",
            f"kind {one.kind}",
        ]
        places = {
            "action": _places(one.action),
            "holder": _places(one.holder),
            "holder_named": self._named(one.holder_ids),
            "window": _places(*one.window),
        }
        codes = {
            "kind": one.kind,
            "negated": one.negated,
            "strength": one.strength,
            "earliest": str(one.earliest) if one.earliest else None,
            "latest": str(one.latest) if one.latest else None,
        }
        return self._item("expectations", one.id, codes, places, parts)

    def country(self, one: Actor) -> Item:
        """Tell the country of an actor."""
        codes = {"kind": one.kind, "country": one.country, "country_inferred": one.country_inferred}
        mentions = sorted(one.mentions, key=lambda mention: (mention.form != "name", mention.start))
        places = {"mentions": _places(*(mention.span for mention in mentions))}
        return self._item("countries", one.id, codes, places, [f"{one.name} ({one.kind})", f"{one.likely_country}"])

    def _item(self, kind: Kind, finding: str, codes: dict[str, Any], places: Places, parts: Sequence[str]) -> Item:
        start, _ = next(iter(places.values()))[0]
        text = self.record.article.text
        sentence = next((one for one in self.record.sentences if one.start <= start < one.end), None)
        sentence = sentence or Span(start=start, end=start)
        bracketed = _bracketed(text, sentence, {role: places[role] for role in places if not role.endswith("named")})
        line = 1 + sum(1 for each in text[:start].split("\n")[:-1] if each.strip())
        told = (f"line {line}: {bracketed}", " | ".join(parts))
        return Item(kind=kind, finding=finding, codes=codes, places=places, told=told)

    def _party(self, span: Span | None, ids: Sequence[str]) -> str:
        return "-" if span is None else self._words([span]) + self._names(ids)

    def _names(self, ids: Sequence[str]) -> str:
        names = [actor.name for actor in self.record.actors if actor.id in ids]
        return f" (= {'; '.join(names)})" if names else ""

    def _named(self, ids: Sequence[str]) -> list[tuple[int, int]]:
        """Give where the actors are first named, so that it can be seen whether another reading links others."""
        found = {actor.id: actor.mentions[0] for actor in self.record.actors}
        return [(found[one].start, found[one].end) for one in ids if one in found]

    def _words(self, spans: Sequence[Span]) -> str:
        return " … ".join(" ".join(span.of(self.record.article.text).split()) for span in spans)


def _places(*spans: Span | None) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans if span is not None]


def _bracketed(text: str, sentence: Span, places: Places) -> str:
    """Give a sentence with its parts in brackets, each under its name."""
    marks = sorted(
        mark
        for role, spans in places.items()
        for start, end in spans
        for mark in ((start, 1, -end, f"[{role}: "), (end, 0, -start, "]"))
        if sentence.start <= mark[0] <= sentence.end
    )
    words, last = "", sentence.start
    for at, _, _, mark in marks:
        words += text[last:at] + mark
        last = at
    return " ".join((words + text[last : sentence.end]).split())
