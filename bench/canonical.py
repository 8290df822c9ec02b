"""A ledger as rows that do not depend on the order in which it was filled: two that hold the same are equal."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from newsledger.store import Place, is_on_server, open_ledger
from newsledger.store.tables.database import Connection

#: When something was done, and how often it was tried, may differ; the last ones are a database's own.
_DROPPED_TABLES = frozenset({"runs", "sqlite_sequence", "ledger", "given"})
_DROPPED = frozenset({"run", "attempts", "change", "failure", "tombstone"})
#: What PostgreSQL searches by.
_OWN = frozenset({"texts", "words"})
#: What stands for the numbers that a ledger gives.
_NAMES = {
    "capture": "SELECT capture, key FROM captures",
    "article": "SELECT article, id FROM articles",
    "maker": "SELECT maker, digest FROM makers",
    "reading": "SELECT reading, a.id || ' ' || digest FROM readings JOIN articles a USING (article)",
    "story": "SELECT story, id FROM stories",
    "chain": "SELECT chain, id FROM chains",
    "statement": "SELECT statement, id FROM statements",
    "event": "SELECT event, id FROM events",
    "work": "SELECT work, min(id) FROM articles GROUP BY work",
}
_IN_FILE = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\'"
_ON_SERVER = """SELECT table_name AS name FROM information_schema.tables
WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'"""


def canonical(place: Place) -> dict[str, str]:
    """Give a hash for each table of a ledger: of its rows in an order of their own."""
    with open_ledger(place) as store:
        connection = store.connection
        names = {column: dict(map(tuple, connection.execute(query))) for column, query in _NAMES.items()}
        tables = connection.execute(_ON_SERVER if is_on_server(place) else _IN_FILE)
        return {
            table: hashlib.sha256("\n".join(sorted(_rows(connection, table, names))).encode()).hexdigest()
            for table in sorted({row["name"] for row in tables} - _DROPPED_TABLES)
        }


def _rows(connection: Connection, table: str, names: Mapping[str, Mapping[int, str]]) -> Iterator[str]:
    for row in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608 - a name out of the schema
        own = _OWN if "texts" in row.keys() else frozenset()  # noqa: SIM118 - a row is no dictionary
        columns = sorted(set(row.keys()) - _DROPPED - own)
        yield repr([_told(names, column, row[column]) for column in columns])


def _told(names: Mapping[str, Mapping[int, str]], column: str, value: Any) -> Any:
    """Give a value without the numbers that a ledger gave: of the order by day only the day."""
    if column == "ordinal":
        return value >> 32
    return names[column].get(value, value) if column in names else value
