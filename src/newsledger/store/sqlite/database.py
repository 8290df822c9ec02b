"""A ledger file as a database."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsledger.store.held import Loss, Take
from newsledger.store.sqlite import salvage
from newsledger.store.sqlite.backup import backup
from newsledger.store.sqlite.connection import connect, moment, reading, snapshot, transaction
from newsledger.store.sqlite.faults import faults
from newsledger.store.sqlite.place import Place, check_still, find_place
from newsledger.store.sqlite.schema import refuse_strangers
from newsledger.store.sqlite.scrub import scrub
from newsledger.store.tables.database import SqlRow
from newsledger.store.tables.store import TableStore


def open_file(path: Path, *, new: bool = False) -> TableStore:
    """Open a ledger file.

    Args:
        path: The file.
        new: Make it where it is not there.

    Raises:
        StoreError: It is not there, is no ledger, is one of a newer version, or cannot be opened.
    """
    place = find_place(path, new=new)
    connection = connect(path, new=new)
    found = path.stat()
    return TableStore(SqliteDatabase(path=path, place=place, connection=connection, file=(found.st_dev, found.st_ino)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SqliteDatabase:
    """A ``Database`` in one SQLite file.

    Attributes:
        file: Its device and number, by which another file in its place is told.
    """

    path: Path
    place: Place
    connection: sqlite3.Connection
    file: tuple[int, int]

    @property
    def name(self) -> str:
        """The file."""
        return str(self.path)

    def revision(self) -> str | None:
        """Name what it holds now; None where another file lies in its place."""
        with reading(self.connection):
            of_others = self.connection.execute("PRAGMA data_version").fetchone()[0]
        try:
            found = self.path.stat()
        except OSError:
            return None
        if (found.st_dev, found.st_ino) != self.file:
            return None
        return f"{of_others} {self.connection.total_changes} {found.st_mtime_ns} {found.st_size}"

    def transaction(self) -> AbstractContextManager[sqlite3.Connection]:
        """Do all of something, or none of it."""
        return transaction(self.connection)

    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """Look something up."""
        return reading(self.connection)

    def snapshot(self) -> AbstractContextManager[sqlite3.Connection]:
        """Look up several things as they all were at one moment."""
        return snapshot(self.connection)

    def moment(self) -> AbstractContextManager[sqlite3.Connection]:
        """Let others look up several things as they all were at one moment."""
        return moment(self.connection)

    def stream(self, sql: str, values: Mapping[str, Any]) -> Iterator[SqlRow]:
        """Give the rows of a statement, one at a time in memory."""
        with reading(self.connection):
            yield from self.connection.execute(sql, values)

    def refuse_strangers(self) -> None:
        """See to it that writing starts nothing that the ledger did not bring."""
        refuse_strangers(self.connection)

    def faults(self) -> Iterator[str]:
        """Give each thing that is amiss with the file."""
        return faults(self.connection)

    def backup(self, path: Path) -> int:
        """Copy all of it into a new file."""
        return backup(self.connection, path)

    def scrub(self) -> None:
        """Overwrite what forgotten words have left in empty places of the file."""
        scrub(self.connection)

    def recover(self, old: Path, take: Take, run: int) -> Iterator[Loss]:
        """Put all that holds of a damaged ledger file into this one."""
        return salvage.recover(old, self.connection, take, run)

    def close(self, *, is_done: bool) -> None:
        """Let go of it; what was read without a lock holds if nobody wrote meanwhile."""
        self.connection.close()
        if is_done:
            check_still(self.path, self.place)
