"""The processes that a process has begun, as Linux tells of them."""

import os
from collections.abc import Iterator
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")


def below(driver: int) -> Iterator[tuple[int, str]]:
    """Give the processes that a process has begun, and those have, with their command lines."""
    parents = {int(one.name): parent_of(int(one.name)) for one in Path("/proc").glob("[0-9]*")}
    for pid in parents:
        above = pid
        while above in parents and above != driver:
            above = parents[above]
        if above == driver and pid != driver:
            yield pid, command_of(pid)


def parent_of(pid: int) -> int:
    """Give the parent of a process, 0 where there is none."""
    try:
        return int((Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError):
        return 0


def command_of(pid: int) -> str:
    """Give the command line of a process."""
    try:
        return (Path("/proc") / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    except OSError:
        return ""


def worked(pid: int) -> float:
    """Give the seconds of processors that a process has had."""
    try:
        values = (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(values[11]) + int(values[12])) / _TICK


def own_share(pid: int) -> int:
    """Give the bytes of memory of a process, of what is shared its part (PSS)."""
    try:
        lines = (Path("/proc") / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) << 10 for line in lines if line.startswith("Pss:"))
