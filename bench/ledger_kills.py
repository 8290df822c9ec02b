"""Kill ``newsledger add``, over and over, and see whether anything that it told of is lost.

python bench/ledger_kills.py [--kills 100] [--articles 300] [--seed 1] [--step 1] [--only one two full]

one: kill -9 at random points of an add; the next add goes on, until all is there; then anew.
two: the same, of two that add to one ledger at once.
full: an error of the system at each write in turn, by a limit on the size of files.

After each: all that was told of is there, once, and ``verify`` finds nothing amiss; at the end of
each round the ledger equals one that nobody disturbed.
"""

import argparse
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path

from archives import write_archive
from canonical import canonical
from newsledger.errors import StoreError
from newsledger.intake import Found, read_sources
from newsledger.ledger.grouping import group_all
from newsledger.ledger.loaded import ReaderOptions
from newsledger.ledger.upkeep.check import Sum, check_ledger
from newsledger.ledger.work import Task, prepare
from newsledger.store import Entry, Place, open_ledger
from synthetic import pages

COMMAND = (sys.executable, "-c", "from newsledger.cli import main; main(prog_name='newsledger')")
#: Of ten kills so many fall into the time in which a ledger is made.
EARLY = 2
#: Of a ledger that runs into a full disk: so many articles, so many at a time.
FEW, BATCH = 20, 4
#: Bytes that are written at once to the log: a page of the database and its head.
PAGE = 4_120


@dataclass(slots=True, kw_only=True)
class Toll:
    """What came of it all."""

    kills: int = 0
    rounds: int = 0
    told: int = 0
    receipts: int = 0
    wrong: list[str] = field(default_factory=list)


def main() -> int:
    """Do what was asked for, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--step", type=int, default=1, help="writes between two errors of 'full'")
    parser.add_argument("--only", nargs="+", choices=["one", "two", "full"], default=["one", "two", "full"])
    given = parser.parse_args()
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        archive = place / "pages.warc.gz"
        write_archive(archive, pages(given.articles, given.seed))
        for what in given.only:
            toll = (
                fill_the_disk(place, archive, given.step)
                if what == "full"
                else kill(place, archive, given.kills, 1 + (what == "two"), random.Random(given.seed))  # noqa: S311
            )
            print(
                f"{what:<5} {toll.kills} kills or errors in {toll.rounds} rounds, {toll.told:,} times told of, "
                f"{toll.receipts:,} receipts checked: {len(toll.wrong)} things wrong"
            )
            for problem in toll.wrong:
                print(f"      {problem}")
            bad += len(toll.wrong)
    return 1 if bad else 0


def kill(place: Path, archive: Path, kills: int, count: int, chance: random.Random) -> Toll:
    """Kill adds of an archive until there were so many kills.

    Args:
        place: A folder to work in.
        archive: What is added.
        kills: How many.
        count: How many add at once.
        chance: Says when, and whom.
    """
    calm, ledger, toll = place / "calm.db", place / "ledger.db", Toll()
    began = time.monotonic()
    Writer.start(archive, calm).process.wait()
    longest = max(time.monotonic() - began, 3) / 2
    while toll.kills < kills:
        remove(ledger)
        writers = [Writer.start(archive, ledger) for _ in range(count)]
        told: set[str] = set()
        while any(writer.process.poll() is None for writer in writers):
            time.sleep(chance.uniform(0, 2 if chance.randrange(10) < EARLY else longest))
            alive = [writer for writer in writers if writer.process.poll() is None]
            struck = chance.sample(alive, chance.randint(1, len(alive))) if alive and toll.kills < kills else []
            for writer in struck:
                writer.kill()
                toll.kills += 1
            told |= {line for writer in writers for line in writer.lines()}
            toll.wrong += lost(ledger, told)
            if len(struck) == len(alive):
                toll.wrong += amiss(ledger, toll)
            writers = [Writer.start(archive, ledger) if writer in struck else writer for writer in writers]
        toll.rounds += 1
        toll.told += len(told)
        toll.wrong += [*amiss(ledger, toll), *differing(ledger, canonical(calm))]
    remove(calm)
    return toll


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Writer:
    """An add, in a group of processes of its own, and what it tells of."""

    process: "subprocess.Popen[bytes]"
    told: Path

    @classmethod
    def start(cls, archive: Path, ledger: Path) -> "Writer":
        """Begin to add."""
        told = ledger.with_name(f"told-{time.monotonic_ns()}")
        command = [*COMMAND, "add", str(archive), "--ledger", str(ledger), "--format", "jsonl", "--jobs", "2"]
        with told.open("wb") as file:
            process = subprocess.Popen(command, stdout=file, stderr=subprocess.DEVNULL, start_new_session=True)
        return cls(process=process, told=told)

    def kill(self) -> None:
        """Kill it as the system would; its readers must find out by themselves."""
        self.process.kill()
        self.process.wait()
        for _ in range(600):
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, 0)
                time.sleep(0.1)
                continue
            return
        raise AssertionError("the processes that read outlived the one that began them by a minute")

    def lines(self) -> Iterator[str]:
        """Give what it has told of; a line without its end was never told."""
        yield from (line for line in self.told.read_text().splitlines(keepends=True) if line.endswith("\n"))


def lost(ledger: Place, told: set[str]) -> Iterator[str]:
    """Give what was told of and is not there exactly once."""
    if not told:
        return
    with open_ledger(ledger) as store:
        query = "SELECT c.url, a.id FROM captures c JOIN sightings USING (capture) JOIN articles a USING (article)"
        there = Counter(map(tuple, store.connection.execute(query)))
    for line in told:
        outcome = json.loads(line)
        count = there[outcome["url"], outcome["article"]]
        if count != 1:
            yield f"told of {line.strip()}, found {count} times"


def amiss(ledger: Place, toll: Toll) -> Iterator[str]:
    """Give what ``verify`` finds; nobody writes meanwhile."""
    if isinstance(ledger, Path) and not ledger.exists():
        return
    total = Sum()
    with open_ledger(ledger) as store:
        yield from check_ledger(store, total)
    toll.receipts += total.receipts
    if total.held != total.receipts:
        yield f"{total.held} of {total.receipts} receipts hold"


def differing(ledger: Place, expected: Mapping[str, str]) -> Iterator[str]:
    """Give the tables that are not those of a ledger that nobody disturbed."""
    found = canonical(ledger)
    for table in sorted(found.keys() | expected.keys()):
        if found.get(table) != expected.get(table):
            yield f"{table} differs from the ledger that nobody disturbed"


def remove(ledger: Path) -> None:
    """Remove a ledger and what stands beside it."""
    for path in ledger.parent.glob(f"{ledger.name}*"):
        path.unlink()


def fill_the_disk(place: Path, archive: Path, step: int) -> Toll:
    """Let the system refuse to write more, a little later each time."""
    calm, ledger, toll = place / "calm.db", place / "ledger.db", Toll()
    entries = read(archive, FEW)
    put(calm, entries, None)
    expected = canonical(calm)
    largest = max(path.stat().st_size for path in place.glob("calm.db*"))
    with open_ledger(calm):  # while it is open, its log is as large as it ever was
        largest = max(largest, *(path.stat().st_size for path in place.glob("calm.db*")))
    for limit in range(0, largest * 2, step * PAGE):
        remove(ledger)
        told = put_limited(ledger, entries, limit)
        toll.kills += 1
        toll.told += len(told)
        if ledger.exists():
            toll.wrong += lost(ledger, told)
            toll.wrong += amiss(ledger, toll)
        put(ledger, entries, None)
        toll.wrong += differing(ledger, expected)
        if len(told) == len(entries):
            break
    toll.rounds = toll.kills
    return toll


def read(archive: Path, count: int) -> list[Entry]:
    """Read the first pages of an archive."""
    work = prepare(ReaderOptions())
    found = (one for one in read_sources([archive]) if isinstance(one, Found))
    return [work(Task(found=one, with_bytes=True)) for one in islice(found, count)]


def put(ledger: Place, entries: Sequence[Entry], told: int | None) -> None:
    """Put entries, a few at a time, and tell of them on a descriptor."""
    with open_ledger(ledger, new=True) as store:
        run = store.begin("add", at="2026-01-01T00:00:00+00:00")
        for first in range(0, len(entries), BATCH):
            for outcome in store.put(entries[first : first + BATCH], run=run):
                if told is not None:
                    os.write(told, json.dumps(asdict(outcome)).encode() + b"\n")
        for _ in group_all(store):
            pass


def put_limited(ledger: Path, entries: Sequence[Entry], limit: int) -> set[str]:
    """Put entries in a process that may write no file longer than a limit, and give what it told of."""
    out, told = os.pipe()
    child = os.fork()
    if not child:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        code = 2
        try:
            put(ledger, entries, told)
            code = 0
        except StoreError:
            code = 1
        finally:
            os._exit(code)
    os.close(told)
    with open(out, encoding="utf-8") as file:  # noqa: PTH123 - a descriptor
        lines = set(file)
    _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status) == 2:
        raise AssertionError(f"with files of at most {limit:,} bytes something else than a StoreError was raised")
    return lines


if __name__ == "__main__":
    sys.exit(main())
