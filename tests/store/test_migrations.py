"""An older ledger is brought up to date: all of a migration or none, whenever the program is killed.

When a schema is released, its file is copied from ``store/sqlite/sql`` to ``tests/store/schemas``: from then
on it must not change, and ledgers that were made with it must open.
"""

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from newsledger.errors import StoreError
from newsledger.store import open_ledger
from newsledger.store.sqlite.connection import connect
from newsledger.store.sqlite.statements import migrations
from store.conftest import entry_of, golden

FROZEN = tuple(sorted((Path(__file__).parent / "schemas").glob("*.sql")))
#: Migrations of a kind that may come: a column with what it must hold, a table, and a change of rows.
LATER = (
    "ALTER TABLE runs ADD COLUMN host TEXT;\nUPDATE runs SET host = 'here';\nCREATE INDEX by_host ON runs (host);\n",
    "CREATE TABLE remarks (finding TEXT PRIMARY KEY) STRICT;\nINSERT INTO remarks VALUES ('a');\n",
)


def schema_of(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
    return [tuple(row) for row in rows]


def version_of(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@pytest.mark.parametrize("path", FROZEN, ids=lambda path: path.stem)
def test_a_released_schema_does_not_change(path: Path) -> None:
    assert migrations()[int(path.stem) - 1] == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("older", range(1, len(migrations()) + 1))
def test_a_ledger_of_each_older_version_is_brought_up_to_date(tmp_path: Path, older: int) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    connect(old, new=True, scripts=migrations()[:older]).close()

    with closing(connect(new, new=True)) as fresh, closing(connect(old, new=False)) as updated:
        assert version_of(updated) == len(migrations())
        assert schema_of(updated) == schema_of(fresh)


def test_what_a_ledger_holds_is_there_after_a_migration(tmp_path: Path) -> None:
    path, record = tmp_path / "ledger.db", golden("court-report")
    with open_ledger(path, new=True) as store:
        store.put([entry_of(record)], run=store.begin("test", at="2026-01-01T00:00:00+00:00"))

    with closing(connect(path, new=False, scripts=(*migrations(), *LATER))) as connection:
        assert version_of(connection) == len(migrations()) + 2
        assert [row["host"] for row in connection.execute("SELECT host FROM runs")] == ["here"]
        assert connection.execute("SELECT count(*) FROM events").fetchone()[0] == len(record.events)


def test_a_ledger_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    connect(tmp_path / "ledger.db", new=True, scripts=(*migrations(), *LATER)).close()

    count = len(migrations())
    with pytest.raises(
        StoreError, match=f"found schema {count + 2}, expected at most {count}; install a newer newsledger"
    ):
        open_ledger(tmp_path / "ledger.db")


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    connect(path, new=True).close()

    with pytest.raises(StoreError, match="cannot be opened as a ledger"):
        connect(path, new=False, scripts=(*migrations(), f"{LATER[0]}DROP TABLE nowhere;\n"))

    with open_ledger(path) as store:
        assert "host" not in [row[1] for row in store.connection.execute("PRAGMA table_info(runs)")]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_a_kill_between_any_two_statements_leaves_a_whole_version(tmp_path: Path) -> None:
    path, scripts = tmp_path / "ledger.db", (*migrations(), *LATER)
    reached, number = set(), 0
    while True:
        number += 1
        for file in tmp_path.iterdir():
            file.unlink()
        ended = _killed_at(number, path, scripts)

        with closing(sqlite3.connect(path)) as check:
            reached.add(version_of(check))
            assert check.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            tables = check.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            assert (tables > 0) == (version_of(check) > 0)
        with closing(connect(path, new=False, scripts=scripts)) as whole:
            assert version_of(whole) == len(scripts)
        if ended:
            break
    # It was killed in front of, between and after all of them.
    assert reached == set(range(len(scripts) + 1))


def _killed_at(number: int, path: Path, scripts: tuple[str, ...]) -> bool:
    """Open a ledger in a process that ends at a statement; say whether it came to its end before that."""
    child = os.fork()
    if child == 0:
        left = number

        def step(_: object, event: str, called: object) -> None:
            nonlocal left
            left -= event == "c_call" and getattr(called, "__name__", "") == "execute"
            if not left:
                os._exit(9)

        sys.setprofile(step)
        try:
            connect(path, new=True, scripts=scripts)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_the_articles_of_an_older_ledger_wait_to_be_grouped(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with closing(connect(path, new=True, scripts=migrations()[:2])) as connection:
        connection.execute("INSERT INTO works (work) VALUES (1)")
        for version, current in ((1, 0), (2, 1)):
            connection.execute(
                "INSERT INTO articles (id, work, version, current, published_basis, blocks, text, text_sha256)"
                " VALUES (?, 1, ?, ?, 'unknown', '[]', '', '')",
                [f"{version:016x}", version, current],
            )

    with closing(connect(path, new=False)) as connection:
        assert [row["article"] for row in connection.execute("SELECT article FROM ungrouped")] == [2]


#: What persons and rules said of expectations, where these had lives of their own.
DECIDED = """
INSERT INTO runs (run, command, version, started_at) VALUES (1, 'test', '0.1.0', '2026-01-01');
INSERT INTO steps VALUES ('aa', 1, '2019-03-01', 'open', 'it was said', 'rule', NULL, NULL, '[]', 1);
INSERT INTO steps VALUES ('aa', 2, '2019-04-02', 'kept', 'I was there', 'Ann', NULL, NULL, '[]', 1);
INSERT INTO steps VALUES ('bb', 1, NULL, 'withdrawn', 'they told me', 'Ben', NULL, NULL, '[]', 1);
"""


def test_what_persons_decided_of_expectations_is_kept_as_corrections(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "ledger.db", new=True, scripts=migrations()[:6])) as old:
        old.executescript(DECIDED)

    with open_ledger(tmp_path / "ledger.db") as store:
        log = [(one.finding, one.field, one.value, one.by, one.at[:10], one.why) for one in store.corrections.log()]
        stands = store.corrections.standing()

        assert log == [
            ("bb", "state", "withdrawn", "Ben", "0001-01-01", "they told me"),
            ("aa", "state", "kept", "Ann", "2019-04-02", "I was there"),
        ]
        assert set(stands) == {"aa", "bb"}


def test_a_decision_by_a_name_that_nobody_sees_is_kept_and_one_that_nobody_made_is_told(tmp_path: Path) -> None:
    step = "INSERT INTO steps VALUES ('cc', 1, '2019-04-02', '{}', 'so', '\u202e', NULL, NULL, '[]', 1);"
    for name, state in (("a.db", "kept"), ("b.db", "no state")):
        with closing(connect(tmp_path / name, new=True, scripts=migrations()[:6])) as old:
            old.executescript(DECIDED + step.format(state))

    with open_ledger(tmp_path / "a.db") as store:
        assert [one.by for one in store.corrections.log() if one.finding == "cc"] == ["somebody"]
    with pytest.raises(StoreError, match="that nobody can have made"), open_ledger(tmp_path / "b.db"):
        pass
