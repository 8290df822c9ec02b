"""Whatever was done to the bytes of a ledger, each command says in one line what is wrong, and none breaks off."""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ledger.ledgers import AT, make_ledger
from newsledger.cli import main
from newsledger.ledger.grouping import group_all
from newsledger.model import Failure
from newsledger.store import Entry
from repetitions import rounds
from store.conftest import entry_of, golden, reworded

COMMANDS = (
    ("search", "court"),
    ("search", "the", "--versions"),
    ("events",),
    ("events", "--count-by", "type", "--format", "table"),
    ("statements", "--format", "table"),
    ("outlook", "--state", "any"),
    ("actors", "--format", "csv"),
    ("sample", "--of", "events"),
    ("sample", "--of", "statements"),
    ("sample", "--of", "expectations", "--stratify", "type"),
    ("failures",),
    ("backup", "COPY"),
    ("forget", "https://copies.example/page", "--why", "asked"),
    ("verify", "LEDGER"),
)
#: How many places are changed, and in how many ways a file is cut; each is asked some of the commands, in turn.
FLIPS, CUTS, EACH = rounds(60, full=300), rounds(20, full=60), 2


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A ledger with a version, a failure and lives of expectations in it."""
    path = tmp_path_factory.mktemp("whole") / "ledger.db"
    with closing(make_ledger(path)) as store:
        run = store.begin("test", at=AT)
        failure = Failure(url="https://news.example/none", sha256=None, room="page", reason="no article")
        other = entry_of(
            reworded(golden("court-report"), "Muthengi", "Mutengah"), address="https://news.example/court-report"
        )
        store.put([other, Entry(kept=None, outcome=failure)], run=run)
        list(group_all(store))
        store.end(run, at=AT)
    return path.read_bytes()


def ask(path: Path, data: bytes, words: Sequence[str]) -> Result:
    """Write a ledger anew and ask it something."""
    copy = path.with_name("copy.db")
    for name in ("ledger.db-wal", "ledger.db-shm", "copy.db"):
        path.with_name(name).unlink(missing_ok=True)
    path.write_bytes(data)
    put = {"LEDGER": str(path), "COPY": str(copy)}
    options = [] if "LEDGER" in words else ["--ledger", str(path)]
    return CliRunner().invoke(main, [*(put.get(word, word) for word in words), *options])


def assert_is_told(result: Result, words: Sequence[str], where: str) -> None:
    """A command ends as commands do: with an answer, or with lines that say what is wrong."""
    shown = f"{' '.join(words)} on {where}: {result.stderr}"
    assert result.exception is None or isinstance(result.exception, SystemExit), shown
    assert result.exit_code in (0, 1), shown
    assert result.exit_code == 0 or result.stderr.strip(), shown
    assert "Traceback" not in result.stderr, shown
    if words[0] != "verify" and result.exit_code:
        assert result.stderr.splitlines()[-1].startswith("Error: "), shown


def flipped(data: bytes, seed: int) -> Iterator[tuple[str, bytes]]:
    """Change bits: one, a few that stand together, or all of a page; every tenth time those that say what it is."""
    chance = random.Random(seed)  # noqa: S311 - the same places each time
    for number in range(FLIPS):
        at = chance.randrange(200) if number % 10 == 0 else chance.randrange(len(data))
        width = (1, 1, 16, 4096)[number % 4]
        noise = bytes(byte ^ 1 << chance.randrange(8) for byte in data[at : at + width])
        yield f"{width} bytes from {at} on", data[:at] + noise + data[at + width :]


def cut(data: bytes, seed: int) -> Iterator[tuple[str, bytes]]:
    chance = random.Random(seed)  # noqa: S311 - the same places each time
    for _ in range(CUTS):
        at = chance.randrange(len(data))
        yield f"all behind {at}", data[:at]


@pytest.mark.parametrize("damaged", [flipped, cut], ids=["bytes-that-were-changed", "files-that-were-cut"])
def test_no_command_breaks_off(whole: bytes, tmp_path: Path, damaged: object) -> None:
    assert callable(damaged)
    commands = cycle(COMMANDS)
    for where, data in damaged(whole, 7):
        for words in islice(commands, EACH):
            assert_is_told(ask(tmp_path / "ledger.db", data, words), words, where)


def test_a_text_that_is_no_text_is_told_in_one_line_also_where_something_is_to_be_written(
    whole: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE articles SET text = CAST(x'410a420aff' AS TEXT)")

    words = ("forget", "https://copies.example/page", "--why", "asked")
    assert_is_told(ask(path, path.read_bytes(), words), words, "a text")


def test_what_is_damaged_is_told_with_what_to_do(whole: bytes, tmp_path: Path) -> None:
    page = 4096
    noise = b"\xff" * page
    # Whatever is asked, something of it lies in one of these pages.
    damaged = whole[: 2 * page] + noise * (len(whole) // page - 2)

    for words in COMMANDS[:12]:
        told = ask(tmp_path / "ledger.db", damaged, words)

        assert told.exit_code == 1, words
        (line,) = told.stderr.splitlines()
        for advice in ("newsledger verify", "the last backup", "newsledger recover OLD NEW"):
            assert advice in line, words


def test_codes_that_no_reader_wrote_are_told(whole: bytes, tmp_path: Path) -> None:
    odd = whole.replace(b'["headline", ', b'{"headline", ')

    told = ask(tmp_path / "ledger.db", odd, ("search", "the"))

    assert told.exit_code == 1
    assert "the ledger cannot be read: ValidationError" in told.stderr


def test_the_file_that_the_tests_damage_is_whole(whole: bytes, tmp_path: Path) -> None:
    for words in COMMANDS:
        told = ask(tmp_path / "ledger.db", whole, words)

        assert told.exit_code == 0, (words, told.stderr)
