"""Checks a ledger file itself: its pages, its keys, its index of words, its schema."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from newsledger.errors import StoreError
from newsledger.store.sqlite.connection import distrust, is_readonly
from newsledger.store.sqlite.schema import differences
from newsledger.store.sqlite.statements import load


def faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Give each thing that is amiss with the file, in plain words.

    Raises:
        StoreError: It cannot be read to its end.
    """
    try:
        yield from _file(connection)
        yield from differences(connection)
    except sqlite3.Error as error:
        raise StoreError(f"the file cannot be read to its end: {error}") from error


def _file(connection: sqlite3.Connection) -> Iterator[str]:
    sql = load("file")
    for row in connection.execute(sql["integrity"]):
        if row[0] != "ok":
            yield from (f"the file is damaged: {line}" for line in row[0].splitlines())
    for row in connection.execute(sql["foreign_keys"]):
        yield f"{row['table']}: row {row['rowid']} names something that {row['parent']} does not have"
    with _writable(connection) as writable:
        for row in writable.execute(sql["indexes"]).fetchall():
            try:
                writable.execute(sql["check_index"].format(table=row["name"]))
            except sqlite3.DatabaseError as error:
                yield f"{row['name']}: the words to search by are not those of the texts ({error})"


@contextmanager
def _writable(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Give a ledger whose index of words can be checked, which SQLite takes for writing: if need be, a copy."""
    if not is_readonly(connection):
        yield connection
        return
    with TemporaryDirectory() as folder, closing(sqlite3.connect(Path(folder) / "copy.db")) as copy:
        distrust(copy)
        connection.backup(copy)
        yield copy
