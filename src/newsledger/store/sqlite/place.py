"""Where a ledger lies, and whether it can be written there or only be read."""

import os
from dataclasses import dataclass
from pathlib import Path

from newsledger.errors import StoreError
from newsledger.regular import regular

#: Where the first bytes of a file say how it is written, and what they say of one with a log beside it.
_WRITTEN, _WITH_LOG = 18, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """How to open a ledger file.

    Attributes:
        uri: Its address, as SQLite takes it.
        can_write: Whether it can be written there.
        seen: When it was written last, and its size: for one that is read without a lock, which needs a file beside
            it where none can be made. None where there is a lock.
    """

    uri: str
    can_write: bool
    seen: tuple[int, int] | None


def find_place(path: Path, *, new: bool) -> Place:
    """Find out how a ledger can be opened.

    Args:
        path: The file.
        new: It is to be made where it is not there.

    Raises:
        StoreError: It is not there, no file, or can only be read with a log that cannot.
    """
    if str(path) == ":memory:":
        raise StoreError(f"{path}: a ledger in memory would be gone at the end; name a file with --ledger")
    try:
        real = regular(path.resolve())
        there = real.exists()
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: a link to itself, before Python 3.13
        raise StoreError(f"{path}: cannot be opened: {error}; name another file with --ledger") from error
    if not there and not new:
        raise StoreError(f"{path}: found no ledger there; name one with --ledger, or make it with 'newsledger add'")
    if not there or real.is_dir() or _can_write(real):
        return Place(uri=real.as_uri(), can_write=True, seen=None)
    if not _is_bare(real):
        return Place(uri=f"{real.as_uri()}?mode=ro", can_write=False, seen=None)
    return Place(uri=f"{real.as_uri()}?mode=ro&immutable=1", can_write=False, seen=_seen(real))


def check_still(path: Path, place: Place) -> None:
    """See to it that nobody wrote to a ledger that was read without a lock.

    Raises:
        StoreError: Somebody did.
    """
    if place.seen is None:
        return
    real = path.resolve()
    if not _is_bare(real) or _seen(real) != place.seen:
        raise StoreError(f"{path}: somebody wrote to it while it was read; ask again")


def _can_write(real: Path) -> bool:
    """Say whether a file and the log beside it can be written."""
    if not os.access(real, os.W_OK):
        return False
    beside = [real.with_name(real.name + ending) for ending in ("-wal", "-shm")]
    return os.access(real.parent, os.W_OK) or all(os.access(one, os.W_OK) for one in beside)


def _is_bare(real: Path) -> bool:
    """Say whether a ledger has no log beside it now, and would have one when it is opened as always.

    Raises:
        StoreError: It has a log, and what leads through it is not there.
    """
    log = real.with_name(f"{real.name}-wal")
    try:
        with real.open("rb") as file:
            head = file.read(_WRITTEN + 1)
        has_log = log.exists() and log.stat().st_size > 0
    except OSError as error:
        raise StoreError(f"{real}: cannot be read: {error}; name another file with --ledger") from error
    if has_log and not real.with_name(f"{real.name}-shm").exists():
        told = "cannot be taken in where nothing can be written; copy both to where you may write"
        raise StoreError(f"{real}: the log beside it ({log.name}) {told}")
    return not has_log and head[_WRITTEN:] == bytes([_WITH_LOG])


def _seen(real: Path) -> tuple[int, int]:
    try:
        found = real.stat()
    except OSError as error:
        raise StoreError(f"{real}: cannot be read: {error}; name another file with --ledger") from error
    return found.st_mtime_ns, found.st_size
