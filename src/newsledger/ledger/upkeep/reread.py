"""Reads the kept bytes of a ledger again, after an upgrade; what was found before stays beside it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from newsledger import codec
from newsledger.errors import NewsledgerError
from newsledger.intake import Found
from newsledger.ledger.add import AddCrew
from newsledger.ledger.loaded import ReaderOptions
from newsledger.ledger.work import Task
from newsledger.model import Failure
from newsledger.pipeline import Reader
from newsledger.store import Entry, Outcome, Outdated, Reading, Writes, restore

_BATCH, _PATIENCE = 16, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """What became of one article.

    Attributes:
        what: ``read``: its new findings are safe. ``without``: no bytes of it are kept, so it stays as
            it is. ``failed``: this reader cannot read it, so it stays as it is. ``left``: it has gone, or
            has a newer version.
        article: Its id as it was.
    """

    what: Literal["read", "without", "failed", "left"]
    article: str
    url: str | None
    reason: str | None = None


def maker_of(options: ReaderOptions) -> str:
    """Give the sha256 of what a reader writes into its records as their maker.

    Raises:
        NewsledgerError: The model or a word list cannot be loaded.
    """
    made_by = Reader.load("en", model=options.model, lexicons=options.lexicons, actors=options.actors).made_by
    return hashlib.sha256(codec.dump(msgspec.to_builtins(made_by), sort_keys=True).encode()).hexdigest()


def reread(store: Writes, crew: AddCrew, *, maker: str, run: int) -> Iterator[Reread]:
    """Read again each current version that another reader read; each is given when it is safe on disk.

    It may be stopped at any time, and goes on where it stopped.

    Args:
        store: The ledger.
        crew: Who reads.
        maker: Of the crew's records, as ``maker_of`` gives it.
        run: The number of the run.

    Raises:
        StoreError: The ledger refused. All that was given before holds.
        NewsledgerError: The readers cannot be loaded.
    """
    batch = _Batch(store=store, run=run)
    for one in _outdated(store, maker):
        found = _found(one)
        if isinstance(found, Reread):
            yield found
            continue
        batch.articles.append((one.article, found.capture.url))
        crew.give(Task(found=found, with_bytes=False), len(found.capture.data))
        while crew.is_full:
            yield from batch.add(crew.take(_PATIENCE))
    while not crew.is_idle:
        yield from batch.add(crew.take(_PATIENCE))
    yield from batch.put()


def _outdated(store: Writes, maker: str) -> Iterator[Outdated]:
    after = 0
    while found := store.outdated(maker, after=after, limit=_BATCH):
        yield from found
        after = found[-1].number


def _found(one: Outdated) -> Found | Reread:
    """Make the page again that an article was read from."""
    kept = one.kept
    if kept is None or kept.packed is None:
        return Reread(what="without", article=one.article, url=kept.url if kept else None)
    try:
        return Found(capture=restore(kept), address=kept.address, place=kept.url)
    except NewsledgerError as error:
        return Reread(what="failed", article=one.article, url=kept.url, reason=str(error))


@dataclass(slots=True, kw_only=True)
class _Batch:
    """What has been read and not yet been put.

    Attributes:
        articles: Those that are being read, in order.
    """

    store: Writes
    run: int
    articles: list[tuple[str, str | None]] = field(default_factory=list)
    waiting: list[tuple[str, str | None, Reading]] = field(default_factory=list)

    def add(self, results: list[Entry | Outcome]) -> Iterator[Reread]:
        """Take results, which come in the order of the articles."""
        for entry in results:
            article, url = self.articles.pop(0)
            outcome = entry.outcome if isinstance(entry, Entry) else None
            if isinstance(outcome, Failure):
                yield Reread(what="failed", article=article, url=url, reason=outcome.reason)
            elif outcome is not None:
                self.waiting.append((article, url, outcome))
        if len(self.waiting) >= _BATCH:
            yield from self.put()

    def put(self) -> Iterator[Reread]:
        """Put all that waits, in one transaction."""
        waiting, self.waiting = self.waiting, []
        put = self.store.put_rereadings([(article, reading) for article, _, reading in waiting], run=self.run)
        for (article, url, _), what in zip(waiting, put, strict=True):
            yield Reread(what=what, article=article, url=url)
