"""Adds captures to a ledger: read by many processes, put in order, told of once they are safe."""

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from newsledger.errors import StoreError
from newsledger.intake import STREAM, Found
from newsledger.ledger.crew import Crew
from newsledger.ledger.loaded import ReaderOptions, ahead
from newsledger.ledger.work import Task, lost, prepare
from newsledger.model import Failure
from newsledger.store import Entry, Outcome, Writes, capture_key

AddCrew = Crew[Task, Entry | Outcome]
#: What is read is put when there is so much of it, or when the first of it has waited so long (seconds).
_BATCH, _PATIENCE = 64, 0.5


@contextmanager
def readers(options: ReaderOptions, *, jobs: int | None, seconds: float) -> Iterator[AddCrew]:
    """Have processes that read, as long as the block lasts.

    Args:
        options: What each of them loads.
        jobs: The most of them; None for one on each core that we may use.
        seconds: The longest that one page may take.
    """
    crew: AddCrew = Crew(
        partial(prepare, options), lost, size=jobs or cores(), seconds=seconds, variables=ahead(options)
    )
    try:
        yield crew
    finally:
        crew.close()


def cores() -> int:
    """Say how many cores there are for us."""
    # A container or `taskset` may leave us fewer than there are.
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def add(
    store: Writes,
    found: Iterable[Found | Failure],
    crew: AddCrew,
    *,
    run: int,
    with_bytes: bool = True,
    again: bool = False,
) -> Iterator[Outcome]:
    """Add what was found, in its order; each outcome is given when it is safe on disk.

    What the ledger has already is not read again, so that adding again goes on where it stopped.

    Args:
        store: The ledger.
        found: Captures, and what could not be taken in.
        crew: Who reads; the window of its tasks bounds the memory.
        run: The number of the run.
        with_bytes: Keep the captures' bytes, not only their hashes.
        again: Read again what could not be read before.

    Raises:
        StoreError: The ledger refused. All outcomes that were given before hold.
        NewsledgerError: The readers cannot be loaded.
    """
    batch = _Batch(store=store, run=run)
    for one in found:
        if isinstance(one, Failure):
            crew.pass_by(Entry(kept=None, outcome=_from_anywhere(one)))
        elif (known := _known(store, one, with_bytes=with_bytes)) and not (again and known.what == "failed"):
            crew.pass_by(known)
        else:
            crew.give(Task(found=one, with_bytes=with_bytes), len(one.capture.data))
        yield from batch.add(crew.take(0))
        while crew.is_full:
            yield from batch.add(crew.take(_PATIENCE))
    while not crew.is_idle:
        yield from batch.add(crew.take(_PATIENCE))
    yield from batch.put()


def _from_anywhere(failure: Failure) -> Failure:
    """Name a failed file so that it is found from any folder when it is tried again."""
    url = failure.url
    is_file = url and not url.startswith((STREAM, "http://", "https://"))
    return failure if not url or not is_file else replace(failure, url=str(Path(url).absolute()))


def _known(store: Writes, found: Found, *, with_bytes: bool) -> Outcome | None:
    key = capture_key(found.capture, found.address)
    return store.known([key], with_bytes=with_bytes and found.capture.kind != "record").get(key)


@dataclass(slots=True, kw_only=True)
class _Batch:
    """What has been read and not yet been put."""

    store: Writes
    run: int
    waiting: list[Entry | Outcome] = field(default_factory=list)
    since: float = 0

    def add(self, results: Iterable[Entry | Outcome]) -> Iterator[Outcome]:
        """Take results, and give outcomes where it is time to put them."""
        for one in results:
            if not self.waiting:
                self.since = time.monotonic()
            self.waiting.append(one)
            if len(self.waiting) >= _BATCH:
                yield from self.put()
        if self.waiting and time.monotonic() - self.since >= _PATIENCE:
            yield from self.put()

    def put(self) -> Iterator[Outcome]:
        """Put all that waits, and give its outcomes in order."""
        waiting, self.waiting = self.waiting, []
        put = iter(put_entries(self.store, [one for one in waiting if isinstance(one, Entry)], self.run))
        for one in waiting:
            yield one if isinstance(one, Outcome) else next(put)


def put_entries(store: Writes, entries: list[Entry], run: int) -> tuple[Outcome, ...]:
    """Put a batch; an entry that the store refuses by itself becomes a failure, and the others go on."""
    if not entries:
        return ()
    try:
        return store.put(entries, run=run)
    except StoreError as error:
        if not error.lasting:
            raise
        if len(entries) > 1:
            return tuple(outcome for entry in entries for outcome in put_entries(store, [entry], run))
        return store.put([_refused(entries[0], str(error))], run=run)


def _refused(entry: Entry, reason: str) -> Entry:
    """Make an entry that can be put of one that cannot: a failure, in letters that every database takes."""
    kept, failure = entry.kept, entry.outcome
    if not isinstance(failure, Failure):
        url, sha256 = (kept.url, kept.sha256) if kept else (None, None)
        failure = Failure(url=url, sha256=sha256, room="store", reason=reason)
    kept = replace(kept, url=_plain(kept.url), address=_plain(kept.address)) if kept else None
    return Entry(kept=kept, outcome=replace(failure, url=_plain(failure.url), reason=_plain(failure.reason) or ""))


def _plain(text: str | None) -> str | None:
    return None if text is None else text.encode("utf-8", "backslashreplace").decode()
