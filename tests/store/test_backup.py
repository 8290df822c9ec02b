"""A copy is whole, of one moment, and overwrites nothing."""

import fcntl
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from newsledger.errors import StoreError
from newsledger.store import Store, open_ledger
from store.conftest import GOLDEN, entry_of, from_golden

#: A ledger on a server is copied by the server's own tools.
pytestmark = pytest.mark.parametrize("place", ["sqlite"], indirect=True)


def test_a_copy_is_the_same_ledger_in_one_file(store: Store, run: int, tmp_path: Path) -> None:
    records = [from_golden(path) for path in GOLDEN]
    store.put([entry_of(record) for record in records], run=run)

    number = store.backup(tmp_path / "copy.db")

    assert number == len(records)
    assert sorted(path.name for path in tmp_path.iterdir() if "copy" in path.name) == ["copy.db"]
    with open_ledger(tmp_path / "copy.db") as copy:
        assert list(copy.records()) == records


def test_nothing_is_overwritten(store: Store, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("mine")

    with pytest.raises(StoreError, match="found something there, expected a new file"):
        store.backup(tmp_path / "copy.db")

    assert (tmp_path / "copy.db").read_text() == "mine"


KILLED = """
import os, sys
from pathlib import Path
from newsledger.store import open_ledger
from newsledger.store.sqlite import backup as copy
copy._give_name = lambda part, path: os._exit(9)
with open_ledger(Path(sys.argv[1])) as store:
    store.backup(Path(sys.argv[2]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="files cannot be held there")
def test_what_a_killed_backup_left_goes_with_the_next_one(store: Store, run: int, tmp_path: Path) -> None:
    store.put([entry_of(from_golden(GOLDEN[0]))], run=run)
    copies = tmp_path / "copies"
    copies.mkdir()
    subprocess.run([sys.executable, "-c", KILLED, tmp_path / "ledger.db", copies / "[1].db"], check=False)
    (left,) = copies.glob("*.part")

    with (copies / ".[1].db.other.part").open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        store.backup(copies / "[1].db")

        assert not left.exists()
        assert sorted(path.name for path in copies.glob("*.part")) == [".[1].db.other.part"]


def test_a_place_that_is_not_there_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        store.backup(tmp_path / "no" / "copy.db")


def test_a_copy_of_a_ledger_that_is_being_written_is_whole(
    make_store: Callable[[], Store], store: Store, run: int, tmp_path: Path
) -> None:
    stop = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(tmp_path / "ledger.db", timeout=60)) as writer:
            while not stop.is_set():
                with writer:
                    writer.execute("INSERT INTO runs (command, version, started_at) VALUES ('x', '1', 'now')")
                    writer.execute("INSERT INTO works (address) VALUES (NULL)")

    store.put([entry_of(from_golden(path)) for path in GOLDEN], run=run)
    thread = threading.Thread(target=write)
    thread.start()
    try:
        for number in range(5):
            make_store().backup(tmp_path / f"copy{number}.db")
    finally:
        stop.set()
        thread.join()

    for number in range(5):
        with closing(sqlite3.connect(tmp_path / f"copy{number}.db")) as copy:
            # Each of the other's transactions is there whole: a run and a work.
            runs, works = copy.execute("SELECT (SELECT count(*) FROM runs), (SELECT count(*) FROM works)").fetchone()
        assert runs - 1 == works - len(GOLDEN)
