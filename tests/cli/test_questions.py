"""The commands that ask a ledger: what is printed where, and what is said to wrong questions."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ledger.grouped import put
from ledger.people import three_spellings
from newsledger.cli import main
from newsledger.store import open_ledger
from store.conftest import GOLDEN, entry_of, from_golden

TODAY = ("--today", "2018-02-01")
#: A command of each kind, and a word of each answer.
COMMANDS = [
    pytest.param(("search", "minister"), "Minister", id="search"),
    pytest.param(("statements", "--nested"), "promise", id="statements"),
    pytest.param(("events",), "CONSULT", id="events"),
    pytest.param(("events", "--count-by", "type"), "CONSULT", id="counts"),
    pytest.param(("outlook", "--all", *TODAY), "trial", id="outlook"),
    pytest.param(("actors",), "European Union", id="actors"),
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("asked") / "ledger.db"
    with open_ledger(path, new=True) as store:
        run = store.begin("test", at="2026-01-01T00:00:00+00:00")
        entries = [entry_of(from_golden(page), address=f"https://paper.example/{page.stem}") for page in GOLDEN]
        store.put(entries, run=run)
    return path


def ask(ledger: Path, *arguments: str, columns: int = 100) -> Result:
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(main, [*arguments, "--ledger", str(ledger)])


@pytest.mark.parametrize(("command", "word"), COMMANDS)
def test_rows_are_lines_of_json_with_their_receipts(ledger: Path, command: tuple[str, ...], word: str) -> None:
    result = ask(ledger, *command)
    rows = [json.loads(line) for line in result.stdout.splitlines()]

    assert result.exit_code == 0
    assert word in result.stdout
    if "--count-by" not in command:
        texts = {record.article.id: record.article.text for record in map(from_golden, GOLDEN)}
        for row in rows:
            words = row.get("words") or row["passage"]
            assert texts[row["article"]["id"]][words["start"] : words["end"]] == words["exact"]


@pytest.mark.parametrize(("command", "word"), COMMANDS)
def test_csv_has_the_same_rows(ledger: Path, command: tuple[str, ...], word: str) -> None:
    lines = ask(ledger, *command, "--format", "jsonl").stdout.splitlines()
    rows = list(csv.DictReader(io.StringIO(ask(ledger, *command, "--format", "csv").stdout)))

    assert len(rows) == len(lines)
    assert all(None not in row and None not in row.values() for row in rows)
    assert any(word in str(row) for row in rows)


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 120, 300])
@pytest.mark.parametrize(("command", "word"), COMMANDS)
def test_a_table_wraps_words_and_cuts_none(ledger: Path, command: tuple[str, ...], word: str, columns: int) -> None:
    table = ask(ledger, *command, "--format", "table", "--limit", "50", columns=columns).stdout
    rows = [json.loads(line) for line in ask(ledger, *command, "--limit", "50").stdout.splitlines()]
    wanted = {
        part
        for row in rows
        for part in str(row.get("article", row)["headline" if "article" in row else "name"]).split()
    }
    too_long = [line for line in table.splitlines() if len(line) > columns and " " in line.strip()]

    assert word in table
    assert wanted <= set(table.split())
    assert too_long == []


def test_a_table_has_twenty_rows_and_tells_how_to_go_on(ledger: Path) -> None:
    first = ask(ledger, "events", "--format", "table")
    cursor = first.stderr.split()[-1]
    rest = ask(ledger, "events", "--after", cursor)
    whole = ask(ledger, "events")

    assert first.stderr.splitlines()[-1] == f"there is more: --after {cursor}"
    assert rest.stdout.splitlines() == whole.stdout.splitlines()[20:]
    assert "there is more" not in whole.stderr


def test_a_limit_holds_for_lines_too(ledger: Path) -> None:
    result = ask(ledger, "statements", "--limit", "3")

    assert len(result.stdout.splitlines()) == 3
    assert "--after" in result.stderr


def test_it_is_shown_why_actors_are_one_person(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(path, new=True) as store:
        put(store, three_spellings())

    asked = ("actors", "Baraqi", "-v")
    rows = [json.loads(line) for line in ask(path, *asked).stdout.splitlines()]
    cells = list(csv.DictReader(io.StringIO(ask(path, *asked, "--format", "csv").stdout)))
    table = ask(path, *asked, "--format", "table", columns=120).stdout

    assert [row["rule"] for row in rows] == [None, "name/spelling", "name/same"]
    assert {row["person"] for row in rows} == {rows[0]["id"]}
    assert rows[1]["against"]["words"]["exact"] == "Yusuf Barakhi"
    assert [row["rule"] for row in cells] == ["", "name/spelling", "name/same"]
    assert "name/spelling" in table
    assert "*Yousuf Baraqi*" in table


def test_joined_wants_a_name(ledger: Path) -> None:
    result = ask(ledger, "actors", "--joined")

    assert result.exit_code == 2
    assert "expected a name with --joined" in result.stderr


def test_nothing_found_is_said_and_is_no_error(ledger: Path) -> None:
    result = ask(ledger, "search", "zyzzyva")

    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "nothing found\n")


def test_a_mode_that_no_event_has_is_told_with_those_that_there_are(ledger: Path) -> None:
    result = ask(ledger, "events", "--mode", "arrests")

    assert "no event in this ledger has the mode 'arrests'; there are: " in result.stderr
    assert "arrest," in result.stderr


def test_a_name_of_several_is_told_on_standard_error(ledger: Path) -> None:
    result = ask(ledger, "events", "--actor", "government")

    assert "actors match 'government'" in result.stderr
    assert all(line.startswith("{") for line in result.stdout.splitlines())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(("search", "minister", "AND"), "where a word should stand", id="query"),
        pytest.param(("search", "title:x"), "expected one of headline, body", id="field"),
        pytest.param(("search", "x", "--publisher", "&"), "expected words of a name", id="publisher"),
        pytest.param(("events", "--type", "consulted"), "perhaps CONSULT", id="type"),
        pytest.param(("events", "--country", "Peru"), "three capital letters", id="country"),
        pytest.param(("events", "--from", "2017"), "expected an ISO day", id="day"),
        pytest.param(("events", "--after", "x"), "found the cursor 'x'", id="cursor"),
        pytest.param(("events", "--count-by", "type", "--after", "x"), "found the cursor 'x'", id="cursor-of-counts"),
        pytest.param(("events", "--actor", "&"), "expected a name or a code", id="no-name"),
        pytest.param(("statements", "--attitude", "promises"), "perhaps promise", id="attitude"),
        pytest.param(("outlook", "--due", "soon"), "such as 30d or 4w", id="due"),
        pytest.param(("outlook", "--due", "1d", "--overdue"), "expected one of them", id="due-and-overdue"),
        pytest.param(("outlook", "--state", "done"), "expected one of open", id="state"),
        pytest.param(("outlook", "--kind", "promises"), "perhaps promise", id="kind"),
        pytest.param(("outlook", "--today", "tomorrow"), "expected an ISO day", id="today"),
    ],
)
def test_a_wrong_question_is_refused_and_says_why(ledger: Path, arguments: tuple[str, ...], message: str) -> None:
    result = ask(ledger, *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in " ".join(result.stderr.split())


def test_a_name_that_nobody_has_is_refused(ledger: Path) -> None:
    result = ask(ledger, "actors", "Krastkalnz")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "near: Andrejs Krastkalns" in result.stderr


def test_a_ledger_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    result = ask(tmp_path / "none.db", "events")

    assert result.exit_code == 1
    assert "found no ledger there" in result.stderr
    assert not (tmp_path / "none.db").exists()


def test_small_letters_do_for_codes(ledger: Path) -> None:
    assert ask(ledger, "events", "--type", "consult", "--country", "per").stdout == (
        ask(ledger, "events", "--type", "CONSULT", "--country", "PER").stdout
    )


class Terminal(io.StringIO):
    """A stream that says that somebody watches it."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("no_colour", "is_bold"), [("", True), ("1", False)])
def test_a_terminal_gets_a_table_and_bold_words_unless_it_wants_none(
    ledger: Path, monkeypatch: pytest.MonkeyPatch, no_colour: str, is_bold: bool
) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setenv("COLUMNS", "120")

    main(["search", "minister", "--ledger", str(ledger)], standalone_mode=False)

    shown = screen.getvalue()
    assert shown.lstrip("\x1b[2m").startswith("Published")
    assert ("\x1b[1m" in shown) is is_bold
    assert ("*" in shown) is not is_bold
