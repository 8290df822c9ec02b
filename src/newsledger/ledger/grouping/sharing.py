"""What of grouping needs no tables: done here, or by a crew, with the same result."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from newsledger.ledger.crew import Crew
from newsledger.ledger.grouping.happenings import HappeningsFound, HappeningsJob, find_in
from newsledger.ledger.grouping.persons import SightingsJob, see_in
from newsledger.ledger.grouping.reports import sign
from newsledger.store.groups import HeldReport, Seen, Source

#: An article whose words are to be weighed, stories whose happenings are looked for, an article whose persons are seen.
Job = Source | HappeningsJob | SightingsJob
Made = HeldReport | HappeningsFound | tuple[Seen, ...]
#: Gives what comes of jobs, in their order.
DoJobs = Callable[[Iterable[Any]], Iterator[Any]]
_PATIENCE = 0.5
#: About the bytes of a job: a crew bounds what it holds at once by their sum, and a guess is enough for that.
_SIZE = 1 << 14


def do(job: Job) -> Made:
    """Do a job; whoever does it, the same comes of it."""
    if isinstance(job, Source):
        return sign(job)
    return find_in(job) if isinstance(job, HappeningsJob) else see_in(job)


def in_process(jobs: Iterable[Any]) -> Iterator[Any]:
    """Do jobs in this process."""
    return map(do, jobs)


def with_crew(crew: Crew[Any, Any]) -> DoJobs:
    """Have jobs done by a crew that can do them beside what it was made for; what it loses is done here."""

    def do_jobs(jobs: Iterable[Job]) -> Iterator[Made]:
        for job in jobs:
            crew.give(job, _SIZE)
            yield from crew.take(0)
            while crew.is_full:
                yield from crew.take(_PATIENCE)
        while not crew.is_idle:
            yield from crew.take(_PATIENCE)

    return do_jobs
