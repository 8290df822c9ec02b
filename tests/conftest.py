"""What all tests share: one loaded reader, since loading it is the only slow thing they do."""

import sqlite3
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsledger import Reader
from places import KINDS, place_of

if TYPE_CHECKING:
    from postgres_server import Server


class Watched(sqlite3.Connection):
    """A connection that says so when nobody has closed it, as each does from Python 3.13 on."""

    def __del__(self) -> None:
        try:
            self.total_changes  # noqa: B018 - to ask is to learn whether it is closed
        except sqlite3.ProgrammingError:
            return
        warnings.warn(f"unclosed database in {self!r}", ResourceWarning, stacklevel=1)


@pytest.fixture(scope="session", autouse=True)
def closed_connections() -> Iterator[None]:
    """Let a connection that nobody closes fail a test on each Python."""
    with pytest.MonkeyPatch.context() as patch:
        if sys.version_info < (3, 13):
            opened = sqlite3.connect
            patch.setattr(sqlite3, "connect", lambda *path, **how: opened(*path, **{"factory": Watched} | how))
        yield


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader.load("en")


@pytest.fixture(scope="session")
def postgres() -> Iterator["Server"]:
    """A PostgreSQL server of this run's own."""
    from postgres_server import server  # noqa: PLC0415 - only these tests want the driver

    with server() as one:
        yield one


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where a ledger of each kind is to be made."""
    return place_of(request.param, request, tmp_path)
