"""Holds a record against what a plain sentence should give."""

import functools
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import newsledger
from newsledger.model import Actor, Event, Expectation, Record, Span, Statement
from plain.notation import ANY, NOBODY, Act, Deed, Outlook, Plain, Saying

_COUNTRIES = Path(newsledger.__file__).parent / "actors" / "data" / "countries.en.tsv"
_EDGES = re.compile(r"^(?:that\s+)|^[\W_]+|[\W_]+$")

Parties: TypeAlias = tuple[tuple[str, ...], ...] | None


def complaints(wanted: Plain, record: Record) -> tuple[str, ...]:
    """Say all that is wrong with a record; nothing where it is fully right."""
    return (
        *_events(wanted, record),
        *(f"no {saying}" for saying in wanted.sayings if not _is_said(saying, record)),
        *(f"no {outlook}" for outlook in wanted.outlooks if not _is_expected(outlook, record)),
    )


def _events(wanted: Plain, record: Record) -> Iterator[str]:
    must = [deed for deed in wanted.deeds if deed.force == "must"]
    if not _all_found(must, record.events, record):
        yield "not found: " + " or ".join(_show(deed) for deed in must)
    for deed in wanted.deeds:
        if deed.force == "not" and any(_is(deed, event, record) for event in record.events):
            yield f"found what must not be: {_show(deed)}"
    listed = [deed for deed in wanted.deeds if deed.force != "not"]
    for event in record.events:
        if _counts(event, wanted) and not _is_listed(event, listed, record):
            yield f"found beside it: {show(event, record)}"


def _all_found(deeds: Sequence[Deed], events: Sequence[Event], record: Record) -> bool:
    """Say whether each deed has an event of its own."""
    if not deeds:
        return True
    first, *rest = deeds
    return any(
        _is(first, event, record) and _all_found(rest, [other for other in events if other is not event], record)
        for event in events
    )


def _counts(event: Event, wanted: Plain) -> bool:
    if wanted.nothing:
        return True
    return wanted.judged and event.event_type != "OTHER" and bool(event.actor_ids or event.recipient_ids)


def _is_listed(event: Event, listed: Sequence[Deed], record: Record) -> bool:
    """Say whether an event, or an earlier mention of the same happening, is one of those listed."""
    happening = {event.same_as, event.id, *(other.id for other in record.events if other.same_as == event.id)}
    mentions = [other for other in record.events if other.id in happening and other.event_type == event.event_type]
    return any(_is(deed, mention, record) for deed in listed for mention in mentions)


def _is(deed: Deed, event: Event, record: Record) -> bool:
    if deed.standings and event.standing not in deed.standings:
        return False
    if not any(_is_act(act, event) for act in deed.acts) or not _has_number(deed, event):
        return False
    return _is_mutual(deed, event, record) if deed.mutual else _is_directed(deed, event, record)


def _is_act(act: Act, event: Event) -> bool:
    kinds = (act.event_type, act.other_kind or event.other_kind, act.mode or event.mode)
    return kinds == (event.event_type, event.other_kind, event.mode)


def _has_number(deed: Deed, event: Event) -> bool:
    return deed.number is None or any((number.what, number.value) == deed.number for number in event.numbers)


def _is_mutual(deed: Deed, event: Event, record: Record) -> bool:
    return event.reciprocal and event.recipient is None and _names(deed.actor, event.actor, event.actor_ids, record)


def _is_directed(deed: Deed, event: Event, record: Record) -> bool:
    if event.reciprocal and deed.actor and deed.recipient:
        return _names(deed.actor + deed.recipient, event.actor, event.actor_ids, record)
    # A sentence's row names things, too; a record tells them as what the act is about.
    recipient = event.recipient or (_theme(event) if deed.recipient else None)
    return _names(deed.actor, event.actor, event.actor_ids, record) and _names(
        deed.recipient, recipient, event.recipient_ids, record
    )


def _theme(event: Event) -> Span | None:
    return next((link.spans[0] for link in event.links if link.kind == "theme"), None)


def _names(parties: Parties, span: Span | None, ids: Sequence[str], record: Record) -> bool:
    """Say whether a role names all of these parties, and somebody at all only where one is wanted."""
    if not parties:
        return parties is None or (span is None and not ids)
    actors = [actor for actor in record.actors if actor.id in ids]
    words = span.of(record.article.text or "") if span else ""
    return all(any(_is_named(name, words, actors) for name in names) for names in parties)


def _is_named(name: str, words: str, actors: Sequence[Actor]) -> bool:
    if any(_has_words(name, said) for said in (words, *(actor.name for actor in actors))):
        return True
    country = countries().get(name)
    return country is not None and (
        any(actor.country == country for actor in actors)
        or any(countries().get(word) == country for word in re.findall(r"\w+", words))
    )


def _has_words(name: str, said: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", said, re.IGNORECASE) is not None


@functools.cache
def countries() -> dict[str, str]:
    """Give the country of each name, capital, people and adjective."""
    lines = (
        line.split("\t") for line in _COUNTRIES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    )
    return {cells[0]: cells[1] for cells in lines}


def _is_said(saying: Saying, record: Record) -> bool:
    by_id = {statement.id: statement for statement in record.statements}
    return any(
        _is_source(saying.source, statement, record)
        and _has_ends(saying, statement, record)
        and (saying.outer is None or _is_source(saying.outer, by_id.get(statement.parent or ""), record))
        for statement in record.statements
    )


def _is_source(name: str, statement: Statement | None, record: Record) -> bool:
    if statement is None:
        return False
    text = record.article.text or ""
    if name == NOBODY:
        return not statement.source
    return _has_words(name, " ".join(span.of(text) for span in statement.source))


def _has_ends(saying: Saying, statement: Statement, record: Record) -> bool:
    text = record.article.text or ""
    content = _bare(" ".join(span.of(text) for span in statement.content))
    return content.startswith(_bare(saying.first)) and content.endswith(_bare(saying.last))


def _bare(text: str) -> str:
    """Leave out the marks, and the "that", with which a content may begin or end."""
    while (less := _EDGES.sub("", text)) != text:
        text = less
    return text


def _is_expected(outlook: Outlook, record: Record) -> bool:
    return any(
        one.kind in outlook.kinds
        and _names(outlook.holder, one.holder, one.holder_ids, record)
        and outlook.latest in {ANY, _last_day(one)}
        for one in record.expectations
    )


def _last_day(one: Expectation) -> str:
    return one.latest.isoformat() if one.latest else NOBODY


def show(event: Event, record: Record) -> str:
    """Write an event that was found in the notation of the table."""
    text = record.article.text or ""
    actor, recipient = (span.of(text) if span else NOBODY for span in (event.actor, event.recipient))
    act = (
        event.event_type
        + (f":{event.other_kind}" if event.other_kind else "")
        + (f".{event.mode}" if event.mode else "")
    )
    parties = f"{actor} (each other)" if event.reciprocal else f"{actor} > {recipient}"
    counts = "".join(f" [{number.what}={number.value}]" for number in event.numbers)
    return f"{act} {event.standing}: {parties}{counts} ({event.trigger.of(text)})"


def _show(deed: Deed) -> str:
    acts = "/".join(act.event_type for act in deed.acts)
    sides = [deed.actor] if deed.mutual else [deed.actor, deed.recipient]
    return f"{acts} {'/'.join(deed.standings)}: {' > '.join(_show_side(side) for side in sides)}"


def _show_side(side: Parties) -> str:
    if side is None:
        return ANY
    return " & ".join("/".join(names) for names in side) if side else NOBODY
