"""Kill what writes to a ledger in PostgreSQL, and the server itself, over and over: is anything lost, or there twice?

python bench/server_kills.py [--kills 120] [--articles 120] [--writers 12] [--seed 1]

client: kill -9 at random points of a writer; the next one goes on, until all is there; then anew.
server: the server is stopped at random points as if its machine had lost its power, and starts again.
crowd: many writers put the same articles at once, each in an order of its own.

The articles were read before, so that each moment is one in which something is written. After each kill: all that
was told of is there, once; at the end of each round ``verify`` finds nothing amiss, and the ledger equals one in a file
that nobody disturbed. The server waits for its disk, as a server does.
"""

import argparse
import pickle
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from archives import write_archive
from canonical import canonical
from ledger_kills import Toll, amiss, differing, lost, put, read
from newsledger.store import Entry, open_ledger
from server_writer import READY
from synthetic import pages

sys.path.append(str(Path(__file__).parent.parent / "tests"))

from postgres_server import Server, server

#: What is killed, and seconds after it began to write within which that is.
WRITER, LONGEST = Path(__file__).with_name("server_writer.py"), 1.5
#: Seconds that a writer may live on without its server.
PATIENCE = 90


def main() -> int:
    """Do what was asked for, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=120)
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--writers", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--only", nargs="+", choices=["client", "server", "crowd"], default=["client", "server", "crowd"]
    )
    given = parser.parse_args()
    bad = 0
    with tempfile.TemporaryDirectory() as folder, server(settings=()) as one:
        field = Field.prepare(Path(folder), one, given.articles, given.seed)
        for what in given.only:
            began = time.monotonic()
            toll = field.crowd(given.writers) if what == "crowd" else field.kill(given.kills // 2, what)
            print(
                f"{what:<6} {toll.kills} kills in {toll.rounds} rounds, {time.monotonic() - began:,.0f} s, "
                f"{toll.told:,} times told of, {toll.receipts:,} receipts checked: {len(toll.wrong)} things wrong",
                flush=True,
            )
            for problem in toll.wrong:
                print(f"       {problem}")
            bad += len(toll.wrong)
    return 1 if bad else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Where it happens: a server, the articles, and what a ledger of them is that nobody disturbed."""

    folder: Path
    server: Server
    entries: Path
    expected: dict[str, str]
    chance: random.Random

    @classmethod
    def prepare(cls, folder: Path, one: Server, articles: int, seed: int) -> "Field":
        """Read the articles, and put them where it is calm."""
        archive = folder / "pages.warc.gz"
        write_archive(archive, pages(articles, seed))
        entries = read(archive, articles)
        (folder / "entries").write_bytes(pickle.dumps(entries))
        put(folder / "calm.db", entries, None)
        return cls(
            folder=folder,
            server=one,
            entries=folder / "entries",
            expected=canonical(folder / "calm.db"),
            chance=random.Random(seed),  # noqa: S311 - moments, no secrets
        )

    def all_entries(self) -> list[Entry]:
        """Give what is put."""
        entries: list[Entry] = pickle.loads(self.entries.read_bytes())  # noqa: S301 - our own
        return entries

    def start(self, ledger: str, seed: int = 0) -> "Writer":
        """Begin to write."""
        told = self.folder / f"told-{time.monotonic_ns()}"
        command = [sys.executable, str(WRITER), str(self.entries), ledger, str(seed)]
        with told.open("wb") as file, told.with_suffix(".err").open("wb") as errors:
            return Writer(process=subprocess.Popen(command, stdout=file, stderr=errors), told=told)

    def kill(self, kills: int, what: str) -> Toll:
        """Kill writers, or the server under them, until there were so many kills."""
        toll = Toll()
        while toll.kills < kills:
            ledger, told = self.server.database(), set[str]()
            open_ledger(ledger, new=True).close()
            writer = self.start(ledger)
            while not writer.ends_within(self.chance.uniform(0, LONGEST)):
                if toll.kills < kills:
                    toll.kills += 1
                    self.strike(writer, what)
                    told |= set(writer.lines())
                    toll.wrong += lost(ledger, told)
                    writer = self.start(ledger)
            told |= set(writer.lines())
            self.settle(toll, ledger, told)
        return toll

    def strike(self, writer: "Writer", what: str) -> None:
        """Kill a writer, or the server: whoever writes then finds out by itself."""
        if what == "client":
            writer.process.kill()
            writer.process.wait()
            return
        self.server.stop("immediate")
        self.server.start()
        writer.process.wait(timeout=PATIENCE)

    def crowd(self, writers: int) -> Toll:
        """Let many write at once."""
        toll, ledger = Toll(), self.server.database()
        all_of_them = [self.start(ledger, seed) for seed in range(1, writers + 1)]
        for writer in all_of_them:
            if writer.process.wait():
                toll.wrong.append(f"a writer ended with {writer.told.with_suffix('.err').read_text().strip()}")
        self.settle(toll, ledger, {line for writer in all_of_them for line in writer.lines()})
        return toll

    def settle(self, toll: Toll, ledger: str, told: set[str]) -> None:
        """Follow and group in a ledger that is finished, and hold it against the calm one."""
        put(ledger, self.all_entries(), None)
        toll.rounds += 1
        toll.told += len(told)
        toll.wrong += [*lost(ledger, told), *amiss(ledger, toll), *differing(ledger, self.expected)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """A process that writes, and what it tells of."""

    process: "subprocess.Popen[bytes]"
    told: Path

    def ends_within(self, seconds: float) -> bool:
        """Wait until it writes, and then for its end; say whether that came, and well."""
        while self.process.poll() is None and READY not in self.told.with_suffix(".err").read_text():
            time.sleep(0.01)
        with suppress(subprocess.TimeoutExpired):
            code = self.process.wait(timeout=seconds)
            if code:
                raise AssertionError(f"a writer ended with {self.told.with_suffix('.err').read_text()}")
            return True
        return False

    def lines(self) -> Iterator[str]:
        """Give what it has told of; a line without its end was never told."""
        yield from (line for line in self.told.read_text().splitlines(keepends=True) if line.endswith("\n"))


if __name__ == "__main__":
    sys.exit(main())
