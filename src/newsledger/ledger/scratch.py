"""A ledger for one answer: pages that are in none are read into one that goes when the answer is given."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from newsledger.intake import Found
from newsledger.ledger.add import AddCrew, add
from newsledger.model import Failure
from newsledger.store import Outcome, Store, open_ledger

#: A run needs a moment; this one is asked by nobody.
_AT = "1970-01-01T00:00:00+00:00"


@contextmanager
def scratch(found: Iterable[Found | Failure], crew: AddCrew, tell: Callable[[Outcome], None]) -> Iterator[Store]:
    """Read pages into a ledger that lasts as long as the block.

    Args:
        found: The pages.
        crew: Who reads.
        tell: Is told what became of each page.
    """
    with (
        TemporaryDirectory(prefix="newsledger") as folder,
        open_ledger(Path(folder) / "scratch.db", new=True) as store,
    ):
        run = store.begin("add", at=_AT)
        for outcome in add(store, found, crew, run=run, with_bytes=False):
            tell(outcome)
        yield store
