"""Watch forty papers that misbehave in forty ways, for a simulated month; kill a watch over and over; time feeds.

python bench/watching.py [--only month kills parsing] [--days 30] [--pages 50] [--kills 50] [--feedparser FOLDER]

month: what was lost, what is there twice, whether a host was asked faster than allowed, what was asked.
kills: a day is watched by processes that kill themselves at random points; the end equals an undisturbed run.
parsing: how fast feeds are read, beside feedparser in the same run.
"""

import argparse
import os
import random
import signal
import sqlite3
import ssl
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import FIRST_COMPLETED, Future
from concurrent.futures import wait as wait_for
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

from newsledger import Reader
from newsledger.ledger.add import AddCrew
from newsledger.ledger.upkeep.check import Sum, check_ledger
from newsledger.pipeline import load_page_rules
from newsledger.store import open_ledger
from newsledger.watch import reading
from newsledger.watch.asking import Answer, Fetch, Question
from newsledger.watch.decide.pages import LOOKS
from newsledger.watch.feeds import parse_feed
from newsledger.watch.fetch import Fetcher, Limits
from newsledger.watch.run import Settings, Watch
from newsledger.watch.sources import add_sources, new_source
from watched_site import DAY, PAPERS, START, TOWNS, WAYS, Papers, SharedTime, serve

sys.path.append(str(Path(__file__).parent.parent / "tests"))

from watch.server import at_loopback
from watch.watching import OwnCrew

DELAY, CRAWL_DELAY, OF_CRAWL_DELAY = 2.0, 30.0, "paper18.example"
LIMITS = Limits(connect=2, silence=0.5, whole=0.6)
MEGABYTE = 1 << 20


@dataclass(slots=True)
class SharedClock:
    """Stands still while anything is under way, and leaps to when something is due; others see its time."""

    shared: SharedTime

    def now(self) -> datetime:
        """Give the time."""
        return START + timedelta(seconds=self.shared.seconds)

    def wait(self, futures: Collection["Future[Any]"], until: datetime | None) -> None:
        """Wait for an answer, or leap."""
        if futures:
            wait_for(futures, None, FIRST_COMPLETED)
        else:
            after = (until - START).total_seconds() if until else self.shared.seconds + 30
            self.shared.seconds = max(self.shared.seconds, after)


def main() -> int:
    """Do what was asked for, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--only", nargs="+", choices=["month", "kills", "parsing"], default=["parsing", "kills", "month"]
    )
    parser.add_argument("--days", type=float, default=30)
    parser.add_argument("--pages", type=int, default=50, help="of each paper")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--feedparser", type=Path, default=None, help="a folder of packages that has it")
    given = parser.parse_args()
    wrong = 0
    reader = Reader.load("en") if given.only != ["parsing"] else None
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:  # noqa: S108
        for what in given.only:
            place = Path(folder) / what
            place.mkdir()
            if what == "parsing":
                parsing(given.feedparser)
            elif what == "month" and reader:
                wrong += month(place, reader, days=given.days, pages=given.pages)
            elif reader:
                wrong += kills(place, reader, count=given.kills, chance=random.Random(given.seed))  # noqa: S311
    return 1 if wrong else 0


def month(place: Path, reader: Reader, *, days: float, pages: int) -> int:
    """Watch all papers for some days; give how many things are wrong at the end."""
    child, papers = serve(place, pages=pages, days=days)
    try:
        began, cpu = time.monotonic(), time.process_time()
        look(place / "ledger.db", papers, reader, days=days)
        seconds, cpu = time.monotonic() - began, time.process_time() - cpu
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    told = f"{PAPERS} papers in {len(WAYS)} ways, {PAPERS * pages:,} pages, {days:g} days"
    print(f"month: {told}, in {seconds:,.0f} s ({cpu:,.0f} s of processor)")
    asked = asked_of(place / "asked.tsv")
    with open_ledger(place / "ledger.db") as store:
        checked = Sum()
        amiss = [str(one) for one in check_ledger(store, checked)]
    print(f"      verify: {checked.receipts:,} receipts, {len(amiss)} things amiss")
    wrong = [*amiss, *lost_or_twice(place / "ledger.db", papers), *too_fast(asked), *too_often(asked)]
    _tell_asked(asked, place / "ledger.db")
    for problem in wrong[:30]:
        print(f"      {problem}")
    print(f"      {len(wrong)} things wrong")
    return len(wrong)


def look(path: Path, papers: Papers, reader: Reader, *, days: float, mind: Callable[[], None] = lambda: None) -> None:
    """Watch until some days are over; without grouping, which would take papers of the same words for one story.

    Args:
        path: The ledger.
        papers: Who is watched.
        reader: Reads what comes, in this process.
        days: Until when, from the start.
        mind: Is called before each question and each change, and may end this process.
    """
    setattr(reading, "group_all", lambda _: ())  # noqa: B010 - a name of another module
    clock = SharedClock(papers.time)
    end = START + timedelta(days=days)
    with closing(_fetcher()) as fetcher, open_ledger(path, new=True) as store:
        add_sources(store.watching, [new_source(url, START, allow_private=True) for url in papers.sources()])
        run = store.begin("bench", at=clock.now().isoformat())
        watch = Watch(
            store=store,
            fetch=_minded(fetcher, mind),
            crew=cast(AddCrew, OwnCrew(reader)),
            clock=clock,
            rules=load_page_rules()[0],
            settings=Settings(delay=DELAY, allow_private=True),
        )
        while True:
            for _ in watch.run(run=run, once=True):
                mind()
            soonest = store.watching.soonest(clock.now(), busy=())
            if soonest is None or soonest > end:
                return
            papers.time.seconds = (soonest - START).total_seconds()


def _fetcher() -> Fetcher:
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    agent = "newsledger/bench (+mailto:bench@reader.example)"
    return Fetcher(user_agent=agent, resolve=at_loopback, allow_private=True, limits=LIMITS, trust=trust)


def _minded(fetcher: Fetcher, mind: Callable[[], None]) -> Fetch:
    def fetch(question: Question) -> Answer:
        mind()
        answer = fetcher(question)
        mind()
        return answer

    return fetch


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """One question, as the papers wrote it down."""

    at: float
    host: str
    path: str
    status: str
    known: bool


def asked_of(path: Path) -> list[Once]:
    """Read what the papers were asked."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    return [
        Once(at=float(at), host=host, path=name, status=status, known=tag != "-")
        for at, host, name, status, tag in rows
    ]


def lost_or_twice(path: Path, papers: Papers) -> list[str]:
    """Say what should be in the ledger and is not, what is there twice, and what does not belong there."""
    expected = papers.expected()
    with closing(sqlite3.connect(path)) as ledger:
        query = "SELECT headline, count(*) FROM articles WHERE current = 1 GROUP BY headline"
        found = dict(ledger.execute(query).fetchall())
        (failures,) = ledger.execute("SELECT count(*) FROM failures").fetchone()
        (mirrors,) = ledger.execute("SELECT count(*) FROM sightings").fetchone()
        (changes,) = ledger.execute("SELECT count(*) FROM readings WHERE current = 0").fetchone()
    print(
        f"      {len(found):,} articles of {len(expected):,} expected, {mirrors:,} addresses, {failures} failures, "
        f"{changes} older readings"
    )
    lost = [f"lost: {title!r} of {WAYS[paper]}" for title, paper in expected.items() if title not in found]
    twice = [f"twice: {title!r}, {number} times" for title, number in found.items() if number > 1]
    # What came just before the tenth paper ended may be there or not.
    late = [f"not expected: {one!r}" for one in found if one not in expected and not one.startswith(TOWNS[10])]
    return [*lost, *twice, *late]


def too_fast(asked: list[Once]) -> list[str]:
    """Say where a host was asked again before its time."""
    by_host: dict[str, list[float]] = defaultdict(list)
    for one in asked:
        by_host[one.host].append(one.at)
    found, least = [], {}
    for host, times in by_host.items():
        gap = min((later - sooner for sooner, later in pairwise(times)), default=DAY)
        # The first page after robots.txt comes when its delay is known, which both have.
        wanted = CRAWL_DELAY if host == OF_CRAWL_DELAY else DELAY
        least[host] = gap
        if gap < wanted - 0.002:
            found.append(f"{host} was asked after {gap:.2f} s, expected {wanted:g}")
    slow = least.get(OF_CRAWL_DELAY, 0)
    fast = min(least.values())
    print(f"      shortest time between two questions to a host: {fast:.2f} s; {slow:.2f} s where 30 is asked for")
    return found


def too_often(asked: list[Once]) -> list[str]:
    """Say which pages were given whole more often than they may be looked at."""
    whole = Counter((one.host, one.path) for one in asked if one.path.startswith("/2026/") and one.status == "200")
    most = 1 + len(LOOKS)
    # What drips or bursts was never whole.
    for host in ("paper11.example", "paper12.example"):
        for number in range(0, 10_000, 10):
            whole.pop((host, f"/2026/{number}-lock"), None)
    return [f"{host}{path} was given whole {number} times" for (host, path), number in whole.items() if number > most]


def _tell_asked(asked: list[Once], path: Path) -> None:
    robots = sum(one.path == "/robots.txt" for one in asked)
    pages = [one for one in asked if one.path.startswith("/2026/")]
    feeds = len(asked) - robots - len(pages)
    same = sum(one.status == "304" for one in asked)
    known = sum(one.known for one in asked)
    print(
        f"      {len(asked):,} questions: {feeds:,} for feeds, {len(pages):,} for pages, {robots:,} for robots.txt; "
        f"{known:,} with validators, {same:,} answered 304"
    )
    with closing(sqlite3.connect(path)) as ledger:
        states = ledger.execute(
            "SELECT kind, state, count(*) FROM watched GROUP BY kind, state ORDER BY 1, 2"
        ).fetchall()
    print("      " + ", ".join(f"{number:,} {kind} {state}" for kind, state, number in states))
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    print(f"      memory at most {peak / 1024:,.0f} MB, the model and all of a reader among them")


def kills(place: Path, reader: Reader, *, count: int, chance: random.Random) -> int:
    """Kill a watch of a day at random points, and hold the end against an undisturbed one."""
    calm, points = _day(place / "calm", reader, [])
    spread = sorted(chance.sample(range(points), count))
    strikes = [later - sooner for sooner, later in pairwise([0, *spread])]
    killed, _ = _day(place / "killed", reader, strikes)
    wrong = [f"only undisturbed: {one}" for one in sorted(calm - killed, key=str)]
    wrong += [f"only killed: {one}" for one in sorted(killed - calm, key=str)]
    asked = [asked_of(place / name / "asked.tsv") for name in ("calm", "killed")]
    wrong += too_fast(asked[1])
    print(
        f"kills: {len(strikes)} at random among {points:,} points of a day: {len(calm):,} facts of the ledger "
        f"compared, {len(wrong)} differ; {len(asked[0]):,} questions undisturbed, {len(asked[1]):,} with the kills"
    )
    for problem in wrong[:20]:
        print(f"      {problem}")
    return len(wrong)


def _day(place: Path, reader: Reader, strikes: list[int]) -> tuple[set[tuple[Any, ...]], int]:
    """Watch a day in processes that end themselves after so many points; give the ledger's facts, and all points."""
    place.mkdir()
    server, papers = serve(place, pages=4, days=1.5)
    points = place / "points"
    points.write_text("0")
    waiting = [*strikes]
    try:
        while True:
            child = os.fork()
            if child == 0:
                _live(place, papers, reader, waiting[0] if waiting else None)
            _, status = os.waitpid(child, 0)
            if os.WIFEXITED(status):
                if os.WEXITSTATUS(status):
                    raise SystemExit(f"a watch ended with {os.WEXITSTATUS(status)}")
                break
            waiting.pop(0)
    finally:
        os.kill(server, signal.SIGKILL)
        os.waitpid(server, 0)
    return facts_of(place / "ledger.db", papers), int(points.read_text())


def _live(place: Path, papers: Papers, reader: Reader, strike: int | None) -> None:
    """Watch until the day is over, or end by SIGKILL at a point."""
    passed = 0

    def mind() -> None:
        nonlocal passed
        passed += 1
        if strike is not None and passed >= strike:
            os.kill(os.getpid(), signal.SIGKILL)

    code = 1
    with suppress(BaseException):
        _mind_changes(mind)
        look(place / "ledger.db", papers, reader, days=1.5, mind=mind)
        (place / "points").write_text(str(passed))
        code = 0
    os._exit(code)


def _mind_changes(mind: Callable[[], None]) -> None:
    """Have each change of what is watched, and each reading that is put, be two points: before it and after it."""
    from newsledger.store.tables import TableStore  # noqa: PLC0415
    from newsledger.store.tables.watching import TableWatching  # noqa: PLC0415

    for kind, name in ((TableWatching, "keep"), (TableStore, "put")):
        inner = getattr(kind, name)

        def outer(*given: Any, inner: Callable[..., Any] = inner, **named: Any) -> Any:
            mind()
            result = inner(*given, **named)
            mind()
            return result

        setattr(kind, name, outer)


def facts_of(path: Path, papers: Papers) -> set[tuple[Any, ...]]:
    """Give what a ledger knows, without the times at which it came to know it."""
    port = f":{papers.port}"
    queries = (
        "SELECT 'article', id, version, headline, text_sha256, complete, published, published_basis FROM articles",
        "SELECT 'sighting', a.id, s.address FROM sightings s JOIN articles a USING (article)",
        "SELECT 'watched', kind, address, state, source, format, title, url, host, hops FROM watched",
        "SELECT 'failure', url, room FROM failures",
        "SELECT 'arrival', address FROM arrivals",
    )
    with closing(sqlite3.connect(path)) as ledger:
        rows = [row for query in queries for row in ledger.execute(query)]
    # Each server has a port of its own.
    return {tuple(one.replace(port, "") if isinstance(one, str) else one for one in row) for row in rows}


def parsing(packages: Path | None) -> None:
    """Time feeds of several kinds, beside feedparser where it is there."""
    if packages is not None:
        sys.path.append(str(packages))
    try:
        import feedparser  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415
    except ImportError:
        print("parsing: no feedparser here; name a folder that has it with --feedparser")
        return
    months = load_page_rules()[0].months
    worst, sums = 1e9, [0.0, 0.0]
    for name, data in feeds().items():
        own = _seconds(partial(parse_feed, data, url="https://paper.example/rss", months=months), 60)
        theirs = _seconds(partial(feedparser.parse, data), 6)
        worst, sums = min(worst, theirs / own), [sums[0] + own, sums[1] + theirs]
        told = f"{own * 1000:7.2f} ms, feedparser {theirs * 1000:7.2f} ms: {theirs / own:5.1f} times as fast"
        print(f"parsing: {name:<22} {told}")
    print(f"parsing: {sums[1] / sums[0]:.1f} times as fast in all, {worst:.1f} times at least")


def feeds() -> Mapping[str, bytes]:
    """Make feeds as papers and their systems write them, of 50 items each."""
    content = (
        '<p>The harbour council <a href="https://paper.example/topic/lock">said</a> the work will cost 12 million '
        "euros and <em>begin</em> in May.</p>"
        '<figure><img src="/i/1.jpg" alt="The lock"><figcaption>The lock</figcaption></figure>'
    )
    spaces = (
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"'
    )

    def rss(more: str) -> bytes:
        items = "".join(
            f"<item><title>Council votes on lock {n} &amp; harbour</title>"
            f'<link>https://paper.example/2026/{n}/lock</link><guid isPermaLink="false">tag:{n}</guid>'
            f"<pubDate>Sun, 01 Mar 2026 10:{n:02}:00 +0100</pubDate>{more}</item>"
            for n in range(50)
        )
        return f'<rss version="2.0" {spaces}><channel><title>P</title>{items}</channel></rss>'.encode()

    whole = (
        f"<dc:creator>Anna Holm</dc:creator><category>World</category><description>Short.</description>"
        f"<content:encoded><![CDATA[{content * 6}]]></content:encoded>"
    )
    teaser = (
        "<description><![CDATA[<p>The council voted on <b>Monday</b>.</p>]]></description><category>World</category>"
        '<media:content url="https://paper.example/1.jpg" medium="image"><media:credit>Per Aas</media:credit>'
        "</media:content>"
    )
    text = content.replace("<", "&lt;") * 3
    entries = "".join(
        f'<entry><title>Lock {n}</title><link href="https://paper.example/{n}"/><id>tag:{n}</id>'
        f"<author><name>Anna Holm</name></author><updated>2026-03-01T10:{n:02}:00Z</updated>"
        f'<content type="html">{text}</content></entry>'
        for n in range(50)
    )
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>P</title>{entries}</feed>'.encode()
    return {"RSS with whole texts": rss(whole), "RSS with teasers": rss(teaser), "Atom": atom}


def _seconds(work: Callable[[], object], times: int) -> float:
    began = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - began) / times


if __name__ == "__main__":
    raise SystemExit(main())
