"""Record to JSON and back, with the exact words of every span; the JSON Schema."""

import hashlib
import json
from dataclasses import replace
from typing import Any

import msgspec

from newsledger.errors import NewsledgerError
from newsledger.model import SCHEMA_VERSION, Failure, Record


def to_json(record: Record) -> str:
    """Write a record as one line of JSON; each span carries its exact words (``exact``)."""
    return dump(to_builtins(record))


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
        # Not msgspec's own JSON reader: it refuses lone surrogates, which a broken page may hold.
        tree = json.loads(line)
        found = tree.get("schema_version") if isinstance(tree, dict) else None
        if isinstance(found, int) and found > SCHEMA_VERSION:
            raise NewsledgerError(
                f"found a record of schema {found}, expected at most {SCHEMA_VERSION}; install a newer newsledger"
            )
        return msgspec.convert(tree, Record)
    except (ValueError, RecursionError) as error:
        raise NewsledgerError(f"found no record ({error}); expected a line that 'newsledger read' wrote") from error


def seal(record: Record) -> Record:
    """Give a record its digest."""
    return replace(record, digest=digest_of(to_builtins(record)))


def digest_of(tree: dict[str, Any]) -> str:
    """Hash a record's canonical JSON: keys sorted, no white space, the digest left out."""
    bare = {key: value for key, value in tree.items() if key != "digest"}
    return hashlib.sha256(dump(bare, sort_keys=True).encode()).hexdigest()


def failure_to_json(failure: Failure) -> str:
    """Write a failure as one line of JSON."""
    return dump(msgspec.to_builtins(failure))


def dump(tree: Any, *, indent: int | None = None, sort_keys: bool = False) -> str:
    """Write JSON as UTF-8 allows it: lone surrogates, and only they, are escaped."""
    separators = (",", ":") if indent is None else None
    text = json.dumps(tree, ensure_ascii=False, separators=separators, indent=indent, sort_keys=sort_keys)
    return text.encode("utf-8", "backslashreplace").decode()


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema of a record as it is written."""
    schema = msgspec.json.schema(Record)
    for definition in schema["$defs"].values():
        properties = definition.get("properties", {})
        if {"start", "end"} <= properties.keys():
            properties["exact"] = {"type": "string", "description": "The exact words (W3C TextQuoteSelector)."}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _add_words(node: Any, text: str) -> None:
    if isinstance(node, dict):
        if isinstance(node.get("start"), int) and isinstance(node.get("end"), int):
            node["exact"] = text[node["start"] : node["end"]]
        node = list(node.values())
    if isinstance(node, list | tuple):
        for child in node:
            _add_words(child, text)
