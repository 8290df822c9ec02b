"""Opens a ledger file, makes its tables, and brings an older one up to date."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from newsledger.errors import StoreError
from newsledger.store.sqlite import statements

#: "NLdg": what a ledger says of itself in its first bytes, so that no other SQLite file is taken for one.
APPLICATION = 0x4E4C6467
#: Seconds to wait for another writer.
PATIENCE = 60
#: KiB of pages that are kept in memory, and pages that are written before the log is merged into the file.
CACHE, CHECKPOINT = 65_536, 8_000
#: Faults of what is to be kept; half a letter, which no database takes, is none of SQLite's own errors.
_LASTING = (
    sqlite3.DataError,
    sqlite3.IntegrityError,
    sqlite3.InterfaceError,
    sqlite3.ProgrammingError,
    OverflowError,
    UnicodeError,
)


def connect(path: Path, *, new: bool, scripts: Sequence[str] | None = None) -> sqlite3.Connection:
    """Open a ledger.

    Args:
        path: The file.
        new: Make it where it is not there.
        scripts: The migrations, in order; those of this version where none are given.

    Raises:
        StoreError: It is not there, is no ledger, is one of a newer version, or cannot be opened.
    """
    if not new and not path.exists():
        raise StoreError(f"{path}: found no ledger there; name one with --ledger, or make it with 'newsledger add'")
    try:
        # No implicit transactions: each one is written out, in `transaction`.
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        with ExitStack() as refused:
            refused.callback(connection.close)
            connection.row_factory = sqlite3.Row
            _prepare(connection, path, statements.migrations() if scripts is None else scripts)
            # Nothing was refused: it stays open.
            refused.pop_all()
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"{path}: cannot be opened as a ledger: {error}; name another file with --ledger") from error
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Do all of something, or none of it; what is done is on disk at the end.

    Raises:
        StoreError: The database refused.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    except _LASTING as error:
        told = "it cannot be kept as it is; please report it"
        raise StoreError(f"the ledger refused: {error}; {told}", lasting=True) from error
    except sqlite3.Error as error:
        told = "nothing of this batch was kept; free the disk or wait for the other writer, then add again"
        raise StoreError(f"the ledger refused: {error}; {told}") from error


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Look something up.

    Raises:
        StoreError: The file cannot be read there.
    """
    try:
        yield connection
    except sqlite3.Error as error:
        told = "see what is damaged with 'newsledger verify', and go back to a backup"
        raise StoreError(f"the ledger cannot be read: {error}; {told}") from error


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Look up several things as they all were at one moment, whoever writes meanwhile.

    Raises:
        StoreError: The file cannot be read there.
    """
    with reading(connection):
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            connection.execute("COMMIT")


def _prepare(connection: sqlite3.Connection, path: Path, scripts: Sequence[str]) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    done = _version(connection, path)
    if done > len(scripts):
        raise StoreError(f"{path}: found schema {done}, expected at most {len(scripts)}; install a newer newsledger")
    connection.execute("PRAGMA journal_mode = WAL")
    # What is acknowledged outlives also a power cut.
    connection.execute("PRAGMA synchronous = FULL")
    # Ids are hashes, so that rows go to all places of an index: these are kept at hand, and written out seldom.
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT}")
    if done < len(scripts):
        _migrate(connection, path, scripts)


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """Give the schema of a ledger, 0 for an empty file."""
    kind = int(connection.execute("PRAGMA application_id").fetchone()[0])
    done = int(connection.execute("PRAGMA user_version").fetchone()[0])
    with closing(connection.execute("SELECT count(*) FROM sqlite_master")) as tables:
        if kind != APPLICATION and tables.fetchone()[0]:
            raise StoreError(f"{path}: found another program's SQLite file, expected a ledger; name another file")
    return done


def _migrate(connection: sqlite3.Connection, path: Path, scripts: Sequence[str]) -> None:
    """Take the migrations that are missing, each in a transaction of its own, so that none is left half done."""
    while (done := _version(connection, path)) < len(scripts):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have been faster while this one waited.
            if _version(connection, path) == done:
                for statement in _split(scripts[done]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                connection.execute(f"PRAGMA user_version = {done + 1}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _split(script: str) -> Iterator[str]:
    """Cut a script into statements: ``executescript`` would end the transaction that we are in."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
