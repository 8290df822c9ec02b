"""Checks a ledger file from within: its pages, its keys, its counts; and gives what it holds to be checked."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from newsledger.errors import StoreError
from newsledger.store.entry import Kept
from newsledger.store.held import HeldCapture, HeldReading, Tally
from newsledger.store.packing import unpack_text
from newsledger.store.rows import Row
from newsledger.store.sqlite.connection import distrust, is_readonly, reading
from newsledger.store.sqlite.statements import load
from newsledger.store.sqlite.upkeep.schema import differences

#: The columns that make a `Kept`.
KEPT = ("key", "sha256", "size", "packed", "address", "url", "kind", "media_type", "published", "fetched_at", "notes")

#: What each row means that one of these queries finds.
_TOLD = {
    "works": "work {work}: {current} of its {versions} versions are current, expected 1",
    "unread": "article {id}: {current} of its readings are current, expected 1",
    "past": "article {id}: it is not the current version, but its findings stand in the tables",
    "entities": "entities: the counts of {key} are not those of the tables",
    "tallies": "tallies: the counts of the day {day!r} are not those of the events",
    "strays": "about: {key} is spoken of in no statement that is there",
    "days": "told: the day of article {id} is not the one of the article",
    "places": "parties: the order of event {event} is not the one of the event",
    "makers_named": "maker {digest}: its version is not the one that it names",
    "addresses": "work {work}: its address {address!r} is none at which it was seen",
    "evidence": "evidence: {expectation} is no expectation that is or was there",
    "unseen": "capture {capture} ({url}): neither an article nor a failure came of it",
    "unowned": "bytes {sha256}: no capture has them",
}


def check(connection: sqlite3.Connection) -> Iterator[str]:
    """Give each thing that is amiss with the file, its keys or its counts, in plain words."""
    try:
        yield from _file(connection)
        yield from differences(connection)
        yield from _counts(connection)
        yield from _order(connection)
        yield from _forgotten(connection)
    except sqlite3.Error as error:
        yield f"the file cannot be read to its end: {error}"


def _file(connection: sqlite3.Connection) -> Iterator[str]:
    sql = load("check")
    for row in connection.execute(sql["integrity"]):
        if row[0] != "ok":
            yield from (f"the file is damaged: {line}" for line in row[0].splitlines())
    for row in connection.execute(sql["foreign_keys"]):
        yield f"{row['table']}: row {row['rowid']} names something that {row['parent']} does not have"
    with _writable(connection) as writable:
        for row in writable.execute(sql["indexes"]).fetchall():
            try:
                writable.execute(sql["check_index"].format(table=row["name"]))
            except sqlite3.DatabaseError as error:
                yield f"{row['name']}: the words to search by are not those of the texts ({error})"


@contextmanager
def _writable(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Give a ledger whose index of words can be checked, which SQLite takes for writing: if need be, a copy."""
    if not is_readonly(connection):
        yield connection
        return
    with TemporaryDirectory() as folder, closing(sqlite3.connect(Path(folder) / "copy.db")) as copy:
        distrust(copy)
        connection.backup(copy)
        yield copy


def _counts(connection: sqlite3.Connection) -> Iterator[str]:
    for row in connection.execute(load("check")["sums"]):
        lost = row["given"] - row["there"] - row["forgotten"]
        if lost:
            gone = f"{row['there']:,} are there and tombstones account for {row['forgotten']:,}"
            yield f"{row['name']}: {row['given']:,} were put, {gone}: {lost:+,} without a reason"


def _order(connection: sqlite3.Connection) -> Iterator[str]:
    sql = load("check")
    for name, told in _TOLD.items():
        yield from (told.format(**row) for row in connection.execute(sql[name]))
    for row in connection.execute(sql["makers"]):
        if hashlib.sha256(row["made_by"].encode()).hexdigest() != row["digest"]:
            yield f"maker {row['digest'][:12]}…: what it is does not match its hash"


def _forgotten(connection: sqlite3.Connection) -> Iterator[str]:
    sql = load("check")
    for row in connection.execute(sql["back"]):
        yield f"tombstone {row['tombstone']}: what it says is forgotten is there ({row['id'] or 'bytes'})"
    number = connection.execute(sql["unscrubbed"]).fetchone()["number"]
    if number:
        told = "run 'newsledger forget --scrub' to end what was broken off"
        yield f"tombstones: words of {number} forgotten may be left in empty places of the file; {told}"


def tally(connection: sqlite3.Connection) -> Tally:
    """Count what is there, and what was forgotten."""
    with reading(connection):
        rows = dict(connection.execute(load("check")["tally"]).fetchone())
        sums = connection.execute(load("check")["sums"]).fetchall()
    return Tally(rows=rows, forgotten={row["name"]: row["forgotten"] for row in sums})


def captures(connection: sqlite3.Connection) -> Iterator[HeldCapture]:
    """Give each capture, one at a time in memory."""
    with reading(connection):
        for row in connection.execute(load("check")["captures"]):
            yield HeldCapture(
                kept=Kept(**{name: row[name] for name in KEPT}),
                has_bytes=bool(row["kept"]),
                article=row["article"],
                text_sha256=row["text_sha256"],
                made_by=row["made_by"],
                seen_at=row["seen_at"],
                seen_by=row["seen_by"],
            )


def readings(connection: sqlite3.Connection) -> Iterator[HeldReading]:
    """Give each reading, one at a time in memory."""
    with reading(connection):
        for row in connection.execute(load("check")["readings"]):
            other = row["reading_text"]
            yield HeldReading(
                article=row["id"],
                number=row["reading"],
                current=bool(row["is_current"]),
                digest=row["digest"],
                made_by=row["made_by"],
                maker=row["maker_digest"],
                packed=row["record"],
                text=row["text"] if other is None else unpack_text(other),
                row=dict(row) if other is None else None,
            )


def is_pending(connection: sqlite3.Connection, article: str) -> bool:
    """Say whether an article has not yet been held against what was expected."""
    return connection.execute(load("check")["pending"], {"id": article}).fetchone() is not None


def findings(connection: sqlite3.Connection, article: str, table: str) -> Iterator[Row]:
    """Give an article's rows in one of the tables of findings."""
    name = f"rows_{table}"
    if name not in load("check").by_name:
        raise StoreError(f"found no table of findings {table!r}, expected one that records are taken apart into")
    with reading(connection):
        yield from (dict(row) for row in connection.execute(load("check")[name], {"id": article}))


def spellings(connection: sqlite3.Connection, wanted: Sequence[Row]) -> Iterator[Row]:
    """Give those of some spellings that are there."""
    pairs = json.dumps([[row["folded"], row["key"]] for row in wanted])
    with reading(connection):
        yield from (dict(row) for row in connection.execute(load("check")["spellings"], {"wanted": pairs}))
