"""A whole ledger holds, and each kind of damage is told."""

import sqlite3
import subprocess
import sys
import zlib
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from ledger.ledgers import make_ledger
from newsledger.cli import main
from newsledger.ledger.upkeep.check import Sum, check_ledger
from newsledger.store import open_ledger
from newsledger.store.packing import LONGEST
from store.conftest import GOLDEN

N = len(GOLDEN)
#: What was done to the file, and what is told of it.
DAMAGE = {
    "a-character-of-a-text": (
        "UPDATE articles SET text = replace(text, 'prison', 'poison') WHERE headline LIKE 'Ex-county%'",
        "the text does not match its sha256",
    ),
    "a-text-and-its-hash": (
        "UPDATE articles SET text_sha256 = 'a', text = text || '.' WHERE headline LIKE 'Ex-county%'",
        "its text is not the one that its page",
    ),
    "a-page": ("UPDATE bytes SET packed = :other", "have the sha256"),
    "a-page-cut": ("UPDATE bytes SET packed = substr(packed, 1, 20)", "cannot be unpacked"),
    "lost-bytes": ("DELETE FROM bytes", "are not there"),
    "bytes-of-nobody": ("INSERT INTO bytes VALUES ('abc', 1, x'00')", "no capture has them"),
    "another-address": ("UPDATE captures SET address = 'https://other.example/'", "was changed after it was put"),
    "a-record": ("UPDATE readings SET record = :other", "found a record of another form"),
    "a-bomb": ("UPDATE readings SET record = :bomb WHERE reading = 1", "it is longer than 67,108,864 bytes"),
    "a-page-that-is-a-bomb": (
        "UPDATE bytes SET packed = :bomb WHERE sha256 = (SELECT min(sha256) FROM bytes)",
        "it is longer than 268,435,456 bytes",
    ),
    "what-would-settle-it": ("UPDATE expectations SET settled = 'x'", "expectations: settled 'x', the record says"),
    "where-it-was-seen": ("UPDATE sightings SET address = 'https://other.example/'", "its page says"),
    "a-works-address": (
        "UPDATE works SET address = 'https://other.example/' WHERE work = 1",
        "none at which it was seen",
    ),
    "a-works-lost-address": ("UPDATE works SET address = NULL", "none at which it was seen"),
    "an-address-as-it-was-given": ("UPDATE captures SET url = 'https://other.example/'", "kept under another address"),
    "the-order-of-parties": ("UPDATE parties SET ordinal = ordinal + 1", "is not the one of the event"),
    "a-version-of-a-maker": ("UPDATE makers SET version = '9'", "is not the one that it names"),
    "a-trigger": (
        "CREATE TRIGGER spy AFTER INSERT ON runs BEGIN DELETE FROM tombstones; END",
        "found the trigger spy, which no ledger has",
    ),
    "a-view": ("CREATE VIEW more AS SELECT 1", "found the view more, which no ledger has"),
    "a-view-changed": (
        "DROP VIEW rules; CREATE VIEW rules AS SELECT 1",
        "the view rules is another than the one that was shipped",
    ),
    "a-trigger-gone": ("DROP TRIGGER events_insert", "the trigger events_insert is not there"),
    "an-index-gone": ("DROP INDEX awaited_by_key", "the index awaited_by_key is not there"),
    "a-digest": ("UPDATE readings SET digest = 'a' || reading", "not the one of its digest"),
    "a-maker": ("UPDATE makers SET made_by = replace(made_by, 'none', 'more')", "does not match its hash"),
    "a-standing": ("UPDATE events SET standing = 'denied' WHERE standing = 'happened'", "the record says standing"),
    "words-of-a-trigger": ("UPDATE events SET \"trigger\" = 'x'", "the record says trigger"),
    "a-statement-gone": (
        "DELETE FROM statements WHERE id = (SELECT id FROM statements ORDER BY id LIMIT 1)",
        "statements: a row of the record is not there",
    ),
    "an-actor-of-nobody": (
        "INSERT INTO actors SELECT 'x', article, 'k', '', kind, country, sector, role, 1, 1, 2, 1 FROM actors LIMIT 1",
        "actors: found 1 of its rows without a record",
    ),
    "a-spelling-gone": ("DELETE FROM spellings", "spellings: a row of the record is not there"),
    "a-headline": ("UPDATE articles SET headline = 'x'", "articles: headline is 'x'"),
    "a-count": ("UPDATE entities SET mentions = mentions + 1", "are not those of the tables"),
    "a-tally": ("UPDATE tallies SET happenings = happenings + 1", "are not those of the events"),
    "a-tally-gone": ("DELETE FROM tallies", "are not those of the events"),
    "somebody-spoken-of-nowhere": ("INSERT INTO about VALUES ('nobody', 1, NULL)", "is spoken of in no statement"),
    "a-reading-gone": ("DELETE FROM readings WHERE reading = 1", "1 without a reason"),
    "no-current-version": ("UPDATE articles SET current = 0 WHERE article = 1", "0 of its 1 versions are current"),
    "no-current-reading": ("UPDATE readings SET current = 0 WHERE article = 1", "0 of its readings are current"),
    "a-sighting-gone": ("DELETE FROM sightings", "neither an article nor a failure"),
    "an-article-gone": ("DELETE FROM articles WHERE article = 1", "names something that articles does not have"),
    "a-key": ("UPDATE events SET reported_by = 'nobody' WHERE event = 1", "that statements does not have"),
    "the-index-of-words": (
        "INSERT INTO articles_fts (articles_fts, rowid, headline) SELECT 'delete', ordinal, headline FROM articles",
        "the words to search by are not those of the texts",
    ),
    "a-page-that-was-forgotten": (
        "INSERT INTO tombstones SELECT 1, id, '', '[]', '{}', 'asked', 1, 1 FROM articles WHERE article = 1",
        "what it says is forgotten is there",
    ),
    "a-tombstone-too-many": (
        "INSERT INTO tombstones VALUES (1, 'x', '', '[]', '{\"articles\": 2}', 'asked', 1, 1)",
        "-2 without a reason",
    ),
    "words-left": (
        "INSERT INTO tombstones VALUES (1, 'x', '', '[]', '{}', 'asked', 0, 1)",
        "may be left in empty places",
    ),
}


def problems(path: Path) -> list[str]:
    with open_ledger(path) as store:
        return list(check_ledger(store, Sum()))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "ledger.db"
    make_ledger(path).close()
    return path


def test_a_whole_ledger_holds(whole: Path) -> None:
    result = CliRunner().invoke(main, ["verify", str(whole)])

    first, pages, last = result.stdout.splitlines()
    assert (result.exit_code, result.stderr) == (0, "")
    assert first == f"{N} versions of {N} articles, {N} readings, {N + 1} captures, 0 failures, 0 tombstones"
    assert pages == f"{N + 1} of {N + 1} pages give the same article again"
    held, _, receipts = last.partition(" receipts")[0].partition(" of ")
    assert held == receipts != "0"


def test_a_ledger_without_bytes_holds_and_says_so(tmp_path: Path) -> None:
    make_ledger(tmp_path / "ledger.db", with_bytes=False).close()

    result = CliRunner().invoke(main, ["verify", str(tmp_path / "ledger.db")])

    assert (result.exit_code, result.stderr) == (0, "")
    assert f"0 of 0 pages give the same article again; {N + 1} captures without their bytes" in result.stdout


def test_an_empty_ledger_has_nothing_amiss(tmp_path: Path) -> None:
    open_ledger(tmp_path / "ledger.db", new=True).close()

    assert problems(tmp_path / "ledger.db") == []


@pytest.mark.parametrize(("statement", "told"), DAMAGE.values(), ids=DAMAGE)
def test_damage_is_told(whole: Path, tmp_path: Path, statement: str, told: str) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(whole.read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        if ":" in statement.replace("://", ""):
            connection.execute(statement, {"other": zlib.compress(b"other"), "bomb": zlib.compress(bytes(LONGEST + 1))})
        else:
            connection.executescript(statement)

    result = CliRunner().invoke(main, ["verify", str(path)])

    assert told in result.stderr
    assert result.exit_code == 1
    assert "Traceback" not in result.stderr


def test_a_text_that_was_changed_holds_none_of_its_receipts(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(whole.read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(DAMAGE["a-character-of-a-text"][0])
    total = Sum()

    with open_ledger(path) as store:
        list(check_ledger(store, total))

    assert 0 < total.held < total.receipts


def test_a_file_that_was_cut_or_overwritten_is_told(whole: Path, tmp_path: Path) -> None:
    data = whole.read_bytes()
    for name, damaged in (
        ("cut.db", data[: len(data) // 2]),
        ("over.db", data[:200_000] + b"\xff" * 8192 + data[208_192:]),
        ("head.db", data[:100] + b"\xff" * 4000 + data[4100:]),
    ):
        (tmp_path / name).write_bytes(damaged)

        result = CliRunner().invoke(main, ["verify", str(tmp_path / name)])

        assert result.exit_code == 1
        assert result.stderr
        assert isinstance(result.exception, SystemExit)


def test_another_programs_database_is_no_ledger(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection, connection:
        connection.execute("CREATE TABLE t (a)")

    result = CliRunner().invoke(main, ["verify", str(tmp_path / "other.db")])

    assert result.exit_code == 1
    assert "found another program's SQLite file" in result.stderr


def test_a_ledger_with_a_strange_trigger_is_not_written_to(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(whole.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(DAMAGE["a-trigger"][0])
    words = ["forget", "https://copies.example/page", "--why", "asked", "--ledger", str(path)]

    told = CliRunner().invoke(main, words)

    assert told.exit_code == 1
    assert "a trigger that was not shipped, spy: nothing is written" in told.stderr
    assert CliRunner().invoke(main, ["events", "--ledger", str(path)]).exit_code == 0


def test_much_that_is_amiss_is_told_in_bounds(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(whole.read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
            "INSERT INTO times SELECT 'x' || i, 1, printf('%.*c', 900, 'x'), 1, 2, NULL, NULL, NULL, NULL, NULL FROM n"
        )

    told = CliRunner().invoke(main, ["verify", str(path)])

    assert told.exit_code == 1
    assert "times: found " in told.stderr
    assert len(told.stderr) < 20_000


VERIFY = """
import resource, sys
from newsledger.cli import main
held = int(next(line for line in open("/proc/self/status") if line.startswith("VmSize")).split()[1]) * 1024
resource.setrlimit(resource.RLIMIT_AS, (held + 500_000_000,) * 2)
main(["verify", sys.argv[1]])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are told apart there only")
@pytest.mark.parametrize(
    "made",
    [
        pytest.param(b"x" * 200_000_000, id="blob-of-200-MB"),
        pytest.param(b'{"times":[' + b"[]," * 16_000_000 + b"[]]}", id="record-of-50-MB"),
    ],
)
def test_a_crafted_ledger_is_verified_within_memory(whole: Path, tmp_path: Path, made: bytes) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(whole.read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        (last,) = connection.execute("SELECT max(reading) FROM readings").fetchone()
        connection.execute("UPDATE readings SET record = ? WHERE reading = ?", (zlib.compress(made), last))

    done = subprocess.run(
        [sys.executable, "-c", VERIFY, str(path)], capture_output=True, text=True, timeout=120, check=False
    )

    assert done.returncode == 1
    assert "found a record of another form" in done.stderr
