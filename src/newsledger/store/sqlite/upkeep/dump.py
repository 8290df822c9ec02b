"""Gives all rows of a ledger as they were at one moment."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from newsledger.store.dump import DumpTable
from newsledger.store.questions import HappeningQuestion
from newsledger.store.rows import Row
from newsledger.store.sqlite.ask.told import choose_happenings
from newsledger.store.sqlite.connection import snapshot
from newsledger.store.sqlite.statements import load


@contextmanager
def dump(connection: sqlite3.Connection) -> Iterator["SqliteDump"]:
    """Have all rows, inside one transaction."""
    with snapshot(connection):
        yield SqliteDump(connection)


@dataclass(frozen=True, slots=True)
class SqliteDump:
    """A ``Dump`` of an SQLite file."""

    connection: sqlite3.Connection

    def rows(self, table: DumpTable) -> Iterator[Row]:
        """Give all rows of a table."""
        for row in self.connection.execute(load("dump")[table]):
            yield dict(row)

    def chosen(self, question: HappeningQuestion) -> Iterator[str]:
        """Give the happenings that a question asks for, by their ids."""
        yield from choose_happenings(self.connection, question)
