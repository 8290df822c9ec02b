"""``newsledger serve``, as somebody runs it."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsledger.cli import main
from newsledger.store import open_ledger

PROGRAM = Path(sys.executable).parent / "newsledger"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    open_ledger(path, new=True).close()
    return path


@contextmanager
def running(ledger: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    command: list[str] = [str(PROGRAM), "serve", "--port", "0", "--ledger", str(ledger), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        yield process, process.stderr.readline()
        process.kill()


def test_it_says_where_it_is_answers_there_and_ends_on_an_interrupt(ledger: Path) -> None:
    with running(ledger, "--prefix", "/news") as (process, told):
        found = re.search(r"http://127\.0\.0\.1:(\d+)/news/", told)
        assert found, told
        connection = HTTPConnection("127.0.0.1", int(found[1]), timeout=20)
        connection.request("GET", "/news/")
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)

    assert answer.status == 200
    assert "Nothing has been read yet" in text
    assert "server" not in {name.lower() for name, _ in answer.getheaders()}
    assert process.returncode in (0, 130)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--prefix", "news"], "a path such as /news"),
        (["--prefix", '/"><script>'], "a path such as /news"),
        (["--today", "yesterday"], "an ISO day"),
        (["--allow-host", ""], "a name such as news.example"),
        (["--allow-host", "https://news.example"], "a name such as news.example"),
        (["--allow-host", "news.example:8080"], "a name such as news.example"),
    ],
)
def test_what_makes_no_sense_is_refused(ledger: Path, options: list[str], words: str) -> None:
    result = CliRunner().invoke(main, ["serve", "--ledger", str(ledger), *options])

    assert result.exit_code == 2
    assert words in result.output


def test_only_who_is_told_the_token_can_write(ledger: Path) -> None:
    with running(ledger, "--write") as (process, told):
        assert process.stderr is not None
        line = process.stderr.readline()
        token = line.split()[-1]
        port = int(told.rpartition(":")[2].partition("/")[0])
        answers = [_entered(port, one) for one in (token, token[::-1])]

    assert f"http://127.0.0.1:{port}/review/enter" in line
    assert len(token) >= 32
    assert answers == [303, 403]


def _entered(port: int, token: str) -> int:
    host = f"127.0.0.1:{port}"
    connection = HTTPConnection(host, timeout=20)
    headers = {"origin": f"http://{host}", "content-type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/review/enter", f"by=Ann&token={token}", headers)
    status = connection.getresponse().status
    connection.close()
    return status


def test_a_ledger_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["serve", "--ledger", str(tmp_path / "none.db")])

    assert result.exit_code == 1
    assert not (tmp_path / "none.db").exists()


def test_a_port_that_is_taken_is_told(ledger: Path) -> None:
    with running(ledger) as (_, told):
        port = told.rpartition(":")[2].partition("/")[0]
        result = CliRunner().invoke(main, ["serve", "--ledger", str(ledger), "--port", port])

    assert result.exit_code == 1
    assert "--port" in result.output


def test_without_the_extra_it_says_how_to_get_it(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "newsledger.cli.serving.site", raising=False)

    result = CliRunner().invoke(main, ["serve", "--ledger", str(ledger)])

    assert result.exit_code == 1
    assert "newsledger[web]" in result.output
