"""Record to JSON and back, with the exact words of every span; the JSON Schema."""

import hashlib
import inspect
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Literal

import msgspec

from newsledger.errors import NewsledgerError
from newsledger.model import SCHEMA_VERSION, Record

#: How much of the article goes along with a record: all of it, the words of the findings, or none.
TextMode = Literal["full", "quotes", "none"]

# Together they would give the whole article, so in ``quotes`` they go without their words.
_NOT_QUOTED = frozenset({"blocks", "sentences"})
# A record of an older schema is written as it was, so that its digest holds.
_WEIGHED_FROM = 2
_WEIGHED = ("confidence", "reasons", "country_confidence", "country_reasons")
_NODES = frozenset({dict, list, tuple})
# Made once: json.dumps makes an encoder for each value that it writes in another form than its own.
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_SORTED = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def to_json(record: Record, *, text: TextMode = "full") -> str:
    """Write a record as one line of JSON; each span carries its exact words (``exact``)."""
    return dump(to_builtins(record, text=text))


def to_builtins(record: Record, *, text: TextMode = "full") -> dict[str, Any]:
    """Turn a record into dicts and lists, with the exact words of the spans.

    Args:
        record: A whole record.
        text: ``full``: the article's text, and the words of every span. ``quotes``: no text; the
            words of the findings only. ``none``: no words of the text. The digest is that of the
            form that is written.
    """
    tree: dict[str, Any] = msgspec.to_builtins(record)
    if record.schema_version < _WEIGHED_FROM:
        _leave_out(tree, _WEIGHED)
    if text != "none":
        _add_words(tree, record.article.text, skipped=_NOT_QUOTED if text == "quotes" else frozenset())
    if text != "full":
        tree["article"]["text"] = None
        tree["digest"] = digest_of(tree)
    return tree


def from_json(line: str | bytes, *, text: str | None = None) -> Record:
    """Read a record that ``to_json`` wrote.

    Args:
        line: The JSON.
        text: The article's text, for a record that was written without it.

    Raises:
        NewsledgerError: It is no record, one of a newer schema than this program knows, one without
            its text, or the text is another one.
    """
    return from_builtins(parse(line), text=text)


def parse(line: str | bytes) -> dict[str, Any]:
    """Read the JSON of a record, and check nothing but its form.

    Raises:
        NewsledgerError: It is no JSON object, or of a newer schema than this program knows.
    """
    try:
        # Not msgspec's own JSON reader: it refuses lone surrogates, which a broken page may hold.
        tree = json.loads(line, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise NewsledgerError(f"found no record ({error}); expected a line that 'newsledger read' wrote") from error
    if not isinstance(tree, dict):
        raise NewsledgerError(f"found no record (a {type(tree).__name__}); expected what 'newsledger read' wrote")
    found = tree.get("schema_version")
    if isinstance(found, int) and found > SCHEMA_VERSION:
        raise NewsledgerError(
            f"found a record of schema {found}, expected at most {SCHEMA_VERSION}; install a newer newsledger"
        )
    return tree


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def from_builtins(tree: dict[str, Any], *, text: str | None = None) -> Record:
    """Make a record of what ``parse`` gave; see ``from_json``."""
    try:
        article = tree["article"]
        if article["text"] is None and text is not None:
            tree = {**tree, "article": {**article, "text": text}}
        elif article["text"] is None:
            raise NewsledgerError("found a record without its text; join the two with --text FOLDER")
        record = msgspec.convert(tree, Record)
    except (KeyError, TypeError, msgspec.ValidationError) as error:
        raise NewsledgerError(f"found no record ({error}); expected a line that 'newsledger read' wrote") from error
    if text is None:
        return record
    if text_sha256(text) != record.article.text_sha256:
        raise NewsledgerError(f"found another text than the record's; expected sha256 {record.article.text_sha256}")
    return seal(record)


def text_sha256(text: str) -> str:
    """Hash a text as ``article.text_sha256`` does: as UTF-8, lone surrogates as they are."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def seal(record: Record) -> Record:
    """Give a record its digest."""
    return replace(record, digest=digest_of(to_builtins(record)))


def digest_of(tree: dict[str, Any]) -> str:
    """Hash a record's canonical JSON: keys sorted, no white space, the digest left out."""
    bare = {key: value for key, value in tree.items() if key != "digest"}
    digest = hashlib.sha256()
    for piece in _canonical(bare, depth=2):
        digest.update(piece.encode())
    return digest.hexdigest()


def _canonical(tree: dict[str, Any], depth: int) -> Iterator[str]:
    """Write canonical JSON field by field: as a whole, that of a long page is many times its text."""
    yield "{"
    for number, (key, value) in enumerate(sorted(tree.items())):
        yield f"{',' if number else ''}{dump(key)}:"
        if depth > 1 and isinstance(value, dict):
            yield from _canonical(value, depth - 1)
        else:
            yield dump(value, sort_keys=True)
    yield "}"


def dump(tree: Any, *, indent: int | None = None, sort_keys: bool = False) -> str:
    """Write JSON as UTF-8 allows it: lone surrogates, and only they, are escaped."""
    if indent is None:
        text = (_SORTED if sort_keys else _COMPACT).encode(tree)
    else:
        text = json.dumps(tree, ensure_ascii=False, indent=indent, sort_keys=sort_keys)
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema of a record as it is written."""
    schema = msgspec.json.schema(Record)
    for definition in schema["$defs"].values():
        # Python 3.13 takes the indent out of docstrings and 3.11 does not; the schema is the same on both.
        definition["description"] = inspect.cleandoc(definition.get("description", ""))
        properties = definition.get("properties", {})
        if {"start", "end"} <= properties.keys():
            properties["exact"] = {"type": "string", "description": "The exact words (W3C TextQuoteSelector)."}
    schema["$defs"]["Article"]["properties"]["text"] = {"type": ["string", "null"]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _leave_out(tree: dict[str, Any], names: Iterable[str]) -> None:
    """Take fields out of the findings of a record."""
    for kind in ("actors", "statements", "events", "expectations"):
        for finding in tree[kind]:
            for name in names:
                finding.pop(name, None)


def _add_words(node: Any, text: str, *, skipped: frozenset[str]) -> None:
    """Give each span below a node its exact words; what ``msgspec`` makes is of dicts, lists and tuples."""
    children: Iterable[Any] = node
    if type(node) is dict:
        start, end = node.get("start"), node.get("end")
        if isinstance(start, int) and isinstance(end, int):
            node["exact"] = text[start:end]
        children = [child for key, child in node.items() if key not in skipped] if skipped else node.values()
    for child in children:
        if type(child) in _NODES and child:
            _add_words(child, text, skipped=skipped)
