"""Record to JSON and back, with the exact words of every span; the JSON Schema."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec

from newsledger.errors import NewsledgerError
from newsledger.model import SCHEMA_VERSION, Failure, Record

_encoder = msgspec.json.Encoder()


def to_json(record: Record) -> str:
    """Write a record as one line of JSON; each span carries its exact words (``exact``)."""
    return json.dumps(to_builtins(record), ensure_ascii=False, separators=(",", ":"))


def to_builtins(record: Record) -> dict[str, Any]:
    """Turn a record into dicts and lists, with the exact words of every span."""
    tree: dict[str, Any] = msgspec.to_builtins(record)
    _add_words(tree, record.article.text)
    return tree


def from_json(line: str | bytes) -> Record:
    """Read a record that ``to_json`` wrote.

    Raises:
        NewsledgerError: It is no record, or one of a newer schema than this program knows.
    """
    try:
        record = msgspec.json.decode(line, type=Record)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise NewsledgerError(f"found no record ({error}); expected a line that 'newsledger read' wrote") from error
    if record.schema_version > SCHEMA_VERSION:
        raise NewsledgerError(
            f"found a record of schema {record.schema_version}, this program reads up to {SCHEMA_VERSION}; "
            "install a newer newsledger"
        )
    return record


def seal(record: Record) -> Record:
    """Give a record its digest: sha256 of its canonical JSON without the digest itself."""
    return replace(record, digest=digest_of(to_builtins(record)))


def digest_of(tree: dict[str, Any]) -> str:
    """Hash a record's canonical JSON: keys sorted, no white space, the digest left out."""
    bare = {key: value for key, value in tree.items() if key != "digest"}
    text = json.dumps(bare, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def failure_to_json(failure: Failure) -> str:
    """Write a failure as one line of JSON."""
    return _encoder.encode(failure).decode()


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema of a record as it is written."""
    schema: dict[str, Any] = msgspec.json.schema(Record)
    for definition in schema["$defs"].values():
        properties = definition.get("properties", {})
        if {"start", "end"} <= properties.keys():
            properties["exact"] = {"type": "string", "description": "The exact words (W3C TextQuoteSelector)."}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _add_words(node: Any, text: str) -> None:
    visit: Callable[[Any], None] = lambda child: _add_words(child, text)  # noqa: E731
    if isinstance(node, dict):
        for child in node.values():
            visit(child)
        start, end = node.get("start"), node.get("end")
        if isinstance(start, int) and isinstance(end, int):
            node["exact"] = text[start:end]
    elif isinstance(node, list | tuple):
        for child in node:
            visit(child)
