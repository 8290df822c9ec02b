"""A ledger answers where nothing can be written; what is no file is refused."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from ledger.ledgers import AT, make_ledger
from newsledger.cli import main
from newsledger.ledger.grouping import group_all
from newsledger.store import Store

#: What can be asked where nothing can be written, and what cannot be done there.
ASKED = (
    ("search", "court", "--versions"),
    ("events",),
    ("events", "--count-by", "type"),
    ("statements",),
    ("outlook", "--state", "any"),
    ("actors",),
    ("sample", "--of", "events"),
    ("failures",),
)
DONE = (("add", "-"), ("forget", "https://copies.example/page", "--why", "asked"))
#: Asks as root and then, in a process that has loaded all it needs, as a user who may only read.
ASK = """
import json, os, sys
from click.testing import CliRunner
from newsledger.cli import main

def ask(words):
    told = CliRunner().invoke(main, words)
    return [told.exit_code, told.stdout, told.stderr, repr(told.exception)]

warm, folder, commands = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
for words in commands:
    ask([word.replace("LEDGER", warm).replace("COPY", "warm") for word in words])
if os.getuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
print(json.dumps([ask([word.replace("LEDGER", folder + "/ledger.db") for word in words]) for words in commands]))
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody may look into, as a temporary one of pytest's is not."""
    made = Path(tempfile.mkdtemp(dir="/tmp")).resolve()
    made.chmod(0o755)
    yield made
    made.chmod(0o755)
    shutil.rmtree(made)


def asked_by_a_reader(folder: Path, tmp_path: Path, *commands: tuple[str, ...]) -> list[list[object]]:
    """Ask a ledger as somebody who may write neither the file nor its folder."""
    shutil.copy(folder / "ledger.db", tmp_path / "warm.db")
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)
    words = [[*one, "--ledger", "LEDGER"] if one[0] != "verify" else list(one) for one in commands]
    arguments = [str(tmp_path / "warm.db"), str(folder), json.dumps(words)]
    done = subprocess.run([sys.executable, "-c", ASK, *arguments], check=True, capture_output=True, text=True, input="")
    answers: list[list[object]] = json.loads(done.stdout)
    return answers


def closed_ledger(folder: Path) -> Path:
    path = folder / "ledger.db"
    with closing(make_ledger(path)) as store:
        list(group_all(store))
    return path


def test_all_questions_are_answered_where_nothing_can_be_written(folder: Path, tmp_path: Path) -> None:
    path = closed_ledger(folder)
    expected = [CliRunner().invoke(main, [*words, "--ledger", str(path)]).stdout for words in ASKED]

    answers = asked_by_a_reader(folder, tmp_path, *ASKED)

    assert [(code, out) for code, out, _, _ in answers] == [(0, out) for out in expected]
    assert all(expected[:-1])
    assert sorted(one.name for one in folder.iterdir()) == ["ledger.db"]


def test_a_ledger_is_checked_and_copied_where_nothing_can_be_written(folder: Path, tmp_path: Path) -> None:
    closed_ledger(folder)
    place = Path(tempfile.mkdtemp(dir="/tmp"))
    place.chmod(0o777)

    checked, copied = asked_by_a_reader(folder, tmp_path, ("verify", "LEDGER"), ("backup", str(place / "COPY.db")))

    whole = CliRunner().invoke(main, ["verify", str(place / "COPY.db")])
    shutil.rmtree(place)
    assert (checked[0], checked[2]) == (0, "")
    assert copied[0] == 0
    assert whole.exit_code == 0
    assert checked[1] == whole.stdout


def test_a_ledger_is_answered_of_while_its_owner_has_it_open(folder: Path, tmp_path: Path) -> None:
    store: Store = make_ledger(folder / "ledger.db")
    with sqlite3.connect(folder / "ledger.db") as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        connection.execute("UPDATE articles SET publisher = 'Changed in the log'")
    connection.close()

    ((code, out, err, _),) = asked_by_a_reader(folder, tmp_path, ("search", "court"))

    store.close()
    assert (code, err) == (0, "")
    assert "Changed in the log" in str(out)


def test_what_would_change_a_ledger_is_refused_where_nothing_can_be_written(folder: Path, tmp_path: Path) -> None:
    closed_ledger(folder)

    answers = asked_by_a_reader(folder, tmp_path, *DONE)

    for code, _, err, _ in answers:
        assert code == 1
        assert "it can only be read here; copy it to where you may write" in str(err)


def test_a_log_that_cannot_be_taken_in_is_told(folder: Path, tmp_path: Path) -> None:
    store = make_ledger(folder / "ledger.db")
    store.begin("test", at=AT)
    shutil.copy(folder / "ledger.db-wal", tmp_path / "log")
    store.close()
    shutil.copy(tmp_path / "log", folder / "ledger.db-wal")

    ((code, _, err, _),) = asked_by_a_reader(folder, tmp_path, ("events",))

    assert code == 1
    assert "the log beside it (ledger.db-wal) cannot be taken in" in str(err)


@pytest.mark.parametrize("words", [("add", "-"), ("events",), ("failures",), ("verify", ":memory:")])
def test_a_ledger_in_memory_is_refused(words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    options = [] if words[0] == "verify" else ["--ledger", ":memory:"]

    told = CliRunner().invoke(main, [*words, *options])

    assert told.exit_code != 0
    assert len(told.stderr.splitlines()) <= 4
    assert ":memory:" in told.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [("search", "x", "--ledger", "a.db"), ("recover", "a.db", "b.db")])
def test_a_pipe_is_no_ledger_and_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("a.db")

    told = CliRunner().invoke(main, words)

    assert told.exit_code == 1
    assert "found a pipe, a socket or a device, expected a file" in told.stderr
