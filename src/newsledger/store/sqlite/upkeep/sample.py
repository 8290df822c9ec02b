"""Gives findings to be judged by people."""

import sqlite3
from collections.abc import Iterator, Sequence

from newsledger.errors import StoreError
from newsledger.store.rows import Row
from newsledger.store.sampling import Kind
from newsledger.store.sqlite.connection import reading
from newsledger.store.sqlite.statements import load


def population(connection: sqlite3.Connection, of: Kind, by: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the id and stratum of each finding of a kind; see ``Store.population``."""
    with reading(connection):
        for row in connection.execute(load("sample")[f"population_{of}"]):
            yield row["id"], tuple(row[name] or "-" for name in by)


def drawn(connection: sqlite3.Connection, of: Kind, finding: str) -> Row:
    """Give a finding with its article; see ``Store.drawn``."""
    row = connection.execute(load("sample")[f"drawn_{of}"], {"id": finding}).fetchone()
    if row is None:
        raise StoreError(f"found no {of.removesuffix('s')} {finding!r}; it has gone since it was drawn")
    return dict(row)
