"""A database of a PostgreSQL server as a ledger's."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsledger.errors import StoreError
from newsledger.store.address import without_password
from newsledger.store.held import Loss, Take
from newsledger.store.postgres.connection import PostgresConnection, connect, reading, snapshot, transaction
from newsledger.store.postgres.faults import faults, refuse_strangers
from newsledger.store.tables.database import SqlRow
from newsledger.store.tables.store import TableStore


def open_database(address: str, *, new: bool = False) -> TableStore:
    """Open a ledger in a database.

    Args:
        address: As in ``postgresql://user@host/database``.
        new: Make it where it is not there.

    Raises:
        StoreError: There is no server, it lets nobody in, or there is no ledger, or one of a newer version.
    """
    connection = connect(address, new=new)
    return TableStore(PostgresDatabase(name=without_password(address), connection=connection))


@dataclass(frozen=True, slots=True, kw_only=True)
class PostgresDatabase:
    """A ``Database`` on a server."""

    name: str
    connection: PostgresConnection

    def revision(self) -> str:
        """Name what it holds now, by the transactions whose changes are seen."""
        with reading(self.connection) as connection:
            return str(connection.execute("SELECT pg_current_snapshot()::text").fetchall()[0][0])

    def transaction(self) -> AbstractContextManager[PostgresConnection]:
        """Do all of something, or none of it."""
        return transaction(self.connection)

    def reading(self) -> AbstractContextManager[PostgresConnection]:
        """Look something up."""
        return reading(self.connection)

    def snapshot(self) -> AbstractContextManager[PostgresConnection]:
        """Look up several things as they all were at one moment."""
        return snapshot(self.connection)

    def moment(self) -> AbstractContextManager[PostgresConnection]:
        """Let others do so: only what the server says is told as a fault of the ledger anyway."""
        return snapshot(self.connection)

    def stream(self, sql: str, values: Mapping[str, Any]) -> Iterator[SqlRow]:
        """Give the rows of a statement, some at a time in memory."""
        with snapshot(self.connection):
            yield from self.connection.stream(sql, values)

    def refuse_strangers(self) -> None:
        """See to it that writing starts nothing that the ledger did not bring."""
        refuse_strangers(self.connection)

    def faults(self) -> Iterator[str]:
        """Give each thing that is amiss with the index of words or the triggers; keys and pages the server keeps."""
        with snapshot(self.connection):
            yield from faults(self.connection)

    def backup(self, path: Path) -> int:
        """Refuse: the server's own tools do that."""
        raise StoreError(
            f"{self.name}: a ledger on a server is no file to be copied; use pg_dump, as docs/postgres.md says, "
            f"or 'newsledger copy' to {path}"
        )

    def scrub(self) -> None:
        """Write the tables anew, so that no forgotten word is left in their empty places; each is locked meanwhile."""
        with reading(self.connection):
            self.connection.raw.execute("VACUUM FULL")

    def recover(self, old: Path, take: Take, run: int) -> Iterator[Loss]:
        """Refuse: what is saved goes into a file first."""
        del take, run
        raise StoreError(
            f"{self.name}: save what is left of {old} into a file, and take that here with 'newsledger copy'"
        )

    def close(self, *, is_done: bool) -> None:
        """Let go of it."""
        del is_done
        self.connection.raw.close()
