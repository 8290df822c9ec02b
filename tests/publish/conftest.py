"""The ledger that the tests of the site look at, published in several ways."""

from pathlib import Path

import pytest

from newsledger.publish import Settings, publish
from newsledger.store import open_ledger
from web.conftest import kept, ledger

__all__ = ["kept", "ledger"]

ADDRESSES = ("https://record.example/news/", "https://mirror.example/")


def published(ledger: Path, folder: Path, settings: Settings | None = None) -> Path:
    """Publish a ledger into a folder, and give that."""
    with open_ledger(ledger) as store:
        publish(store, folder, settings or Settings())
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Give the files of a site by their names, but what belongs to its publisher."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.relative_to(folder).parts[0] != ".newsledger"
    }


@pytest.fixture(scope="session")
def site(ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole ledger, at addresses."""
    return published(ledger, tmp_path_factory.mktemp("site"), Settings(addresses=ADDRESSES))
