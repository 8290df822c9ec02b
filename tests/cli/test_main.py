"""The first page of the help, and what a group says alone."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from newsledger.cli import main
from newsledger.cli.main import COMMANDS, HEADINGS


@pytest.mark.parametrize("columns", [80, 120])
def test_the_help_lists_each_command_once_by_what_it_is_for_and_cuts_no_sentence(columns: int) -> None:
    told = CliRunner().invoke(main, ["--help"], prog_name="newsledger", terminal_width=columns).stdout
    lines = told.splitlines()

    assert not [line for line in lines if line.endswith("...") and not line.startswith("Usage:")]
    assert max(len(line) for line in lines) <= columns
    assert [line[:-1] for line in lines if line.rstrip(":") in HEADINGS.values()] == list(HEADINGS.values())
    listed = [line.split()[0] for line in lines if line[:2] == "  " and line[2:3].isalpha() and "  " in line[2:]]
    assert sorted(listed) == sorted(COMMANDS)


@pytest.mark.parametrize(
    ("typed", "told"),
    [("evnts", "No such command 'evnts'. Did you mean 'events'?"), ("xyzzy", "No such command 'xyzzy'.")],
)
def test_a_command_that_there_is_not_is_told_with_the_one_that_may_be_meant(typed: str, told: str) -> None:
    done = CliRunner().invoke(main, [typed])

    assert done.exit_code == 2
    assert done.stderr.endswith(f"Error: {told}\n")


@pytest.mark.parametrize("group", ["sources", "mirrors"])
def test_the_help_of_a_group_cuts_no_sentence(group: str) -> None:
    done = CliRunner(env={"COLUMNS": "80"}).invoke(main, [group, "--help"])

    listed = done.stdout.partition("\nCommands:\n")[2]
    assert listed
    assert "..." not in listed


def test_a_group_alone_shows_its_help_and_calls_it_no_error() -> None:
    told = CliRunner().invoke(main, ["mirrors"], prog_name="newsledger").output

    assert told.startswith("Usage: newsledger mirrors")
    assert "Error" not in told
    assert told.count("Usage:") == 1


@pytest.mark.parametrize(
    "words", [("recover", "a.db", "ADDRESS"), ("recover", "ADDRESS", "a.db"), ("backup", "ADDRESS")]
)
def test_an_address_where_a_file_is_asked_for_is_refused_without_its_password(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.db").write_bytes(b"")

    done = CliRunner().invoke(
        main, [one.replace("ADDRESS", "postgresql://ann:hidden@host/news") for one in words], prog_name="newsledger"
    )

    assert done.exit_code == 2
    assert "found the address postgresql://host/news, expected a file" in done.stderr
    assert "hidden" not in done.output
