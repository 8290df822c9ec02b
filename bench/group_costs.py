"""Where the time of grouping goes: what each part of it took of the processor, by the parts' own functions."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

from newsledger.ledger.grouping import happenings, steps
from newsledger.ledger.grouping.happenings import HappeningsJob
from newsledger.ledger.grouping.pairs.copying import Copying
from newsledger.ledger.grouping.pairs.neighbouring import Neighbouring
from newsledger.ledger.grouping.persons import SightingsJob
from newsledger.ledger.grouping.sharing import Job, do
from newsledger.store.groups import Source
from newsledger.store.tables.groups import tables
from newsledger.store.tables.groups.persons import TablePersons
from newsledger.store.tables.groups.scheduled import TableScheduled

#: What is told apart. SQL is told beside: it is a part of each of the others.
_OF_JOBS: dict[type, str] = {Source: "weighing", HappeningsJob: "happenings", SightingsJob: "persons"}
COLUMNS = ("weighing", "copies", "neighbours", "stories", "happenings", "keys", "written", "persons", "other")
SQL = "SQL"
_PARTS: tuple[tuple[Any, tuple[str, ...], str], ...] = (
    (Copying, ("add", "remove"), "copies"),
    (Neighbouring, ("add", "remove", "settle_nearness"), "neighbours"),
    (steps, ("gather",), "stories"),
    (happenings, ("units_of",), "keys"),
    (TableScheduled, ("put",), "keys"),
    (tables.TableGroups, ("put_chains", "put_mentions"), "written"),
    (steps, ("join_some",), "persons"),
)
_QUERIES: tuple[tuple[Any, tuple[str, ...]], ...] = (
    (tables.TableGroups, ("_all", "_do", "_many")),
    (TablePersons, ("_all", "_do", "_many")),
    (TableScheduled, ("_all", "put")),
    (tables, ("put_chains", "drop_chains", "drop_scheduled", "put_row")),
)


@dataclass(slots=True)
class Watch:
    """Seconds of the processor by part; what a part has done by another one counts for that alone.

    Attributes:
        spent: By part.
        sql: Of all of it, in the database.
        depth: Of questions to that, one inside another.
    """

    spent: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    sql: float = 0.0
    depth: int = 0
    stack: list[str] = field(default_factory=lambda: ["other"])
    since: float = field(default_factory=time.process_time)

    def turn(self) -> None:
        """Charge what has passed to the part that runs."""
        now = time.process_time()
        self.spent[self.stack[-1]] += now - self.since
        self.since = now

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Charge what is done meanwhile to a part."""
        self.turn()
        self.stack.append(name)
        try:
            yield
        finally:
            self.turn()
            self.stack.pop()

    @contextmanager
    def query(self) -> Iterator[None]:
        """Charge what is done meanwhile to the database, too."""
        before, self.depth = time.process_time(), self.depth + 1
        try:
            yield
        finally:
            self.depth -= 1
            if not self.depth:
                self.sql += time.process_time() - before

    def take(self) -> dict[str, float]:
        """Give what was spent, and begin anew."""
        self.turn()
        spent = {**dict.fromkeys(COLUMNS, 0.0), **self.spent, SQL: self.sql}
        self.spent, self.sql = defaultdict(float), 0.0
        return spent

    def do_jobs(self, jobs: Iterable[Job]) -> Iterator[Any]:
        """Do the jobs of grouping in this process."""
        for job in jobs:
            with self.part(_OF_JOBS[type(job)]):
                made = do(job)
            yield made


@contextmanager
def watched() -> Iterator[Watch]:
    """Watch the parts of grouping."""
    watch, patches = Watch(), []
    for owner, names, part in _PARTS:
        patches += [patch.object(owner, name, _around(getattr(owner, name), watch.part, part)) for name in names]
    for owner, names in _QUERIES:
        patches += [patch.object(owner, name, _around(getattr(owner, name), watch.query)) for name in names]
    with ExitStack() as stack:
        for one in reversed(patches):  # what is watched twice is a part on the outside
            stack.enter_context(one)
        yield watch


def _around(function: Callable[..., Any], context: Callable[..., Any], *told: str) -> Callable[..., Any]:
    def run(*given: Any, **named: Any) -> Any:
        with context(*told):
            return function(*given, **named)

    return run
