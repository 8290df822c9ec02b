"""Opens a ledger file, makes its tables, and brings an older one up to date."""

import json
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import lru_cache
from pathlib import Path

import msgspec

from newsledger.errors import StoreError
from newsledger.store.packing import LONGEST
from newsledger.store.questions import Finder, plain_query
from newsledger.store.sqlite import statements
from newsledger.store.sqlite.place import Place, find_place
from newsledger.store.tables.corrections.once import take_over

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
#: What comes of reading a file whose bytes were changed: SQLite itself sees only some of it.
_DAMAGE = (
    sqlite3.Error,
    UnicodeDecodeError,
    json.JSONDecodeError,
    msgspec.MsgspecError,
    AttributeError,
    LookupError,
    TypeError,
    OverflowError,
)
DAMAGED = (
    "see what is damaged with 'newsledger verify'; go back to the last backup, or save what still holds with "
    "'newsledger recover OLD NEW'"
)


def connect(path: Path, *, new: bool, scripts: Sequence[str] | None = None) -> sqlite3.Connection:
    """Open a ledger, only to be read where nothing can be written.

    Args:
        path: The file.
        new: Make it where it is not there.
        scripts: The migrations, in order; those of this version where none are given.

    Raises:
        StoreError: It is not there, is no ledger, is one of a newer version, or cannot be opened.
    """
    found = find_place(path, new=new)
    try:
        # No implicit transactions: each one is written out, in `transaction`.
        connection = sqlite3.connect(found.uri, uri=True, timeout=PATIENCE, isolation_level=None)
        with ExitStack() as opened:
            opened.callback(connection.close)
            distrust(connection)
            _prepare(connection, path, statements.migrations() if scripts is None else scripts, found)
            opened.pop_all()
    except (*_DAMAGE, OSError) as error:
        raise StoreError(f"{path}: cannot be opened as a ledger: {told(error)}; {_unopened(error)}") from error
    return connection


def distrust(connection: sqlite3.Connection) -> None:
    """Let a file that somebody else may have made do nothing but be read and written."""
    connection.row_factory = sqlite3.Row
    connection.create_function("has_words", 2, _has_words, deterministic=True)
    # Its views, triggers and columns call no function that does more than reckon.
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)  # noqa: FBT003 - its own signature
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, False)  # noqa: FBT003


def _has_words(wanted: str, text: str) -> bool:
    """Say whether a text has all of some words; asked of one row after the other, where the index is no help."""
    return _finder(wanted).has_all(text)


@lru_cache(maxsize=16)
def _finder(wanted: str) -> Finder:
    query = plain_query(wanted)
    return Finder.of(query) if query is not None else Finder(patterns=())


def is_readonly(connection: sqlite3.Connection) -> bool:
    """Say whether a ledger was opened only to be read."""
    return bool(connection.execute("PRAGMA query_only").fetchone()[0])


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
        advice = "it cannot be kept as it is; please report it"
        raise StoreError(f"the ledger refused: {told(error)}; {advice}", lasting=True) from error
    except sqlite3.Error as error:
        raise StoreError(f"the ledger refused: {told(error)}; {_advice(error)}") from error


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Look something up.

    Raises:
        StoreError: The file cannot be read there, or there is what no ledger holds.
    """
    try:
        yield connection
    except _DAMAGE as error:
        raise StoreError(f"the ledger cannot be read: {told(error)}; {DAMAGED}") from error


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Look up several things as they all were at one moment, whoever writes meanwhile; one inside another is the same.

    Raises:
        StoreError: The file cannot be read there, or there is what no ledger holds.
    """
    with reading(connection), moment(connection):
        yield connection


@contextmanager
def moment(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Let others look up several things as they all were at one moment: what they do wrong is no damage.

    Raises:
        StoreError: The file cannot be read.
    """
    if connection.in_transaction:
        yield connection
        return
    with reading(connection):
        connection.execute("BEGIN")
    try:
        yield connection
    finally:
        with reading(connection):
            if connection.in_transaction:
                connection.execute("COMMIT")


def told(error: BaseException) -> str:
    """Say what went wrong in one line."""
    words = " ".join(str(error).split())
    return words if isinstance(error, sqlite3.Error) else f"{type(error).__name__} {words}".rstrip()


def is_damage(error: BaseException) -> bool:
    """Say whether an error says that the file is damaged."""
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _advice(error: sqlite3.Error) -> str:
    code = _code(error)
    if code == sqlite3.SQLITE_READONLY:
        return "it can only be read here; copy it to where you may write"
    if is_damage(error):
        return DAMAGED
    return "nothing of this batch was kept; free the disk or wait for the other writer, then add again"


def _unopened(error: BaseException) -> str:
    code = _code(error)
    if isinstance(error, OSError) or code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_PERM):
        return "name another file with --ledger"
    return f"name another file with --ledger; where this was one, {DAMAGED}"


def _code(error: BaseException) -> int:
    """Give SQLite's own number for an error, without its finer parts; 0 for other errors."""
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF


def _prepare(connection: sqlite3.Connection, path: Path, scripts: Sequence[str], place: Place) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    done = _version(connection, path)
    if done > len(scripts):
        raise StoreError(f"{path}: found schema {done}, expected at most {len(scripts)}; install a newer newsledger")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    if not place.can_write:
        if done < len(scripts):
            told = "it can only be read here; copy it to where you may write"
            raise StoreError(f"{path}: found schema {done}, expected {len(scripts)}; {told}")
        connection.execute("PRAGMA query_only = ON")
        return
    connection.execute("PRAGMA journal_mode = WAL")
    # What is acknowledged outlives also a power cut.
    connection.execute("PRAGMA synchronous = FULL")
    # Ids are hashes, so that rows go to all places of an index: these are kept at hand, and written out seldom.
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
                take_over(connection, scripts[done])
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
