"""Copies a ledger into another file, while others write."""

import os
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from newsledger.errors import StoreError
from newsledger.store.sqlite.connection import DAMAGED, distrust, is_damage
from newsledger.store.sqlite.statements import load


def backup(connection: sqlite3.Connection, path: Path) -> int:
    """Copy the ledger as it is at this moment; see ``Store.backup``."""
    if path.exists():
        raise StoreError(f"{path}: found something there, expected a new file; name another one")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise _refused(path, error) from error
    os.close(handle)
    part = Path(name)
    try:
        articles = _copy(connection, part)
        _give_name(part, path)
    except (sqlite3.Error, OSError) as error:
        if is_damage(error):
            raise StoreError(f"the ledger cannot be copied: {error}; {DAMAGED}") from error
        raise _refused(path, error) from error
    finally:
        part.unlink(missing_ok=True)
    return articles


def _copy(connection: sqlite3.Connection, part: Path) -> int:
    """Copy all pages in one read, which holds nobody up, and check the copy; give the number of its articles."""
    sql = load("check")
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
    return StoreError(f"{path}: cannot be written: {error}; name another place, or free this one")
