"""``newsledger serve --watch``: one command that brings pages in and shows them."""

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsledger.cli import main
from newsledger.store import open_ledger
from watch.papers import article, feed, headline
from watch.server import Asked, Reply, Server, serving

PROGRAM = Path(sys.executable).parent / "newsledger"
PATIENCE = 120


@pytest.fixture
def server() -> Iterator[Server]:
    def site(asked: Asked) -> Reply:
        if asked.path == "/rss":
            return Reply(body=feed([(f"/2026/lock-{number}", "") for number in range(2)]))
        if asked.path.startswith("/2026/lock-"):
            return Reply(headers={"Content-Type": "text/html"}, body=article(int(asked.path.rpartition("-")[2])))
        return Reply(status=404)

    with serving(site) as one:
        yield one


@pytest.fixture
def ledger(tmp_path: Path, server: Server) -> Path:
    path = tmp_path / "ledger.db"
    source = f"http://127.0.0.1:{server.port}/rss"
    added = CliRunner().invoke(main, ["sources", "add", source, "--allow-private", "--ledger", str(path)])
    assert added.exit_code == 0, added.output
    return path


def shown(port: int) -> list[str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", "/articles.json")
        return sorted(row["article"]["headline"] for row in json.loads(connection.getresponse().read())["rows"])
    finally:
        connection.close()


def test_what_is_brought_in_is_seen_on_the_pages_and_both_end_together(ledger: Path) -> None:
    options = [
        "--port",
        "0",
        "--watch",
        "--allow-private",
        "--delay",
        "0.01",
        "--jobs",
        "1",
        "--contact",
        "a@b.example",
    ]
    command = [str(PROGRAM), "serve", "--ledger", str(ledger), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stderr.readline())
        assert found
        until = time.monotonic() + PATIENCE
        while len(headlines := shown(int(found[1]))) < 2 and time.monotonic() < until:
            time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=PATIENCE)

    assert headlines == [headline(0), headline(1)]
    assert process.returncode == 0
    assert "Traceback" not in told
    with open_ledger(ledger) as store:
        assert store.runs(limit=1)[0].ended_at is not None
    with pytest.raises(OSError, match="refused"):
        shown(int(found[1]))


def test_a_port_that_is_taken_is_told_before_anything_is_watched(ledger: Path, server: Server) -> None:
    done = CliRunner().invoke(main, ["serve", "--ledger", str(ledger), "--watch", "--port", str(server.port)])

    assert done.exit_code == 1
    assert "cannot listen" in done.output
    with open_ledger(ledger) as store:
        assert [run.command for run in store.runs(limit=9)] == []
