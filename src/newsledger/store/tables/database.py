"""What the tables need of a database, whichever it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from newsledger.store.held import Loss, Take
from newsledger.store.rows import Row


class SqlRow(Protocol):
    """A row of an answer; its values go by name and by place."""

    def __getitem__(self, name: str | int, /) -> Any:
        """Give a value."""

    def __iter__(self) -> Iterator[Any]:
        """Give the values in their order."""

    def keys(self) -> Sequence[str]:
        """Give the names in their order."""


class Rows(Protocol):
    """What a statement gave."""

    @property
    def rowcount(self) -> int:
        """How many rows it changed."""

    def __iter__(self) -> Iterator[SqlRow]:
        """Give the rows that are left."""

    def fetchone(self) -> Any:
        """Give the next row, None where there is none."""

    def fetchall(self) -> list[Any]:
        """Give the rows that are left."""


class Connection(Protocol):
    """Runs statements whose values have names."""

    def execute(self, sql: str, values: Mapping[str, Any] = ..., /) -> Rows:
        """Run a statement."""

    def executemany(self, sql: str, rows: Iterable[Mapping[str, Any]], /) -> object:
        """Run a statement for each of some rows."""


class Database(Protocol):
    """A database that holds a ledger; owns the connection."""

    @property
    def name(self) -> str:
        """What it is called where somebody reads it: a file, or an address without a password."""

    @property
    def connection(self) -> Connection:
        """To look at it outside of what this gives."""

    def revision(self) -> str | None:
        """Name what it holds now; see ``Answers.revision``."""

    def transaction(self) -> AbstractContextManager[Connection]:
        """Do all of something, or none of it; what is done is on disk at the end.

        Raises:
            StoreError: The database refused.
        """

    def reading(self) -> AbstractContextManager[Connection]:
        """Look something up.

        Raises:
            StoreError: It cannot be read, or there is what no ledger holds.
        """

    def snapshot(self) -> AbstractContextManager[Connection]:
        """Look up several things as they all were at one moment, whoever writes meanwhile.

        Raises:
            StoreError: As in ``reading``, whatever is done meanwhile.
        """

    def moment(self) -> AbstractContextManager[Connection]:
        """Let others look up several things likewise: their own errors go through as they are."""

    def stream(self, sql: str, values: Mapping[str, Any]) -> Iterator[SqlRow]:
        """Give the rows of a statement without having them all in memory."""

    def refuse_strangers(self) -> None:
        """See to it that writing starts nothing that the ledger did not bring.

        Raises:
            StoreError: There is a trigger that no ledger has.
        """

    def faults(self) -> Iterator[str]:
        """Give each thing that is amiss with the database itself: its keys, its schema, its index of words."""

    def backup(self, path: Path) -> int:
        """Copy all of it into a new file; see ``Store.backup``."""

    def scrub(self) -> None:
        """Overwrite what forgotten words have left in empty places.

        Raises:
            StoreError: Another program holds the database, or the disk is full.
        """

    def recover(self, old: Path, take: Take, run: int) -> Iterator[Loss]:
        """Put all that holds of a damaged ledger file into this one; see ``Store.recover``."""

    def close(self, *, is_done: bool) -> None:
        """Let go of it.

        Args:
            is_done: All went well, and what was read is to hold.
        """


def put_row(connection: Connection, sql: str, values: Row | Mapping[str, Any]) -> int:
    """Put a row with a statement that returns its number, and give that."""
    return int(connection.execute(sql, values).fetchall()[0][0])
