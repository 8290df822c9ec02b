"""A watch of the tests: a clock that stands still until nothing is left to do, and readers in this process."""

import ssl
from collections.abc import Collection, Iterator
from concurrent.futures import FIRST_COMPLETED, Future
from concurrent.futures import wait as wait_for
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, cast

from newsledger import Reader
from newsledger.ledger.add import AddCrew
from newsledger.ledger.grouping.sharing import Job
from newsledger.ledger.work import Task, besides_grouping, work
from newsledger.page import Rules
from newsledger.pipeline import load_page_rules
from newsledger.store import Change, Entry, Outcome, Watched, open_ledger
from newsledger.store.tables import TableStore
from newsledger.watch.fetch import Fetcher, Limits
from newsledger.watch.run import Settings, Watch
from newsledger.watch.told import Told
from watch.server import Site, at_loopback, serving

START = datetime(2026, 3, 2, 12, tzinfo=UTC)
RULES: Rules = load_page_rules()[0]


@dataclass(slots=True)
class StillClock:
    """Stands still while anything is under way, and leaps to when something is due."""

    time: datetime = START

    def now(self) -> datetime:
        return self.time

    def wait(self, futures: Collection["Future[Any]"], until: datetime | None) -> None:
        if futures:
            wait_for(futures, None, FIRST_COMPLETED)
        else:
            self.time = max(self.time, until or self.time + timedelta(seconds=30))


@dataclass(slots=True)
class OwnCrew:
    """Reads, and does the jobs of grouping, in this process, at once."""

    reader: Reader
    results: list[Entry | Outcome] = field(default_factory=list)
    closed: int = 0

    def close(self) -> None:
        self.closed += 1

    @property
    def is_idle(self) -> bool:
        return not self.results

    @property
    def is_full(self) -> bool:
        return False

    def give(self, task: Task | Job, size: int) -> None:
        assert size >= 0
        self.results.append(besides_grouping(partial(work, self.reader))(task))

    def pass_by(self, result: Entry | Outcome) -> None:
        self.results.append(result)

    def take(self, seconds: float) -> list[Entry | Outcome]:
        assert seconds >= 0
        given, self.results = self.results, []
        return given


def source(url: str, host: str, **more: Any) -> Watched:
    return Watched(kind="source", address=url, url=url, host=host, due=START, added_at=START, **more)


@dataclass(slots=True, kw_only=True)
class Desk:
    """A ledger, a server, and a watch of both."""

    store: TableStore
    reader: Reader
    port: int
    clock: StillClock = field(default_factory=StillClock)
    settings: Settings = field(default_factory=lambda: Settings(allow_private=True))

    def url(self, host: str, path: str) -> str:
        return f"http://{host}.example:{self.port}{path}"

    def add(self, host: str, path: str, **more: Any) -> str:
        url = self.url(host, path)
        self.store.watching.keep(Change(new=(source(url, f"{host}.example", **more),)))
        return url

    def watch(self, *, days: float = 0) -> list[Told]:
        """Look once at all that is due, and then as often as something is due within some days."""
        fetcher = Fetcher(
            user_agent="newsledger/1 (+mailto:desk@reader.example)",
            resolve=at_loopback,
            allow_private=True,
            limits=Limits(connect=1, silence=0.4, whole=0.8),
            trust=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
        )
        crew = cast(AddCrew, OwnCrew(self.reader))
        watch = Watch(store=self.store, fetch=fetcher, crew=crew, clock=self.clock, rules=RULES, settings=self.settings)
        until = self.clock.time + timedelta(days=days)
        told: list[Told] = []
        run = self.store.begin("watch", at=self.clock.time.isoformat())
        while True:
            told += watch.run(run=run, once=True)
            soonest = self.store.watching.soonest(self.clock.time, busy=())
            if soonest is None or soonest > until:
                break
            self.clock.time = soonest
        fetcher.close()
        return told

    def source(self, url: str) -> Watched:
        found = self.store.watching.watched("source", url)
        assert found is not None
        return found

    def page(self, url: str) -> Watched:
        found = self.store.watching.watched("page", url)
        assert found is not None
        return found

    def headlines(self) -> list[str]:
        return sorted(str(record.article.headline) for record in self.store.records())


@contextmanager
def desk_of(site: Site, place: Path | str, reader: Reader) -> Iterator[Desk]:
    with serving(site) as server, open_ledger(place, new=True) as store:
        yield Desk(store=store, reader=reader, port=server.port)
