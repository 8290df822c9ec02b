"""Gives findings to be judged by people."""

from collections.abc import Iterator, Sequence

from newsledger.errors import StoreError
from newsledger.store.rows import Row
from newsledger.store.sampling import Kind
from newsledger.store.tables.database import Connection, Database
from newsledger.store.tables.statements import load


def population(database: Database, of: Kind, by: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the id and stratum of each finding of a kind; see ``Store.population``."""
    for row in database.stream(load("sample")[f"population_{of}"], {}):
        yield row["id"], tuple(row[name] or "-" for name in by)


def drawn(connection: Connection, of: Kind, finding: str) -> Row:
    """Give a finding with its article; see ``Store.drawn``."""
    row = connection.execute(load("sample")[f"drawn_{of}"], {"id": finding}).fetchone()
    if row is None:
        raise StoreError(f"found no {of.removesuffix('s')} {finding!r}; it has gone since it was drawn")
    return dict(row)
