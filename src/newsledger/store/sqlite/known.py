"""What the ledger has of captures already."""

import json
import sqlite3
from collections.abc import Iterable, Mapping

from newsledger.store.protocol import Outcome
from newsledger.store.sqlite.statements import load


def known(connection: sqlite3.Connection, keys: Iterable[str], *, with_bytes: bool) -> Mapping[str, Outcome]:
    """Say which captures have been read, or could not be, and what came of that, by their keys."""
    values = {"keys": json.dumps(list(keys)), "with_bytes": with_bytes}
    return {row["key"]: _outcome(row) for row in connection.execute(load("known")["known"], values)}


def _outcome(row: sqlite3.Row) -> Outcome:
    if row["article"] is not None:
        return Outcome(what="known", article=row["article"], url=row["url"])
    return Outcome(what="failed", article=None, url=row["failed_url"], reason=row["reason"])
