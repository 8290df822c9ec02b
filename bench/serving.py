"""Measure the pages of a ledger: how long each takes, and how it goes with many readers while articles are added.

``make bench-serve`` grows a ledger of 20,000 articles out of a few hundred pages of ``synthetic.py``, each written
again with other ids and days, serves it in a process of its own, and asks for its pages over loopback.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from http.client import HTTPConnection
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from newsledger import Reader, codec
from newsledger.model import Capture, Record, content_id
from newsledger.store import ActorQuestion, Entry, OutlookQuestion, keep, open_ledger, take_apart
from synthetic import page

#: Pages that are read; each is written into the ledger as often as it takes.
READ, TIMES, BATCH = 300, 15, 200
TODAY = "2025-10-01"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FINDINGS = ("actors", "times", "statements", "events", "expectations")


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What many readers met while articles were added.

    Attributes:
        errors: Answers that were no 200.
    """

    readers: int
    seconds: int
    answers: int
    errors: int
    median_ms: float
    p95_ms: float
    slowest_ms: float
    added: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Milliseconds of each page, the median of some, and kilobytes."""

    articles: int
    page_ms: dict[str, float]
    page_kb: dict[str, float]
    load: Load


def main() -> None:
    """Grow a ledger, ask for its pages, print the result as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--ledger", type=Path, help="One that is there already.")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.ledger or Path(folder) / "ledger.db"
        if not path.exists():
            grow(path, options.articles)
        with served(path) as port:
            paths = pages_of(path)
            timed = {name: asked(port, address) for name, address in paths.items()}
            load = loaded(port, list(paths.values()), path, options.readers, options.seconds)
    result = Result(
        articles=options.articles,
        page_ms={name: ms for name, (ms, _) in timed.items()},
        page_kb={name: kb for name, (_, kb) in timed.items()},
        load=load,
    )
    print(json.dumps(asdict(result), indent=2))


def grow(path: Path, articles: int) -> None:
    """Write so many articles."""
    reader = Reader.load("en")
    records = [read(reader, number) for number in range(min(READ, articles))]
    with open_ledger(path, new=True) as store:
        run = store.begin("add", at="2026-01-01T00:00:00+00:00")
        entries: list[Entry] = []
        for number, record in enumerate(islice(cycle(records), articles)):
            entries.append(entry(again(record, number) if number >= len(records) else record, number))
            if len(entries) == BATCH or number == articles - 1:
                store.put(entries, run=run)
                entries = []
                print(f"\r{number + 1:,} articles", end="", file=sys.stderr, flush=True)
        store.end(run, at="2026-01-01T01:00:00+00:00")
    print(file=sys.stderr)


def read(reader: Reader, number: int) -> Record:
    """Read a page."""
    made = page(number)
    return reader.read(made.html, url=made.url, published=made.published)


def again(record: Record, number: int) -> Record:
    """Write a record again, with other ids, on another day."""
    tree = codec.to_builtins(record)
    ids = {one["id"] for kind in _FINDINGS for one in tree[kind]} | {record.article.id}
    return codec.seal(codec.from_builtins(_moved(tree, ids, number)))


def _moved(node: Any, ids: set[str], number: int) -> Any:
    if isinstance(node, dict):
        return {name: _moved(value, ids, number) for name, value in node.items() if name != "words"}
    if isinstance(node, list | tuple):
        return [_moved(value, ids, number) for value in node]
    if isinstance(node, str) and node in ids:
        return content_id(node, str(number))
    if isinstance(node, str) and _DAY.fullmatch(node):
        return (date.fromisoformat(node) + timedelta(days=number % 365)).isoformat()
    return node


def entry(record: Record, number: int) -> Entry:
    """Make what a store keeps."""
    address = f"https://paper{number % 40}.example/{number}"
    capture = Capture(data=f"{number}", url=address)
    return Entry(kept=keep(capture, address=address), outcome=take_apart(record, settled={}))


@contextmanager
def served(path: Path) -> Iterator[int]:
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
            yield port
        finally:
            process.terminate()


def _answers(port: int) -> bool:
    try:
        return fetched(port, "/help")[0] == 200
    except OSError:
        return False


def pages_of(path: Path) -> dict[str, str]:
    """Choose an address of each kind of page."""
    with open_ledger(path) as store:
        due = store.ask_outlook(OutlookQuestion(today=TODAY, state="any"), limit=1).rows[0]
        actor = store.ask_actors(ActorQuestion(), limit=1).rows[0]
    return {
        "today": "/?day=2025-09-01",
        "search": "/search?q=minister",
        "reader": f"/article/{due.article.id}",
        "finding": f"/finding/{due.id}",
        "due": "/due",
        "month": "/due?view=month",
        "events": "/events",
        "events of one": f"/events?actor={actor.name.replace(' ', '+')}",
        "statements": "/statements",
        "actors": "/actors",
        "actor": f"/actor?key={actor.key.replace(' ', '+')}",
        "matrix": "/matrix",
        "sources": "/sources",
    }


def asked(port: int, address: str) -> tuple[float, float]:
    """Ask for a page several times."""
    times, size = [], 0
    for _ in range(TIMES):
        began = time.perf_counter()
        status, size = fetched(port, address)
        times.append(1000 * (time.perf_counter() - began))
        if status != 200:
            raise SystemExit(f"{address}: found {status}, expected 200")
    return round(median(times), 1), round(size / 1000, 1)


def fetched(port: int, address: str) -> tuple[int, int]:
    """Fetch a page: status and bytes."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        return answer.status, len(answer.read())
    finally:
        connection.close()


def loaded(port: int, paths: list[str], path: Path, readers: int, seconds: int) -> Load:
    """Let many read while one adds: each reader looks at a page, and a second later at the next."""
    times: list[float] = []
    errors: list[str] = []
    until = time.monotonic() + seconds

    orders = [paths[number % len(paths) :] + paths[: number % len(paths)] for number in range(readers)]
    threads = [threading.Thread(target=_read_on, args=(port, order, until, times, errors)) for order in orders]
    for thread in threads:
        thread.start()
    added = _adding(path, until)
    for thread in threads:
        thread.join()
    for error in errors[:5]:
        print(error, file=sys.stderr)
    return Load(
        readers=readers,
        seconds=seconds,
        answers=len(times),
        errors=len(errors),
        median_ms=round(median(times), 1),
        p95_ms=round(quantiles(times, n=20)[-1], 1),
        slowest_ms=round(max(times), 1),
        added=added,
    )


def _read_on(port: int, paths: list[str], until: float, times: list[float], errors: list[str]) -> None:
    for address in cycle(paths):
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
        time.sleep(1)


def _adding(path: Path, until: float) -> int:
    """Add articles, some at a time, as a ledger that is read all day does."""
    reader = Reader.load("en")
    added = 0
    with open_ledger(path) as store:
        run = store.begin("add", at="2026-01-02T00:00:00+00:00")
        while time.monotonic() < until:
            record = again(read(reader, added % READ), 1_000_000 + added)
            store.put([entry(record, 1_000_000 + added)], run=run)
            added += 1
            time.sleep(0.5)
        store.end(run, at="2026-01-02T01:00:00+00:00")
    return added


if __name__ == "__main__":
    main()
