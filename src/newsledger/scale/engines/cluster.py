"""A cluster of Ray: one that is there, or one of this machine for as long as a run lasts."""

import os
import re
import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from newsledger.errors import NewsledgerError
from newsledger.ledger.add import cores
from newsledger.scale.tasks import Done, RunOptions, Task, lost
from newsledger.scale.work import prepare

#: What a task is said to need: a reader has 400 MiB, a shard of pages and what it gives the rest.
_MEMORY = 1 << 30
#: Tasks that wait for a place, for each that is done.
_WAITING = 2
_LOCAL = "127.0.0.1"
#: Where the head of a cluster listens: ``10.0.0.1:6379``, ``ray://10.0.0.1:10001``.
_PLACE = re.compile(r"(?:ray://)?([^:/]+):(\d+)")
_SECONDS = 10
#: Nobody is told that, and how, Ray is used; it must be so before Ray is imported.
_SILENT = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0", "RAY_DEDUP_LOGS": "0"}


@contextmanager
def cluster(options: RunOptions, *, jobs: int | None, address: str | None) -> "Iterator[Cluster]":
    """Have a cluster that does tasks, as long as the block lasts.

    Args:
        options: How is read.
        jobs: The most tasks at once; None for as many as the cluster has cores.
        address: Of a cluster that is there; None for one on this machine.

    Raises:
        NewsledgerError: Ray is not installed, or the cluster does not answer.
    """
    os.environ.update(_SILENT)
    try:
        import ray  # noqa: PLC0415 - of the extra "scale"
    except ImportError as error:
        told = "found no ray; install it with: python -m pip install 'newsledger[scale]', or use --engine local"
        raise NewsledgerError(told) from error
    if address:
        _refuse_nobody(address)
    begun: dict[str, Any] = {"address": address} if address else {
        "address": "local", "num_cpus": jobs or cores(), "include_dashboard": False, "_node_ip_address": _LOCAL,
    }  # fmt: skip
    try:
        ray.init(**begun, log_to_driver=False, configure_logging=False, runtime_env=None)
    except (ConnectionError, OSError, RuntimeError, ValueError) as error:
        raise NewsledgerError(f"found no cluster at {address or 'this machine'}: {error}") from error
    try:
        yield Cluster(ray, options, jobs or max(1, int(ray.cluster_resources().get("CPU", 1))))
    finally:
        ray.shutdown()


def _refuse_nobody(address: str) -> None:
    """Refuse an address at which nobody listens, for which Ray would wait many minutes."""
    place = _PLACE.fullmatch(address)
    if place is None:  # "auto" and the like, which Ray knows what to do with
        return
    try:
        socket.create_connection((place[1], int(place[2])), _SECONDS).close()
    except (OSError, ValueError, OverflowError) as error:
        told = "expected the address that 'ray start' has printed"
        raise NewsledgerError(f"found no cluster at {address} ({error}), {told}") from error


@dataclass(frozen=True, slots=True)
class Cluster:
    """A cluster as an engine."""

    ray: Any
    options: RunOptions
    jobs: int

    def run(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """Do tasks; see ``Engine.run``."""
        # However often a process or a machine ends, the journal of the shard says when it is enough.
        remote = self.ray.remote(num_cpus=1, memory=_MEMORY, max_retries=-1, retry_exceptions=False)(_perform)
        under_way: dict[Any, Task] = {}
        for task in tasks:
            under_way[remote.remote(self.options, task)] = task
            if len(under_way) >= self.jobs * _WAITING:
                yield self._next(under_way)
        while under_way:
            yield self._next(under_way)

    def _next(self, under_way: dict[Any, Task]) -> Done:
        (ready,), _ = self.ray.wait(list(under_way), num_returns=1)
        task = under_way.pop(ready)
        try:
            done: Done = self.ray.get(ready)
        except self.ray.exceptions.RayError as error:
            return lost(task, f"{type(error).__name__}: {' '.join(str(error).split())[-300:]}")
        return done


def _perform(options: RunOptions, task: Task) -> Done:
    """Do a task in a process of the cluster; what reads is loaded with the first one."""
    try:
        return _reader(options)(task)
    except (NewsledgerError, ValueError) as error:
        return lost(task, str(error))


@lru_cache(maxsize=1)
def _reader(options: RunOptions) -> Callable[[Task], Done]:
    with suppress(KeyError):
        del os.environ["OMP_NUM_THREADS"]
    return prepare(options)
