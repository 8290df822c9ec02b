"""What a person says is right or wrong: kept, shown, taken back, given to others, and left out on demand."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ledger.grouped import put
from newsledger.cli import main
from newsledger.store import HappeningQuestion, open_ledger
from store.conftest import GOLDEN, entry_of, from_golden


def make(path: Path) -> Path:
    with open_ledger(path, new=True) as store:
        run = store.begin("test", at="2026-01-01T00:00:00+00:00")
        entries = [entry_of(from_golden(page), address=f"https://paper.example/{page.stem}") for page in GOLDEN]
        store.put(entries, run=run)
    return path


def grouped(path: Path) -> Path:
    with open_ledger(path, new=True) as store:
        put(store, [from_golden(page) for page in GOLDEN])
    return path


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return make(tmp_path / "ledger.db")


def do(ledger: Path, *arguments: str) -> Result:
    return CliRunner(env={"NEWSLEDGER_BY": "Ann", "COLUMNS": "100"}).invoke(main, [*arguments, "--ledger", str(ledger)])


def rows(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def first(ledger: Path, kind: str = "events") -> dict[str, Any]:
    mentions = ("--mentions",) if kind == "events" else ()
    return rows(do(ledger, kind, *mentions, "--all", "--limit", "1"))[0]


def test_a_corrected_field_is_told_with_who_when_why_and_what_was_there(ledger: Path) -> None:
    event = first(ledger)
    done = do(
        ledger, "correct", event["id"], "wrong", "--field", "standing", "--value", "alleged", "--why", "so he says"
    )
    row = first(ledger)

    assert done.exit_code == 0
    assert "takes it back" in done.stderr
    assert row["standing"] == "alleged"
    assert (row["judged"][0]["was"], row["judged"][0]["by"]) == (event["standing"], "Ann")
    shown = do(ledger, "events", "--mentions", "--all", "--limit", "1", "--format", "table").stdout
    assert f"standing corrected to alleged, was {event['standing']}" in " ".join(shown.split())
    assert "so he says" in shown
    assert rows(do(ledger, "events", "--mentions", "--all", "--limit", "1", "--no-corrections")) == [event]


def test_what_is_not_there_is_left_out_and_told_and_stands_again_when_that_is_undone(ledger: Path) -> None:
    said = first(ledger, "statements")
    do(ledger, "correct", said["id"], "not_there")
    left = do(ledger, "statements", "--all")

    assert said["id"] not in {row["id"] for row in rows(left)}
    assert "1 statement was judged not there: --no-corrections" in left.stderr
    assert do(ledger, "undo").exit_code == 0
    assert first(ledger, "statements") == said
    assert do(ledger, "undo").exit_code == 1
    assert [row["verdict"] for row in rows(do(ledger, "corrections"))] == ["not_there", "undone"]
    assert rows(do(ledger, "corrections", "--standing")) == []


def test_what_was_judged_goes_to_another_ledger_and_is_there_once(ledger: Path, tmp_path: Path) -> None:
    do(ledger, "correct", first(ledger)["id"], "wrong", "--field", "actors", "--value", "=Ann; Ben", "--why", "-, see")
    do(ledger, "correct", first(ledger, "statements")["id"], "right")
    do(ledger, "undo", rows(do(ledger, "corrections"))[1]["id"])
    other = make(tmp_path / "other.db")

    for form in ("jsonl", "csv"):
        file = tmp_path / f"judged.{form}"
        file.write_text(do(ledger, "corrections", "--format", form).stdout)
        taken = do(other, "correct", "--from", str(file))
        assert taken.exit_code == 0, taken.stderr

    assert "0 kept, 3 known" in taken.stderr
    assert rows(do(other, "corrections")) == rows(do(ledger, "corrections"))


@pytest.mark.parametrize("why", ["=1", " =1", "\uff1dsee", "'so'", "'=1", "' =1", "''-1"], ids=ascii)
def test_a_reason_comes_back_from_csv_as_it_was_written(ledger: Path, tmp_path: Path, why: str) -> None:
    do(ledger, "correct", first(ledger)["id"], "right", "--why", why)
    file, other = tmp_path / "judged.csv", make(tmp_path / "other.db")
    file.write_text(do(ledger, "corrections", "--format", "csv").stdout)

    do(other, "correct", "--from", str(file))

    assert [row["why"] for row in rows(do(other, "corrections"))] == [why]


def test_a_score_of_nothing_that_was_judged_says_so(ledger: Path) -> None:
    done = do(ledger, "corrections", "--score")

    assert (done.exit_code, done.stdout) == (0, "")
    assert "nothing was judged yet" in done.stderr


def test_what_is_of_another_ledger_is_told(ledger: Path, tmp_path: Path) -> None:
    do(ledger, "correct", first(ledger)["id"], "right")
    file = tmp_path / "judged.jsonl"
    file.write_text(do(ledger, "corrections", "--format", "jsonl").stdout)
    with open_ledger(tmp_path / "empty.db", new=True):
        pass

    taken = do(tmp_path / "empty.db", "correct", "--from", str(file))

    assert taken.exit_code == 1
    assert "0 kept, 0 known, 1 of nothing in this ledger" in taken.stderr


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param('{"id": 1}\n', "expected a correction as it was exported", id="no-correction"),
        pytest.param('{"a": ' + "[" * 9_999 + "]" * 9_999 + "}\n", "expected a correction as it was", id="too-deep"),
        pytest.param("a,b\n1,2\n", "as they were exported", id="no-sheet"),
        pytest.param("hello\n", "found no column 'verdict'", id="one-line"),
    ],
)
def test_a_file_of_something_else_is_told_with_its_line(ledger: Path, tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "file"
    file.write_text(text)

    taken = do(ledger, "correct", "--from", str(file))

    assert taken.exit_code == 1
    assert f"{file}:" in taken.stderr
    assert told in taken.stderr


def test_a_changed_line_is_refused_and_nothing_of_the_file_is_kept(ledger: Path, tmp_path: Path) -> None:
    do(ledger, "correct", first(ledger)["id"], "right")
    line = do(ledger, "corrections", "--format", "jsonl").stdout
    other = make(tmp_path / "other.db")
    file = tmp_path / "judged.jsonl"
    file.write_text(line + line.replace('"right"', '"not_there"'))

    taken = do(other, "correct", "--from", str(file))

    assert taken.exit_code == 1
    assert "expected the id of what it says" in taken.stderr
    assert rows(do(other, "corrections")) == []


def test_a_coding_sheet_that_was_filled_in_is_taken_in_once(ledger: Path, tmp_path: Path) -> None:
    drawn = do(ledger, "sample", "--of", "events", "--n", "3").stdout
    sheet = list(csv.DictReader(io.StringIO(drawn)))
    sheet[0] |= {"verdict": "y", "note": "well read"}
    sheet[1] |= {"verdict": "n", "right_standing": "n", "right_actor": "y"}
    sheet[2] |= {"verdict": "n"}
    file = tmp_path / "sheet.csv"
    with file.open("w", newline="") as opened:
        writer = csv.DictWriter(opened, sheet[0])
        writer.writeheader()
        writer.writerows(sheet)

    assert "3 kept" in do(ledger, "correct", "--from", str(file)).stderr
    assert "0 kept" in do(ledger, "correct", "--from", str(file)).stderr
    judged = {row["finding"]: row for row in rows(do(ledger, "corrections"))}
    assert [(judged[row["id"]]["verdict"], judged[row["id"]]["field"]) for row in sheet] == [
        ("right", None),
        ("wrong", "standing"),
        ("wrong", None),
    ]
    assert judged[sheet[0]["id"]]["why"] == "well read"
    score = rows(do(ledger, "corrections", "--score"))[0]
    assert (score["judged"], score["right"]) == (3, 1)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("EVENT", "wrong", "--field", "colour"), "expected one of standing", id="no-such-field"),
        pytest.param(("EVENT", "right", "--field", "mode"), "with 'wrong' only", id="a-field-of-what-is-right"),
        pytest.param(("EVENT", "same", "EVENT"), "ids of two actors", id="two-events"),
        pytest.param(("EVENT", "right", "EVENT"), "second actor", id="too-many"),
        pytest.param(("nobody", "right"), "found no finding", id="nothing"),
        pytest.param(("EVENT",), "expected a finding and a verdict", id="no-verdict"),
        pytest.param((), "expected a finding and a verdict", id="no-words"),
    ],
)
def test_what_makes_no_sense_is_told(ledger: Path, arguments: tuple[str, ...], told: str) -> None:
    event = first(ledger)["id"]

    done = do(ledger, "correct", *(event if one == "EVENT" else one for one in arguments))

    assert done.exit_code != 0
    assert told in " ".join(done.stderr.split())


def test_a_happening_is_corrected_by_the_finding_that_tells_most_of_it(tmp_path: Path) -> None:
    path = grouped(tmp_path / "ledger.db")
    row = next(one for one in rows(do(path, "events", "--all")) if one["mentions"] == 1 and one["state"] == "happened")

    done = do(path, "correct", row["id"], "not_there")

    assert "(the event " in done.stderr
    left = do(path, "events", "--all")
    assert row["id"] not in {one["id"] for one in rows(left)}
    assert "1 happening was judged not there" in left.stderr
    with open_ledger(path) as store:
        counted = store.count_happenings(HappeningQuestion(today="2018-02-01"), by="type", limit=99).rows
        assert sum(one.happenings for one in counted) == len(rows(left))
        held = store.story(row["article"]["id"])
        assert len(held.chains) < len(store.story(row["article"]["id"], corrections=False).chains)


def test_a_happening_is_corrected_by_the_short_id_that_a_table_shows(tmp_path: Path) -> None:
    path = grouped(tmp_path / "ledger.db")
    whole = rows(do(path, "events", "--all"))[0]["id"]
    article, _, words = whole.partition(":")
    short = f"{article[:8]}:{int(words.partition('-')[0])}"
    assert short in do(path, "events", "--all", "--format", "table").stdout

    done = do(path, "correct", short, "right")

    assert done.exit_code == 0, done.stderr
    of_short, of_whole = (rows(do(path, "corrections", one, "--format", "jsonl")) for one in (short, whole))
    assert len(of_short) == 1
    assert of_short == of_whole


def test_a_happening_shows_what_was_corrected_of_it(tmp_path: Path) -> None:
    path = grouped(tmp_path / "ledger.db")
    row = next(one for one in rows(do(path, "events", "--all")) if one["mentions"] == 1 and one["state"] == "happened")
    do(path, "correct", row["id"], "wrong", "--field", "standing", "--value", "denied")

    now = next(one for one in rows(do(path, "events", "--all")) if one["id"] == row["id"])

    assert (now["state"], now["judged"][0]["was"]) == ("denied", "happened")
    page = do(path, "happening", row["id"], "--format", "table").stdout
    assert "state corrected to denied, was happened (Ann, " in " ".join(page.split())


def test_what_became_of_something_due_is_said_by_a_person(tmp_path: Path) -> None:
    path = grouped(tmp_path / "ledger.db")
    day = "2018-02-01"
    due = rows(do(path, "outlook", "--mentions", "--all", "--state", "open", "--today", day))[0]
    with open_ledger(path) as store:
        before = store.happening(due["id"], today=day)[0]
    do(path, "correct", due["id"], "wrong", "--field", "state", "--value", "happened", "--why", "I was there")

    with open_ledger(path) as store:
        row = next(
            one
            for one in store.ask_happenings(HappeningQuestion(today=day, expected=True, state="any"), limit=99).rows
            if one.id == before.id
        )
    assert (row.state, row.judged[0].was, row.judged[0].why) == ("happened", before.state, "I was there")
    mentions = rows(do(path, "outlook", "--mentions", "--all", "--state", "any", "--today", day))
    assert [(one["state"], one["judged"][0]["by"]) for one in mentions if one["happening"] == row.id] == [
        ("happened", "Ann")
    ] * sum(one["happening"] == row.id for one in mentions)
    to_come = rows(do(path, "outlook", "--mentions", "--all", "--state", "open", "--today", day))
    assert due["id"] not in [one["id"] for one in to_come]


def test_what_a_person_settled_is_not_overdue(tmp_path: Path) -> None:
    path, late = grouped(tmp_path / "ledger.db"), ("outlook", "--overdue", "--today", "2030-01-01")
    overdue = rows(do(path, *late))[0]
    finding = do(path, "correct", overdue["id"], "wrong", "--field", "state", "--value", "called_off").stderr

    assert "(the expectation " in finding
    assert overdue["id"] not in [one["id"] for one in rows(do(path, *late))]
    assert overdue["id"] in [one["id"] for one in rows(do(path, *late, "--no-corrections"))]
    settled = rows(do(path, "outlook", "--state", "called_off", "--today", "2030-01-01"))
    assert (overdue["id"], "called_off") in [(one["id"], one["state"]) for one in settled]


@pytest.mark.parametrize("word", ["kept", "overdue", "due_soon"])
def test_a_state_is_said_in_the_words_of_happenings(tmp_path: Path, word: str) -> None:
    path = grouped(tmp_path / "ledger.db")
    due = rows(do(path, "outlook", "--mentions", "--all", "--state", "any"))[0]

    refused = CliRunner().invoke(
        main, ["correct", due["id"], "wrong", "--field", "state", "--value", word, "--ledger", str(path)]
    )

    assert refused.exit_code == 2
    assert "expected one of hinted, planned" in refused.stderr


def test_verify_tells_of_a_correction_that_was_changed_since(ledger: Path) -> None:
    do(ledger, "correct", first(ledger)["id"], "right")
    whole = CliRunner().invoke(main, ["verify", str(ledger)])
    with closing(sqlite3.connect(ledger)) as connection, connection:
        (trigger,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'corrections_stay'").fetchone()
        connection.execute("DROP TRIGGER corrections_stay")
        connection.execute("UPDATE corrections SET by = 'Ben'")
        connection.execute(trigger)

    changed = CliRunner().invoke(main, ["verify", str(ledger)])

    assert "corrections:" not in whole.stderr
    assert changed.exit_code == 1
    assert "expected the id of what it says" in changed.stderr
