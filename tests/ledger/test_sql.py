"""A ledger for people who write SQL: the questions of docs/sql.md are answered, and Datasette is told all."""

import importlib.util
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ledger.ledgers import AT, make_ledger
from newsledger.ledger.grouping import group_all
from store.conftest import PAGES, edited, entry_of, from_golden

ROOT = Path(__file__).parents[2]
SQL = (ROOT / "docs" / "sql.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"^\*\*(\d+)\. (.+?)\*\*.*?^```sql\n(.*?)^```$", SQL, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("sql") / "ledger.db"
    changed = edited(from_golden(PAGES / "court-report.json"), "surrendered his passport", "given up his passport")
    with closing(make_ledger(path)) as store:
        store.put([entry_of(changed, address="https://news.example/court-report")], run=store.begin("test", at=AT))
        list(group_all(store))
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def test_there_are_twenty_questions() -> None:
    assert [int(number) for number, _, _ in QUESTIONS] == list(range(1, 21))


@pytest.mark.parametrize("query", [query for _, _, query in QUESTIONS], ids=[told for _, told, _ in QUESTIONS])
def test_a_question_is_answered(ledger: sqlite3.Connection, query: str) -> None:
    assert ledger.execute(query).fetchall()


def test_every_table_and_view_is_told(ledger: sqlite3.Connection) -> None:
    names = {row[0] for row in ledger.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
    own = {name for name in names if "_fts" not in name and not name.startswith("sqlite_")}
    tables = json.loads((ROOT / "docs" / "datasette.json").read_text())["databases"]["newsledger"]["tables"]

    assert own == set(tables)
    # What serves to keep things out is no answer to anything.
    assert [name for name in sorted(own - {"forgotten"}) if f"`{name}`" not in SQL] == []


def test_what_datasette_is_told_is_of_columns_that_there_are(ledger: sqlite3.Connection) -> None:
    tables = json.loads((ROOT / "docs" / "datasette.json").read_text())["databases"]["newsledger"]["tables"]
    for name, table in tables.items():
        there = {row[1] for row in ledger.execute(f'PRAGMA table_xinfo("{name}")')}
        told = {*table.get("columns", {}), *table.get("facets", ()), *filter(None, [table.get("label_column")])}
        assert told - there == set(), name


def test_what_datasette_is_told_is_of_this_schema() -> None:
    # A failure here is mended by `python scripts/datasette.py`.
    place = ROOT / "scripts" / "datasette.py"
    spec = importlib.util.spec_from_file_location("datasette_metadata", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    assert json.loads((ROOT / "docs" / "datasette.json").read_text()) == module.metadata()
