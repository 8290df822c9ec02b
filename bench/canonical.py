"""A ledger as rows that do not depend on the order in which it was filled: two that hold the same are equal."""

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

#: When something was done, and how often it was tried, may differ.
_DROPPED_TABLES = frozenset({"runs", "sqlite_sequence"})
_DROPPED = frozenset({"run", "attempts", "change", "failure", "tombstone"})
#: What stands for the numbers that a ledger gives.
_NAMES = {
    "capture": "SELECT capture, key FROM captures",
    "article": "SELECT article, id FROM articles",
    "maker": "SELECT maker, digest FROM makers",
    "reading": "SELECT reading, a.id || ' ' || digest FROM readings JOIN articles a USING (article)",
    "story": "SELECT story, id FROM stories",
    "chain": "SELECT chain, id FROM chains",
    "work": "SELECT work, min(id) FROM articles GROUP BY work",
}


def canonical(path: Path) -> dict[str, str]:
    """Give a hash for each table of a ledger: of its rows in an order of their own."""
    with closing(sqlite3.connect(path)) as connection:
        names = {column: dict(connection.execute(query)) for column, query in _NAMES.items()}
        return {
            table: hashlib.sha256("\n".join(sorted(_rows(connection, table, names))).encode()).hexdigest()
            for table in _tables(connection)
        }


def _tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\'"
    )
    return sorted(name for (name,) in rows if name not in _DROPPED_TABLES)


def _rows(connection: sqlite3.Connection, table: str, names: Mapping[str, Mapping[int, str]]) -> Iterator[str]:
    found = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - a name out of the schema
    columns = [column[0] for column in found.description]
    for row in found:
        yield repr(
            [
                names[column].get(value, value) if column in names else value
                for column, value in zip(columns, row, strict=True)
                if column not in _DROPPED
            ]
        )
