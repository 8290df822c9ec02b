"""What follows when pages have come into a ledger."""

from typing import Any

from newsledger.cli.adding.progress import AddProgress, now
from newsledger.ledger.crew import Crew
from newsledger.ledger.grouping import group_all, with_crew
from newsledger.store import Store


def finish(store: Store, progress: AddProgress, crew: Crew[Any, Any], *, run: int) -> None:
    """Group stories and happenings with the help of those who read, and end the run."""
    progress.waits("looking which articles tell of the same …")
    for _ in group_all(store, with_crew(crew)):
        pass
    store.end(run, at=now())
