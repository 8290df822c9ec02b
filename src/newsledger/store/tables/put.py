"""Puts entries into the ledger, run by run: which article, which version, and its findings."""

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import Any, Literal

from newsledger.model import Failure, Record, content_id
from newsledger.store.entry import Entry, Kept, Reading, put_together
from newsledger.store.protocol import Outcome
from newsledger.store.tables.database import Connection, Database, SqlRow, put_row
from newsledger.store.tables.readings import drop_findings, put_findings, put_reading, renew
from newsledger.store.tables.statements import load
from newsledger.store.tables.upkeep.follow import current_record, note_changes
from newsledger.store.versions import is_alike, letters_of, tells_more

#: The columns of an article's own words.
_READ = ("headline", "standfirst", "body", "captions")


def begin_run(database: Database, command: str, at: str) -> int:
    """Note that a run begins, and give its number."""
    row = {"command": command, "version": version("newsledger"), "started_at": at}
    with database.transaction() as connection:
        database.refuse_strangers()
        return put_row(connection, load("put")["put_runs"], row)


def end_run(connection: Connection, run: int, at: str) -> None:
    """Note that a run has come to its end."""
    connection.execute(load("put")["end_run"], {"run": run, "ended_at": at})


def mend(connection: Connection, keys: Iterable[str]) -> None:
    """Drop failures, by their keys, that are none any more."""
    connection.executemany(load("put")["mend"], [{"key": key} for key in keys])


def put_entry(connection: Connection, entry: Entry, run: int) -> Outcome:
    """Put one entry, inside a transaction."""
    kept, reading = entry.kept, entry.outcome
    identifier, named = (None, reading.url) if isinstance(reading, Failure) else _named(reading)
    url = kept.url if kept else named
    stone = _one(connection, "tombstone", {"id": identifier, "sha256": kept.sha256 if kept else None})
    if stone:
        return Outcome(what="forgotten", article=identifier, url=url, reason=f"it was forgotten: {stone['why']}")
    if isinstance(reading, Failure):
        return _put_failure(connection, kept, reading, run)
    capture = _put_capture(connection, kept, run) if kept else None
    address = reading.article["canonical_url"] or (kept.address if kept else None)
    what = _place_article(connection, reading, (capture, address, kept.fetched_at if kept else None), run)
    if kept:
        connection.execute(load("put")["mend"], {"key": kept.key})
    return Outcome(what=what, article=identifier, url=url)


def _named(reading: Reading) -> tuple[str, str | None]:
    return reading.article["id"], reading.article.get("url")


def _put_failure(connection: Connection, kept: Kept | None, failure: Failure, run: int) -> Outcome:
    key = kept.key if kept else content_id("failure", failure.url or "", failure.room)
    row = {
        "key": key,
        "capture": _put_capture(connection, kept, run) if kept else None,
        "url": failure.url,
        "sha256": failure.sha256,
        "room": failure.room,
        "reason": failure.reason,
        "attempts": 1,
        "run": run,
    }
    connection.execute(load("put")["put_failures"], row)
    return Outcome(what="failed", article=None, url=failure.url, reason=failure.reason)


def _put_capture(connection: Connection, kept: Kept, run: int) -> int:
    sql = load("put")
    if kept.packed is not None:
        row = {"sha256": kept.sha256, "size": kept.size, "packed": kept.packed}
        connection.execute(sql["put_bytes"], row)
    there = _one(connection, "capture", {"key": kept.key})
    if there:
        if kept.packed is not None and not there["kept"]:
            connection.execute(sql["keep_capture"], {"capture": there["capture"]})
        return int(there["capture"])
    row = {
        "key": kept.key,
        "sha256": kept.sha256,
        "size": kept.size,
        "address": kept.address,
        "url": kept.url,
        "kind": kept.kind,
        "media_type": kept.media_type,
        "published": kept.published,
        "fetched_at": kept.fetched_at,
        "notes": kept.notes,
        "kept": kept.packed is not None,
        "run": run,
    }
    return put_row(connection, sql["put_captures"], row)


_Seen = tuple[int | None, str | None, str | None]


def _place_article(
    connection: Connection, reading: Reading, seen: _Seen, run: int
) -> Literal["added", "version", "mirror", "known"]:
    """Find out whether an article is new, another version, or there already, and put it in its place.

    Args:
        connection: Inside a transaction.
        reading: The record, taken apart.
        seen: The number of its capture, its address, and when it was fetched.
        run: The run that this is part of.
    """
    capture, address, fetched_at = seen
    there = _one(connection, "article", {"id": reading.article["id"]})
    if there:
        is_new_place = not _one(connection, "sighted", {"article": there["article"], "address": address})
        is_update = _is_update(connection, there, reading, seen)
        _see(connection, capture, there["article"], address)
        if is_update:
            _update(connection, there, reading, seen, run)
            return "version"
        return "mirror" if is_new_place else "known"
    before = _earlier(connection, address, reading.article["text"])
    if before is None:
        work = put_row(connection, load("put")["put_works"], {"address": address})
        version, current = 1, True
    else:
        work = before["work"]
        version = _one_value(connection, "last_version", {"work": work}) + 1
        # A capture from before the one that is current adds to the past and not to the present.
        current = not (fetched_at and before["fetched_at"] and fetched_at < before["fetched_at"])
    older = current_record(connection, before["article"]) if before is not None else None
    if before is not None and current:
        drop_findings(connection, before["article"])
        connection.execute(load("put")["retire"], {"article": before["article"]})
    row = {**reading.article, "work": work, "version": version, "current": current}
    row |= {"capture": capture, "fetched_at": fetched_at}
    article = put_row(connection, load("put")["put_articles"], row)
    _see(connection, capture, article, address)
    number = put_reading(connection, reading, article, run)
    if current:
        put_findings(connection, reading, article)
    if older is not None:
        _note_version(connection, older, reading, number if current else None)
    return "added" if before is None else "version"


def _is_update(connection: Connection, there: SqlRow, reading: Reading, seen: _Seen) -> bool:
    """Say whether an article says something else now where it was seen before.

    Short paragraphs have no part in its id, since copies differ in them. Where it was fetched before, a short line is
    news; in what was fetched elsewhere and says that its address is this one, sentences beside all that was there.
    """
    capture, address, fetched_at = seen
    if not there["current"] or (fetched_at and there["fetched_at"] and fetched_at < there["fetched_at"]):
        return False
    if all(letters_of(there[name]) == letters_of(reading.article[name]) for name in _READ):
        return False
    values = {"article": there["article"], "capture": capture, "address": address}
    if _one(connection, "seen_there", values) is not None:
        return True
    is_its_own = _one(connection, "sighted", {"article": there["article"], "address": address}) is not None
    return is_its_own and tells_more(there["body"], reading.article["body"])


def _update(connection: Connection, there: SqlRow, reading: Reading, seen: _Seen, run: int) -> None:
    """Put what an article says now in place of what it said; the older reading keeps its own text."""
    capture, _, fetched_at = seen
    before = current_record(connection, there["article"])
    number = renew(connection, there, reading, run)
    values = {"article": there["article"], "capture": capture, "fetched_at": fetched_at}
    connection.execute(load("put")["captured"], values)
    put_findings(connection, reading, there["article"])
    after = put_together(reading.packed, reading.made_by, reading.article["text"])
    note_changes(connection, before, after, reading=number, cause="version")


def _note_version(connection: Connection, other: Record, reading: Reading, number: int | None) -> None:
    """Note what a version changed, or, of one from the past (no number), what takes over from it."""
    this = put_together(reading.packed, reading.made_by, reading.article["text"])
    before, after = (this, other) if number is None else (other, this)
    note_changes(connection, before, after, reading=number, cause="version")


def _earlier(connection: Connection, address: str | None, text: str) -> SqlRow | None:
    """Give the current version of the article that an address has had, None where this is another article.

    An address at which an article was only mirrored may show something else later, as a page of notices does.
    """
    if address is None:
        return None
    owner = _one(connection, "owner", {"address": address})
    if owner:
        return owner
    mirrored = _one(connection, "mirrored", {"address": address})
    return mirrored if mirrored and is_alike(mirrored["text"], text) else None


def _see(connection: Connection, capture: int | None, article: int, address: str | None) -> None:
    if capture is not None:
        row = {"capture": capture, "article": article, "address": address}
        connection.execute(load("put")["put_sightings"], row)


def _one(connection: Connection, name: str, values: Mapping[str, Any]) -> SqlRow | None:
    row: SqlRow | None = connection.execute(load("put")[name], values).fetchone()
    return row


def _one_value(connection: Connection, name: str, values: Mapping[str, Any]) -> int:
    return int(connection.execute(load("put")[name], values).fetchone()[0])
