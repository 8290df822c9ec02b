"""Ask a ledger in a file and one in PostgreSQL the same: are the answers equal, and how fast does each keep and answer?

python bench/both_stores.py [--articles 2000] [--jobs 2] [--entries FILE]

The articles are read once, and put into both by turns, a batch into each; then all is grouped
in both. Each question is asked of both, with its next page; times are medians, in turns as well, so that a busy
machine slows both alike. The server waits for its disk.
"""

import argparse
import pickle
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from functools import cache, partial
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from canonical import canonical
from keeping import TODAY, captures, questions
from newsledger.intake import Found
from newsledger.ledger.grouping import group_all
from newsledger.ledger.loaded import ReaderOptions
from newsledger.ledger.upkeep.check import Sum, check_ledger
from newsledger.ledger.work import Task, prepare
from newsledger.model import Page
from newsledger.store import (
    ArticleQuestion,
    Entry,
    HappeningQuestion,
    Place,
    SearchQuestion,
    Store,
    StoryQuestion,
    open_ledger,
)

sys.path.append(str(Path(__file__).parent.parent / "tests"))

from postgres_server import server

BATCH, TIMES = 50, 5
STORES = ("file", "server")


def main() -> int:
    """Do it, print what came of it, and say with the exit code whether all is equal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--entries", type=Path, help="Keep what was read here, or take it from here.")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, server(settings=()) as one, ExitStack() as opened:
        entries = read(given.articles, given.jobs, given.entries or Path(folder) / "entries")
        places: dict[str, Place] = {"file": Path(folder) / "ledger.db", "server": one.database()}
        stores = {kind: opened.enter_context(open_ledger(place, new=True)) for kind, place in places.items()}
        keep(stores, entries)
        wrong = [*differing(stores), *amiss(stores)]
        hashes = {kind: canonical(place) for kind, place in places.items()}
    wrong += [f"table {name} differs" for name in hashes["file"] if hashes["file"][name] != hashes["server"].get(name)]
    print(f"{len(hashes['file'])} tables held against each other, row by row")
    for line in wrong:
        print(f"    {line}")
    print(f"{len(wrong)} things differ")
    return 1 if wrong else 0


def read(number: int, jobs: int, kept: Path) -> list[Entry]:
    """Read pages on all cores, or take those that were read."""
    if kept.exists():
        found: list[Entry] = pickle.loads(kept.read_bytes())  # noqa: S301 - our own
        return found[:number]
    with ProcessPoolExecutor(jobs) as pool:
        entries = list(pool.map(_entry, islice(captures(), number), chunksize=10))
    kept.write_bytes(pickle.dumps(entries))
    return entries


def _entry(found: Found) -> Entry:
    return _work()(Task(found=found, with_bytes=True))


@cache
def _work() -> Callable[[Task], Entry]:
    return prepare(ReaderOptions())


def keep(stores: Mapping[str, Store], entries: list[Entry]) -> None:
    """Put entries and group them, in turns, and print how long each took."""
    runs = {kind: store.begin("bench", at="2026-01-01T00:00:00+00:00") for kind, store in stores.items()}
    spent = dict.fromkeys(STORES, 0.0)
    for first in range(0, len(entries), BATCH):
        for kind in random.sample(STORES, 2):
            spent[kind] += _seconds(partial(stores[kind].put, entries[first : first + BATCH], run=runs[kind]))
    _print("put", spent, len(entries))
    _print("group", {kind: _seconds(partial(_all, group_all(stores[kind]))) for kind in STORES}, len(entries))
    for kind, store in stores.items():
        store.end(runs[kind], at="2026-01-01T01:00:00+00:00")


def _all(steps: Iterator[Any]) -> None:
    for _ in steps:
        pass


def _seconds(does: Callable[[], object]) -> float:
    start = perf_counter()
    does()
    return perf_counter() - start


def _print(what: str, spent: Mapping[str, float], number: int) -> None:
    each = {kind: 1000 * seconds / number for kind, seconds in spent.items()}
    ratio = each["server"] / each["file"]
    print(f"{what:<7} file {each['file']:7.2f} ms, server {each['server']:7.2f} ms an article: {ratio:.2f} times")


def differing(stores: Mapping[str, Store]) -> Iterator[str]:
    """Ask both everything, give what is not answered the same, and print how long the answers took."""
    asked = {kind: dict(all_questions(store)) for kind, store in stores.items()}
    times: dict[str, list[float]] = {kind: [] for kind in STORES}
    rows = 0
    for name, of_file in asked["file"].items():
        of_server = asked["server"][name]
        found, other = of_file(), of_server()
        pages = found.rows if isinstance(found, Page) else found
        rows += len(pages) if isinstance(pages, tuple) else 1
        if found != other:
            yield f"{name}: the answers differ"
        for kind, ask in (("file", of_file), ("server", of_server)):
            times[kind].append(median(1000 * _seconds(ask) for _ in range(TIMES)))
    for kind in STORES:
        ordered = sorted(times[kind])
        print(
            f"{kind:<7} {len(ordered)} questions, {rows:,} rows: median {median(ordered):.1f} ms, "
            f"p95 {ordered[int(0.95 * len(ordered))]:.1f} ms, slowest {ordered[-1]:.1f} ms"
        )


def all_questions(store: Store) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Give the questions of ``keeping.py``, those on stories and happenings, and the second pages."""
    yield from questions(store)
    for words in ("ferry OR talks", 'body:"aid convoy" NOT fish', "pres* minister", "publisher:herald"):
        yield f"search {words}", partial(store.ask_search, SearchQuestion(words=words, versions=True), limit=50)
    for about in (None, "ferry", '"aid convoy"'):
        yield f"stories {about}", partial(store.ask_stories, StoryQuestion(about=about, articles=1), limit=50)
    for name, one in (
        ("all", HappeningQuestion(today=TODAY)),
        ("board", HappeningQuestion(today=TODAY, expected=True)),
        ("overdue", HappeningQuestion(today=TODAY, expected=True, state="overdue")),
        ("of FRA", HappeningQuestion(today=TODAY, actor="FRA", least=0.5)),
    ):
        yield f"happenings {name}", partial(store.ask_happenings, one, limit=50)
        if not one.expected:
            yield f"happenings {name} by month", partial(store.count_happenings, one, by="month", limit=50)
    yield "articles", partial(store.ask_articles, ArticleQuestion(changed=True), limit=50)
    yield "outlets", store.outlets
    yield "second page", partial(_second_page, store)


def _second_page(store: Store) -> Any:
    question = SearchQuestion(words="talks")
    return store.ask_search(question, limit=20, after=store.ask_search(question, limit=20).after)


def amiss(stores: Mapping[str, Store]) -> Iterator[str]:
    """Verify both."""
    for kind, store in stores.items():
        total = Sum()
        yield from (f"{kind}: {problem}" for problem in check_ledger(store, total))
        print(f"{kind:<7} verified: {total.held:,} of {total.receipts:,} receipts hold")


if __name__ == "__main__":
    sys.exit(main())
