"""Kill the processes of ``newsledger run``, over and over, and see whether anything is lost, doubled or changed.

python bench/scale_kills.py [--workers 30] [--drivers 10] [--pages 60] [--shard 5] [--engine local ray] [--seed 1]

Workers and drivers are killed (-9) at random moments; the run is begun again whenever it has ended. Each round ends
with a finished run; all of its files must be those of a run that nobody disturbed, byte for byte. With Ray, a second
node is begun on this machine, too, and killed while it works.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from archives import write_archive
from processes import below, command_of, parent_of
from synthetic import pages

COMMAND = (sys.executable, "-c", "from newsledger.cli import main; main(prog_name='newsledger')")
#: Seconds in which all that a driver has begun must have ended when it was killed.
LAST = 60


@dataclass(slots=True, kw_only=True)
class Toll:
    """What came of it all."""

    workers: int = 0
    drivers: int = 0
    rounds: int = 0
    begun: int = 0
    wrong: list[str] = field(default_factory=list)


def main() -> int:
    """Do what was asked for, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workers", type=int, default=30)
    parser.add_argument("--drivers", type=int, default=10)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--shard", type=int, default=5)
    parser.add_argument("--engine", nargs="+", choices=["local", "ray"], default=["local", "ray"])
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        archive = place / "pages.warc.gz"
        write_archive(archive, pages(given.pages, given.seed))
        calm = place / "calm"
        began = time.monotonic()
        begin(archive, calm, given.shard, "local").wait()
        print(
            f"calm: {given.pages} pages in {time.monotonic() - began:.0f} s; load {os.getloadavg()[0]:.1f}", flush=True
        )
        for engine in given.engine:
            chance = random.Random(given.seed)  # noqa: S311 - moments, no secrets
            toll = kill(archive, place / engine, given, engine, chance)
            toll.wrong += differing(place / engine, calm)
            print(
                f"{engine:<5} {toll.workers} workers and {toll.drivers} drivers killed in {toll.rounds} rounds, begun "
                f"{toll.begun} times: {len(toll.wrong)} things wrong",
                flush=True,
            )
            for problem in toll.wrong:
                print(f"      {problem}")
            wrong += len(toll.wrong)
        if "ray" in given.engine:
            problems = kill_node(archive, place / "node", given.shard)
            print(f"node  1 of 2 nodes killed: {len(problems)} things wrong", *problems, sep="\n      ", flush=True)
            wrong += len(problems)
    return 1 if wrong else 0


def kill(archive: Path, out: Path, given: argparse.Namespace, engine: str, chance: random.Random) -> Toll:
    """Kill until there were so many; each finished run but the last is removed and begun anew."""
    toll = Toll()
    wanted = ["worker"] * given.workers + ["driver"] * given.drivers
    chance.shuffle(wanted)
    while True:
        if (out / "run.json").exists():
            toll.rounds += 1
            if not wanted:
                return toll
            toll.wrong += differing(out, out.parent / "calm")
            remove(out)
        driver = begin(archive, out, given.shard, engine)
        toll.begun += 1
        while driver.poll() is None:
            time.sleep(chance.uniform(0.5, 6))
            if wanted and driver.poll() is None and strike(driver.pid, wanted[-1], chance):
                toll.workers += wanted[-1] == "worker"
                toll.drivers += wanted.pop() == "driver"
        toll.wrong += outlived(driver.pid)


def kill_node(archive: Path, out: Path, shard: int) -> Sequence[str]:
    """Run on a cluster of two nodes, and kill the one when two shards of records are there."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    from ray.cluster_utils import Cluster  # noqa: PLC0415 - once that is set

    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    try:
        second = cluster.add_node(num_cpus=1)
        driver = begin(archive, out, shard, "ray", "--address", cluster.address)
        while driver.poll() is None and len(list(out.glob("shards/*"))) < 2:
            time.sleep(0.2)
        cluster.remove_node(second, allow_graceful=False)
        ended = [f"the run ended with {driver.returncode}"] if driver.wait() else []
        return [*ended, *differing(out, out.parent / "calm")]
    finally:
        cluster.shutdown()


def begin(archive: Path, out: Path, shard: int, engine: str, *more: str) -> "subprocess.Popen[bytes]":
    """Begin a run, in a session of its own."""
    command = [*COMMAND, "run", str(archive), "--out", str(out), "--shard", str(shard), "--engine", engine]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "SCALE_KILLS": str(os.getpid())}
    return subprocess.Popen(
        [*command, "--jobs", "2", *more],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env=environment,
    )


def strike(driver: int, whom: str, chance: random.Random) -> bool:
    """Kill the driver, or a process that works for it; say whether there was one."""
    struck = driver
    if whom == "worker":
        workers = [pid for pid, told in below(driver) if is_worker(pid, told)]
        if not workers:
            return False
        struck = chance.choice(workers)
    with suppress(ProcessLookupError):
        os.kill(struck, 9)
        return True
    return False


def is_worker(pid: int, told: str) -> bool:
    """Say whether a process does tasks: of Ray it says so, of a crew its parent is the server that makes them."""
    return told.startswith("ray::_perform") or "forkserver" in command_of(parent_of(pid))


def outlived(driver: int) -> list[str]:
    """Give the processes of ours that are there a minute after their driver's end: it must be seen by them."""
    mark = f"SCALE_KILLS={os.getpid()}\0".encode()
    for _ in range(LAST * 2):
        left = [pid for pid in marked(mark) if pid != driver]
        if not left:
            return []
        time.sleep(0.5)
    found = [f"outlived its driver: {command_of(pid)[:120]}" for pid in left]
    for pid in left:
        with suppress(ProcessLookupError):
            os.kill(pid, 9)
    return found


def marked(mark: bytes) -> Iterator[int]:
    """Give the processes that have our mark in their environment, and are no zombies."""
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if mark in (place / "environ").read_bytes():
                yield int(place.name)


def contents(out: Path) -> dict[str, bytes]:
    """Give every file of a run, but for its lock."""
    found = {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
    found.pop("work/lock", None)
    return found


def differing(out: Path, calm: Path) -> Sequence[str]:
    """Give the files that are not those of a run that nobody disturbed."""
    found, expected = contents(out), contents(calm)
    return [f"{name} differs" for name in sorted(found.keys() | expected) if found.get(name) != expected.get(name)]


def remove(out: Path) -> None:
    """Remove a run."""
    for path in sorted(out.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()


if __name__ == "__main__":
    sys.exit(main())
