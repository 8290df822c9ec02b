"""The commands that ask a ledger: what is printed where, and what is said to wrong questions."""

import csv
import io
import json
import re
import shlex
import sys
from dataclasses import replace
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from ledger.grouped import put
from ledger.people import three_spellings
from newsledger import codec
from newsledger.cli import main
from newsledger.cli.questions.asking import _going_on
from newsledger.cli.rows import ARGUMENTS
from newsledger.ledger.grouping import group_all
from newsledger.model import PageDate
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
        list(group_all(store))
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
    table = ask(ledger, *command, "-v", "--format", "table", "--limit", "50", columns=columns).stdout
    rows = [json.loads(line) for line in ask(ledger, *command, "--limit", "50").stdout.splitlines()]
    wanted = {
        part
        for row in rows
        for part in str(row.get("article", row)["headline" if "article" in row else "name"]).split()
    }
    too_long = [line for line in table.splitlines() if len(line) > columns and " " in line.strip()]

    assert word.lower() in table.lower()
    assert wanted <= set(table.split())
    assert too_long == []


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize(("command", "word"), COMMANDS)
def test_a_table_has_a_line_a_row_below_a_line_that_sums_up(
    ledger: Path, command: tuple[str, ...], word: str, columns: int
) -> None:
    table = ask(ledger, *command, "--format", "table", "--limit", "12", columns=columns).stdout.splitlines()
    rows = ask(ledger, *command, "--limit", "12").stdout.splitlines()

    assert word
    assert max(map(len, table)) <= columns
    assert len(table) == len(rows) + (1 if "--count-by" in command else 3)
    assert re.match(r"(the first )?\d+:? ", table[0]) or "--count-by" in command


@pytest.fixture(scope="module")
def grouped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden pages, one of them without its date, and what is one across them."""
    path = tmp_path_factory.mktemp("grouped") / "ledger.db"
    records = [from_golden(page) for page in GOLDEN]
    undated = PageDate(value=None, earliest=None, latest=None, basis="unknown")
    records[0] = codec.seal(replace(records[0], article=replace(records[0].article, date_published=undated)))
    with open_ledger(path, new=True) as store:
        put(store, records)
    return path


def test_what_can_be_opened_has_its_id_in_its_row(grouped: Path) -> None:
    row = json.loads(ask(grouped, "events").stdout.splitlines()[0])
    short = ask(grouped, "events", "--format", "table", columns=80).stdout.splitlines()[3].split()[-1]

    told = ask(grouped, "happening", short)

    assert re.fullmatch(r"[0-9a-f]{8}:\d+", short)
    assert json.loads(told.stdout)["happening"]["id"] == row["id"]
    assert ask(grouped, "happening", f"{short}999").exit_code == 1


def test_what_has_no_day_is_left_out_and_counted(grouped: Path) -> None:
    for command in (("events", "--all"), ("events", "--all", "--mentions"), ("stories", "--articles", "1")):
        told = ask(grouped, *command, "--from", "2010-01-01")
        assert re.search(r"left out \d+ \w+ of which no day is known", told.stderr), command


def test_a_table_has_twenty_rows_and_gives_the_command_that_goes_on(ledger: Path) -> None:
    first = ask(ledger, "events", "--format", "table", "--standing", "happened")
    program, *arguments = shlex.split(first.stderr.splitlines()[-1].removeprefix("more: "))
    rest = CliRunner().invoke(main, [*arguments, "--format", "jsonl"])
    whole = ask(ledger, "events", "--standing", "happened")

    assert program == "newsledger"
    assert rest.stdout.splitlines() == whole.stdout.splitlines()[20:]
    assert "more: " not in whole.stderr
    assert arguments.count("--after") == 1


def test_the_command_that_goes_on_tells_no_password() -> None:
    with click.Context(main) as context:
        context.meta[ARGUMENTS] = ("search", "password=x", "--ledger", "postgresql://h/d?user=u&password=s3cret")

        told = shlex.split(_going_on("abc"))

    assert told[-3:] == ["password=x", "--ledger", "postgresql://h/d?user=u&password=…"]


def test_the_command_that_goes_on_has_one_cursor(ledger: Path) -> None:
    cursor = ask(ledger, "events", "--limit", "3").stderr.split("--after ")[1].split()[0]

    again = ask(ledger, "events", "--limit", "3", "--after", cursor)
    told = shlex.split(again.stderr.splitlines()[-1])

    assert told.count("--after") == 1
    assert cursor not in told


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


@pytest.mark.parametrize("mentions", [["--mentions"], []])
def test_a_mode_that_no_event_has_is_told_with_those_that_there_are(grouped: Path, mentions: list[str]) -> None:
    result = ask(grouped, "events", *mentions, "--mode", "arrests")

    assert "no event in this ledger has the mode 'arrests'; there are: " in result.stderr
    assert re.search(r"there are: [a-z]+", result.stderr)
    assert "there are: none" not in result.stderr


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
        pytest.param(("outlook", "--state", "done"), "expected one of hinted", id="state"),
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
    assert shown.splitlines()[2].lstrip("\x1b[2m").startswith("Published")
    assert ("\x1b[1m" in shown) is is_bold
    assert ("*" in shown) is not is_bold


def test_a_day_that_is_none_is_told_of_a_happening(ledger: Path) -> None:
    done = ask(ledger, "happening", "3b6efe98:404", "--today", "yesterday")

    assert done.exit_code == 2
    assert "found today 'yesterday', expected an ISO day" in done.stderr
