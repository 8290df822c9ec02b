"""Processes of this machine, one thread each: the same crew that adds to a ledger."""

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from newsledger.ledger.add import cores
from newsledger.ledger.crew import Crew
from newsledger.ledger.loaded import ahead
from newsledger.scale.tasks import Done, RunOptions, Task, lost
from newsledger.scale.work import prepare

_PATIENCE = 0.5


@contextmanager
def local(options: RunOptions, *, jobs: int | None) -> "Iterator[Local]":
    """Have processes that do tasks, as long as the block lasts."""
    crew: Crew[Task, Done] = Crew(
        partial(prepare, options),
        lost,
        size=jobs or cores(),
        seconds=math.inf,
        is_large=True,
        variables=ahead(options.reader),
    )
    try:
        yield Local(crew)
    finally:
        crew.close()


@dataclass(frozen=True, slots=True)
class Local:
    """A crew as an engine."""

    crew: Crew[Task, Done]

    def run(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """Do tasks; see ``Engine.run``."""
        for task in tasks:
            self.crew.give(task, 1)
            yield from self.crew.take(0)
            while self.crew.is_full:
                yield from self.crew.take(_PATIENCE)
        while not self.crew.is_idle:
            yield from self.crew.take(_PATIENCE)
