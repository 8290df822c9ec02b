"""Copies a ledger into another file, while others write."""

import glob
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from newsledger.errors import StoreError
from newsledger.store.sqlite.connection import DAMAGED, distrust, is_damage
from newsledger.store.sqlite.statements import load

try:
    import fcntl
except ImportError:  # on Windows, where a leftover stays until somebody takes it away
    fcntl = None  # type: ignore[assignment]  # where there is none

#: What the name of a copy ends in that is not finished.
_PART = ".part"


def backup(connection: sqlite3.Connection, path: Path) -> int:
    """Copy the ledger as it is at this moment; see ``Store.backup``."""
    if path.exists():
        raise StoreError(f"{path}: found something there, expected a new file; name another one")
    try:
        _drop_leftovers(path)
        with _part(path) as part:
            articles = _copy(connection, part)
            _give_name(part, path)
    except (sqlite3.Error, OSError) as error:
        if is_damage(error):
            raise StoreError(f"the ledger cannot be copied: {error}; {DAMAGED}") from error
        raise _refused(path, error) from error
    return articles


@contextmanager
def _part(path: Path) -> Iterator[Path]:
    """Have a file beside the one that is to be, which others see to be at work as long as that is so."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_PART)
    part = Path(name)
    is_held = _hold(handle)
    if not is_held:
        os.close(handle)  # where files cannot be held, none that is open gets another name
    try:
        yield part
    finally:
        if is_held:
            os.close(handle)
        _drop(part)


def _drop_leftovers(path: Path) -> None:
    """Take away what backups to this place have left that were killed."""
    for part in path.parent.glob(f".{glob.escape(path.name)}.*{_PART}"):
        with suppress(OSError), part.open("rb") as file:
            if _hold(file.fileno()):
                _drop(part)


def _hold(handle: int) -> bool:
    """Hold a file, as long as it is open; say whether nobody else does."""
    if fcntl is None:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _drop(part: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm"):
        Path(f"{part}{ending}").unlink(missing_ok=True)


def _copy(connection: sqlite3.Connection, part: Path) -> int:
    """Copy all pages in one read, which holds nobody up, and check the copy; give the number of its articles."""
    sql = load("file")
    with closing(sqlite3.connect(part)) as copy:
        distrust(copy)
        connection.backup(copy)
        # One file by itself, without a log beside it.
        copy.execute(sql["in_one_file"])
        damaged = [row[0] for row in copy.execute(sql["integrity"]) if row[0] != "ok"]
        if damaged or copy.execute(sql["foreign_keys"]).fetchone():
            told = damaged[0].splitlines()[-1] if damaged else "rows name others that are not there"
            raise StoreError(f"the copy is not whole ({told}); {DAMAGED}")
        return int(copy.execute(sql["articles"]).fetchone()[0])


def _give_name(part: Path, path: Path) -> None:
    """Give the finished copy its name, unless somebody else has taken that meanwhile."""
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.chmod(0o666 & ~_umask())
    try:
        os.link(part, path)
    except FileExistsError as error:
        raise StoreError(f"{path}: found something there, expected a new file; name another one") from error
    except OSError:
        # Not every file system has links.
        part.rename(path)
    with suppress(OSError):
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _refused(path: Path, error: Exception) -> StoreError:
    return StoreError(
        f"{path}: cannot be written: {getattr(error, 'strerror', None) or error}; name another place, or free this one"
    )
