"""All rows of a ledger, as they were at one moment."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import get_args

import pytest

from newsledger.ledger.grouping import group_all
from newsledger.store import DumpTable, HappeningQuestion, Store, open_ledger
from places import KINDS, place_of
from store.conftest import GOLDEN, entry_of, from_golden, golden


@pytest.fixture(scope="module", params=KINDS)
def grouped(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_ledger(place_of(request.param, request, tmp_path_factory.mktemp("grouped")), new=True) as store:
        run = store.begin("test", at="2026-01-01T00:00:00+00:00")
        store.put(
            [entry_of(from_golden(path), address=f"https://paper.example/{path.stem}") for path in GOLDEN], run=run
        )
        for _ in group_all(store):
            pass
        yield store


@pytest.mark.parametrize("table", get_args(DumpTable))
def test_each_table_is_in_the_order_of_its_first_column(full: Store, table: DumpTable) -> None:
    with full.dump() as dump:
        rows = [next(iter(row.values())) for row in dump.rows(table)]

    assert all(before <= after for before, after in pairwise(rows))


def test_a_table_has_a_row_for_each_of_its_things(full: Store) -> None:
    with full.dump() as dump:
        articles = [row["id"] for row in dump.rows("articles")]
        found = {table: len(list(dump.rows(table))) for table in ("mentions", "statements", "expectations")}

    tables = {"mentions": "events", "statements": "statements", "expectations": "expectations"}
    counted = {name: sum(len(list(full.findings(one, table))) for one in articles) for name, table in tables.items()}
    assert found == counted
    assert all(counted.values())


@pytest.mark.parametrize("mistake", [TypeError("mine"), KeyError("mine"), AttributeError("mine")], ids=repr)
def test_a_mistake_of_the_one_who_asks_is_no_damage(full: Store, mistake: Exception) -> None:
    for moment in (full.dump, full.contents.moment):
        with pytest.raises(type(mistake), match="mine"), moment():
            raise mistake

    with full.dump() as dump:
        assert list(dump.rows("articles"))


def test_what_is_put_meanwhile_is_not_in_it(make_store: Callable[[], Store]) -> None:
    store, other = make_store(), make_store()
    run = store.begin("test", at="2026-01-01T00:00:00+00:00")
    store.put([entry_of(golden("court-report"))], run=run)

    with store.dump() as dump:
        assert len(list(dump.rows("articles"))) == 1
        other.put([entry_of(golden("seedlike-montevideo"))], run=run)
        assert len(list(dump.rows("articles"))) == 1

    with store.dump() as dump:
        assert len(list(dump.rows("articles"))) == 2


def test_the_happenings_that_a_question_asks_for_are_those_of_its_answer(grouped: Store) -> None:
    question = HappeningQuestion(today="2018-02-01", standing="happened")

    with grouped.dump() as dump:
        chosen = set(dump.chosen(question))

    assert chosen == {row.id for row in grouped.ask_happenings(question, limit=1000).rows}
    assert chosen
