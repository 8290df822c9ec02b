"""Where a ledger of each kind of database is made."""

from pathlib import Path

import pytest

#: The kinds of databases that a store is tested with.
KINDS = ("sqlite", "postgres")


def place_of(kind: str, request: pytest.FixtureRequest, folder: Path) -> Path | str:
    """Give a place at which there is no ledger yet: a file in a folder, or an empty database."""
    if kind == "sqlite":
        return folder / "ledger.db"
    address: str = request.getfixturevalue("postgres").database()
    return address
