"""Tries again what could not be read: from the bytes that are kept, else from the files."""

from collections.abc import Iterator
from pathlib import Path

from newsledger.errors import StoreError
from newsledger.intake import MAX_BYTES, STREAM, Found, file_of, path_of_address, read_sources
from newsledger.ledger.add import AddCrew, add
from newsledger.model import Failure
from newsledger.store import HeldFailure, Outcome, Writes, restore


def retry(store: Writes, crew: AddCrew, *, run: int, limit: int = MAX_BYTES) -> Iterator[Outcome]:
    """Try again each failure of a ledger; one that is none any more is dropped.

    What came from a stream, or from an archive without its bytes being kept, cannot be tried: add
    that source again.

    Args:
        store: The ledger.
        crew: Who reads.
        run: The number of the run.
        limit: The most bytes that a page may have.

    Raises:
        StoreError: The ledger refused. All outcomes that were given before hold.
    """
    failures = store.failures()
    kept = [one for one in failures if one.has_bytes]
    yield from add(store, (_found(store, one) for one in kept), crew, run=run, again=True)
    there = {one.key: path for one in failures if not one.has_bytes and (path := _path(one))}
    paths = list(dict.fromkeys(there.values()))
    # Whether bytes are to be kept, whoever added it decided; a failure without them has none to go by.
    yield from add(store, read_sources(paths, limit=limit), crew, run=run, again=True)
    attempts = {one.key: one.attempts for one in failures}
    store.mend(one.key for one in store.failures() if one.key in there and one.attempts == attempts[one.key])


def _found(store: Writes, failure: HeldFailure) -> Found | Failure:
    try:
        capture = restore(store.kept(failure.key))
    except StoreError as error:
        return Failure(url=failure.url, sha256=None, room="store", reason=str(error))
    return Found(capture=capture, address=failure.address, place=failure.url)


def _path(failure: HeldFailure) -> Path | None:
    """Give the file that a failure without bytes came from, None for a stream or an address of the web."""
    if failure.address is not None:
        return path_of_address(failure.address)
    if failure.url is None or failure.url.startswith((STREAM, "http://", "https://")):
        return None
    return Path(file_of(failure.url))
