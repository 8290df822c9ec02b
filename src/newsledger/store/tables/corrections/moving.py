"""Keeps what stands beside the findings that it is of, whatever ids they have now."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from newsledger.model import Correction
from newsledger.store.corrections.making import checked
from newsledger.store.corrections.overlay import standing
from newsledger.store.tables.database import Connection, SqlRow
from newsledger.store.tables.statements import load

_FIELDS = tuple(name for name in Correction.__slots__)


def follow(connection: Connection, befores: Iterable[str], afters: Iterable[str]) -> None:
    """Have what was judged follow findings that others took over from, inside a transaction."""
    ids = sorted(befores)
    if connection.execute(load("correct")["moved"], {"ids": json.dumps(ids)}).fetchone() is not None:
        renew(connection, {*ids, *afters})


def renew(connection: Connection, findings: Iterable[str]) -> None:
    """Find anew what stands of some findings, by the ids that they have now, inside a transaction."""
    sql = load("correct")
    wanted = set(findings)
    rows = {row["id"]: row for one in sorted(wanted) for row in connection.execute(sql["about"], {"id": one})}
    for one in wanted:
        connection.execute(sql["drop_judgements"], {"id": one})
    _put(connection, (_now(connection, correction_of(row)) for row in rows.values()))


def renew_all(connection: Connection) -> None:
    """Find anew what stands of all that was ever judged, inside a transaction."""
    connection.execute(load("correct")["drop_all_judgements"])
    _put(connection, stands_now(connection))


def stands_now(connection: Connection) -> Iterator[Correction]:
    """Give all that was ever judged, with the ids that its findings have now."""
    for row in connection.execute(load("correct")["log"]).fetchall():
        yield _now(connection, correction_of(row))


def is_whole(row: Mapping[str, Any]) -> bool:
    """Say whether a row is a correction as somebody made it, to the letter."""
    try:
        checked(Correction(**{name: row[name] for name in _FIELDS}))
    except ValueError:
        return False
    return True


def drop_strangers(connection: Connection) -> tuple[str, ...]:
    """Take out the corrections of what is not there and never was, inside a transaction; give their ids."""
    sql = load("correct")
    rows = connection.execute(sql["strangers"]).fetchall()
    connection.execute(sql["drop_corrections_of"], {"ids": json.dumps([row["finding"] for row in rows])})
    # What is taken back may be lost, and what takes that back in turn.
    while connection.execute(sql["drop_orphans"]).rowcount:
        pass
    return tuple(row["id"] for row in rows)


def correction_of(row: SqlRow) -> Correction:
    """Give the correction of a row."""
    return Correction(**{name: row[name] for name in _FIELDS})


def resolved(connection: Connection, finding: str) -> str:
    """Give the id that a finding has now."""
    return str(connection.execute(load("follow")["resolve"], {"id": finding}).fetchone()["id"])


def _now(connection: Connection, correction: Correction) -> Correction:
    other = correction.other
    return replace(
        correction,
        finding=resolved(connection, correction.finding),
        other=None if other is None else resolved(connection, other),
    )


def _put(connection: Connection, log: Iterable[Correction]) -> None:
    for one in standing(log):
        values = {"id": one.id, "finding": one.finding, "other": one.other}
        connection.execute(load("correct")["put_judgement"], values)
