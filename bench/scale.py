"""Measure ``newsledger run``: one core, two cores and Ray, on an archive of varied synthetic pages.

python bench/scale.py [--pages 5000] [--turns 3] [--only one two ray] [--shard 128]

The ways take turns, each turn in another order, and a run of a single page before each tells what a start costs. Beside
the time by the clock stands that of processors, which others on the machine change less: of all processes, and of the
driver alone, which hands out shards. The last lines say how many times faster two cores are and extrapolate to a day
of the world's English news. 1,000 pages in one turn, without Ray, take some three minutes on a quiet machine.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from statistics import median

from archives import write_archive
from newsledger import Reader
from newsledger.model import Capture
from processes import below, own_share, worked
from synthetic import pages

COMMAND = (sys.executable, "-c", "from newsledger.cli import main; main(prog_name='newsledger')")
MIB = 1 << 20
#: Options, and how many cores the run may use.
WAYS = {"one": (("--jobs", "1"), 1), "two": (("--jobs", "2"), 2), "ray": (("--jobs", "2", "--engine", "ray"), 2)}
#: A day of the world's English news.
DAY = 150_000
#: Pages of which the rooms are timed.
FEW = 60


@dataclass(slots=True, kw_only=True)
class Taken:
    """What a run took.

    Attributes:
        seconds: By the clock.
        worked: Seconds of processors, by process.
        memory: Most bytes of memory that all its processes had together, what they share counted once.
        load: Of the machine, the mean of what was seen.
    """

    seconds: float = 0
    worked: dict[int, float] = field(default_factory=dict)
    memory: int = 0
    load: float = 0

    @property
    def processor(self) -> float:
        """Seconds of processors in all."""
        return sum(self.worked.values())

    @property
    def driver(self) -> float:
        """Those of the process that was started first."""
        return next(iter(self.worked.values()))

    @property
    def longest(self) -> float:
        """The most that one process worked: so long a run takes at least, however many cores there are."""
        return max(self.worked.values())


def main() -> None:
    """Write archives, run over them, and say what it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=5_000)
    parser.add_argument("--turns", type=int, default=1)
    parser.add_argument("--shard", type=int, default=128)
    parser.add_argument("--only", nargs="+", choices=list(WAYS), default=list(WAYS))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name, count in (("all", given.pages), ("none", 1)):
            write_archive(place / f"{name}.warc.gz", pages(count))
        taken: dict[str, list[tuple[Taken, Taken]]] = {way: [] for way in given.only}
        for turn in range(given.turns):
            for way in given.only if turn % 2 == 0 else reversed(given.only):
                start = run(place / "none.warc.gz", place / f"none-{way}-{turn}", way, given.shard)
                taken[way].append((start, run(place / "all.warc.gz", place / f"all-{way}-{turn}", way, given.shard)))
                tell(way, given.pages, *taken[way][-1])
    tell_rooms()
    if {"one", "two"} <= taken.keys():
        tell_two(taken["one"], taken["two"])
    tell_day({way: [one for _, one in both] for way, both in taken.items()}, given.pages)


def run(archive: Path, out: Path, way: str, shard: int) -> Taken:
    """Run over an archive, and look at the processes meanwhile."""
    options, cores = WAYS[way]
    allowed = set(sorted(os.sched_getaffinity(0))[:cores])
    loads: list[float] = []
    taken, began = Taken(), time.monotonic()
    process = subprocess.Popen(
        [*COMMAND, "run", str(archive), "--out", str(out), "--shard", str(shard), *options],
        stderr=subprocess.DEVNULL,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        preexec_fn=lambda: os.sched_setaffinity(0, allowed),  # noqa: PLW1509 - there are no threads here
    )
    while process.poll() is None:
        seen = [process.pid, *(pid for pid, _ in below(process.pid))]
        taken.worked |= {pid: max(worked(pid), taken.worked.get(pid, 0)) for pid in seen}
        taken.memory = max(taken.memory, sum(map(own_share, seen)))
        loads.append(os.getloadavg()[0])
        time.sleep(0.5)
    taken.seconds = time.monotonic() - began
    taken.load = sum(loads) / len(loads)
    if process.returncode:
        raise SystemExit(f"the run ended with {process.returncode}")
    return taken


def tell(way: str, count: int, start: Taken, whole: Taken) -> None:
    """Say what a run took, beside one of a single page."""
    beside = whole.processor - start.processor
    each = beside / (count - 1)
    print(
        f"{way:<4} {count / whole.seconds:6.1f} pages a second by the clock (load {whole.load:.1f}), "
        f"{1 / each:6.1f} a second of processor ({each * 1e3:.1f} ms a page, "
        f"{(whole.driver - start.driver) / beside:.1%} of it in the driver); {whole.longest:.1f} s in the process that "
        f"worked most; start {start.seconds:.1f} s, {start.processor:.1f} of processor; "
        f"memory {whole.memory / MIB:,.0f} MiB",
        flush=True,
    )


def tell_rooms() -> None:
    """Say what share of a record is the page, the parse and the rest, by processor time."""
    reader = Reader.load("en")
    captures = [Capture(data=one.html.encode(), url=one.url, media_type="text/html") for one in pages(FEW)]
    for capture in captures[:5]:
        reader.read_capture(capture)
    moments = [time.process_time()]
    articles = [reader.read_page(capture) for capture in captures]
    moments.append(time.process_time())
    parsed = [reader.annotate_article(article) for article in articles]
    moments.append(time.process_time())
    for doc in parsed:
        reader.find(doc)
    moments.append(time.process_time())
    page, parse, rest = (after - before for before, after in pairwise(moments))
    whole = page + parse + rest
    print(f"of a record: page {page / whole:.0%}, parse {parse / whole:.0%}, the rooms after it {rest / whole:.0%}")


def tell_two(one: Sequence[tuple[Taken, Taken]], two: Sequence[tuple[Taken, Taken]]) -> None:
    """Say how many times faster two cores are: by the clock and by processors, with the start and without it."""
    clocks = [median(whole.seconds for _, whole in way) for way in (one, two)]
    short = [median(whole.seconds - start.seconds for start, whole in way) for way in (one, two)]
    longest = [median(whole.longest for _, whole in way) for way in (one, two)]
    most = [median(whole.longest - start.longest for start, whole in way) for way in (one, two)]
    print(
        f"two cores are {clocks[0] / clocks[1]:.2f} times one by the clock ({short[0] / short[1]:.2f} without the "
        f"start); by the process that worked most {longest[0] / longest[1]:.2f} times ({most[0] / most[1]:.2f} without "
        "the start), which is what the clock says where both cores are ours alone"
    )


def tell_day(taken: dict[str, Sequence[Taken]], count: int) -> None:
    """Extrapolate to a day of news, by the clock and by processors."""
    middle = {way: median(one.seconds for one in all_of) for way, all_of in taken.items()}
    for way, all_of in taken.items():
        cores, worked_for = WAYS[way][1], median(one.processor for one in all_of)
        print(
            f"{DAY:,} pages, {way}: {DAY / count * middle[way] / 3600:.1f} hours by this clock (pages / {count} * "
            f"seconds); {DAY / count * worked_for / cores / 3600:.1f} hours where {cores} cores are ours alone "
            f"(pages / {count} * seconds of processor / cores)"
        )


if __name__ == "__main__":
    main()
