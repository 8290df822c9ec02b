"""Rows as JSON and as CSV: nested in the one, flat in the other, of the same names."""

import csv
import io
import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from newsledger import codec
from newsledger.show.telling import steering


def json_line(row: Any) -> str:
    """Write a row as a line of JSON; what would steer or turn a terminal is escaped, which changes no value."""
    return steering.escaped(steering.masked(codec.dump(msgspec.to_builtins(row))))


def csv_head(kind: type) -> str:
    """Write the names of a kind of rows' columns; what is nested has both names: ``article_url``."""
    return csv_of([name for name, _ in _columns(kind, ())])


def csv_line(row: Any) -> str:
    """Write a row; several values of one field are parted by a semicolon, several records are JSON."""
    tree = msgspec.to_builtins(row)
    return csv_of([_cell(tree, path) for _, path in _columns(type(row), ())])


def csv_of(cells: Iterable[Any]) -> str:
    """Write cells that a spreadsheet takes for words: without control characters, no formula among them."""
    held = io.StringIO()
    csv.writer(held, lineterminator="\n").writerow([_safe(cell) for cell in cells])
    return held.getvalue()


def _columns(kind: type, path: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    hints = get_type_hints(kind)
    for field in fields(kind):
        inner = _record_in(hints[field.name])
        here = (*path, field.name)
        if inner is not None:
            yield from _columns(inner, here)
        else:
            yield "_".join(here), here


def _record_in(hint: Any) -> type | None:
    """Give the record that a field holds, also where it may be None."""
    choices = get_args(hint) if get_origin(hint) is types.UnionType else (hint,)
    return next((choice for choice in choices if isinstance(choice, type) and is_dataclass(choice)), None)


def _cell(tree: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    value: Any = tree
    for name in path:
        value = value[name] if value is not None else None
    if isinstance(value, (list, tuple)):
        nested = any(isinstance(one, dict) for one in value)
        return codec.dump(value) if nested else "; ".join(map(str, value))
    return value


def _safe(cell: Any) -> Any:
    """Put an apostrophe before what a spreadsheet would take for a formula, and leave out what steers a terminal."""
    if isinstance(cell, bool):
        return str(cell).lower()
    if not isinstance(cell, str):
        return cell
    return steering.cell(cell)
