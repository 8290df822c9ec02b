"""Saves what still holds of a damaged ledger into a new one."""

from collections.abc import Iterator
from pathlib import Path

from newsledger.ledger.grouping import group_all
from newsledger.model import Record
from newsledger.pipeline import load_other_names
from newsledger.show import settlement
from newsledger.store import Loss, Reading, Store, take_apart


def recover(store: Store, old: Path, *, run: int) -> Iterator[Loss]:
    """Put all that holds of a damaged ledger into a new one, and group its articles.

    A record is saved where it is, to the last character, the one of its digest; the tables are made anew of it.

    Args:
        store: The new ledger, with nothing in it.
        old: The damaged file; it is only read.
        run: The number of the run.

    Yields:
        What was lost, once the rest of it is safe.

    Raises:
        StoreError: The old file cannot be read at all, or the new one cannot be written.
    """
    names = load_other_names()

    def take(record: Record) -> Reading:
        settled = {one.id: settlement(one, record) for one in record.expectations}
        return take_apart(record, settled=settled, aliases=names)

    yield from store.recover(old, take, run=run)
    for _ in group_all(store):
        pass
