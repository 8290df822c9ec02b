"""Measure ``newsledger add`` of a web archive: on one core and on all, and the memory that it takes.

python bench/adding.py [--pages 2000] [--padding 0] [--cores 1 2]

``--padding 1000000`` makes an archive of 2 GB: each page carries a script of so many bytes.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from archives import write_archive
from synthetic import pages

COMMAND = (sys.executable, "-c", "from newsledger.cli import main; main(prog_name='newsledger')")
TICK = os.sysconf("SC_CLK_TCK")
MIB = 1 << 20


@dataclass(slots=True, kw_only=True)
class Taken:
    """What an add took.

    Attributes:
        seconds: By the clock, until the last page was told of.
        grouped: Seconds after that, in which the new pages were grouped.
        worked: Seconds of processors, by process; the first is the one that puts into the ledger.
        own: Most bytes of memory that this one had.
        all: Most bytes of memory that all had, what they share counted once for each of them.
    """

    seconds: float = 0
    grouped: float = 0
    worked: dict[int, float] = field(default_factory=dict)
    own: int = 0
    all: int = 0


def main() -> None:
    """Write an archive and add it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--padding", type=int, default=0)
    parser.add_argument("--cores", type=int, nargs="+", default=[1, os.cpu_count() or 1])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "pages.warc.gz"
        write_archive(archive, pages(given.pages), padding=given.padding)
        print(f"{given.pages:,} pages, an archive of {archive.stat().st_size / MIB:,.0f} MiB")
        for cores in given.cores:
            taken = add(archive, Path(folder) / f"{cores}.db", cores)
            worked, first = sum(taken.worked.values()), next(iter(taken.worked.values()))
            print(
                f"{cores} cores: {given.pages / taken.seconds:.1f} pages a second by the clock, "
                f"{given.pages / worked:.1f} a second of processor ({first / worked:.1%} of it to put)"
            )
            print(f"         memory: {taken.own / MIB:,.0f} MiB where it is put, {taken.all / MIB:,.0f} MiB in all")
            print(f"         {taken.grouped:.0f} seconds more to group", flush=True)


def add(archive: Path, ledger: Path, cores: int) -> Taken:
    """Add an archive on so many cores."""
    allowed = set(sorted(os.sched_getaffinity(0))[:cores])
    began, taken = time.monotonic(), Taken()
    told, size = ledger.with_suffix(".jsonl"), -1
    process = subprocess.Popen(
        [*COMMAND, "add", str(archive), "--ledger", str(ledger), "--format", "jsonl"],
        stdout=told.open("wb"),
        start_new_session=True,
        preexec_fn=lambda: os.sched_setaffinity(0, allowed),  # noqa: PLW1509 - there are no threads here
    )
    while process.poll() is None:
        together, grown = 0, told.stat().st_size > size
        if grown:
            taken.seconds, size = time.monotonic() - began, told.stat().st_size
        for pid, worked, held in group(process.pid):
            if grown:
                taken.worked[pid] = worked
            together += held
            if pid == process.pid:
                taken.own = max(taken.own, held)
        taken.all = max(taken.all, together)
        time.sleep(0.2)
    taken.grouped = time.monotonic() - began - taken.seconds
    return taken


def group(leader: int) -> Iterator[tuple[int, float, int]]:
    """Give the processes of a group, its leader first: number, seconds of processor, bytes of memory."""
    for place in sorted(Path("/proc").glob("[0-9]*"), key=lambda one: one.name != str(leader)):
        try:
            values = (place / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(values[2]) == leader:
            yield (
                int(place.name),
                (int(values[11]) + int(values[12])) / TICK,
                int(values[21]) * os.sysconf("SC_PAGE_SIZE"),
            )


if __name__ == "__main__":
    main()
