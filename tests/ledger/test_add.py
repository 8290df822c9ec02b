"""Adding: in order, known things once, what is acknowledged is safe, and the rest goes on later."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from ledger import works
from newsledger.errors import StoreError
from newsledger.intake import Found
from newsledger.ledger.add import AddCrew, add
from newsledger.ledger.crew import Crew
from newsledger.ledger.work import lost
from newsledger.model import Capture, Failure
from newsledger.store import Outcome, open_ledger
from newsledger.store.tables import TableStore

Open = Callable[[], TableStore]


@pytest.fixture
def crew() -> Iterator[AddCrew]:
    made: AddCrew = Crew(works.reads_numbers, lost, size=2, seconds=30)
    yield made
    made.close()


@pytest.fixture
def ledger(place: Path | str) -> Iterator[Open]:
    opened = []

    def make() -> TableStore:
        opened.append(open_ledger(place, new=True))
        return opened[-1]

    yield make
    for store in opened:
        store.close()


def page(number: int | str) -> Found:
    data = f"{number:05}" if isinstance(number, int) else number
    address = f"https://harbour.example/{number}"
    return Found(capture=Capture(data=data.encode(), url=address), address=address, place=None)


def whats(outcomes: Iterator[Outcome]) -> list[str]:
    return [outcome.what for outcome in outcomes]


def start(store: TableStore) -> int:
    return store.begin("add", at="2026-01-01T00:00:00+00:00")


def texts(store: TableStore) -> list[str]:
    return [record.article.text[:5] for record in store.records()]


def test_outcomes_come_in_the_order_of_what_was_found(ledger: Open, crew: AddCrew) -> None:
    store = ledger()
    missing = Failure(url="/missing.html", sha256=None, room="intake", reason="cannot be read")

    outcomes = list(add(store, [page(1), missing, page("none"), page(2), page(1)], crew, run=start(store)))

    assert [one.what for one in outcomes] == ["added", "failed", "failed", "added", "known"]
    assert [one.reason for one in outcomes[1:3]] == ["cannot be read", "found no number"]
    assert texts(store) == ["00001", "00002"]


def test_adding_twice_changes_nothing(ledger: Open, crew: AddCrew) -> None:
    store = ledger()
    found = [*map(page, range(150)), page("none")]
    first = list(add(store, found, crew, run=start(store)))
    before = texts(store)

    again = list(add(store, found, crew, run=start(store)))

    assert [one.what for one in again] == ["known"] * 150 + ["failed"]
    assert [one.article for one in again] == [one.article for one in first]
    assert texts(store) == before


def test_an_add_that_is_stopped_goes_on_where_it_was(ledger: Open, crew: AddCrew) -> None:
    store, found = ledger(), [page(number) for number in range(300)]
    stopped = add(store, found, crew, run=start(store))
    told = [next(stopped).what for _ in range(100)]
    stopped.close()  # type: ignore[attr-defined]

    with_new_crew: AddCrew = Crew(works.reads_numbers, lost, size=2, seconds=30)
    again = whats(add(ledger(), found, with_new_crew, run=start(store)))
    with_new_crew.close()

    assert told == ["added"] * 100
    assert again[:100] == ["known"] * 100
    assert set(again[100:]) <= {"known", "added"}
    assert texts(store) == [f"{number:05}" for number in range(300)]


def test_what_the_store_can_never_keep_is_a_failure_and_the_others_go_on(ledger: Open, crew: AddCrew) -> None:
    store = ledger()

    outcomes = list(add(store, map(page, (1, 666, 2)), crew, run=start(store)))

    assert [one.what for one in outcomes] == ["added", "failed", "added"]
    assert "surrogates" in (outcomes[1].reason or "")


def test_an_address_that_no_database_takes_costs_its_own_page(ledger: Open, crew: AddCrew) -> None:
    store = ledger()
    broken = replace(page(2), address="https://harbour.example/\ud800")

    outcomes = list(add(store, [page(1), broken, page(3)], crew, run=start(store)))

    assert [one.what for one in outcomes] == ["added", "failed", "added"]


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)  # what a file alone can do
def test_a_full_disk_loses_nothing_that_was_acknowledged(ledger: Open, crew: AddCrew) -> None:
    store, other = ledger(), ledger()
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages + 400}")
    found = [page(number) for number in range(300)]
    told: list[Outcome] = []

    with pytest.raises(StoreError, match="full"):
        told.extend(add(store, found, crew, run=start(other)))

    assert {one.what for one in told} == {"added"}
    assert texts(other) == [f"{number:05}" for number in range(len(told))]

    roomy: AddCrew = Crew(works.reads_numbers, lost, size=2, seconds=30)
    list(add(other, found, roomy, run=start(other)))
    roomy.close()
    assert texts(other) == [f"{number:05}" for number in range(300)]


def test_bytes_that_were_not_kept_at_first_are_kept_when_asked_for(ledger: Open, crew: AddCrew) -> None:
    store, counted = ledger(), "SELECT count(*) FROM bytes"

    for with_bytes, kept in ((False, 0), (True, 1), (False, 1)):
        list(add(store, [page(1)], crew, run=start(store), with_bytes=with_bytes))

        assert store.connection.execute(counted).fetchone()[0] == kept


def test_a_page_at_which_the_reader_dies_is_kept_as_a_failure(ledger: Open) -> None:
    store = ledger()
    crew: AddCrew = Crew(partial(works.dies_at, b"00007"), lost, size=2, seconds=30)

    outcomes = list(add(store, map(page, range(20)), crew, run=start(store)))
    crew.close()

    assert [one.what for one in outcomes] == ["failed" if number == 7 else "added" for number in range(20)]
    assert "ended, twice (SIGKILL)" in (outcomes[7].reason or "")
