"""By what it is told whether a ledger has changed."""

from pathlib import Path

from newsledger.store import Store, open_ledger
from store.conftest import entry_of, golden

AT = "2026-01-01T00:00:00+00:00"


def test_a_ledger_has_another_revision_once_anybody_wrote_and_else_the_same(place: Path | str) -> None:
    with open_ledger(place, new=True) as store, open_ledger(place) as other:
        first, again = store.revision(), store.revision()
        run = other.begin("test", at=AT)
        begun = store.revision()
        other.put([entry_of(golden("court-report"))], run=run)
        put, still = store.revision(), store.revision()
        own = store.begin("test", at=AT)

        assert own != run
        assert first == again
        assert len({first, begun, put, store.revision()}) == 4
        assert put == still


def test_what_is_only_read_leaves_the_revision_as_it_is(full: Store) -> None:
    before = full.revision()
    list(full.records())

    assert full.revision() == before


def test_another_file_in_its_place_has_no_revision(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with open_ledger(tmp_path / "other.db", new=True):
        pass
    with open_ledger(path, new=True) as store:
        (tmp_path / "other.db").replace(path)

        assert store.revision() is None
