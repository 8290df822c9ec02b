"""The ledger's own tables, read back by those who will read them: pyarrow, DuckDB, pandas and frictionless."""

import csv
import json
import sqlite3
import subprocess
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from export.conftest import Exporter
from newsledger.export.codebook import table
from newsledger.export.files.folder import Folder
from newsledger.export.tables import TABLES
from newsledger.store import HappeningQuestion, open_ledger

#: What a table of the export holds, in the ledger's own SQL.
COUNTED = {
    "articles": "SELECT count(*) FROM articles WHERE current = 1",
    "happenings": "SELECT count(*) FROM chains",
    "happening_parties": "SELECT count(*) FROM chain_parties",
    "mentions": "SELECT count(*) FROM events",
    "statements": "SELECT count(*) FROM statements",
    "expectations": "SELECT count(*) FROM expectations",
    "actors": "SELECT count(*) FROM entities",
    "stories": "SELECT count(*) FROM stories",
}
GUARDED = ("'=", "'+", "'-", "'@")
WIDE = pytest.mark.filterwarnings("ignore")


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def typed(row: dict[str, str], name: str) -> dict[str, Any]:
    """Read a row of CSV by the types of its codebook."""
    read = {"integer": int, "number": float, "boolean": lambda cell: cell == "true"}
    kinds = {column.name: column.type for column in table(name).columns}
    return {key: (read.get(kinds[key], str)(cell) if cell else None) for key, cell in row.items()}  # type: ignore[operator]


@pytest.mark.parametrize(("name", "sql"), COUNTED.items())
def test_a_table_has_as_many_rows_as_the_ledger(tables: Path, ledger: Path, name: str, sql: str) -> None:
    connection = sqlite3.connect(ledger)
    counted = connection.execute(sql).fetchone()[0]
    connection.close()

    assert len(rows_of(tables / f"{name}.csv")) == counted > 0


@WIDE
@pytest.mark.parametrize("name", TABLES)
def test_pyarrow_duckdb_and_pandas_read_the_same(tables: Path, name: str) -> None:
    duckdb, pandas, parquet = map(import_module, ("duckdb", "pandas", "pyarrow.parquet"))

    expected = [typed(row, name) for row in rows_of(tables / f"{name}.csv")]
    arrow = [
        {key: cell.isoformat() if hasattr(cell, "isoformat") else cell for key, cell in row.items()}
        for row in parquet.read_table(tables / f"{name}.parquet").to_pylist()
    ]
    by_sql, as_text = (
        duckdb.sql(f"SELECT count(*) FROM {source}").fetchall()[0][0]  # noqa: S608 - our own path
        for source in (
            f"'{tables / name}.parquet'",
            f"read_csv('{tables / name}.csv', header = true, all_varchar = true)",
        )
    )
    frame = pandas.read_csv(tables / f"{name}.csv", keep_default_na=False, dtype=str)

    assert [unguarded(row) for row in expected] == arrow
    assert by_sql == as_text == len(expected)
    assert frame.to_dict("records") == rows_of(tables / f"{name}.csv")


def unguarded(row: dict[str, Any]) -> dict[str, Any]:
    """Take away the apostrophe before what a spreadsheet would take for a formula."""
    return {
        key: cell[1:] if isinstance(cell, str) and cell[:1] == "'" and cell[1:2] in "=+-@" else cell
        for key, cell in row.items()
    }


@WIDE
@pytest.mark.parametrize("folder", ["tables", "coded"])
def test_frictionless_finds_nothing_amiss(folder: str, request: pytest.FixtureRequest) -> None:
    report = import_module("frictionless").validate(str(request.getfixturevalue(folder) / "datapackage.json"))

    assert [(task.name, error.message) for task in report.tasks for error in task.errors] == []
    assert report.valid
    assert report.stats["tasks"] >= 8


def test_every_column_of_a_table_is_told_in_the_package(tables: Path) -> None:
    told = json.loads((tables / "datapackage.json").read_text())["resources"]
    resources = [one for one in told if one["path"] != "codebook.md"]

    for resource in resources:
        if resource["path"].endswith(".csv"):
            assert [field["name"] for field in resource["schema"]["fields"]] == [
                *rows_of_head(tables / resource["path"])
            ]
        assert all(field["description"] for field in resource["schema"]["fields"])


def rows_of_head(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file))


def test_texts_are_there_only_where_they_are_asked_for(exporter: Exporter, tables: Path, tmp_path: Path) -> None:
    exporter(tmp_path, "csv", texts=True)

    assert "text" not in rows_of_head(tables / "articles.csv")
    texts = {row["id"]: row["text"] for row in rows_of(tmp_path / "articles.csv")}
    mentions = rows_of(tables / "mentions.csv")
    for row in mentions:
        assert texts[row["article"]][int(row["trigger_start"]) : int(row["trigger_end"])] == row["trigger"]
    assert len(mentions) > 100


def test_a_question_narrows_every_table(exporter: Exporter, ledger: Path, tmp_path: Path) -> None:
    question = HappeningQuestion(today="2018-02-01", event_type="CONSULT")
    exporter(tmp_path, "csv", question=question)
    with open_ledger(ledger) as store:
        asked = {row.id for row in store.ask_happenings(question, limit=10_000).rows}

    found = {name: rows_of(tmp_path / f"{name}.csv") for name in TABLES}
    articles = {row["id"] for row in found["articles"]}
    mentions = {row["id"] for row in found["mentions"]}
    assert {row["id"] for row in found["happenings"]} == asked
    assert {row["happening"] for row in found["mentions"]} == asked
    assert {row["article"] for row in found["mentions"]} <= articles
    assert {row["article"] for row in found["statements"]} <= articles
    assert {row["mention"] for row in found["mention_parties"]} <= mentions
    assert 0 < len(articles) < len(asked)


def test_a_question_that_nothing_answers_gives_tables_without_rows(exporter: Exporter, tmp_path: Path) -> None:
    done = exporter(
        tmp_path,
        "csv",
        "polecat",
        "gdelt",
        "dyads",
        "csl-json",
        question=HappeningQuestion(today="2018-02-01", country="TUV"),
    )

    assert done.rows == 0
    assert json.loads((tmp_path / "articles.csl.json").read_text()) == []


def test_a_headline_that_is_a_formula_is_none_for_a_spreadsheet(tmp_path: Path) -> None:
    kept = table("copies")
    with Folder(tmp_path) as folder:
        for name, delimiter in (("a.csv", ","), ("b.tsv", "\t")):
            with folder.sheet(name, kept, delimiter=delimiter) as sheet:  # type: ignore[arg-type]
                sheet.write(["=1+1", "a\tb\nc", 'say "no"', -3, None, True])
        folder.finish((), [("datapackage.json", "{}")])

    assert (tmp_path / "a.csv").read_text().splitlines()[1:] == ["'=1+1,\"a\tb", 'c","say ""no""",-3,,true']
    assert (tmp_path / "b.tsv").read_text().splitlines()[1:] == ['\'=1+1\ta b c\t"say ""no"""\t-3\t\ttrue']


@WIDE
def test_what_the_page_on_exports_shows_of_pandas_and_duckdb_runs(
    exporter: Exporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exporter(tmp_path / "out", "csv", "parquet", "dyads", "gdelt")
    monkeypatch.chdir(tmp_path)
    page = (Path(__file__).parents[2] / "docs" / "export.md").read_text(encoding="utf-8")
    code, sql = (page.partition(f"```{language}\n")[2].partition("```")[0] for language in ("py", "sql"))
    frames: dict[str, Any] = {}

    exec(code, frames)  # noqa: S102 - our own page
    counted = import_module("duckdb").sql(sql).fetchall()

    summed: Counter[tuple[str, str]] = Counter()
    for row in rows_of(tmp_path / "out" / "dyads.csv"):
        if row["standing"] == "happened":
            summed[row["actor"], row["recipient"]] += int(row["happenings"])
    assert {(actor, recipient): number for actor, recipient, number in counted} == summed
    assert len(frames["dyads"]) == len(rows_of(tmp_path / "out" / "dyads.csv"))
    assert len(frames["happenings"]) == len(rows_of(tmp_path / "out" / "happenings.csv"))
    assert set(frames["gdelt"][28].str.len()) == {2}


def test_only_parquet_needs_pyarrow() -> None:
    code = "import sys, newsledger.export; sys.exit('pyarrow' in sys.modules or 'pandas' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
