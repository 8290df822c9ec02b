"""Copies a whole ledger into a new one, whichever databases the two are in."""

from collections.abc import Iterator, Mapping
from typing import Any

from newsledger.errors import StoreError
from newsledger.store.tables.database import Connection, Database
from newsledger.store.tables.statements import load

#: Each table behind those whose rows its own name.
_TABLES = (
    *("runs", "makers", "bytes", "captures", "works", "articles", "sightings", "readings"),
    *("actors", "spellings", "mentions", "times", "statements", "about", "events", "parties", "numbers"),
    *("expectations", "awaited", "successors", "changes"),
    *(
        "failures",
        "corrections",
        "judgements",
        "tombstones",
        "forgotten",
        "ungrouped",
        "reports",
        "shingles",
        "furniture",
        "features",
    ),
    *("neighbours", "copies", "stories", "story_reports", "chains", "chain_mentions", "chain_findings"),
    *(
        "chain_steps",
        "chain_parties",
        "chain_stories",
        "scheduled",
        "scheduled_keys",
        "entities",
        "tallies",
        "shares",
        "spots",
        "person_sightings",
    ),
    *(
        "person_keys",
        "persons",
        "person_entities",
        "unjoined",
        "touched",
        "watched",
        "watched_hosts",
        "robots",
        "arrivals",
    ),
)
#: What triggers have filled by then, in another order than that of the years in which the first ledger grew.
_KEPT_BY_TRIGGERS = frozenset({"entities", "tallies", "unjoined", "touched"})
#: Made by the database that takes it, out of the words.
_OWN = frozenset({"texts"})


def copy(source: Database, target: Database) -> dict[str, int]:
    """Copy all rows with their numbers, of one moment, in one transaction; see ``Store.copy_to``.

    Returns:
        How many rows each table has.

    Raises:
        StoreError: There is something in the new ledger, a database refused, or a table has not the rows of the other.
    """
    sql = load("copy")
    with source.snapshot() as old, target.transaction() as new:
        _refuse_full(target, new)
        for table in _TABLES:
            if table in _KEPT_BY_TRIGGERS:
                new.execute(sql["drop"].format(table=table))
            _copy_table(source, old, new, table)
        new.execute(sql["drop_given"])
        new.executemany(sql["put_given"], [dict(row) for row in old.execute(sql["given"])])
        counts = {table: _count(new, table) for table in _TABLES}
        for table, number in counts.items():
            if number != _count(old, table):
                raise StoreError(f"{target.name}: {table} has {number:,} rows, expected {_count(old, table):,}")
    return counts


def need_empty(target: Database) -> None:
    """See to it that a ledger has nothing in it; see ``TableStore.need_empty``."""
    with target.reading() as connection:
        _refuse_full(target, connection)


def _refuse_full(target: Database, connection: Connection) -> None:
    for table in _TABLES:
        if _count(connection, table):
            raise StoreError(f"{target.name}: found a ledger with something in it, expected a new one")


def _copy_table(source: Database, old: Connection, new: Connection, table: str) -> None:
    sql = load("copy")
    ours, theirs = _columns(old, table), _columns(new, table)
    columns = [name for name in ours if name in theirs and name not in _OWN]
    quoted = ", ".join(f'"{name}"' for name in columns)
    put = sql[f"put_{table}" if f"put_{table}" in sql.by_name else "put"]
    put = put.format(table=table, columns=quoted, values=", ".join(f":{name}" for name in columns))
    new.executemany(put, _rows(source, sql["all"].format(table=table, columns=quoted)))


def _rows(source: Database, sql: str) -> Iterator[Mapping[str, Any]]:
    for row in source.stream(sql, {}):
        yield {name: row[name] for name in row.keys()}  # noqa: SIM118 - a row is no dictionary


def _columns(connection: Connection, table: str) -> list[str]:
    return [row["name"] for row in connection.execute(load("copy")["columns"], {"table": table})]


def _count(connection: Connection, table: str) -> int:
    return int(connection.execute(load("copy")["count"].format(table=table)).fetchone()["number"])
