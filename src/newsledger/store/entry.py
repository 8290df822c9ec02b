"""What is kept of a capture: its bytes, and its record as rows. Pure, so that it is made beside the reading."""

import json
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from newsledger import codec
from newsledger.model import (
    Actor,
    Article,
    BlockRole,
    Capture,
    Event,
    Expectation,
    Failure,
    Record,
    Span,
    Statement,
    content_id,
    cut,
)
from newsledger.store.folding import spellings

Row = Mapping[str, Any]
_LEVEL = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A capture as the ledger keeps it.

    Attributes:
        key: Hash of all that the reader is given: bytes, address, kind, media type and date.
        packed: The bytes, by zlib; None where only their hash is kept.
        address: Where it came from, as one address for every way of writing it; None where unknown.
        notes: The user's own fields, as JSON.
    """

    key: str
    sha256: str
    size: int
    packed: bytes | None
    address: str | None
    url: str | None
    kind: str
    media_type: str | None
    published: str | None
    fetched_at: str | None
    notes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A record, taken apart.

    Attributes:
        made_by: JSON of what made it.
        packed: zlib of the record's JSON without its text and without ``made_by``.
        findings: Rows by table, in the order in which they may be put; none has its article's number.
    """

    article: Row
    digest: str
    made_by: str
    packed: bytes
    findings: Mapping[str, tuple[Row, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is put into the ledger at once: a capture, and what came of reading it."""

    kept: Kept | None
    outcome: Reading | Failure


def keep(capture: Capture, *, address: str | None, with_bytes: bool = True) -> Kept:
    """Make what is kept of a capture.

    Args:
        capture: The page.
        address: Its address in the ledger, such as ``file:///…`` for a path; None where it has none.
        with_bytes: Keep the bytes, not only their hash.
    """
    raw = raw_bytes(capture)
    return Kept(
        key=capture_key(capture, address),
        sha256=capture.sha256,
        size=len(raw),
        packed=zlib.compress(raw, _LEVEL) if with_bytes else None,
        address=address,
        url=capture.url,
        kind=capture.kind if isinstance(capture.data, bytes) else f"{capture.kind}/decoded",
        media_type=capture.media_type,
        published=str(capture.published) if capture.published else None,
        fetched_at=capture.fetched_at.isoformat() if capture.fetched_at else None,
        notes=json.dumps(dict(capture.notes), ensure_ascii=True, sort_keys=True),
    )


def capture_key(capture: Capture, address: str | None) -> str:
    """Hash all that the reader is given, so that the same capture is known when it comes again."""
    parts = (address or capture.url, capture.kind, capture.media_type, capture.published)
    return content_id("capture", capture.sha256, *(str(part) for part in parts))


def raw_bytes(capture: Capture) -> bytes:
    """Give a capture's bytes, also of one that came decoded."""
    return capture.data if isinstance(capture.data, bytes) else capture.data.encode("utf-8", "surrogatepass")


def take_apart(record: Record, *, settled: Mapping[str, str]) -> Reading:
    """Turn a record into rows.

    Args:
        record: A whole record.
        settled: What would settle each expectation, as a sentence, by its id.
    """
    # Without the words of its spans, which are cut from the text when they are wanted.
    tree: dict[str, Any] = msgspec.to_builtins(record)
    tree["article"]["text"] = None
    made_by = codec.dump(tree.pop("made_by"), sort_keys=True)
    return Reading(
        article=_article(record.article),
        digest=record.digest,
        made_by=made_by,
        packed=zlib.compress(codec.dump(tree).encode(), _LEVEL),
        findings=_findings(record, settled),
    )


def put_together(packed: bytes, made_by: str, text: str) -> Record:
    """Make the record again of what ``take_apart`` made of it.

    Raises:
        NewsledgerError: The text is another one than the record's.
    """
    tree = json.loads(zlib.decompress(packed))
    tree["made_by"] = json.loads(made_by)
    return codec.from_builtins(tree, text=text)


def _article(article: Article) -> Row:
    return {
        "id": article.id,
        "headline": article.headline,
        "standfirst": _words_of(article, "standfirst"),
        "body": _words_of(article, "body", "live_entry", "correction"),
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
        "text": article.text,
        "text_sha256": article.text_sha256,
    }


def _words_of(article: Article, *roles: BlockRole) -> str | None:
    return "\n\n".join(block.span.of(article.text) for block in article.blocks if block.role in roles) or None


def _findings(record: Record, settled: Mapping[str, str]) -> dict[str, tuple[Row, ...]]:
    text, actors = record.article.text, {actor.id: actor for actor in record.actors}
    spoken = {timex.id: _iso(timex.earliest) for timex in record.times}
    published = _iso(record.article.date_published.earliest)
    events = {event.id: event for event in record.events}
    days = {event.id: _iso(event.earliest) or published for event in record.events}
    return {
        "actors": tuple(_actor(actor) for actor in record.actors),
        "spellings": tuple(
            {"folded": folded, "key": actor.key} for actor in record.actors for folded in spellings(actor, text)
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
            _statement(statement, text, actors, spoken.get(statement.said_at or "") or published)
            for statement in record.statements
        ),
        "events": tuple(_events(record, days)),
        "parties": tuple(party for event in record.events for party in _parties(event, actors, days[event.id])),
        "numbers": tuple(_numbers(record.events, text)),
        "expectations": tuple(
            {**_expectation(expectation, text, events, settled.get(expectation.id)), "day": published}
            for expectation in record.expectations
        ),
        "awaited": tuple(one for expectation in record.expectations for one in _awaited(expectation, actors)),
    }


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
    }


def _mentions(actors: Iterable[Actor], text: str) -> Iterable[Row]:
    for actor in actors:
        for start, end, form in sorted({(one.start, one.end, one.form) for one in actor.mentions}):
            yield {"actor": actor.id, "start": start, "end": end, "form": form, "words": text[start:end]}


def _statement(statement: Statement, text: str, actors: Mapping[str, Actor], day: str | None) -> Row:
    roles = {"source": statement.source, "cue": statement.cue, "content": statement.content}
    spans = [span for role in roles.values() for span in role]
    actor = actors.get(statement.source_actor or "")
    return {
        "id": statement.id,
        "source": cut(statement.source, text) or None,
        "cue": cut(statement.cue, text) or None,
        "content": cut(statement.content, text),
        "start": min(span.start for span in spans),
        "end": max(span.end for span in spans),
        "spans": json.dumps({role: [[one.start, one.end] for one in parts] for role, parts in roles.items()}),
        "form": statement.form,
        "attitude": statement.attitude,
        "actor": statement.source_actor,
        "actor_key": actor.key if actor else None,
        "addressee": _words(statement.addressee, text),
        "said_at": statement.said_at,
        "parent": statement.parent,
        "day": day,
        "block_role": statement.block_role,
        "rule": statement.rule,
    }


def _events(record: Record, days: Mapping[str, str | None]) -> Iterable[Row]:
    text = record.article.text
    mentions = Counter(event.same_as or event.id for event in record.events)
    for event in record.events:
        sentence = next((one for one in record.sentences if one.holds(event.trigger)), event.trigger)
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
            **_place("sentence_", sentence),
            "block_role": event.block_role,
            "rule": event.rule,
        }


def _parties(event: Event, actors: Mapping[str, Actor], day: str | None) -> Iterable[Row]:
    for role, ids in (("actor", event.actor_ids), ("recipient", event.recipient_ids)):
        for identifier in dict.fromkeys(ids):
            actor = actors[identifier]
            yield {
                "event": event.id,
                "role": role,
                "actor": identifier,
                "key": actor.key,
                "country": actor.country,
                "sector": actor.sector,
                "day": day,
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


def _expectation(expectation: Expectation, text: str, events: Mapping[str, Event], settled: str | None) -> Row:
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
    }


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
                "latest": _iso(expectation.latest),
            }


def _place(prefix: str, span: Span | None) -> Row:
    return {f"{prefix}start": span.start if span else None, f"{prefix}end": span.end if span else None}


def _words(span: Span | None, text: str) -> str | None:
    return span.of(text) if span else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
