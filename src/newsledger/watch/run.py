"""Watches: asks what is due, one question at a time a host, and has what comes read; its state is in the ledger."""

import logging
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from newsledger.errors import NewsledgerError
from newsledger.intake import MAX_BYTES
from newsledger.ledger.add import AddCrew
from newsledger.page import Rules
from newsledger.store import Change, HeldRobots, Store, Watched
from newsledger.store.packing import LONGEST
from newsledger.watch.asking import Answer, Fetch, Question
from newsledger.watch.clock import Clock
from newsledger.watch.decide import (
    Context,
    after_page,
    after_robots,
    after_source,
    bar_page,
    bar_source,
    robots_url,
)
from newsledger.watch.feeds.parse import MAX_BYTES as MAX_FEED_BYTES
from newsledger.watch.manners import robots_rules
from newsledger.watch.reading import read_arrivals
from newsledger.watch.safety import UnsafeError
from newsledger.watch.telling import told_of
from newsledger.watch.told import Told

log = logging.getLogger(__name__)
_ROBOTS_BYTES = 512_000
#: The most bytes of a page, whatever is set: a ledger takes no more, packed in the worst way.
_MOST_BYTES = LONGEST // 2
#: Longer than any answer takes: if we are killed while a host is asked, it is left alone for so long.
_CLAIM = timedelta(seconds=90)
#: With `once`, what is due within this time is still waited for: the pause between two questions to a host.
_ONCE = timedelta(minutes=2)
#: A clock that goes back by more was not just corrected a little.
_ASTRAY = timedelta(hours=1)
#: Pages after which the processes that read are replaced: a language pipeline keeps each word that it ever saw.
_RENEWED = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to watch.

    Attributes:
        delay: Seconds between two questions to a host.
        hosts: How many hosts are asked at once.
        allow_private: Addresses of this machine and network may be asked.
        with_bytes: Keep the bytes of pages.
        limit: The most bytes of a page.
    """

    delay: float = 2.0
    hosts: int = 8
    allow_private: bool = False
    with_bytes: bool = True
    limit: int = MAX_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """A question under way; ``robots``: it is for the robots.txt that has a say in what is watched."""

    watched: Watched
    robots: HeldRobots | None
    url: str
    host: str
    delay: float


@dataclass(slots=True, kw_only=True)
class Watch:
    """Asks and reads, until it is stopped or, with ``once``, until nothing is due."""

    store: Store
    fetch: Fetch
    crew: AddCrew
    clock: Clock
    rules: Rules
    settings: Settings = field(default_factory=Settings)
    stop: threading.Event = field(default_factory=threading.Event)
    _flying: dict["Future[Answer]", _Job] = field(default_factory=dict)
    _pages: int = 0
    _seen: datetime | None = None

    def run(self, *, run: int, once: bool = False) -> Iterator[Told]:
        """Go on, and tell of each thing once it is safe.

        Args:
            run: The number of the run.
            once: End when nothing is due.

        Raises:
            StoreError: The ledger refused; what was told of holds.
        """
        with ThreadPoolExecutor(self.settings.hosts, thread_name_prefix="asking") as pool:
            while True:
                self._mind_clock()
                yield from self._read(run)
                yield from self._start(pool)
                soonest = self.store.watching.soonest(self.clock.now(), busy=self._busy())
                if not self._flying and self._is_over(soonest, once=once):
                    return
                if self._flying or not self._waits_for_readers():
                    self.clock.wait(self._flying, soonest if len(self._flying) < self.settings.hosts else None)
                for future in [one for one in self._flying if one.done()]:
                    yield from self._settle(future)

    def _mind_clock(self) -> None:
        """See to it that a clock that was years ahead and goes right again keeps nothing from being asked."""
        now = self.clock.now()
        if self._seen is None or now < self._seen - _ASTRAY:
            self.store.watching.hasten(now)
        self._seen = now

    def _is_over(self, soonest: datetime | None, *, once: bool) -> bool:
        if self.stop.is_set():
            return True
        return once and (soonest is None or soonest > self.clock.now() + _ONCE) and not self._waits_for_readers()

    def _waits_for_readers(self) -> bool:
        return bool(self.store.watching.arrivals(limit=1))

    def _busy(self) -> frozenset[str]:
        return frozenset(host for job in self._flying.values() for host in (job.host, job.watched.host))

    def _read(self, run: int) -> Iterator[Told]:
        """Read what came; readers learn new words for ever, so that they are replaced after so many pages."""
        with_bytes = self.settings.with_bytes
        for told in read_arrivals(self.store, self.crew, run=run, now=self.clock.now(), with_bytes=with_bytes):
            self._pages += 1
            yield told
        if self._pages >= _RENEWED:
            self.crew.close()
            self._pages = 0

    def _start(self, pool: ThreadPoolExecutor) -> Iterator[Told]:
        """Ask what is due, as many hosts as may be asked at once; each host is claimed before it is asked."""
        free = self.settings.hosts - len(self._flying)
        if free <= 0 or self.stop.is_set():
            return
        now = self.clock.now()
        ready = self.store.watching.ready(now, busy=self._busy(), limit=free)
        jobs: list[_Job] = []
        for watched in ready:
            job = self._job(watched, now, {one.host for one in jobs} | self._busy())
            if isinstance(job, _Job):
                jobs.append(job)
            else:
                self.store.watching.keep(job)
                yield from told_of(watched, job, now)
        claims = {job.host: now + _CLAIM + timedelta(seconds=job.delay) for job in jobs}
        claimed = self.store.watching.claim(claims, now) if jobs else frozenset()
        for job in jobs:
            if job.host in claimed:
                self._flying[pool.submit(self.fetch, self._question(job))] = job

    def _job(self, watched: Watched, now: datetime, busy: set[str]) -> _Job | Change:
        """Say what to ask for something that is due: itself, or first the robots.txt of its origin; or why not."""
        context = self._context(now)
        try:
            place = context.place(watched.url)
        except UnsafeError as error:
            refused = Answer(status=None, reason=str(error), is_refused=True)
            return (after_page if watched.kind == "page" else after_source)(watched, refused, context)
        robots = self.store.watching.robots(place.origin)
        if robots is None or robots.until is None or robots.until <= now:
            return self._robots_job(
                watched, robots or HeldRobots(origin=place.origin, url=robots_url(place.origin)), busy
            )
        rules = robots_rules(robots.standing or "open", robots.text)
        if robots.standing == "closed":
            wait = robots.until - now
            reason = "its robots.txt cannot be had, so that nothing is asked"
            return (
                _postponed(watched, robots.until, reason)
                if watched.kind == "page"
                else bar_source(watched, reason, wait, context)
            )
        if not rules.allows(place.url):
            reason = "its robots.txt does not allow it"
            return (
                bar_page(watched, reason, context)
                if watched.kind == "page"
                else bar_source(watched, reason, timedelta(days=1), context)
            )
        return _Job(
            watched=watched, robots=None, url=place.url, host=place.host, delay=max(self.settings.delay, rules.delay)
        )

    def _robots_job(self, watched: Watched, robots: HeldRobots, busy: set[str]) -> _Job | Change:
        """Ask for a robots.txt; where a redirect put it on another host, that host's turn is waited for."""
        now = self.clock.now()
        try:
            host = self._context(now).place(robots.url).host
        except UnsafeError:
            return after_robots(robots, Answer(status=404), self._context(now))
        free_at = self.store.watching.free_at(host) if host != watched.host else None
        if host != watched.host and (host in busy or (free_at is not None and free_at > now)):
            return Change(free={watched.host: max(free_at or now, now + timedelta(seconds=1))})
        return _Job(watched=watched, robots=robots, url=robots.url, host=host, delay=self.settings.delay)

    def _question(self, job: _Job) -> Question:
        if job.robots is not None:
            return Question(url=job.url, limit=_ROBOTS_BYTES, is_cut=True)
        watched = job.watched
        limit = MAX_FEED_BYTES if watched.kind == "source" else min(self.settings.limit, _MOST_BYTES)
        return Question(url=job.url, etag=watched.etag, modified=watched.modified, limit=limit)

    def _settle(self, future: "Future[Answer]") -> Iterator[Told]:
        """Keep what comes of an answer, in one transaction, and leave its host alone for a while."""
        job = self._flying.pop(future)
        answer = _answer_of(future, job)
        now = self.clock.now()
        context = self._context(now)
        if job.robots is not None:
            change = after_robots(job.robots, answer, context)
            delay = max([job.delay, *(robots_rules(one.standing or "open", one.text).delay for one in change.robots)])
        else:
            change, delay = _decided(job, answer, context), job.delay
        if self._is_dropped(job.watched):
            change = Change(free=change.free, robots=change.robots)
        free_at = max(now + timedelta(seconds=delay), change.free.get(job.host, now))
        self.store.watching.keep(replace(change, free={**change.free, job.host: free_at}))
        if job.robots is None:
            yield from told_of(job.watched, change, now)

    def _is_dropped(self, watched: Watched) -> bool:
        """Say whether somebody paused or removed a source, or forgot a page, while it was asked for."""
        current = self.store.watching.watched(watched.kind, watched.address)
        return current is None or current.state == "paused"

    def _context(self, now: datetime) -> Context:
        return Context(
            now=now,
            months=self.rules.months,
            addresses=self.rules.addresses,
            allow_private=self.settings.allow_private,
            known=self.store.watching.known,
            waiting=self.store.watching.waiting,
            watched=self.store.watching.watched,
        )


def _postponed(page: Watched, until: datetime, reason: str) -> Change:
    return Change(changed=(replace(page, due=until, reason=reason),))


def _decided(job: _Job, answer: Answer, context: Context) -> Change:
    """Say what comes of an answer; one that no rule foresaw must not end a watch of months, and each after it."""
    decide = after_page if job.watched.kind == "page" else after_source
    try:
        return decide(job.watched, answer, context)
    except NewsledgerError:
        raise  # of the ledger, not of the answer
    except Exception as error:
        log.exception("what came of %s cannot be taken", job.url)
        return decide(job.watched, Answer(status=None, reason=_fault(error)), context)


def _fault(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}; this is a fault of newsledger, please report it"


def _answer_of(future: "Future[Answer]", job: _Job) -> Answer:
    error = future.exception()
    if error is None:
        return future.result()
    log.error("asking for %s failed", job.url, exc_info=error)
    return Answer(status=None, reason=_fault(error))
