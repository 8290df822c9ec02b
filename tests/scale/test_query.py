"""Questions in SQL over a run, and what must not be asked."""

import subprocess
import sys
from pathlib import Path

import pytest

from newsledger import Reader
from newsledger.errors import NewsledgerError
from newsledger.scale.query import query
from scale.runs import archive, made, page


@pytest.fixture(scope="module")
def out(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("run")
    made(reader, archive(place / "a.warc", *(page(number) for number in range(3))), place / "it's out")
    return place / "it's out"


def asked(folder: Path, sql: str) -> tuple[list[str], list[tuple[object, ...]]]:
    with query(folder, sql) as (names, rows):
        return list(names), [tuple(row) for row in rows]


def test_a_question_is_answered_over_all_shards(out: Path) -> None:
    names, rows = asked(out, "SELECT a.url, count(*) AS n FROM statements s JOIN articles a USING (capture) GROUP BY 1")

    assert names == ["url", "n"]
    assert sorted(str(url) for url, _ in rows) == [f"https://a.example/{number}" for number in range(3)]


@pytest.mark.parametrize(
    "sql",
    [
        "COPY events TO 'events.csv'",
        "ATTACH 'a.db'",
        "SET enable_external_access = true",
        "CREATE TABLE a (b INT)",
        "SELECT 1; SELECT 2",
        "PRAGMA database_list",
        "EXPLAIN ANALYZE COPY events TO 'events.csv'",
        "",
        "SELECT FROM WHERE",
        "SELECT * FROM nothing",
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM read_csv('http://127.0.0.1:1/a.csv')",
        "SELECT * FROM glob('/etc/*')",
        "SELECT getenv('HOME')",
        "SELECT 1 / (SELECT count(*) FROM '../a.warc')",
    ],
)
def test_what_is_no_question_about_the_run_is_refused(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sql: str
) -> None:
    monkeypatch.chdir(tmp_path)

    with pytest.raises(NewsledgerError):
        asked(out, sql)

    assert list(tmp_path.iterdir()) == []


def test_a_question_that_takes_too_much_memory_is_told_so(out: Path) -> None:
    sql = "SELECT count(*) FROM (SELECT DISTINCT hash(a.i, b.i) FROM range(4000) a(i), range(1000) b(i))"

    with (
        pytest.raises(NewsledgerError, match="needs more than 64 MB of memory; ask for fewer"),
        query(out, sql, memory=64) as (_, rows),
    ):
        list(rows)


def test_a_run_of_nothing_has_all_tables(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("")
    made(reader, tmp_path / "a.jsonl", tmp_path / "out")

    assert asked(tmp_path / "out", "SELECT count(*) FROM events WHERE confidence > 0.5")[1] == [(0,)]


def test_a_folder_without_a_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(NewsledgerError, match="found no finished run"):
        asked(tmp_path, "SELECT 1")


def test_a_run_is_asked_where_files_cannot_be_locked() -> None:
    script = "import sys; sys.modules['fcntl'] = None; import newsledger.scale.query, newsledger.scale.load"

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert done.stderr == ""


@pytest.mark.parametrize(
    "told",
    [
        pytest.param('{"format": 1, "shards": [{"pages": "../x", "records": "../x"}]}', id="elsewhere"),
        pytest.param('{"format": 1, "shards": [{"pages": 7, "records": 7}]}', id="no-names"),
        pytest.param('{"format": 1}', id="no-shards"),
        pytest.param("[" * 200_000, id="too-deep"),
    ],
)
def test_a_run_that_names_what_is_no_shard_of_it_is_none(tmp_path: Path, told: str) -> None:
    (tmp_path / "run.json").write_text(told)

    with pytest.raises(NewsledgerError, match="found no run"):
        asked(tmp_path, "SELECT 1")


def test_of_a_run_that_cannot_be_read_nobody_is_told_to_remove_it(tmp_path: Path) -> None:
    (tmp_path / "run.json").mkdir()

    with pytest.raises(NewsledgerError, match="cannot be read") as caught:
        asked(tmp_path, "SELECT 1")

    assert "remove" not in str(caught.value)
