"""A ledger that all tests of the site look at, and the site over it."""

import contextlib
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
import uvicorn
from click.testing import CliRunner
from starlette.testclient import TestClient

from newsledger import Reader
from newsledger.cli import main
from newsledger.ledger.grouping import group_all
from newsledger.store import Store, open_ledger
from newsledger.web import Settings, Writing, application
from store.conftest import GOLDEN, edited, entry_of, from_golden

DEMO = Path(__file__).parents[1] / "demo" / "cocoa.jsonl"
TODAY = "2018-04-20"
AT = "2026-01-01T00:00:00+00:00"


def site(path: Path, *, prefix: str = "", hosts: tuple[str, ...] = ()) -> TestClient:
    settings = Settings(today=lambda: TODAY, prefix=prefix, hosts=hosts)
    return TestClient(application(partial(open_ledger, path), settings), base_url="http://127.0.0.1:8765")


@pytest.fixture(scope="session")
def ledger(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden pages, one of them changed later, and a story of eight articles of which what was due is followed."""
    path = tmp_path_factory.mktemp("site") / "ledger.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Reader, "load", lambda *_, **__: reader)
        added = CliRunner().invoke(main, ["add", str(DEMO), "--ledger", str(path), "--jobs", "1"])
    assert added.exit_code == 0, added.output
    with open_ledger(path) as store:
        run = store.begin("add", at=AT)
        for golden in GOLDEN:
            store.put([entry_of(from_golden(golden), address=f"https://paper.example/{golden.stem}")], run=run)
        court = from_golden(GOLDEN[0].parent / "court-report.json")
        changed = edited(court, "surrendered his passport", "given up his passport")
        store.put([entry_of(changed, address="https://paper.example/court-report")], run=run)
        store.end(run, at=AT)
        for _ in group_all(store):
            pass
    return path


@pytest.fixture
def kept(ledger: Path) -> Iterator[Store]:
    with open_ledger(ledger) as store:
        yield store


@pytest.fixture(scope="session")
def client(ledger: Path) -> TestClient:
    return site(ledger)


@pytest.fixture(scope="session")
def address(ledger: Path) -> Iterator[str]:
    """The site on a port of this machine, for a browser."""
    with served(ledger) as found:
        yield found


@contextlib.contextmanager
def served(path: Path, *, writing: Writing | None = None) -> Iterator[str]:
    settings = Settings(today=lambda: TODAY, writing=writing)
    config = uvicorn.Config(
        application(partial(open_ledger, path), settings), port=0, log_level="error", lifespan="off"
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)
