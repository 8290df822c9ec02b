"""Takes an article out of the ledger with all its words, and leaves a tombstone."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from newsledger.errors import StoreError
from newsledger.store.entry import unpack
from newsledger.store.folding import fold, fold_names
from newsledger.store.held import Tombstone
from newsledger.store.packing import unpack_text
from newsledger.store.tables.database import Connection, Database, SqlRow, put_row
from newsledger.store.tables.readings import drop_findings
from newsledger.store.tables.statements import load
from newsledger.store.tables.watching import forget_watched

_FINDINGS = ("actors", "times", "statements", "events", "expectations")
#: What goes with an article, in this order.
_LEAVING = (
    "drop_changes",
    "drop_readings",
    "drop_sightings",
    "drop_ungrouped",
    "unsay_ties",
    "drop_scheduled_keys",
    "drop_scheduled",
    "leave_group",
    "drop_article",
)
#: What stands in a step whose report was forgotten.


def forget(database: Database, target: str, *, why: str, run: int, only_version: bool) -> tuple[Tombstone, ...]:
    """Forget what stands at an address or under an id, in one transaction; see ``Store.forget``."""
    with database.transaction() as connection:
        versions = list(_versions(connection, target, only_version=only_version))
        stones = [_forget_version(connection, row, why, run) for row in versions]
        for work in {row["work"] for row in versions}:
            connection.execute(load("forget")["drop_work"], {"work": work})
        failed = _all(connection, "failed", target=target)
        if failed:
            stones.append(_forget_failures(connection, failed, why, run))
        if not stones:
            raise StoreError(_nothing(connection, target))
    return tuple(stones)


def scrub(database: Database) -> int:
    """Overwrite what forgotten words have left in empty places; give how many tombstones that ends.

    Raises:
        StoreError: Another program holds the ledger, or the disk is full.
    """
    sql = load("forget")
    with database.reading() as connection:
        number = int(connection.execute(sql["unscrubbed"]).fetchone()["number"])
    if number:
        database.scrub()
        with database.transaction() as connection:
            connection.execute(sql["scrubbed"])
    return number


def _versions(connection: Connection, target: str, *, only_version: bool) -> Iterator[SqlRow]:
    """Give the versions of the article that a target names.

    Raises:
        StoreError: It names several articles, or the current version of one by itself.
    """
    row = next(iter(_all(connection, "by_id", target=target)), None)
    works = [row] if row else _all(connection, "by_address", target=target)
    if len(works) > 1:
        found = [version for one in works for version in _all(connection, "versions", work=one["work"])]
        listed = "; ".join(f"{version['id']} ({version['headline']})" for version in found if version["current"])
        raise StoreError(f"{target}: found {len(works)} articles at this address; forget each by its id: {listed}")
    if only_version and (row is None or row["current"]):
        raise StoreError(f"{target}: expected the id of an older version; or leave out --only-version")
    for one in works:
        for version in _all(connection, "versions", work=one["work"]):
            if not only_version or version["id"] == target:
                yield version


def _nothing(connection: Connection, target: str) -> str:
    stone = next(iter(_all(connection, "stone", target=target)), None)
    if stone:
        return f"{target}: it is forgotten already: {stone['why']}"
    return f"{target}: found no article of this id or address, expected one as 'newsledger search' shows it"


def _forget_version(connection: Connection, row: SqlRow, why: str, run: int) -> Tombstone:
    article = {"article": row["article"]}
    readings = _all(connection, "readings", **article)
    trees = list(_trees(readings))
    keys = {one["key"] for one in _all(connection, "keys", **article)}
    keys |= {actor["key"] for tree in trees for actor in tree["actors"]}
    captures = _captures(connection, row["article"])
    counts = dict(_all(connection, "counts", **article)[0]) | {"captures": len(captures)}
    # The tables have the findings of the current version only; its readings have those of each.
    counts |= {kind: len(trees[-1][kind]) for kind in _FINDINGS if trees}
    stone = {"id": row["id"], "text_sha256": row["text_sha256"], "why": why, "run": run}
    number = _put_stone(connection, stone, [one["digest"] for one in readings], counts)
    drop_findings(connection, row["article"])
    for name in _LEAVING:
        connection.execute(load("forget")[name], article)
    _drop_captures(connection, captures, number)
    _drop_traces(connection, trees)
    _drop_names(connection, keys, [row["text"], *(unpack_text(one["text"]) for one in readings if one["text"])])
    return Tombstone(article=row["id"], text_sha256=row["text_sha256"], counts=counts, why=why)


def _trees(readings: Iterable[SqlRow]) -> Iterator[Mapping[str, Any]]:
    """Give the records of an article; one that is damaged is forgotten all the same."""
    for row in readings:
        with suppress(StoreError):
            yield unpack(row["record"], row["made_by"])


def _captures(connection: Connection, article: int) -> list[SqlRow]:
    """Give the captures of a version, and those from the same places that could not be read."""
    found = _all(connection, "captures", article=article)
    failed = [
        other for one in found for other in _all(connection, "failed_there", address=one["address"], url=one["url"])
    ]
    return list({row["capture"]: row for row in (*found, *failed)}.values())


def _forget_failures(connection: Connection, failed: list[SqlRow], why: str, run: int) -> Tombstone:
    captures = [row for row in failed if row["capture"] is not None]
    counts = {"captures": len({row["capture"] for row in captures}), "failures": len(failed)}
    stone = {"id": None, "text_sha256": None, "why": why, "run": run}
    number = _put_stone(connection, stone, [], counts)
    for row in failed:
        connection.execute(load("forget")["drop_failure"], {"failure": row["failure"]})
    _drop_captures(connection, captures, number)
    return Tombstone(article=None, text_sha256=None, counts=counts, why=why)


def _put_stone(connection: Connection, stone: Mapping[str, Any], digests: list[str], counts: Mapping[str, int]) -> int:
    row = {**stone, "digests": json.dumps(digests), "counts": json.dumps(counts)}
    return put_row(connection, load("forget")["put_tombstones"], row)


def _drop_captures(connection: Connection, captures: Iterable[SqlRow], stone: int) -> None:
    sql = load("forget")
    captures = list(captures)
    forget_watched(connection, {one for row in captures for one in (row["address"], row["url"]) if one})
    for row in captures:
        values = {"capture": row["capture"], "sha256": row["sha256"], "tombstone": stone}
        for name in ("drop_failures", "unname_capture", "drop_capture", "drop_bytes", "put_forgotten"):
            connection.execute(sql[name], values)


def _drop_traces(connection: Connection, trees: Iterable[Mapping[str, Any]]) -> None:
    """Take out what other tables know of an article's findings."""
    ids = json.dumps(sorted({one["id"] for tree in trees for kind in _FINDINGS for one in tree[kind]}))
    for name in ("drop_judgements_of", "drop_corrections_of"):
        connection.execute(load("correct")[name], {"ids": ids})
    connection.execute(load("forget")["drop_successors"], {"ids": ids})


def _drop_names(connection: Connection, keys: Iterable[str], texts: Iterable[str]) -> None:
    """Take out the spellings that stood in these texts and that no other article has.

    Those that stand in no text are from our lists, and stay as long as anybody has their key.
    """
    sql = load("forget")
    words = "\n".join(map(fold, texts))
    for key in sorted(keys):
        named = _all(connection, "named", key=key)
        spelled = {row["folded"] for row in _all(connection, "spelled", key=key)}
        if named:
            spelled = {one for one in spelled if one in words}
        for row in named:
            spelled.difference_update(fold_names([row["words"]], row["words"] if row["kind"] == "person" else ""))
        connection.executemany(sql["drop_spelling"], ({"folded": one, "key": key} for one in spelled))
        connection.execute(sql["rename_entity"], {"key": key})


def _all(connection: Connection, name: str, **values: Any) -> list[SqlRow]:
    return connection.execute(load("forget")[name], values).fetchall()
