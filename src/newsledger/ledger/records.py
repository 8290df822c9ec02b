"""Checks records that come from elsewhere: what is taken into a ledger holds there for good."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from newsledger import codec
from newsledger.errors import NewsledgerError
from newsledger.model import Record, plain_address
from newsledger.verify import verify


def checked_record(data: str | bytes) -> Record:
    """Read a record as ``read`` writes it, with its text, and check it as ``verify`` does.

    Raises:
        NewsledgerError: It is none, says what is not so, or says more or less than a record does.
    """
    tree = codec.parse(data)
    article = tree.get("article")
    if isinstance(article, dict) and article.get("text") is None:
        raise NewsledgerError("found a record without its text, expected one that was written with --text full")
    try:
        json.dumps(tree, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError) as error:
        raise NewsledgerError("found half a letter, or a number that is none, in a record; make it anew") from error
    record = codec.from_builtins(tree)
    problem = next(_problems(tree, record), None)
    if problem:
        raise NewsledgerError(f"found a record that does not hold: {problem}")
    return record


def _problems(tree: dict[str, Any], record: Record) -> Iterator[str]:
    yield from _differences(tree, codec.to_builtins(record), "record")
    yield from verify(tree).problems
    yield from _integrity_problems(record)
    if record.article.url and plain_address(record.article.url) != record.article.url:
        yield "its address holds a name and a password; make it anew"


def _differences(found: Any, expected: Any, where: str) -> Iterator[str]:
    """Find where a record says more, or less, than what is kept of it."""
    if isinstance(found, dict) and isinstance(expected, dict):
        yield from (f"{where}: has a field {name!r}, which no record has" for name in found if name not in expected)
        yield from (f"{where}: has no {name!r}" for name in expected if name not in found)
        for name in expected:
            yield from _differences(found[name], expected[name], f"{where}.{name}")
    elif isinstance(found, list) and isinstance(expected, list | tuple):
        for number, (one, other) in enumerate(zip(found, expected, strict=False)):
            yield from _differences(one, other, f"{where}[{number}]")
    elif found != expected:
        yield f"{where}: is {str(found)[:40]!r}, expected {str(expected)[:40]!r}"


def _integrity_problems(record: Record) -> Iterator[str]:
    """Find findings without words, or two of one id."""
    for n, actor in enumerate(record.actors):
        if not actor.mentions:
            yield f"actors[{n}]: has no mention"
    for n, statement in enumerate(record.statements):
        if not statement.content:
            yield f"statements[{n}]: has no content"
    kinds: Mapping[str, Sequence[Any]] = {
        "actors": record.actors,
        "times": record.times,
        "statements": record.statements,
        "events": record.events,
        "expectations": record.expectations,
    }
    for kind, findings in kinds.items():
        yield from _twice(kind, (one.id for one in findings))


def _twice(kind: str, ids: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for identifier in ids:
        if identifier in seen:
            yield f"{kind}: two have the id {identifier!r}"
        seen.add(identifier)
