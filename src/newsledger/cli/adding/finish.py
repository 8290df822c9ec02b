"""What follows when pages have come into a ledger."""

from newsledger.cli.adding.progress import AddProgress, now
from newsledger.ledger.grouping import group_all
from newsledger.store import Store


def finish(store: Store, progress: AddProgress, *, run: int) -> None:
    """Group stories and happenings, and end the run."""
    progress.waits("looking which articles tell of the same …")
    for _ in group_all(store):
        pass
    store.end(run, at=now())
