"""An export is the same whatever database is behind the ledger."""

from pathlib import Path

from export.conftest import TODAY, Exporter
from export.test_folder import files_of
from newsledger.export import FORMS, Ask, export
from newsledger.ledger.grouping import group_all
from newsledger.store import open_ledger
from store.conftest import GOLDEN, entry_of, from_golden


def test_each_store_gives_the_same_files(place: Path | str, exporter: Exporter, tmp_path: Path) -> None:
    exporter(tmp_path / "sqlite", *FORMS)
    with open_ledger(place, new=True) as store:
        run = store.begin("test", at="2026-01-01T00:00:00+00:00")
        entries = [entry_of(from_golden(page), address=f"https://paper.example/{page.stem}") for page in GOLDEN]
        store.put(entries, run=run)
        for _ in group_all(store):
            pass
        export(store, tmp_path / "other", Ask(forms=FORMS, today=TODAY))

    expected, found = files_of(tmp_path / "sqlite"), files_of(tmp_path / "other")
    assert [name for name in expected if found.get(name) != expected[name]] == []
    assert set(found) == set(expected)
