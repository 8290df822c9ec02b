"""``newsledger failures``: the list in each form, and trying again."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsledger.cli import main
from newsledger.model import Failure
from newsledger.store import Entry, open_ledger


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["failures", *arguments])


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = tmp_path / "ledger.db"
    failure = Failure(url="/gone\x1b[2J.html", sha256=None, room="intake", reason="/gone\x1b[2J.html: cannot be read")
    with open_ledger(path, new=True) as store:
        store.put([Entry(kept=None, outcome=failure)], run=store.begin("test", at="2026-01-01T00:00:00+00:00"))
    return str(path)


def test_the_list_is_a_line_each_when_nobody_watches(ledger: str) -> None:
    line = json.loads(run("--ledger", ledger).stdout)

    assert line == {
        "url": "/gone\x1b[2J.html",
        "room": "intake",
        "reason": "/gone\x1b[2J.html: cannot be read",
        "attempts": 1,
        "has_bytes": False,
    }


def test_the_list_for_people_does_not_steer_their_terminal(ledger: str) -> None:
    shown = run("--ledger", ledger, "--format", "table").stdout

    assert shown == "/gone[2J.html\n    cannot be read (intake)\n"


def test_the_list_is_csv_with_its_names(ledger: str) -> None:
    lines = run("--ledger", ledger, "--format", "csv").stdout.splitlines()

    assert lines[0] == "url,room,reason,attempts,has_bytes"
    assert lines[1].endswith(",1,false")


def test_trying_again_tells_and_lists_what_still_fails(ledger: str) -> None:
    result = run("--ledger", ledger, "--retry", "--format", "table")

    assert result.exit_code == 1
    assert "1 failed" in result.stderr
    assert "tried 2 times" in result.stdout


def test_an_empty_list_says_so_and_no_ledger_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    assert "found no ledger there" in run("--ledger", str(path)).stderr
    open_ledger(path, new=True).close()

    result = run("--ledger", str(path))

    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing failed" in result.stderr
