"""What the ledger has of captures already, the records that were made of them, and what could not be read."""

import json
from collections.abc import Iterable, Iterator, Mapping

from newsledger.errors import AbsentError, StoreError
from newsledger.model import Record
from newsledger.store.entry import Kept, put_together
from newsledger.store.held import HeldFailure
from newsledger.store.protocol import Outcome
from newsledger.store.tables.database import Connection, Database, SqlRow
from newsledger.store.tables.statements import load


def known(connection: Connection, keys: Iterable[str], *, with_bytes: bool) -> Mapping[str, Outcome]:
    """Say which captures have been read, or could not be, and what came of that, by their keys."""
    values = {"keys": json.dumps(list(keys)), "with_bytes": with_bytes}
    return {row["key"]: _outcome(row) for row in connection.execute(load("known")["known"], values)}


def _outcome(row: SqlRow) -> Outcome:
    if row["article"] is not None:
        return Outcome(what="known", article=row["article"], url=row["url"])
    return Outcome(what="failed", article=None, url=row["failed_url"], reason=row["reason"])


def failures(connection: Connection) -> tuple[HeldFailure, ...]:
    """Give what could not be read, in the order in which it failed first."""
    rows = connection.execute(load("known")["failures"])
    return tuple(HeldFailure(**{**row, "has_bytes": bool(row["has_bytes"])}) for row in map(dict, rows))


def kept(connection: Connection, key: str) -> Kept:
    """Give a capture as it is kept, by its key."""
    row = connection.execute(load("known")["kept"], {"key": key}).fetchone()
    if row is None:
        raise StoreError(f"found no capture {key!r}, expected the key of one")
    return Kept(**dict(row))


def record(connection: Connection, article: str, *, where: str) -> Record:
    """Give the newest record of an article, by its id; ``where`` names the ledger in what is told."""
    row = connection.execute(load("read")["reading"], {"id": article}).fetchone()
    if row is None:
        raise AbsentError(f"found no article {article!r}, expected the id of one in {where}")
    return put_together(row["record"], row["made_by"], row["text"])


def records(database: Database) -> Iterator[Record]:
    """Give the newest record of each article's current version."""
    for row in database.stream(load("read")["readings"], {}):
        yield put_together(row["record"], row["made_by"], row["text"])
