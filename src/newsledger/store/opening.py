"""Opens a ledger, whichever database has it."""

from pathlib import Path

from newsledger.store.sqlite import open_file
from newsledger.store.tables import TableStore


def open_ledger(place: Path, *, new: bool = False) -> TableStore:
    """Open a ledger.

    Args:
        place: A file.
        new: Make it where it is not there.

    Raises:
        StoreError: It is not there, is no ledger, is one of a newer version, or cannot be opened.
    """
    return open_file(place, new=new)
