"""``newsledger add`` from the shell's side: what it prints, and how it ends."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import BinaryIO

import pytest
from click.testing import CliRunner, Result

from newsledger.cli import main
from newsledger.store import open_ledger

PAGE = "Orlow: minister hopes for talks\n\nThe minister said on Tuesday that she hoped for talks with the rebels.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "pages" / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10)
    return tmp_path / "pages"


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(main, ["add", *arguments], input=given)


def test_each_article_is_a_line_once_it_is_safe_and_the_sum_is_told(folder: Path) -> None:
    result = run("pages", "gone.html", "--format", "jsonl", "--jobs", "1")

    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert [line["what"] for line in lines] == ["added", "failed", "failed"]
    assert [line["url"] for line in lines] == ["pages/a.txt", "pages/b.txt", str(folder.parent / "gone.html")]
    assert "1 added, 2 failed" in result.stderr
    assert "1 × cannot be read: No such file" in result.stderr
    assert (folder.parent / "newsledger.db").exists()


@pytest.mark.usefixtures("folder")
def test_what_fails_is_told_in_lines_for_people() -> None:
    result = run("pages", "--ledger", "other.db", "--jobs", "1")

    assert result.exit_code == 1
    assert result.stdout == ""
    assert "pages/b.txt: found" in result.stderr


@pytest.mark.usefixtures("folder")
def test_adding_again_is_quick_and_good(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLEDGER_LEDGER", "third.db")
    assert run("-", "--url", "https://one.example/a", "--published", "2021-03-04", given=PAGE).exit_code == 0

    result = run("-", "--url", "https://one.example/a", "--published", "2021-03-04", given=PAGE)

    assert (result.exit_code, result.stdout) == (0, "")
    assert "1 there already" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["pages", "--url", "https://one.example/a"], "--url names one page", id="url-of-many"),
        pytest.param(["pages", "--ledger", "pages/a.txt"], "cannot be opened as a ledger", id="no-ledger"),
        pytest.param(["pages", "--model", "en_no_such"], "pip install en-no-such", id="model"),
        pytest.param(["pages", "--published", "soon"], "expected an ISO date", id="date"),
        pytest.param(["pages", "--jobs", "0"], "0 is not in the range", id="jobs"),
    ],
)
def test_what_cannot_be_done_is_told(folder: Path, arguments: list[str], message: str) -> None:
    result = run(*arguments)

    assert result.exit_code != 0
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert (folder / "a.txt").read_text(encoding="utf-8") == PAGE


@pytest.mark.skipif(sys.platform == "win32", reason="there is no Ctrl-C to send")
def test_ctrl_c_ends_with_the_sum_and_keeps_what_was_told(folder: Path) -> None:
    # More than are read ahead, so that some are told of before the next source is opened.
    texts = (f"{PAGE}\nNobody counts the rounds of talks; this was number {number}." for number in range(100))
    (folder / "texts.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    os.mkfifo(folder / "endless.jsonl")
    command = [sys.executable, "-c", "from newsledger.cli import main; main()", "add", "--format", "jsonl"]
    with (
        subprocess.Popen(
            [*command, "--jobs", "1", "pages/texts.jsonl", "pages/endless.jsonl"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process,
        _open_with(process, folder / "endless.jsonl"),
    ):
        process.send_signal(signal.SIGINT)
        out, told = process.communicate(timeout=300)

    lines = out.splitlines()
    assert process.returncode == 130
    assert "stopped; add the same again to go on" in told
    assert lines
    assert f"{len(lines):,} added" in told
    assert "Traceback" not in told
    with open_ledger(folder.parent / "newsledger.db") as store:
        assert len(list(store.records())) == len(lines)


def _open_with(process: "subprocess.Popen[str]", pipe: Path) -> BinaryIO:
    """Open a pipe once a process has opened it too, which then waits for what is never written."""
    while process.poll() is None:
        try:
            return os.fdopen(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK), "wb")
        except OSError:
            time.sleep(0.05)
    raise AssertionError("it ended before it came to the pipe")
