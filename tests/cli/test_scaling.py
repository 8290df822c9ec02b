"""``run``, ``load`` and ``query``, as a shell calls them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsledger.cli import main
from newsledger.cli.scaling.progress import Told
from newsledger.scale.run import Step
from scale.runs import archive, page


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_an_archive_is_run_asked_and_loaded(tmp_path: Path) -> None:
    source, out, ledger = archive(tmp_path / "a.warc", page(1), page(2)), str(tmp_path / "out"), str(tmp_path / "a.db")

    done = call("run", str(source), "--out", out, "--jobs", "1")
    again = call("run", str(source), "--out", out, "--jobs", "1")
    asked = call("query", out, "SELECT url FROM articles ORDER BY url", "--format", "jsonl")
    table = call("query", out, "SELECT count(*) AS number_of_articles FROM articles", "--format", "table")
    comma = call("query", out, "SELECT count(*) AS n, 0.5 AS half, NULL AS none FROM articles", "--format", "csv")
    loaded = call("load", out, "--ledger", ledger, "--jobs", "1")

    assert (done.exit_code, again.exit_code, loaded.exit_code) == (0, 0, 0)
    assert done.stderr.startswith("2 pages looked at") or done.stderr.startswith("2 read; ")
    assert again.stderr == "nothing to do: 2 read\n"
    assert [json.loads(line)["url"] for line in asked.stdout.splitlines()] == [
        "https://a.example/1",
        "https://a.example/2",
    ]
    assert table.stdout.split() == ["number", "of", "articles", "2"]
    assert comma.stdout == "n,half,none\n2,0.5,\n"
    assert loaded.stderr.startswith("2 added; ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("run", "", "--out", "out"), "found an empty name"),
        (("run", "a.warc", "--out", "out", "--address", "10.0.0.1:1"), "--address is of a cluster"),
        (("load", "."), "found no finished run, expected the --out of one"),
        (("query", ".", "SELECT 1"), "found no finished run"),
    ],
)
def test_what_cannot_be_done_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(tmp_path)

    result = call(*arguments)

    assert result.exit_code in (1, 2)
    assert told in result.stderr


def test_progress_tells_the_rate_and_the_time_left(capsys: pytest.CaptureFixture[str]) -> None:
    told = Told(drawn=False, began={"records": 0.0})
    told.told_at = -1_000_000.0

    told.step(Step(stage="records", done=300, total=1_200, again=100))

    line = capsys.readouterr().err
    assert line.startswith("300 of 1,200 pages read, ")
    assert line.rstrip().endswith(" left")
