"""What persons decided of expectations while these had lives of their own, beside those of happenings."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from newsledger.errors import StoreError
from newsledger.store.corrections.fields import LONGEST
from newsledger.store.corrections.making import Judge, corrected
from newsledger.store.tables.corrections.moving import renew_all
from newsledger.store.tables.database import Connection
from newsledger.store.tables.statements import load

#: What a migration says that ends these lives.
_ENDS = "DROP TABLE steps;"


def take_over(connection: Connection, script: str) -> None:
    """Keep decisions as corrections, inside the transaction of a migration that drops their table; before it."""
    if _ENDS not in script:
        return
    sql = load("correct")
    decided = connection.execute(sql["decided_once"]).fetchall()
    for row in decided:
        made = _correction(row)
        if connection.execute(sql["get"], {"id": made["id"]}).fetchone() is None:
            connection.execute(sql["put"], made)
    if decided:
        renew_all(connection)


def _correction(row: Mapping[str, Any]) -> Mapping[str, Any]:
    # Of a name of signs that nobody sees nothing is left.
    by, at = _line(row["by"]) or "somebody", f"{row['at'] or '0001-01-01'}T00:00:00.000+00:00"
    judge = Judge(by=by, at=at, why=_line(row["why"]) or None)
    finding, state = row["expectation"], row["state"]
    try:
        return asdict(corrected((finding, "expectation"), "wrong", judge, field="state", value=state, once=True))
    except ValueError as error:
        told = "go back to the last backup, or save what still holds with 'newsledger recover OLD NEW'"
        raise StoreError(
            f"the ledger has a decision on {finding!r} that nobody can have made: {error}; {told}"
        ) from error


def _line(words: str) -> str:
    """Give words as a correction holds them."""
    return "".join(letter for letter in " ".join(words.split()) if letter.isprintable())[:LONGEST]
