"""What of grouping needs no tables: done here, or by a crew, with the same result."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from newsledger.ledger.crew import Crew
from newsledger.ledger.grouping.happenings import Telling, Told, tell
from newsledger.ledger.grouping.reports import sign
from newsledger.store.groups import HeldReport, Source

#: An article whose words are to be weighed, or a story whose happenings are looked for.
Job = Source | Telling
#: Gives what comes of jobs, in their order.
Each = Callable[[Iterable[Any]], Iterator[Any]]
_PATIENCE = 0.5
_SIZE = 1 << 14


def do(job: Job) -> HeldReport | Told:
    """Do a job; whoever does it, the same comes of it."""
    return tell(job) if isinstance(job, Telling) else sign(job)


def here(jobs: Iterable[Job]) -> Iterator[HeldReport | Told]:
    """Do jobs in this process."""
    return map(do, jobs)


def by(crew: Crew[Any, Any]) -> Each:
    """Have jobs done by a crew that can do them beside what it was made for; what it loses is done here."""

    def each(jobs: Iterable[Job]) -> Iterator[HeldReport | Told]:
        for job in jobs:
            crew.give(job, _SIZE)
            yield from crew.take(0)
            while crew.is_full:
                yield from crew.take(_PATIENCE)
        while not crew.is_idle:
            yield from crew.take(_PATIENCE)

    return each
