"""Holds the tables, indexes, triggers and views of a ledger file against those that were shipped."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cache

from newsledger.errors import StoreError
from newsledger.store.sqlite.connection import DAMAGED
from newsledger.store.sqlite.statements import load, migrations

_Schema = Mapping[tuple[str, str], str | None]


def differences(connection: sqlite3.Connection) -> Iterator[str]:
    """Say where a schema is not the one that this version makes."""
    found, wanted = _schema(connection), _shipped()
    for (kind, name), sql in wanted.items():
        if (kind, name) not in found:
            yield f"schema: the {kind} {name} is not there"
        elif found[kind, name] != sql:
            yield f"schema: the {kind} {name} is another than the one that was shipped"
    yield from (
        f"schema: found the {kind} {name:.80}, which no ledger has"
        for kind, name in found
        if (kind, name) not in wanted
    )


def refuse_strangers(connection: sqlite3.Connection) -> None:
    """See to it that writing to a ledger starts nothing that it did not bring.

    Raises:
        StoreError: There is a trigger that no ledger has, or one that does something else.
    """
    found, wanted = _schema(connection), _shipped()
    for (kind, name), sql in found.items():
        if kind == "trigger" and wanted.get((kind, name)) != sql:
            raise StoreError(
                f"the ledger has a trigger that was not shipped, {name:.80}: nothing is written; {DAMAGED}"
            )


def _schema(connection: sqlite3.Connection) -> _Schema:
    return {(row["type"], row["name"]): row["sql"] for row in connection.execute(load("file")["schema"])}


@cache
def _shipped() -> _Schema:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.row_factory = sqlite3.Row
        for script in migrations():
            connection.executescript(script)
        return _schema(connection)
