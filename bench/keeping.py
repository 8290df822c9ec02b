"""Measure a ledger: what keeping costs beside reading, how fast it answers, and how large it gets.

``make bench-ledger`` adds articles of ``synthetic.py``, 2,000 and then up to 20,000, and asks the same questions at
both sizes. What keeping costs is measured on one core, in turns with reading, so that a busy machine slows both alike.
"""

import argparse
import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import count, islice
from pathlib import Path
from statistics import median
from time import perf_counter

from newsledger import Reader
from newsledger.intake import Found
from newsledger.ledger.add import add, readers
from newsledger.ledger.grouping import group_all
from newsledger.ledger.loaded import ReaderOptions
from newsledger.ledger.work import Task, work
from newsledger.model import Capture
from newsledger.store import (
    ActorQuestion,
    EventQuestion,
    OutlookQuestion,
    SearchQuestion,
    StatementQuestion,
    Store,
    open_ledger,
)
from synthetic import page

#: Each question is asked so many times.
TIMES = 5
BATCH = 64
TODAY = "2025-10-01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What keeping adds to reading, on one core.

    Attributes:
        read_ms: Milliseconds an article for reading alone.
        kept_ms: Milliseconds an article for keeping what was read.
        share: The second over the first.
    """

    read_ms: float
    kept_ms: float
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A ledger of some size.

    Attributes:
        added_a_second: Captures added by all cores, while it grew to this size.
        bytes_an_article: Of the file.
        median_ms, p95_ms, slowest: Over all questions, each by its median; the file is warm.
    """

    captures: int
    added_a_second: float
    bytes_an_article: int
    questions: int
    median_ms: float
    p95_ms: float
    slowest: dict[str, float]


def main() -> None:
    """Run the bench and print its table, or JSON with ``--json``."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, nargs="+", default=[2_000, 20_000])
    parser.add_argument("--turns", type=int, default=400, help="Pages that are read and kept in turns.")
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--ledger", type=Path, help="Keep the ledger here.")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        cost = measure_cost(Path(folder) / "cost.db", options.turns)
        path = options.ledger or Path(folder) / "ledger.db"
        sizes = [grow(path, size, jobs=options.jobs) for size in sorted(options.articles)]
    if options.json:
        print(json.dumps({"cost": asdict(cost), "sizes": [asdict(one) for one in sizes]}, indent=2))
    else:
        _show(cost, sizes)


def captures(first: int = 0) -> Iterator[Found]:
    """Give pages as intake does, from one number on."""
    for number in count(first):
        one = page(number)
        capture = Capture(data=one.html.encode(), url=one.url, media_type="text/html")
        yield Found(capture=capture, address=one.url, place=None)


def measure_cost(path: Path, turns: int) -> Cost:
    """Read pages alone, and read and keep the same ones, in turns."""
    reader = Reader.load("en")
    found = list(islice(captures(), turns))
    alone = both = 0.0
    with open_ledger(path, new=True) as store:
        run = store.begin("bench", at=_now())
        for first in range(0, turns, BATCH):
            batch = found[first : first + BATCH]
            start = perf_counter()
            for one in batch:
                reader.read_capture(one.capture)
            middle = perf_counter()
            store.put([work(reader, Task(found=one, with_bytes=True)) for one in batch], run=run)
            alone, both = alone + middle - start, both + perf_counter() - middle
    return Cost(read_ms=1000 * alone / turns, kept_ms=1000 * (both - alone) / turns, share=both / alone - 1)


def grow(path: Path, size: int, *, jobs: int | None) -> Size:
    """Add pages until there are so many captures; then group them, and ask."""
    with open_ledger(path, new=True) as store:
        before = store.tally().rows["captures"]
        run = store.begin("bench", at=_now())
        start = perf_counter()
        with readers(ReaderOptions(), jobs=jobs, seconds=60) as crew:
            added = sum(1 for _ in add(store, islice(captures(before), size - before), crew, run=run))
        middle = perf_counter()
        for _ in group_all(store):
            pass
        asked = {name: _time(ask) for name, ask in questions(store)}
        articles = store.tally().rows["articles"]
    times = sorted(asked.values())
    return Size(
        captures=size,
        added_a_second=added / (middle - start),
        bytes_an_article=path.stat().st_size // articles,
        questions=len(times),
        median_ms=median(times),
        p95_ms=times[int(0.95 * len(times))],
        slowest=dict(sorted(asked.items(), key=lambda one: -one[1])[:5]),
    )


def questions(store: Store) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give every kind of question, each with narrow and with wide ones."""
    persons = [one for one in store.ask_actors(ActorQuestion(), limit=400).rows if one.kind == "person"]
    often, seldom = persons[0].name, persons[-1].name
    for words in ("talks", "sanctions ferry", '"aid convoy"', "fish*", "talks NOT sanctions", "headline:sanctions"):
        yield f"search {words}", partial(store.ask_search, SearchQuestion(words=words), limit=20)
    yield (
        "search talks, one month",
        partial(store.ask_search, SearchQuestion(words="talks", since="2025-05-01", until="2025-05-31"), limit=20),
    )
    for said in (
        StatementQuestion(by=often),
        StatementQuestion(by=seldom),
        StatementQuestion(by="FRA", attitude="deny"),
        StatementQuestion(about="Ghana"),
        StatementQuestion(about="pipeline", since="2025-05-01", until="2025-06-30"),
        StatementQuestion(attitude="promise"),
        StatementQuestion(nested=True),
    ):
        yield f"statements {_told(said)}", partial(store.ask_statements, said, limit=20)
    events = (
        EventQuestion(),
        EventQuestion(actor="RUS", recipient="FRA"),
        EventQuestion(actor="RUS", event_type="CONSULT", standing="happened"),
        EventQuestion(actor=often),
        EventQuestion(recipient=seldom),
        EventQuestion(event_type="SANCTION", since="2025-05-01", until="2025-05-31"),
        EventQuestion(standing="denied"),
        EventQuestion(event_type="OTHER", other_kind="election"),
    )
    for done in events:
        yield f"events {_told(done)}", partial(store.ask_events, done, limit=20)
    for by in ("month", "type", "actor", "recipient", "standing"):
        yield f"events by {by}", partial(store.count_events, EventQuestion(), by=by, limit=50)
    yield "events RUS by month", partial(store.count_events, EventQuestion(actor="RUS"), by="month", limit=50)
    for due in (
        OutlookQuestion(today=TODAY),
        OutlookQuestion(today=TODAY, due=30),
        OutlookQuestion(today=TODAY, overdue=True),
        OutlookQuestion(today=TODAY, kind="promise", holder="FRA"),
        OutlookQuestion(today=TODAY, state="happened"),
    ):
        yield f"outlook {_told(due)}", partial(store.ask_outlook, due, limit=20)
    for name in (None, often, seldom, "GHA"):
        yield f"actors {name or ''}", partial(store.ask_actors, ActorQuestion(name=name), limit=20)


def _told(question: EventQuestion | StatementQuestion | OutlookQuestion) -> str:
    return " ".join(f"{name}={value}" for name, value in asdict(question).items() if value and name != "today")


def _time(ask: Callable[[], object]) -> float:
    """Give the median of the milliseconds that a question takes, once it has been asked."""
    ask()
    times = []
    for _ in range(TIMES):
        start = perf_counter()
        ask()
        times.append(1000 * (perf_counter() - start))
    return median(times)


def _show(cost: Cost, sizes: list[Size]) -> None:
    print(f"keeping an article: {cost.kept_ms:.1f} ms beside {cost.read_ms:.1f} ms of reading: {cost.share:.1%}")
    for size in sizes:
        print(f"{size.captures:,} captures: added {size.added_a_second:.1f} a second")
        print(f"    {size.bytes_an_article:,} bytes an article")
        print(f"    {size.questions} questions: median {size.median_ms:.1f} ms, p95 {size.p95_ms:.1f} ms; the slowest:")
        for name, taken in size.slowest.items():
            print(f"    {taken:7.1f} ms  {name}")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


if __name__ == "__main__":
    main()
