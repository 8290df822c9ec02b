"""Every command does the same with a ledger on a server as with one in a file."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsledger.cli import main
from newsledger.store import Place, open_ledger
from postgres_server import Server

COCOA = Path(__file__).parents[1] / "demo" / "cocoa.jsonl"
STORY, FORGOTTEN = "3b6efe98c41d3200", "7f78d298fe381147"
TODAY = ("--today", "2018-04-20")
QUESTIONS = (
    ("search", "trucks waiting", "--versions"),
    ("search", '"cocoa trucks" OR head*'),
    ("search", 'headline:ghana NOT "gold tariffs"', "--from", "2018-04-01"),
    ("statements", "--all"),
    ("statements", "--by", "Ghana", "--limit", "2"),
    ("statements", "--about", "trucks", "--all"),
    ("statements", "--by", "Ghana", "--about", "gold", "--all"),
    ("events", "--all"),
    ("events", "--actor", "Ghana", "--standing", "happened"),
    ("events", "--mentions", "--actor", "GHA", "--all"),
    ("events", "--count-by", "month"),
    ("events", "--count-by", "actor", "--mentions"),
    ("outlook", *TODAY, "--state", "any"),
    ("outlook", *TODAY, "--mentions", "--all"),
    ("stories",),
    ("stories", "cocoa"),
    ("story", STORY),
    ("actors",),
    ("actors", "Ghana"),
    ("failures",),
)


def newsledger(place: Place, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--ledger", str(place)])


@pytest.fixture(scope="module")
def ledgers(tmp_path_factory: pytest.TempPathFactory, postgres: Server) -> Mapping[str, Place]:
    """The same articles in a file and on a server."""
    places: dict[str, Place] = {
        "file": tmp_path_factory.mktemp("both") / "ledger.db",
        "server": postgres.database(),
    }
    for place in places.values():
        done = newsledger(place, "add", str(COCOA), "--jobs", "1")
        assert done.exit_code == 0, done.output
    return places


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
@pytest.mark.parametrize("form", ["jsonl", "table"])
def test_a_question_has_the_same_answer(ledgers: Mapping[str, Place], question: tuple[str, ...], form: str) -> None:
    in_file, on_server = (newsledger(place, *question, "--format", form) for place in ledgers.values())
    # The command that shows more names the ledger.
    of_file, of_server = (re.sub("--ledger .*", "", answer.output) for answer in (in_file, on_server))

    assert in_file.exit_code == 0, in_file.output
    assert in_file.stdout or question == ("failures",)
    assert (on_server.exit_code, of_server) == (in_file.exit_code, of_file)


def test_each_happening_is_told_the_same(ledgers: Mapping[str, Place]) -> None:
    with open_ledger(ledgers["file"]) as store:
        ids = [row["id"] for row in store.connection.execute("SELECT id FROM chains ORDER BY id")]

    for one in ids:
        in_file, on_server = (newsledger(place, "happening", one, *TODAY) for place in ledgers.values())
        assert in_file.exit_code == 0, in_file.output
        assert on_server.output == in_file.output


def test_what_is_added_again_is_known(ledgers: Mapping[str, Place]) -> None:
    for place in ledgers.values():
        assert "8 there already" in newsledger(place, "add", str(COCOA), "--jobs", "1").stderr


def test_there_is_nothing_to_read_again(ledgers: Mapping[str, Place]) -> None:
    for place in ledgers.values():
        assert "nothing to read again" in newsledger(place, "reread").output


def test_sources_are_kept(ledgers: Mapping[str, Place]) -> None:
    for place in ledgers.values():
        assert newsledger(place, "sources", "add", "https://paper.example/feed").exit_code == 0
    listed = [
        json.loads(newsledger(place, "sources", "list", "--format", "jsonl").stdout) for place in ledgers.values()
    ]

    assert [(one["address"], one["state"]) for one in listed] == [("https://paper.example/feed", "active")] * 2


@pytest.fixture
def copies(ledgers: Mapping[str, Place], postgres: Server, tmp_path: Path) -> Mapping[str, Place]:
    """Copies of them, each with the other kind of database, to be changed."""
    places: dict[str, Place] = {"server": postgres.database(), "file": tmp_path / "copy.db"}
    for old, new in zip(ledgers.values(), places.values(), strict=True):
        done = CliRunner().invoke(main, ["copy", str(old), str(new)])
        assert done.exit_code == 0, done.output
    return places


def test_a_copy_in_another_database_answers_the_same(ledgers: Mapping[str, Place], copies: Mapping[str, Place]) -> None:
    for question in QUESTIONS:
        answers = {newsledger(place, *question).output for place in (*ledgers.values(), *copies.values())}
        assert len(answers) == 1


def test_a_copy_overwrites_nothing(ledgers: Mapping[str, Place], copies: Mapping[str, Place]) -> None:
    for kind in ("file", "server"):
        done = CliRunner().invoke(main, ["copy", str(ledgers[kind]), str(copies[kind])])

        assert done.exit_code == 1
        assert "found a ledger with something in it" in done.output
        assert "receipts" not in done.output  # the old one is not verified for nothing


def test_what_is_forgotten_is_gone_and_accounted_for(copies: Mapping[str, Place]) -> None:
    for place in copies.values():
        done = newsledger(place, "forget", FORGOTTEN, "--why", "a test")
        checked = CliRunner().invoke(main, ["verify", str(place)])

        assert done.exit_code == 0, done.output
        assert (checked.exit_code, checked.stdout.splitlines()[0]) == (
            0,
            "6 versions of 5 articles, 6 readings, 7 captures, 0 failures, 1 tombstones",
        )
        assert "1 failed" not in newsledger(place, "add", str(COCOA), "--jobs", "1").stderr
        assert FORGOTTEN not in newsledger(place, "search", "trucks").stdout


def test_a_backup_of_a_server_is_not_ours_to_make(ledgers: Mapping[str, Place], tmp_path: Path) -> None:
    done = newsledger(ledgers["server"], "backup", str(tmp_path / "copy.db"))

    assert done.exit_code == 1
    assert "use pg_dump" in done.output
