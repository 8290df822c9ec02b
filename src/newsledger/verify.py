"""Receipts against text, and a record's own order: what a reader who doubts would look up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from newsledger import codec
from newsledger.errors import NewsledgerError
from newsledger.model import Event, Record, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What came of checking one record.

    Attributes:
        receipts: Spans that the record rests on.
        held: How many of them lie in the text, with the words that the record says.
        sealed: The digest is that of the record as it is.
        problems: Each thing that does not hold, in plain words, and where it stands.
    """

    receipts: int
    held: int
    sealed: bool
    problems: tuple[str, ...]


def verify(tree: dict[str, Any], *, text: str | None = None) -> Verdict:
    """Check a record as it was written.

    The digest covers every character of the record. The other checks say what kind of thing no
    longer holds: the text by its hash, every span by its words, every id by whom it names, every
    argument of an event by its sentence or its link.

    Args:
        tree: The record's JSON, as ``codec.parse`` gives it.
        text: The article's text, for a record that was written without it.
    """
    problems = []
    sealed = codec.digest_of(tree) == tree.get("digest")
    if not sealed:
        problems.append("the digest does not match: something in the record was changed after it was written")
    carried = tree.get("article", {}).get("text") if isinstance(tree.get("article"), dict) else None
    words = carried if isinstance(carried, str) else text
    spans = list(_spans(tree, "record"))
    if words is None:
        problems.append("the record carries no text; join the two with --text FOLDER")
        return Verdict(receipts=len(spans), held=0, sealed=sealed, problems=tuple(problems))
    if codec.text_sha256(words) != tree["article"].get("text_sha256"):
        problems.append("the text does not match its sha256: it was changed, or it is another text")
    stray = [problem for where, span in spans for problem in _check_span(where, span, words)]
    problems += stray
    try:
        problems += structure(codec.from_builtins(tree, text=None if isinstance(carried, str) else words))
    except NewsledgerError as error:
        problems.append(str(error))
    held = len(spans) - len(stray)
    return Verdict(receipts=len(spans), held=held, sealed=sealed, problems=tuple(problems))


def structure(record: Record) -> tuple[str, ...]:
    """Check that a record's parts fit each other: order, ids, and the sentence of each argument."""
    return (
        *_block_order(record),
        *_unknown_ids(record),
        *(problem for event in record.events for problem in _stray_arguments(record, event)),
    )


def _spans(node: Any, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        if "start" in node and "end" in node:
            yield where, node
        for key, child in node.items():
            yield from _spans(child, f"{where}.{key}")
    elif isinstance(node, list | tuple):
        for number, child in enumerate(node):
            yield from _spans(child, f"{where}[{number}]")


def _check_span(where: str, span: dict[str, Any], text: str) -> Iterator[str]:
    start, end = span["start"], span["end"]
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        yield f"{where}: the span {start}..{end} does not lie in the text of {len(text)} characters"
    elif "exact" in span and span["exact"] != text[start:end]:
        yield f"{where}: the words at {start}..{end} are {text[start:end]!r}, the record says {span['exact']!r}"


def _block_order(record: Record) -> Iterator[str]:
    text = record.article.text
    for number, (before, after) in enumerate(pairwise(record.article.blocks), 1):
        if before.end > after.start:
            yield f"article.blocks[{number}]: starts at {after.start}, before the block ahead of it ends ({before.end})"
        elif text[before.end : after.start].strip():
            yield f"article.blocks[{number}]: words between it and the block ahead of it belong to no block"


def _unknown_ids(record: Record) -> Iterator[str]:
    actors = {actor.id for actor in record.actors}
    times = {timex.id for timex in record.times}
    statements = {statement.id for statement in record.statements}
    events = {event.id for event in record.events}
    expectations = {expectation.id for expectation in record.expectations}
    for n, s in enumerate(record.statements):
        yield from _missing(f"statements[{n}].source_actor", [s.source_actor], actors)
        yield from _missing(f"statements[{n}].said_at", [s.said_at], times)
        yield from _missing(f"statements[{n}].parent", [s.parent], statements)
    for n, e in enumerate(record.events):
        yield from _missing(f"events[{n}].actor_ids", [*e.actor_ids, *e.recipient_ids], actors)
        yield from _missing(f"events[{n}].reported_by", [e.reported_by], statements)
        yield from _missing(f"events[{n}].times", e.times, times)
        yield from _missing(f"events[{n}].same_as", [e.same_as], events)
    for n, x in enumerate(record.expectations):
        parties = (*x.holder_ids, *(x.settled_by.actor_ids or ()), *(x.settled_by.recipient_ids or ()))
        yield from _missing(f"expectations[{n}]", parties, actors)
        yield from _missing(f"expectations[{n}].statement", [x.statement], statements)
        yield from _missing(f"expectations[{n}].event", [x.event], events)
        yield from _missing(f"expectations[{n}].same_as", [x.same_as], expectations)


def _missing(where: str, ids: Iterable[str | None], known: set[str]) -> Iterator[str]:
    for identifier in ids:
        if identifier is not None and identifier not in known:
            yield f"{where}: names {identifier!r}, which is not in the record"


def _stray_arguments(record: Record, event: Event) -> Iterator[str]:
    """Find arguments that lie outside the trigger's sentence and have no link that says why."""
    sentence = next((span for span in record.sentences if span.holds(event.trigger)), None)
    linked = {link.role for link in event.links}
    arguments: dict[str, Span | None] = {"actor": event.actor, "recipient": event.recipient, "place": event.place}
    for role, span in arguments.items():
        if span is not None and role not in linked and (sentence is None or not sentence.holds(span)):
            yield f"event {event.id}: its {role} lies outside the trigger's sentence, and no link says why"
