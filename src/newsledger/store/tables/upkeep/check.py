"""Checks a ledger from within: its keys, its counts; and gives what it holds to be checked."""

import hashlib
import json
from collections.abc import Iterator, Sequence

from newsledger.errors import StoreError
from newsledger.model import SHOWN_FROM
from newsledger.store.entry import Kept
from newsledger.store.held import HeldCapture, HeldReading, Tally
from newsledger.store.packing import unpack_text
from newsledger.store.rows import Row
from newsledger.store.tables.database import Connection, Database
from newsledger.store.tables.shares import with_counts
from newsledger.store.tables.statements import load

#: The columns that make a `Kept`.
KEPT = ("key", "sha256", "size", "packed", "address", "url", "kind", "media_type", "published", "fetched_at", "notes")

#: What each row means that one of these queries finds.
_TOLD = {
    "works": "work {work}: {current} of its {versions} versions are current, expected 1",
    "unread": "article {id}: {current} of its readings are current, expected 1",
    "past": "article {id}: it is not the current version, but its findings stand in the tables",
    "entities": "entities: the counts of {key} are not those of the tables",
    "tallies": "tallies: the counts of the day {day!r} are not those of the events",
    "shares": "shares: the counts of {kind} {value!r} are not those of the events",
    "spots": "spots: the counts of {place!r} in {country!r} are not those of the events",
    "strays": "about: {key} is spoken of in no statement that is there",
    "places": "parties: the order of event {event} is not the one of the event",
    "makers_named": "maker {digest}: its version is not the one that it names",
    "addresses": "work {work}: its address {address!r} is none at which it was seen",
    "unseen": "capture {capture} ({url}): neither an article nor a failure came of it",
    "unowned": "bytes {sha256}: no capture has them",
}


def check(database: Database) -> Iterator[str]:
    """Give each thing that is amiss with the database, its keys or its counts, in plain words."""
    try:
        yield from database.faults()
        with database.reading() as connection:
            yield from _counts(connection)
            yield from _order(connection)
            yield from _forgotten(connection)
    except StoreError as error:
        yield str(error)


def _counts(connection: Connection) -> Iterator[str]:
    for row in connection.execute(load("check")["sums"]):
        lost = row["given"] - row["there"] - row["forgotten"]
        if lost:
            gone = f"{row['there']:,} are there and tombstones account for {row['forgotten']:,}"
            yield f"{row['name']}: {row['given']:,} were put, {gone}: {lost:+,} without a reason"


def _order(connection: Connection) -> Iterator[str]:
    sql, values = load("check"), {"least": SHOWN_FROM["events"]}
    for name, told in _TOLD.items():
        yield from (told.format(**row) for row in connection.execute(with_counts(sql[name], values), values))
    for row in connection.execute(sql["makers"]):
        if hashlib.sha256(row["made_by"].encode()).hexdigest() != row["digest"]:
            yield f"maker {row['digest'][:12]}…: what it is does not match its hash"


def _forgotten(connection: Connection) -> Iterator[str]:
    sql = load("check")
    for row in connection.execute(sql["back"]):
        yield f"tombstone {row['tombstone']}: what it says is forgotten is there ({row['id'] or 'bytes'})"
    number = connection.execute(sql["unscrubbed"]).fetchone()["number"]
    if number:
        told = "run 'newsledger forget --scrub' to end what was broken off"
        yield f"tombstones: words of {number} forgotten may be left in empty places of the file; {told}"


def tally(database: Database) -> Tally:
    """Count what is there, and what was forgotten."""
    with database.snapshot() as connection:
        rows = dict(connection.execute(load("check")["tally"]).fetchone())
        sums = connection.execute(load("check")["sums"]).fetchall()
    return Tally(rows=rows, forgotten={row["name"]: row["forgotten"] for row in sums})


def captures(database: Database) -> Iterator[HeldCapture]:
    """Give each capture, one at a time in memory."""
    for row in database.stream(load("check")["captures"], {}):
        yield HeldCapture(
            kept=Kept(**{name: row[name] for name in KEPT}),
            has_bytes=bool(row["kept"]),
            article=row["article"],
            text_sha256=row["text_sha256"],
            made_by=row["made_by"],
            seen_at=row["seen_at"],
            seen_by=row["seen_by"],
        )


def readings(database: Database) -> Iterator[HeldReading]:
    """Give each reading, one at a time in memory."""
    for row in database.stream(load("check")["readings"], {}):
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


def findings(database: Database, article: str, table: str) -> Iterator[Row]:
    """Give an article's rows in one of the tables of findings."""
    name = f"rows_{table}"
    if name not in load("check").by_name:
        raise StoreError(f"found no table of findings {table!r}, expected one that records are taken apart into")
    with database.reading() as connection:
        yield from (dict(row) for row in connection.execute(load("check")[name], {"id": article}))


def spellings(database: Database, wanted: Sequence[Row]) -> Iterator[Row]:
    """Give those of some spellings that are there."""
    pairs = json.dumps([[row["folded"], row["key"]] for row in wanted])
    with database.reading() as connection:
        yield from (dict(row) for row in connection.execute(load("check")["spellings"], {"wanted": pairs}))
