"""A command that cannot go on says so in one line, and its exit code says so too."""

import errno
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cli.processes import PAGE, command, environment, run
from newsledger.cli import main

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="streams and signals are others there")

NAMES = PAGE.replace("Orlow", "Örlow")
COMMANDS = [
    line.split()
    for line in (
        "schema",
        "search talks",
        "statements --format csv",
        "read page.txt",
        "sample --of statements",
        "--help",
        "add more.txt --format jsonl",
    )
]
QUESTIONS = [["schema"], ["search", "talks"], ["read", "page.txt"]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with a page and a ledger of it."""
    place = tmp_path_factory.mktemp("ending")
    (place / "page.txt").write_text(NAMES, encoding="utf-8")
    (place / "more.txt").write_text(f"{NAMES}\nIt rained in the harbour all day long on Monday.\n", encoding="utf-8")
    done = run("add", "page.txt", "--jobs", "1", folder=place, script=place / "newsledger")
    assert done.returncode == 0, done.stderr.decode()
    return place


def ids(lines: list[list[str]]) -> list[str]:
    return ["-".join(one.strip("-") for one in line[:3]) for line in lines]


def is_told(done: subprocess.CompletedProcess[bytes], words: str) -> None:
    told = (done.stderr or b"").decode()
    assert done.returncode not in {0, 2, 120}, told
    assert "Traceback" not in told
    assert "Exception ignored" not in told
    assert [line for line in told.splitlines() if words in line], told
    assert "Usage:" not in told


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
@pytest.mark.parametrize("line", COMMANDS, ids=ids(COMMANDS))
def test_a_full_disk_is_told(folder: Path, line: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        streams: dict[str, Any] = {"stdout": full, "stderr": subprocess.PIPE, "capture_output": False}
        done = run(*line, folder=folder, script=folder / "newsledger", **streams)

    is_told(done, "No space left on device")


def in_shell(folder: Path, line: list[str], redirection: str, **changed: str) -> subprocess.CompletedProcess[bytes]:
    parts = command(*line, script=folder / "newsledger")
    return subprocess.run(
        ["/bin/sh", "-c", f'"$@" {redirection}', "sh", *parts],
        cwd=folder,
        env=environment(**changed),
        capture_output=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("line", QUESTIONS, ids=ids(QUESTIONS))
def test_a_closed_output_is_told(folder: Path, line: list[str]) -> None:
    is_told(in_shell(folder, line, ">&-"), "standard output cannot be written")


@pytest.mark.parametrize("line", [["read", "-"], ["add", "-"], ["verify", "-"]], ids=["read", "add", "verify"])
def test_a_closed_input_is_told(folder: Path, line: list[str]) -> None:
    is_told(in_shell(folder, line, "<&-"), "Bad file descriptor")


def test_what_needs_no_output_goes_on_without_one(folder: Path) -> None:
    # With processes that read, where all is closed; alone for the rest, which is quicker.
    for redirection, alone in ((">&-", ["--jobs", "1"]), ("2>&-", ["--jobs", "1"]), (">&- 2>&- <&-", [])):
        done = in_shell(folder, ["add", "page.txt", *alone, "--ledger", f"{len(redirection)}.db"], redirection)

        assert done.returncode == 0, done.stderr.decode()
    assert b"1 article" in in_shell(folder, ["verify", "3.db"], "").stdout


@pytest.mark.parametrize("line", [["read", "page.txt"], ["search", "talks"]], ids=["read", "search"])
def test_an_output_of_other_letters_is_told(folder: Path, line: list[str]) -> None:
    done = in_shell(folder, line, "", PYTHONIOENCODING="cp1251")

    is_told(done, "expected UTF-8; set PYTHONIOENCODING=utf-8")
    assert done.stdout == b""


def test_an_output_that_says_nothing_of_its_letters_gets_utf_8(folder: Path) -> None:
    done = in_shell(folder, ["search", "talks"], "", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")

    assert "Örlow" in done.stdout.decode()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_an_add_with_what_was_kept(folder: Path, number: int, code: int, tmp_path: Path) -> None:
    texts = (PAGE.replace("Tuesday", f"Tuesday in round {one}") for one in range(2_000))
    rows = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    (tmp_path / "texts.jsonl").write_text(rows, encoding="utf-8")
    line = command("add", str(tmp_path / "texts.jsonl"), "--format", "jsonl", "--jobs", "1", "--ledger", "stop.db",
                   script=folder / "newsledger")  # fmt: skip
    with subprocess.Popen(
        line, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        process.send_signal(number)
        rest, told = process.communicate()

    lines = [first, *rest.splitlines()]
    assert process.returncode == code, told
    assert "stopped; add the same again to go on" in told
    # The sum counts what is on disk, which the signal may have kept from being told line by line.
    assert (added := re.search(r"([\d,]+) added", told)) is not None
    assert int(added[1].replace(",", "")) >= len(lines)
    assert "Traceback" not in told


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_other_commands_in_a_line(folder: Path, number: int, code: int) -> None:
    os.mkfifo(folder / f"{code}.pipe")
    line = command("read", f"{code}.pipe", script=folder / "newsledger")
    with subprocess.Popen(line, cwd=folder, env=environment(), stderr=subprocess.PIPE, text=True) as process:
        writer = os.open(folder / f"{code}.pipe", os.O_WRONLY)  # it has begun to read
        time.sleep(0.2)
        process.send_signal(number)
        _, told = process.communicate()
        os.close(writer)

    assert process.returncode == code, told
    assert told == "stopped\n"


def test_a_signal_that_interrupts_no_call_is_heard_all_the_same(folder: Path) -> None:
    # Another thread takes it, so the call that waits goes on: as when it comes just before that call.
    script = folder / "deaf"
    script.write_text(
        "import os, signal, threading, time\nfrom newsledger import codec\nfrom newsledger.cli import main\n"
        "def strike():\n    time.sleep(0.3)\n    signal.pthread_kill(threading.get_ident(), signal.SIGTERM)\n"
        "def wait():\n    threading.Thread(target=strike).start()\n    os.read(os.pipe()[0], 1)\n"
        "codec.json_schema = wait\nmain(['schema'])\n",
        encoding="utf-8",
    )

    done = subprocess.run([sys.executable, script], env=environment(), capture_output=True, timeout=60, check=False)

    assert (done.returncode, done.stderr) == (143, b"stopped\n")


def test_no_memory_is_told(folder: Path) -> None:
    script = folder / "short"
    script.write_text(
        "import sys\nfrom newsledger import codec\nfrom newsledger.cli import main\n"
        "def fail():\n    raise MemoryError\ncodec.json_schema = fail\nmain(['schema'])\n",
        encoding="utf-8",
    )

    done = subprocess.run([sys.executable, script], env=environment(), capture_output=True, check=False)

    is_told(done, "found no memory left")
    assert len(done.stderr.splitlines()) == 1


def test_the_log_of_a_page_that_fails_steers_nothing(folder: Path) -> None:
    script = folder / "fails"
    script.write_text(
        "import sys\nfrom newsledger.cli import main\nfrom newsledger.pipeline import Reader\n"
        "def fail(*_):\n    raise RuntimeError('turn \\x1b[31m \\u202e round')\n"
        "Reader.read_capture = fail\nif __name__ == '__main__':\n    main()\n",
        encoding="utf-8",
    )
    page = folder / "red\x1b[31m.txt"
    page.write_text(PAGE, encoding="utf-8")

    for name in ("read", "add"):
        done = subprocess.run(
            [sys.executable, script, name, page, *(["--ledger", "red.db"] if name == "add" else [])],
            env=environment(),
            cwd=folder,
            capture_output=True,
            check=False,
        )

        told = done.stderr.decode()
        assert "RuntimeError: turn [31m" in told
        assert "\x1b" not in told
        assert "\u202e" not in told


@pytest.mark.parametrize("name", ["a\0b", "a\ud800b"])
@pytest.mark.parametrize("line", [["verify"], ["sample", "--score"], ["read"], ["add"], ["search", "x", "--ledger"]])
def test_a_name_that_no_file_has_is_told(line: list[str], name: str) -> None:
    result = CliRunner().invoke(main, [*line, name])

    assert result.exit_code == 2
    assert "no name of a file" in result.stderr


@pytest.mark.parametrize("line", [["verify"], ["sample", "--score"], ["search", "x", "--ledger"]])
def test_a_name_that_is_no_letters_is_told(folder: Path, line: list[str]) -> None:
    name = b"caf\xe9.csv"
    (folder / os.fsdecode(name)).write_bytes(b"of,id\n")

    done = run(*line, name, folder=folder, script=folder / "newsledger")

    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert b"caf" in done.stderr


def test_ctrl_c_while_the_program_loads_is_told(folder: Path) -> None:
    script = folder / "loads"
    script.write_text(
        "import sys, signal\n"
        "class Stop:\n    def find_spec(self, name, *_):\n"
        "        if name == 'click':\n            signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Stop())\nfrom newsledger.cli import main\nmain()\n",
        encoding="utf-8",
    )

    done = subprocess.run([sys.executable, script, "schema"], env=environment(), capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (130, b"stopped\n")


def test_what_the_system_refuses_is_no_matter_of_the_output(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refused(*_: object, **__: object) -> None:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr("newsledger.cli.adding.add.opened", refused)

    done = CliRunner().invoke(main, ["add", "--ledger", str(tmp_path / "new.db"), __file__])

    assert done.exit_code == 1
    assert done.stderr == f"Error: the system refuses: {os.strerror(errno.EAGAIN)}\n"
