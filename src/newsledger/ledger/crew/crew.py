"""Processes that share work: results in order, bounded memory; what one of them dies of costs one task."""

import math
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import connection, get_context
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from newsledger.errors import NewsledgerError
from newsledger.ledger.crew.start import start
from newsledger.ledger.crew.worker import serve

Task = TypeVar("Task")
Result = TypeVar("Result")

#: What a process has at hand while it works, so that it need not wait for us.
_AHEAD = 3
#: Processes that end at one task until it is lost.
_DEATHS = 2
#: What is given and not yet taken: tasks for each process, and bytes in all.
_WINDOW, _WINDOW_BYTES = 32, 1 << 26
#: Processes that end before they are ready, one after the other, until we give up.
_STARTS = 3
#: Seconds in which a process is ready, on the busiest machine.
_LOADING = 300


@dataclass(slots=True, kw_only=True)
class _Job(Generic[Task]):
    number: int
    task: Task
    size: int
    deaths: int = 0  # of processes that had this


@dataclass(slots=True, kw_only=True, eq=False)
class _Worker(Generic[Task]):
    """A process, and what it has to do; it works on the first of its jobs.

    Attributes:
        since: When it began with that, or to get ready.
        ahead: How many jobs it has at hand at most.
    """

    process: Any
    pipe: Any
    since: float
    ahead: int
    is_ready: bool = False
    jobs: deque[_Job[Task]] = field(default_factory=deque)

    def takes(self, job: _Job[Task]) -> bool:
        """Say whether it may be given a job: a suspect is worked on alone."""
        if job.deaths or any(one.deaths for one in self.jobs):
            return not self.jobs
        return len(self.jobs) < self.ahead


class Crew(Generic[Task, Result]):
    """Gives tasks to processes and their results back, in the order of the tasks.

    A process that ends in the middle of a task (a fault in a library, the system short of memory)
    is replaced; the tasks that it had are done again one by one, and the one at which it ends
    again is lost. So is a task that takes too long.

    Args:
        prepare: Makes, in each process, the function that works; both can be pickled.
        lost: Makes a result for a task that was lost, of the task and the reason.
        size: The most processes.
        seconds: The longest that one task may take.
        is_large: A task is the work of many seconds and keeps a count of its own of what it dies of: none is
            given before the one before is done, and it is done again however often a process ended at it.
        variables: Environment of the server that the processes are forks of, which it reads as it begins; of no use
            to one process alone.
    """

    def __init__(
        self,
        prepare: Callable[[], Callable[[Task], Result]],
        lost: Callable[[Task, str], Result],
        *,
        size: int,
        seconds: float,
        is_large: bool = False,
        variables: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._prepare = prepare
        self._lost = lost
        self._size = size
        self._seconds = seconds
        # One process alone would gain nothing, and its server would have the same in memory once more.
        self._variables = variables if size > 1 else {}
        self._ahead = 1 if is_large else _AHEAD
        self._deaths: float = math.inf if is_large else _DEATHS
        self._waiting: deque[_Job[Task]] = deque()
        self._workers: list[_Worker[Task]] = []
        self._done: dict[int, Result] = {}
        self._sizes: dict[int, int] = {}
        self._given = self._taken = self._false_starts = 0
        # A fork of this process would be there half a second sooner, and carry an open database along,
        # which SQLite forbids; so the processes are forks of a server that has loaded what all of them need.
        self._context: Any = get_context("spawn" if sys.platform == "win32" else "forkserver")
        if sys.platform != "win32":
            self._context.set_forkserver_preload(["__main__", getattr(prepare, "func", prepare).__module__])

    @property
    def is_full(self) -> bool:
        """Whether results should be taken before more tasks are given."""
        return self._given - self._taken >= _WINDOW * self._size or sum(self._sizes.values()) >= _WINDOW_BYTES

    @property
    def is_idle(self) -> bool:
        """Whether all results have been taken."""
        return self._given == self._taken

    def give(self, task: Task, size: int) -> None:
        """Give a task.

        Args:
            task: Something that can be pickled.
            size: About how many bytes it holds.
        """
        self._waiting.append(_Job(number=self._given, task=task, size=size))
        self._sizes[self._given] = size
        self._given += 1
        self._share_out()

    def pass_by(self, result: Result) -> None:
        """Put a result that needs no work in its place among the others."""
        self._done[self._given] = result
        self._given += 1

    def take(self, seconds: float) -> list[Result]:
        """Give the next results that are there, in order; wait so long for news where there are none.

        Raises:
            NewsledgerError: The processes cannot begin to work.
        """
        self._listen(0 if self._taken in self._done else seconds)
        results = []
        while self._taken in self._done:
            results.append(self._done.pop(self._taken))
            self._sizes.pop(self._taken, None)
            self._taken += 1
        return results

    def close(self) -> None:
        """End all processes; others are started when a task is given again."""
        while self._workers:
            self._dismiss(self._workers[0])

    def _share_out(self) -> None:
        while self._waiting:
            job = self._waiting[0]
            worker = min((one for one in self._workers if one.takes(job)), key=lambda one: len(one.jobs), default=None)
            if (worker is None or worker.jobs) and len(self._workers) < self._size:
                worker = self._start()
            if worker is None:
                return
            self._give_to(worker, self._waiting.popleft())

    def _start(self) -> _Worker[Task]:
        pipe, other = self._context.Pipe()
        process = start(self._context, serve, (other, self._prepare), self._variables)
        other.close()
        worker: _Worker[Task] = _Worker(process=process, pipe=pipe, since=time.monotonic(), ahead=self._ahead)
        self._workers.append(worker)
        return worker

    def _give_to(self, worker: _Worker[Task], job: _Job[Task]) -> None:
        if not worker.jobs and worker.is_ready:
            worker.since = time.monotonic()
        worker.jobs.append(job)
        # Should it have ended, we hear of that when we listen.
        with suppress(OSError):
            worker.pipe.send(job.task)

    def _listen(self, seconds: float) -> None:
        """Hear what the processes have to say, and end those that take too long."""
        busy: dict[Any, _Worker[Task]] = {worker.pipe: worker for worker in self._workers}
        due = min(map(self._due, self._workers), default=0)
        for pipe in connection.wait(list(busy), max(0, min(seconds, due - time.monotonic()))):
            self._hear(busy[pipe])
        now = time.monotonic()
        for worker in [one for one in self._workers if now > self._due(one)]:
            self._end_late(worker)
        self._share_out()

    def _due(self, worker: _Worker[Task]) -> float:
        """Say until when a process must have said something."""
        if not worker.is_ready:
            return worker.since + max(self._seconds, _LOADING)
        return worker.since + self._seconds if worker.jobs else math.inf

    def _hear(self, worker: _Worker[Task]) -> None:
        try:
            kind, said = worker.pipe.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        worker.since = time.monotonic()
        if kind == "unable":
            raise NewsledgerError(said)
        if kind == "ready":
            worker.is_ready, self._false_starts = True, 0
            return
        job = worker.jobs.popleft()
        self._done[job.number] = said if kind == "done" else self._lost(job.task, said)

    def _bury(self, worker: _Worker[Task]) -> None:
        """Take a process for ended: what it had is done again, unless it ended at that once before."""
        self._dismiss(worker)
        why = _told(worker.process.exitcode)
        if not worker.is_ready:
            self._count_false_start(why)
        elif worker.jobs and worker.jobs[0].deaths + 1 >= self._deaths:
            job = worker.jobs.popleft()
            self._done[job.number] = self._lost(job.task, f"the process that read it ended, twice ({why})")
        elif worker.jobs:
            # What it had done before was heard of before its end; the others were never begun.
            worker.jobs[0].deaths += 1
        self._waiting.extendleft(reversed(worker.jobs))

    def _end_late(self, worker: _Worker[Task]) -> None:
        self._dismiss(worker)
        if not worker.is_ready:
            self._count_false_start("too slow")
        else:
            job = worker.jobs.popleft()
            told = f"found nothing to say after {self._seconds:g} seconds, expected a page that is read in that time"
            self._done[job.number] = self._lost(job.task, told)
        self._waiting.extendleft(reversed(worker.jobs))

    def _count_false_start(self, why: str) -> None:
        self._false_starts += 1
        if self._false_starts == _STARTS:
            raise NewsledgerError(f"the processes that read end before they begin ({why}); is there memory enough?")

    def _dismiss(self, worker: _Worker[Task]) -> None:
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.kill()
        worker.process.join()


def _told(code: int | None) -> str:
    """Say how a process ended."""
    if code is not None and code < 0:
        return signal.Signals(-code).name
    return f"exit code {code}"
