"""The shards of a run into a ledger: as if its pages had been added, without their bytes."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any

from newsledger import codec
from newsledger.errors import NewsledgerError, StoreError
from newsledger.intake.objects import Place, place_of
from newsledger.ledger.add import cores, put_entries
from newsledger.ledger.crew import Crew
from newsledger.ledger.crew.logs import open_log
from newsledger.ledger.grouping.sharing import Job, do
from newsledger.ledger.work import Names, besides_grouping
from newsledger.model import Failure
from newsledger.pipeline import load_other_names
from newsledger.scale.places import pages_place, records_place
from newsledger.scale.run import whole_run
from newsledger.scale.tables import PAGES, columns, read_table
from newsledger.show import settlement
from newsledger.store import Entry, Kept, Outcome, Reading, Store, take_apart

_BATCH, _PATIENCE = 64, 0.5
#: What a ledger knows of a page that it has, as far as the table of pages tells.
_KEPT = ("key", "sha256", "size", "address", "url", "kind", "media_type", "published", "fetched_at", "notes")
_SECONDS = 3_600
_ID = re.compile(r"[0-9a-f]{16}")
#: About how many bytes the entries of a shard are.
_SIZE = 1 << 22
#: Shards whose records are at hand, for mirrors of pages in them.
_SHARDS = 4

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loading:
    """A shard to be made ready for a ledger.

    Attributes:
        folder: That of the run.
        shards: The shards of records by those of pages that they were made of.
    """

    folder: str
    pages: str
    records: str


#: What comes of a shard: its entries, what the ledger has of it already, or why there is nothing.
Ready = tuple[Entry, ...] | list[Outcome] | str
LoadCrew = Crew[Loading, Ready]


@contextmanager
def loaders(folder: Place, *, jobs: int | None) -> Iterator[LoadCrew]:
    """Have processes that make shards ready for a ledger, as long as the block lasts."""
    shards = {one["pages"]: one["records"] for one in whole_run(folder)["shards"]}
    crew: LoadCrew = Crew(partial(prepare, shards), _lost, size=jobs or cores(), seconds=_SECONDS)
    try:
        yield crew
    finally:
        crew.close()


def load(store: Store, folder: Place, crew: LoadCrew, *, run: int) -> Iterator[Outcome]:
    """Put all pages of a finished run into a ledger, in the order of the input; loading twice is once.

    A mirror becomes another address of the article that says the same.

    Args:
        store: The ledger.
        folder: That of the run.
        crew: Who makes them ready.
        run: The number of the run of the ledger.

    Raises:
        NewsledgerError: There is no finished run, or a shard of it is gone.
        StoreError: The ledger refused. All that was given before holds.
    """
    for one in whole_run(folder)["shards"]:
        known = _known(store, folder, one["pages"])
        if known is not None:
            crew.pass_by(known)
        else:
            crew.give(Loading(folder=str(folder), pages=one["pages"], records=one["records"]), _SIZE)
        yield from _put(store, crew.take(0), run)
        while crew.is_full:
            yield from _put(store, crew.take(_PATIENCE), run)
    while not crew.is_idle:
        yield from _put(store, crew.take(_PATIENCE), run)


def _known(store: Store, folder: Place, pages: str) -> list[Outcome] | None:
    """Give what a ledger has of a shard, None where it has not all of it."""
    rows = read_table(pages_place(folder, pages) / f"{PAGES}.parquet", ["key"])
    keys = [row["key"] for row in rows]
    if not keys or None in keys:
        return None
    known = store.known(keys)
    return [known[key] for key in keys] if all(key in known for key in keys) else None


def _put(store: Store, ready: list[Ready], run: int) -> Iterator[Outcome]:
    for entries in ready:
        if isinstance(entries, str):
            raise NewsledgerError(entries)
        if isinstance(entries, list):
            yield from entries
            continue
        for at in range(0, len(entries), _BATCH):
            yield from put_entries(store, list(entries[at : at + _BATCH]), run)


def _lost(task: Loading | Job, reason: str) -> Any:
    if not isinstance(task, Loading):
        return do(task)
    return f"shard {task.records}: {reason}"


def prepare(shards: Mapping[str, str]) -> Callable[[Loading], tuple[Entry, ...]]:
    """Give what makes shards ready, and does the jobs of grouping; no model is needed for it.

    Args:
        shards: All shards of records of the run, by the shards of pages that they were made of.
    """
    open_log()
    return besides_grouping(partial(_entries, shards, load_other_names()))


def _entries(shards: Mapping[str, str], names: Names, task: Loading) -> tuple[Entry, ...]:
    """Make the entries of a shard, in the order of its pages."""
    folder = place_of(task.folder)
    place = records_place(folder, task.records)
    records = {row["capture"]: row for row in read_table(place / "records.parquet")}
    failures = {row["key"]: row for row in read_table(place / "failures.parquet")}
    mirrors = {row["key"]: row for row in read_table(place / "mirrors.parquet")}

    @lru_cache(maxsize=_SHARDS)
    def rows_of(pages: str) -> list[str | None]:
        if pages not in shards:
            raise StoreError(f"found a mirror of a page in {pages!r}, expected a shard of this run; run it again")
        keys = [row["key"] for row in read_table(pages_place(folder, pages) / f"{PAGES}.parquet", ["key"])]
        held = {
            row["capture"]: row["record"]
            for row in read_table(records_place(folder, shards[pages]) / "records.parquet")
        }
        return [held.get(key) for key in keys]

    entries = []
    for row in read_table(pages_place(folder, task.pages) / f"{PAGES}.parquet", columns()[PAGES]):
        kept = _kept(row)
        if row["key"] in mirrors:
            mirror = mirrors[row["key"]]
            record = rows_of(mirror["shard"])[mirror["row"]]
            entries.append(Entry(kept=kept, outcome=_elsewhere(_reading(record, names), mirror)))
        elif row["key"] in records:
            entries.append(Entry(kept=kept, outcome=_reading(records[row["key"]]["record"], names)))
        else:
            entries.append(Entry(kept=kept, outcome=_failure(row, failures)))
    return tuple(entries)


def _kept(row: Row) -> Kept | None:
    return Kept(packed=None, **{name: row[name] for name in _KEPT}) if row["key"] is not None else None


def _failure(row: Row, failures: Mapping[str | None, Row]) -> Failure:
    told = failures[row["key"]] if row["reason"] is None else row
    return Failure(url=row["url"], sha256=row["sha256"], room=told["room"], reason=told["reason"])


def _reading(line: str | None, names: Names) -> Reading:
    if line is None:
        raise StoreError("found a mirror of a page that has no record; remove the shard's folder and run again")
    record = codec.from_json(line)
    if _ID.fullmatch(record.article.id) is None:  # it names files, and the row's number is made of it
        raise StoreError(f"found the article {record.article.id!r}, expected an id of 16 hexadecimal digits")
    settled = {one.id: settlement(one, record) for one in record.expectations}
    return take_apart(record, settled=settled, aliases=names)


def _elsewhere(reading: Reading, mirror: Row) -> Reading:
    """Give a reading as that of another page that says the same."""
    own = {name: mirror[name] for name in ("url", "canonical_url")}
    return replace(reading, article={**reading.article, **own})
