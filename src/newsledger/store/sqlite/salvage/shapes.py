"""Tells by its form of which table a row is: how many values, and of which kind each."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from typing import Any

from newsledger.store.sqlite import statements
from newsledger.store.sqlite.salvage.pages import Cell

#: The tables of which rows are saved; all others are made anew of these. No two have rows of one form, and only the
#: last the form of an index.
TABLES = (
    "runs",
    "makers",
    "bytes",
    "captures",
    "works",
    "articles",
    "sightings",
    "readings",
    "successors",
    "changes",
    "failures",
    "watched",
    "corrections",
    "tombstones",
    "forgotten",
)
_TYPES: Mapping[str, type | tuple[type, ...]] = {"INTEGER": int, "TEXT": str, "BLOB": bytes, "REAL": (int, float)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name, its type, whether it may be empty, and whether it is the row number."""

    name: str
    type: str
    may_be_empty: bool
    is_number: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The form of a table's rows; ``keyed``: they have no numbers."""

    table: str
    keyed: bool
    columns: tuple[Column, ...]


@cache
def shapes() -> Mapping[tuple[bool, int], tuple[Shape, ...]]:
    """Give the forms by whether they are keyed and how many columns they have."""
    found: dict[tuple[bool, int], tuple[Shape, ...]] = {}
    with closing(sqlite3.connect(":memory:")) as connection:
        for script in statements.migrations():
            connection.executescript(script)
        for table in TABLES:
            shape = _shape(connection, table)
            key = (shape.keyed, len(shape.columns))
            found[key] = (*found.get(key, ()), shape)
    return found


def _shape(connection: sqlite3.Connection, table: str) -> Shape:
    sql = statements.load("salvage")
    (keyed,) = connection.execute(sql["keyed"], {"table": table}).fetchone()
    columns = tuple(
        Column(
            name=name,
            type=kind,
            may_be_empty=not needed and not place,
            is_number=bool(place) and kind == "INTEGER" and not keyed,
        )
        for name, kind, needed, place in connection.execute(sql["columns"], {"table": table})
    )
    return Shape(table=table, keyed=bool(keyed), columns=columns)


def table_row(cell: Cell) -> tuple[str, dict[str, Any]] | None:
    """Give the table that a row is of, and the row by its columns; None where it is of none that is saved."""
    for shape in shapes().get((cell.number is None, len(cell.values)), ()):
        row = _fitted(shape, cell)
        if row is not None:
            return shape.table, row
    return None


def _fitted(shape: Shape, cell: Cell) -> dict[str, Any] | None:
    row: dict[str, Any] = {}
    for column, value in zip(shape.columns, cell.values, strict=True):
        fits = isinstance(value, _TYPES[column.type])
        if column.is_number or value is None:
            # A row's number stands in front of it, and nothing in its place.
            fits = value is None and (column.is_number or column.may_be_empty)
        if not fits:
            return None
        row[column.name] = cell.number if column.is_number else value
    return row
