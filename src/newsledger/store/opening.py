"""Opens a ledger, whichever database has it."""

from pathlib import Path

from newsledger.errors import StoreError
from newsledger.store.address import Place, is_on_server
from newsledger.store.sqlite import open_file
from newsledger.store.tables import TableStore


def open_ledger(place: Place, *, new: bool = False) -> TableStore:
    """Open a ledger.

    Args:
        place: A file, or the address of a PostgreSQL database: ``postgresql://user@host/database``.
        new: Make it where it is not there.

    Raises:
        StoreError: It is not there, is no ledger, is one of a newer version, or cannot be opened.
    """
    if not is_on_server(place):
        return open_file(Path(place), new=new)
    try:
        from newsledger.store.postgres import open_database  # noqa: PLC0415 - an extra, which not everybody has
    except ImportError as error:
        told = f"found no {error.name or 'psycopg'}; install it with: pip install 'newsledger[postgres]'"
        raise StoreError(told) from error
    return open_database(str(place), new=new)
