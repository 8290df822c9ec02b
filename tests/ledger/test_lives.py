"""What a ledger makes of expectations is what following them through all articles makes of them."""

import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from newsledger import Reader, outlook
from newsledger.ledger.lives import follow_all
from newsledger.model import Capture, Expectation, Record, Step
from newsledger.store import Entry, Store, keep, open_ledger, take_apart

STORIES = sorted((Path(__file__).parents[1] / "outlook" / "stories").glob("*.toml"))
LAST = date(2030, 1, 1)
CALENDAR = ("due_soon", "overdue")


@pytest.fixture(params=STORIES, ids=lambda path: path.stem)
def records(request: pytest.FixtureRequest, reader: Reader) -> list[Record]:
    told = tomllib.loads(request.param.read_text("utf-8"))
    return [reader.read_text(one["text"].strip(), published=one["published"]) for one in told["articles"]]


@pytest.mark.parametrize("step", [1, -1], ids=["as they came", "the last first"])
def test_a_ledger_comes_to_the_same_state(records: list[Record], place: Path | str, step: int) -> None:
    with open_ledger(place, new=True) as store:
        _add_one_by_one(store, records[::step])

        for record in records:
            for expectation in record.expectations:
                steps = store.history(expectation.id)
                expected = _state(outlook.follow(expectation, record, records, LAST).history)
                assert (_state(steps) if steps else _first(expectation, record)) == expected


def test_following_twice_adds_nothing(records: list[Record], place: Path | str) -> None:
    with open_ledger(place, new=True) as store:
        run = _add_one_by_one(store, records)
        before = [store.history(one.id) for record in records for one in record.expectations]

        assert list(follow_all(store, run=run)) == []

        assert [store.history(one.id) for record in records for one in record.expectations] == before


def _add_one_by_one(store: Store, records: Sequence[Record]) -> int:
    run = store.begin("test", at="2026-01-01T00:00:00+00:00")
    for record in records:
        kept = keep(Capture(data=record.article.text, kind="text"), address=None)
        reading = take_apart(record, settled={}, states=outlook.first_states(record))
        store.put([Entry(kept=kept, outcome=reading)], run=run)
        assert list(follow_all(store, run=run)) == [record.article.id]
    return run


def _first(expectation: Expectation, record: Record) -> str:
    return outlook.first_states(record)[expectation.id]


def _state(steps: Sequence[Step]) -> str:
    state = [step for step in steps if step.state not in CALENDAR or step.proposed][-1].state
    return "open" if state in CALENDAR else state
