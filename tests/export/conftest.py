"""A ledger of the golden pages, grouped, so that no model is needed, and exports of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsledger.export import Ask, Exported, Form, export
from newsledger.export.ask import HAPPENED
from newsledger.ledger.grouping import group_all
from newsledger.store import HappeningQuestion, open_ledger
from store.conftest import GOLDEN, entry_of, from_golden

TODAY = "2018-02-01"
Exporter = Callable[..., Exported]


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("exported") / "ledger.db"
    with open_ledger(path, new=True) as store:
        run = store.begin("test", at="2026-01-01T00:00:00+00:00")
        entries = [entry_of(from_golden(page), address=f"https://paper.example/{page.stem}") for page in GOLDEN]
        store.put(entries, run=run)
        for _ in group_all(store):
            pass
    return path


@pytest.fixture(scope="session")
def exporter(ledger: Path) -> Exporter:
    def write(
        folder: Path,
        *forms: Form,
        question: HappeningQuestion | None = None,
        standings: frozenset[str] = HAPPENED,
        texts: bool = False,
    ) -> Exported:
        ask = Ask(forms=forms, today=TODAY, question=question, standings=standings, texts=texts)
        with open_ledger(ledger) as store:
            return export(store, folder, ask)

    return write


@pytest.fixture(scope="session")
def tables(exporter: Exporter, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger's own tables, as CSV and Parquet."""
    folder = tmp_path_factory.mktemp("tables") / "export"
    exporter(folder, "csv", "parquet", "dyads")
    return folder


@pytest.fixture(scope="session")
def coded(exporter: Exporter, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The forms of other data sets."""
    folder = tmp_path_factory.mktemp("coded") / "export"
    exporter(folder, "polecat", "gdelt", "icews", "ro-crate", "ics", "csl-json", "annotation", "timeml")
    return folder
