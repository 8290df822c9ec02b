"""Connects to PostgreSQL, makes the tables of a ledger there, and brings older ones up to date."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import psycopg

from newsledger.errors import StoreError
from newsledger.store.address import without_password
from newsledger.store.postgres.dialect import translated
from newsledger.store.postgres.statements import load, migrations
from newsledger.store.postgres.values import SqlRow, adapt, sql_rows
from newsledger.store.postgres.words import folded
from newsledger.store.tables.corrections.once import take_over

#: The schema that a ledger lies in, and what stands before the name of a column whose folded words are a value.
SCHEMA, FOLDED = "newsledger", "folded_"
#: Seconds to wait for another writer, and for a server.
PATIENCE, CONNECT = 60, 10
#: "NLdg": the lock that whoever writes to a ledger holds.
_LOCK = 0x4E4C6467
#: So many statements go to the server at once, and so many rows of a long answer come back.
_BATCH, _STREAMED = 500, 100
#: Faults of what is to be kept.
_LASTING = (psycopg.DataError, psycopg.IntegrityError, psycopg.ProgrammingError, UnicodeError)
_SURELY = (psycopg.errors.LockNotAvailable, psycopg.errors.ReadOnlySqlTransaction, psycopg.errors.InsufficientPrivilege)


@dataclass(frozen=True, slots=True)
class PostgresConnection:
    """Runs the statements that both databases share; see ``Connection``.

    Attributes:
        raw: The connection itself.
        pending: Statements of a transaction that answer nothing: they go along with the next one, since to wait for
            each answer would take longer than the work.
    """

    raw: psycopg.Connection[SqlRow]
    pending: list[str] = field(default_factory=list)

    def execute(self, sql: str, values: Mapping[str, Any] | None = None, /) -> psycopg.Cursor[SqlRow]:
        """Run a statement."""
        return self._send(self._written(sql, values or {}))

    def executemany(self, sql: str, rows: Iterable[Mapping[str, Any]], /) -> None:
        """Run a statement for each of some rows, inside a transaction at its end or with the next one."""
        for row in rows:
            self.pending.append(self._written(sql, row))
            if len(self.pending) >= _BATCH:
                self.flush()
        if self.raw.info.transaction_status == psycopg.pq.TransactionStatus.IDLE:
            self.flush()

    def flush(self) -> None:
        """Run what is pending."""
        if self.pending:
            self._send("")

    def stream(self, sql: str, values: Mapping[str, Any]) -> Iterator[SqlRow]:
        """Give the rows of a statement, some at a time in memory, inside a transaction."""
        self.flush()
        with psycopg.ServerCursor(self.raw, f"rows_{next(_NUMBERS)}", row_factory=sql_rows) as cursor:
            cursor.itersize = _STREAMED
            cursor.execute(self._written(sql, values).encode())
            yield from cursor

    def _written(self, sql: str, values: Mapping[str, Any]) -> str:
        own = translated(sql)
        return psycopg.ClientCursor(self.raw).mogrify(own.encode(), _with_words(own, values))

    def _send(self, last: str) -> psycopg.Cursor[SqlRow]:
        statements = [*self.pending, last]
        self.pending.clear()
        cursor = self.raw.cursor().execute(";\n".join(statements).encode())
        while cursor.nextset():
            pass
        return cursor


_NUMBERS = count(1)


def _with_words(sql: str, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the values of a statement, and the folded words of columns that it wants."""
    if FOLDED not in sql:
        return values
    return {
        **values,
        **{f"{FOLDED}{name}": folded(text) for name, text in values.items() if isinstance(text, str | None)},
    }


def connect(address: str, *, new: bool, scripts: Sequence[str] | None = None) -> PostgresConnection:
    """Connect to a ledger.

    Args:
        address: As in ``postgresql://user@host/database``.
        new: Make its tables where they are not there.
        scripts: The migrations, in order; those of this version where none are given.

    Raises:
        StoreError: There is no server, it lets nobody in, or there is no ledger, or one of a newer version.
    """
    name = without_password(address)
    try:
        raw = psycopg.connect(
            address,
            autocommit=True,
            row_factory=sql_rows,
            cursor_factory=psycopg.ClientCursor,
            connect_timeout=CONNECT,
            application_name="newsledger",
            # Statements are sent in it, whatever PGCLIENTENCODING or the address wants.
            client_encoding="utf8",
        )
        with ExitStack() as opened:
            opened.callback(raw.close)
            adapt(raw)
            connection = PostgresConnection(raw)
            _prepare(connection, name, migrations() if scripts is None else scripts, new=new)
            opened.pop_all()
    except psycopg.Error as error:
        raise StoreError(f"{name}: cannot be opened: {told(error, address)}; {_unopened(error)}") from None
    return connection


def told(error: BaseException, address: str = "") -> str:
    """Say what went wrong in one line, without a password."""
    diagnosed = getattr(getattr(error, "diag", None), "message_primary", None)
    words = " ".join((diagnosed or str(error)).split())
    return without_password(words, of=address)


def _unopened(error: psycopg.Error) -> str:
    if isinstance(error, psycopg.errors.InsufficientPrivilege):
        return "ask the database's owner for a role that may do that (docs/postgres.md)"
    if isinstance(error, psycopg.ProgrammingError):
        return "expected an address such as postgresql://user@host/database"
    return "see that the server runs and the address, user and password are right"


@contextmanager
def transaction(connection: PostgresConnection) -> Iterator[PostgresConnection]:
    """Do all of something, or none of it; what is done is on disk at the end.

    Raises:
        StoreError: The database refused.
    """
    raw = connection.raw
    try:
        raw.execute("BEGIN")
        try:
            raw.execute(f"SET LOCAL lock_timeout = '{PATIENCE}s'".encode())
            raw.execute(f"SELECT pg_advisory_xact_lock({_LOCK})".encode())
            yield connection
            connection.flush()
            raw.execute("COMMIT")
        except BaseException:
            connection.pending.clear()
            if not raw.closed and raw.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
                raw.execute("ROLLBACK")
            raise
    except _SURELY as error:
        raise StoreError(f"the ledger refused: {told(error)}; {_advice(error)}") from error
    except _LASTING as error:
        advice = "it cannot be kept as it is; please report it"
        raise StoreError(f"the ledger refused: {told(error)}; {advice}", lasting=True) from error
    except psycopg.Error as error:
        raise StoreError(f"the ledger refused: {told(error)}; {_advice(error)}") from error


def _advice(error: psycopg.Error) -> str:
    if isinstance(error, psycopg.errors.ReadOnlySqlTransaction | psycopg.errors.InsufficientPrivilege):
        return "this role can only read; name one that may write"
    return "nothing of this batch was kept; see to the server or wait for the other writer, then add again"


@contextmanager
def reading(connection: PostgresConnection) -> Iterator[PostgresConnection]:
    """Look something up.

    Raises:
        StoreError: The server is gone, or there is what no ledger holds.
    """
    try:
        yield connection
    except psycopg.Error as error:
        raise StoreError(f"the ledger cannot be read: {told(error)}; see to the server, and ask again") from error


@contextmanager
def snapshot(connection: PostgresConnection) -> Iterator[PostgresConnection]:
    """Look up several things as they all were at one moment, whoever writes meanwhile.

    Raises:
        StoreError: The server is gone, or there is what no ledger holds.
    """
    raw = connection.raw
    with reading(connection):
        if raw.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
            yield connection  # inside another one
            return
        raw.execute("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        try:
            yield connection
        finally:
            if not raw.closed:
                raw.execute("ROLLBACK")


def _prepare(connection: PostgresConnection, name: str, scripts: Sequence[str], *, new: bool) -> None:
    raw = connection.raw
    if raw.info.parameter_status("server_encoding") != "UTF8":
        raise StoreError(f"{name}: found a database that is not in UTF8, expected one; make another one for the ledger")
    # What is acknowledged outlives also a power cut.
    raw.execute(f"SET search_path = {SCHEMA}; SET synchronous_commit = on; SET client_min_messages = warning".encode())
    done = _version(connection, name)
    if done == 0 and not new:
        raise StoreError(f"{name}: found no ledger there; name one with --ledger, or make it with 'newsledger add'")
    if done > len(scripts):
        raise StoreError(f"{name}: found schema {done}, expected at most {len(scripts)}; install a newer newsledger")
    if done < len(scripts):
        _migrate(connection, name, scripts)


def _version(connection: PostgresConnection, name: str) -> int:
    """Give the schema of a ledger, 0 where there is none."""
    there = connection.execute(load("server")["there"], {"schema": SCHEMA}).fetchall()[0]
    if there["schema"] and not there["ledger"]:
        raise StoreError(f"{name}: found a schema {SCHEMA!r} that is no ledger; name another database")
    if not there["ledger"]:
        return 0
    return int(connection.execute(load("server")["version"]).fetchall()[0]["version"])


def _migrate(connection: PostgresConnection, name: str, scripts: Sequence[str]) -> None:
    """Take the migrations that are missing, all in one transaction, so that none is left half done."""
    raw = connection.raw
    with raw.transaction():
        raw.execute(f"SELECT pg_advisory_xact_lock({_LOCK})".encode())
        # Another process may have been faster while this one waited.
        done = _version(connection, name)
        if done == 0:
            raw.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}".encode())
        for script in scripts[done:]:
            take_over(connection, script)
            connection.flush()
            raw.execute(script.encode())
        raw.execute(load("server")["set_version"].replace(":version", str(len(scripts))).encode())
