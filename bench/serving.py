"""Measure the pages of a ledger: how long each takes, and how it goes with many readers while articles are added.

``make bench-serve`` grows a ledger of 20,000 articles (``made_ledger.py``), each with an address, a day and an outlet
of its own, with their stories, happenings and persons; serves it in a process of its own; and asks for its pages over
loopback. ``--ledger FILE``
keeps the ledger and uses it again, with what the last run added. Each page is timed at an address that nobody asked
for before, so that no answer is one that was kept; what many readers meet is told twice, with a second between two
pages of each, as somebody who looks at them has, and without; and once more while the command ``add`` reads pages.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import quote_plus

from made_ledger import entry, grow
from made_news import news, read
from newsledger import Reader
from newsledger.model import Record
from newsledger.store import (
    ActorQuestion,
    ArticleQuestion,
    OutlookQuestion,
    StoryQuestion,
    open_ledger,
)
from synthetic import page

#: How often each page is asked for, and pages that are read for the articles that are added meanwhile.
TIMES, READ = 15, 100
TODAY = "2025-10-01"
#: Seconds between two articles that are added, and between two pages of a reader who looks at them.
ADDED, LOOKED = 0.5, 1.0
#: Pauses, and who adds.
LOADS = ((LOOKED, "put"), (0.0, "put"), (LOOKED, "add"))
#: Pages that the command is given: more than it reads in the time.
GIVEN = 4_000
#: What readers search for.
WORDS = ("minister", "treaty", "president", "sanctions", "parliament", "election", "ambassador", "court", "talks")


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What many readers met while articles were added.

    Attributes:
        pause: Seconds between two pages of one reader.
        adding: ``put``: articles that were read before, each half second; ``add``: the command, which reads pages with
            one process and groups them.
        errors: Answers that were no 200.
        processor_ms: Of the server, for each answer; None where the system does not tell.
    """

    readers: int
    pause: float
    adding: str
    seconds: int
    answers: int
    errors: int
    median_ms: float
    p95_ms: float
    slowest_ms: float
    processor_ms: float | None
    added: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """What a page takes: milliseconds by the clock, at the median, and of the server's processor; kilobytes."""

    ms: float
    processor_ms: float | None
    kb: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A ledger that is served."""

    port: int
    process: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What was measured."""

    articles: int
    stories: int
    pages: dict[str, Timed]
    loads: tuple[Load, ...]


def main() -> None:
    """Grow a ledger, ask for its pages, print the result as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--seconds", type=int, default=120, help="of each load; 0: only the pages, one by one")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--ledger", type=Path, help="used again where it is there, else made there and kept")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.ledger or Path(folder) / "ledger.db"
        if not path.exists():
            grow(path, options.articles)
        with served(path) as server:
            result = measured(path, server, options.readers, options.seconds)
    print(json.dumps(asdict(result), indent=2))


def measured(path: Path, server: Server, readers: int, seconds: int) -> Result:
    """Ask for each kind of page, and then let many read."""
    with open_ledger(path) as store:
        articles = store.connection.execute("SELECT count(*) FROM articles").fetchone()[0]
        stories = store.connection.execute("SELECT count(*) FROM stories").fetchone()[0]
    tours = tours_of(path, readers)
    pages = {name: asked(server, address) for name, address in tours[0].items()}
    loads = [loaded(server, tours, path, load, seconds) for load in LOADS if seconds]
    return Result(articles=articles, stories=stories, pages=pages, loads=tuple(loads))


@contextmanager
def served(path: Path) -> Iterator[Server]:
    """Serve a ledger in a process of its own."""
    command = [
        str(Path(sys.executable).parent / "newsledger"),
        "serve",
        "--port",
        "0",
        "--today",
        TODAY,
        "--ledger",
        str(path),
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            line = process.stderr.readline() if process.stderr else ""
            port = int(line.split(":")[2].partition("/")[0])
            while not _answers(port):
                time.sleep(0.1)
            yield Server(port=port, process=process.pid)
        finally:
            process.terminate()


def _answers(port: int) -> bool:
    try:
        return fetched(port, "/help")[0] == 200
    except OSError:
        return False


def tours_of(path: Path, readers: int) -> list[dict[str, str]]:
    """Choose for each reader an address of each kind of page: an article, a person and words of his own."""
    with open_ledger(path) as store:
        articles = store.ask_articles(ArticleQuestion(until=TODAY), limit=readers).rows
        stories = store.ask_stories(StoryQuestion(), limit=readers).rows
        dues = store.ask_outlook(OutlookQuestion(today=TODAY, state="any"), limit=readers).rows
        actors = store.ask_actors(ActorQuestion(), limit=readers).rows
    return [
        {
            "today": "/",
            "day": f"/?day=2025-09-{1 + number % 30:02}",
            "stories": "/stories",
            "story": f"/story/{stories[number % len(stories)].id}",
            "search": f"/search?q={WORDS[number % len(WORDS)]}",
            "reader": f"/article/{articles[number % len(articles)].article.id}",
            "finding": f"/finding/{dues[number % len(dues)].id}",
            "due": "/due",
            "month": "/due?view=month",
            "events": "/events",
            "events of one": f"/events?actor={quote_plus(actors[number % len(actors)].name)}",
            "statements": "/statements",
            "actors": "/actors",
            "actor": f"/actor?key={quote_plus(actors[number % len(actors)].key)}",
            "matrix": "/matrix",
            "map": "/map",
            "sources": "/sources",
        }
        for number in range(readers)
    ]


def asked(server: Server, address: str) -> Timed:
    """Ask for a page several times, each time as if nobody had."""
    times, size = [], 0
    before = processor(server)
    for number in range(TIMES):
        began = time.perf_counter()
        status, size = fetched(server.port, f"{address}{'&' if '?' in address else '?'}asked={number}")
        times.append(1000 * (time.perf_counter() - began))
        if status != 200:
            raise SystemExit(f"{address}: found {status}, expected 200")
    return Timed(ms=round(median(times), 1), processor_ms=_each(server, before, TIMES), kb=round(size / 1000, 1))


def processor(server: Server) -> float | None:
    """Give the seconds of the processor that the server took so far."""
    told = Path(f"/proc/{server.process}/stat")
    if not told.exists():
        return None
    user, system = told.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _each(server: Server, before: float | None, answers: int) -> float | None:
    after = processor(server)
    return None if before is None or after is None else round(1000 * (after - before) / answers, 1)


def fetched(port: int, address: str) -> tuple[int, int]:
    """Fetch a page: status and bytes."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        return answer.status, len(answer.read())
    finally:
        connection.close()


def loaded(server: Server, tours: list[dict[str, str]], path: Path, load: tuple[float, str], seconds: int) -> Load:
    """Let many read while one adds."""
    pause, adding = load
    times: list[float] = []
    errors: list[str] = []
    add = _adder(adding)
    before, until = processor(server), time.monotonic() + seconds
    orders = [turned(list(tour.values()), number) for number, tour in enumerate(tours)]
    threads = [
        threading.Thread(target=_read_on, args=(server.port, order, pause, until, times, errors)) for order in orders
    ]
    for thread in threads:
        thread.start()
    added = add(path, until)
    for thread in threads:
        thread.join()
    for error in errors[:5]:
        print(error, file=sys.stderr)
    return Load(
        readers=len(tours),
        pause=pause,
        adding=adding,
        seconds=seconds,
        answers=len(times),
        errors=len(errors),
        median_ms=round(median(times), 1),
        p95_ms=round(quantiles(times, n=20)[-1], 1),
        slowest_ms=round(max(times), 1),
        processor_ms=_each(server, before, len(times)),
        added=added,
    )


def turned(addresses: list[str], number: int) -> list[str]:
    """Begin at another page than the others."""
    at = number % len(addresses)
    return addresses[at:] + addresses[:at]


def _read_on(
    port: int, addresses: list[str], pause: float, until: float, times: list[float], errors: list[str]
) -> None:
    for address in cycle(addresses):
        if time.monotonic() > until:
            return
        began = time.perf_counter()
        try:
            status, _ = fetched(port, address)
        except OSError as error:
            errors.append(str(error))
            continue
        times.append(1000 * (time.perf_counter() - began))
        if status != 200:
            errors.append(f"{address}: {status}")
        time.sleep(pause)


def _adder(adding: str) -> Callable[[Path, float], int]:
    if adding == "add":
        first = int(time.time())  # of other numbers than those of the run before
        return partial(_command, [page(number).html for number in range(first, first + GIVEN)])
    reader = Reader.load("en")
    return partial(_adding, [read(reader, number) for number in range(READ)])


def _command(pages: list[str], path: Path, until: float) -> int:
    """Have the command add pages, and stop it when the time is over; give how many it put."""
    with tempfile.TemporaryDirectory() as folder:
        for number, html in enumerate(pages):
            (Path(folder) / f"{number:05}.html").write_text(html, "utf-8")
        program = str(Path(sys.executable).parent / "newsledger")
        command = [program, "add", folder, "--ledger", str(path), "--jobs", "1", "--format", "jsonl"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
            stopper = threading.Timer(max(0.0, until - time.monotonic()), process.terminate)
            stopper.start()
            added = sum(1 for _ in process.stdout or ())
            stopper.cancel()
    return added


def _adding(records: list[Record], path: Path, until: float) -> int:
    """Add articles, one at a time, as a ledger that is read all day does."""
    added = 0
    with open_ledger(path) as store:
        # Of numbers that no article there has, however often it was measured.
        coming = news(records, sys.maxsize, first=1_000_000 + store.last_number())
        run = store.begin("add", at="2026-01-02T00:00:00+00:00")
        while time.monotonic() < until:
            store.put([entry(next(coming))], run=run)
            added += 1
            time.sleep(ADDED)
        store.end(run, at="2026-01-02T01:00:00+00:00")
    return added


if __name__ == "__main__":
    main()
