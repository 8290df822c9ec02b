"""What a report is compared by is looked up once, and again where it has changed."""

from pathlib import Path

from ledger.grouped import articles, put
from newsledger.ledger.grouping.pairs.comparing import Comparing, Texts
from newsledger.store import open_ledger


def test_a_text_is_read_once_however_often_it_is_compared(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db", new=True) as store:
        put(store, articles(5))
        texts = Texts()
        with store.groups() as groups:
            place = groups.places()[0]
            found = [Comparing(groups, texts).of(place) for _ in range(2)]

    assert found[0] is not None
    assert found[1] is not None
    assert found[0].text is found[1].text


def test_what_becomes_furniture_is_no_longer_compared(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "ledger.db", new=True) as store:
        put(store, articles(5))
        with store.groups() as groups:
            comparing = Comparing(groups, Texts())
            place = groups.places()[0]
            before, sketch = comparing.of(place), comparing.sketch(place)
            comparing.note(sketch.outlet or "", sketch.shingles[:3], is_common=True)
            comparing.forget([place])
            after = comparing.of(place)
            left = comparing.own_values(place)

    assert before is not None
    assert after is not None
    assert after.count < before.count
    assert left == {*sketch.shingles[3:]}
