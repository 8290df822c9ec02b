"""An article and its findings as rows of tables. Pure."""

import json
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from newsledger.model import (
    Actor,
    Article,
    BlockRole,
    Event,
    Expectation,
    Record,
    Span,
    Statement,
    cut,
    surest,
)
from newsledger.store.folding import NAMES, spellings

Row = Mapping[str, Any]


def article_row(article: Article) -> Row:
    """Make the row of an article, without what only the store knows."""
    return {
        "id": article.id,
        "headline": article.headline,
        "standfirst": _words_of(article, "standfirst"),
        "body": _words_of(article, "dateline", "body", "live_entry", "correction"),
        "captions": _words_of(article, "caption"),
        "byline": "; ".join(article.byline) or None,
        "publisher": article.publisher,
        "origin": article.origin,
        "section": " / ".join(article.section) or None,
        "url": article.url,
        "canonical_url": article.canonical_url,
        "published": article.date_published.value,
        "earliest": _iso(article.date_published.earliest),
        "latest": _iso(article.date_published.latest),
        "published_basis": article.date_published.basis,
        "modified": article.date_modified.value if article.date_modified else None,
        "language": article.language,
        "complete": article.complete,
        "blocks": json.dumps([[block.role, block.start, block.end] for block in article.blocks]),
        "text": article.text,
        "text_sha256": article.text_sha256,
    }


def _words_of(article: Article, *roles: BlockRole) -> str | None:
    return "\n\n".join(block.span.of(article.text) for block in article.blocks if block.role in roles) or None


def finding_rows(
    record: Record,
    settled: Mapping[str, str],
    aliases: Mapping[str, Sequence[str]],
) -> dict[str, tuple[Row, ...]]:
    """Make the rows of a record's findings, by table."""
    text, actors = record.article.text, {actor.id: actor for actor in record.actors}
    spoken = {timex.id: _iso(timex.earliest) for timex in record.times}
    leading = leading_ids(record)
    published = _iso(record.article.date_published.earliest)
    events = {event.id: event for event in record.events}
    told = Counter(event.same_as or event.id for event in record.events)
    days = {event.id: _iso(event.earliest) or published for event in record.events}
    return {
        "actors": tuple(_actor(actor) for actor in record.actors),
        "spellings": tuple(
            {"folded": folded, "key": actor.key}
            for actor in record.actors
            for folded in spellings(actor, text, aliases.get(actor.key, ()))
        ),
        "mentions": tuple(_mentions(record.actors, text)),
        "times": tuple(
            {
                "id": timex.id,
                "words": timex.span.of(text),
                **_place("", timex.span),
                "type": timex.type,
                "value": timex.value,
                "mod": timex.mod,
                "earliest": _iso(timex.earliest),
                "latest": _iso(timex.latest),
            }
            for timex in record.times
        ),
        "statements": tuple(
            _statement(statement, record, actors, spoken.get(statement.said_at or "") or published)
            for statement in record.statements
        ),
        "about": tuple(_about(record)),
        "events": tuple(_events(record, days, told)),
        "parties": tuple(
            party for event in record.events for party in _parties(event, actors, days[event.id], told[event.id])
        ),
        "numbers": tuple(_numbers(record.events, text)),
        "expectations": tuple(
            {
                **_expectation(expectation, record, events, settled.get(expectation.id)),
                "leading": expectation.id in leading,
                "day": published,
            }
            for expectation in record.expectations
        ),
        "awaited": tuple(one for expectation in record.expectations for one in _awaited(expectation, actors)),
    }


def leading_ids(record: Record) -> frozenset[str]:
    """Give of each expectation the mention that stands for all of it: the first that says when, else the first."""
    leading: dict[str, Expectation] = {}
    for expectation in record.expectations:
        first = leading.setdefault(expectation.same_as or expectation.id, expectation)
        if expectation.window_basis == "stated" and first.window_basis != "stated":
            leading[expectation.same_as or expectation.id] = expectation
    return frozenset(expectation.id for expectation in leading.values())


def _actor(actor: Actor) -> Row:
    return {
        "id": actor.id,
        "key": actor.key,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "sector": actor.sector,
        "role": actor.role,
        "mentions": len(actor.mentions),
        **_place("", actor.mentions[0].span),
        "country_confidence": actor.country_confidence,
    }


def _mentions(actors: Iterable[Actor], text: str) -> Iterable[Row]:
    for actor in actors:
        for start, end, form in sorted({(one.start, one.end, one.form) for one in actor.mentions}):
            yield {"actor": actor.id, "start": start, "end": end, "form": form, "words": text[start:end]}


def _statement(statement: Statement, record: Record, actors: Mapping[str, Actor], day: str | None) -> Row:
    text = record.article.text
    roles = {"source": statement.source, "cue": statement.cue, "content": statement.content}
    spans = [span for role in roles.values() for span in role]
    whole = Span(start=min(span.start for span in spans), end=max(span.end for span in spans))
    actor = actors.get(statement.source_actor or "")
    return {
        "id": statement.id,
        "source": cut(statement.source, text) or None,
        "cue": cut(statement.cue, text) or None,
        "content": cut(statement.content, text),
        **_place("", whole),
        **_place("sentence_", _sentences(record, whole)),
        "spans": json.dumps({role: [[one.start, one.end] for one in parts] for role, parts in roles.items()}),
        "form": statement.form,
        "attitude": statement.attitude,
        "actor": statement.source_actor,
        "actor_key": actor.key if actor else None,
        "actor_country": actor.country if actor else None,
        "actor_sector": actor.sector if actor else None,
        "addressee": _words(statement.addressee, text),
        "said_at": statement.said_at,
        "parent": statement.parent,
        "day": day,
        "block_role": statement.block_role,
        "rule": statement.rule,
        "confidence": statement.confidence,
    }


def _events(record: Record, days: Mapping[str, str | None], mentions: Mapping[str, int]) -> Iterable[Row]:
    text = record.article.text
    tellings: dict[str, list[float | None]] = {}
    for event in record.events:
        tellings.setdefault(event.same_as or event.id, []).append(event.confidence)
    for event in record.events:
        yield {
            "id": event.id,
            "same_as": event.same_as,
            "mentions": 0 if event.same_as else mentions[event.id],
            "event_type": event.event_type,
            "other_kind": event.other_kind,
            "plover_type": event.plover_type,
            "mode": event.mode,
            "context": " ".join(event.context) or None,
            "cameo": event.cameo,
            "quad": event.quad,
            "goldstein": event.goldstein,
            "standing": event.standing,
            "reported_by": event.reported_by,
            "trigger": event.trigger.of(text),
            **_place("trigger_", event.trigger),
            "actor": _words(event.actor, text),
            **_place("actor_", event.actor),
            "recipient": _words(event.recipient, text),
            **_place("recipient_", event.recipient),
            "reciprocal": event.reciprocal,
            "place": _words(event.place, text),
            "place_country": event.place_country,
            "latitude": event.latitude,
            "longitude": event.longitude,
            "earliest": _iso(event.earliest),
            "latest": _iso(event.latest),
            "day": days[event.id],
            **_place("sentence_", _sentences(record, event.trigger)),
            "block_role": event.block_role,
            "rule": event.rule,
            "confidence": event.confidence if event.same_as else surest(tellings[event.id]),
        }


def _parties(event: Event, actors: Mapping[str, Actor], day: str | None, mentions: int) -> Iterable[Row]:
    # Of a reciprocal event each party stands on either side.
    recipients = event.actor_ids if event.reciprocal else event.recipient_ids
    numbers = {identifier: number for number, identifier in enumerate((*event.actor_ids, *event.recipient_ids))}
    for role, ids in (("actor", event.actor_ids), ("recipient", recipients)):
        for identifier in dict.fromkeys(ids):
            actor = actors[identifier]
            yield {
                "event": event.id,
                "role": role,
                "actor": identifier,
                "key": actor.key,
                "country": actor.country,
                "sector": actor.sector,
                "event_type": event.event_type,
                "standing": event.standing,
                "day": day,
                "first": event.same_as is None,
                "mentions": 0 if event.same_as else mentions,
                "number": numbers[identifier],
            }


def _numbers(events: Iterable[Event], text: str) -> Iterable[Row]:
    for event in events:
        for (start, what), number in {(one.span.start, one.what): one for one in event.numbers}.items():
            yield {
                "event": event.id,
                "what": what,
                "value": float(number.value),
                "bound": number.bound,
                "words": number.span.of(text),
                "start": start,
                "end": number.span.end,
            }


def _expectation(expectation: Expectation, record: Record, events: Mapping[str, Event], settled: str | None) -> Row:
    text = record.article.text
    about = events.get(expectation.event or "")
    return {
        "id": expectation.id,
        "same_as": expectation.same_as,
        "kind": expectation.kind,
        "holder": _words(expectation.holder, text),
        **_place("holder_", expectation.holder),
        "speaker": _words(expectation.speaker, text),
        "statement": expectation.statement,
        "action": expectation.action.of(text),
        **_place("action_", expectation.action),
        **_place("sentence_", _sentences(record, expectation.action)),
        "condition": _words(expectation.condition, text),
        "strength": expectation.strength,
        "negated": expectation.negated,
        "earliest": _iso(expectation.earliest),
        "latest": _iso(expectation.latest),
        "window_basis": expectation.window_basis,
        "window": cut(expectation.window, text) or None,
        "event": expectation.event,
        "event_type": expectation.settled_by.event_type or (about.event_type if about else None),
        "settled": settled,
        "rule": expectation.rule,
        "confidence": expectation.confidence,
    }


def _about(record: Record) -> Iterable[Row]:
    """Give who is spoken of in each statement: those who have a name, also where a pronoun stands for it."""
    named = [actor for actor in record.actors if any(one.form in NAMES for one in actor.mentions)]
    places = sorted((one.start, one.end, actor.key, actor.country) for actor in named for one in actor.mentions)
    for statement in record.statements:
        first = bisect_left(places, (min((span.start for span in statement.content), default=0),))
        last = bisect_left(places, (max((span.end for span in statement.content), default=0),))
        inside = {
            (key, country)
            for start, end, key, country in places[first:last]
            if any(span.start <= start and end <= span.end for span in statement.content)
        }
        for key, country in sorted(inside, key=str):
            yield {"statement": statement.id, "key": key, "country": country}


def _sentences(record: Record, span: Span) -> Span:
    """Give the sentences that words stand in, as one stretch; the words themselves where there are none."""
    sentences = record.sentences
    first = max(bisect_right(sentences, span.start, key=lambda one: one.start) - 1, 0)
    last = bisect_left(sentences, span.end, key=lambda one: one.start)
    touched = [one for one in sentences[first:last] if one.overlaps(span)]
    bounds = [span, *touched]
    return Span(start=min(one.start for one in bounds), end=max(one.end for one in bounds))


def _awaited(expectation: Expectation, actors: Mapping[str, Actor]) -> Iterable[Row]:
    settled_by = expectation.settled_by
    roles = (
        ("holder", expectation.holder_ids),
        ("actor", settled_by.actor_ids or ()),
        ("recipient", settled_by.recipient_ids or ()),
    )
    for role, ids in roles:
        for identifier in dict.fromkeys(ids):
            yield {
                "expectation": expectation.id,
                "role": role,
                "actor": identifier,
                "key": actors[identifier].key,
                "country": actors[identifier].country,
                "sector": actors[identifier].sector,
                "latest": _iso(expectation.latest),
            }


def _place(prefix: str, span: Span | None) -> Row:
    return {f"{prefix}start": span.start if span else None, f"{prefix}end": span.end if span else None}


def _words(span: Span | None, text: str) -> str | None:
    return span.of(text) if span else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
