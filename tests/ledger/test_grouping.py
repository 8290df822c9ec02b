"""Articles are grouped as they come: whatever the order, as all of them at once would be."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.grouped import AT, articles, as_held, copies_in, put, reports_in, stories_in, told
from newsledger.ledger.grouping import group_all
from newsledger.ledger.grouping.steps import story_rules
from newsledger.store.sqlite.ledger import SqliteStore, open_ledger
from newsledger.stories import find_copies, group_stories

MADE = articles(90)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with open_ledger(tmp_path / "ledger.db", new=True) as opened:
        yield opened


def assert_as_at_once(store: SqliteStore) -> None:
    reports = reports_in(store)
    copies = find_copies(reports)
    assert copies_in(store) == told(copies)
    assert stories_in(store) == as_held(group_stories(reports, copies, story_rules()))


def test_the_made_up_articles_have_copies_stories_and_furniture(store: SqliteStore) -> None:
    put(store, MADE)

    assert len(copies_in(store)) > 10
    assert 12 < len(stories_in(store)) < 40
    assert store.connection.execute("SELECT count(*) FROM furniture").fetchone()[0] > 50


@pytest.mark.parametrize("seed", range(4))
def test_lots_of_any_size_in_any_order_give_what_all_at_once_give(store: SqliteStore, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- no secret
    left = chance.sample(MADE, len(MADE))
    while left:
        size = chance.choice((1, 2, 7, 30))
        put(store, left[:size])
        left = left[size:]

    assert_as_at_once(store)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_forgotten_leaves_the_groups_as_if_it_had_never_been_there(store: SqliteStore, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- no secret
    put(store, MADE)
    run = store.begin("forget", at=AT)
    for record in chance.sample(MADE, 30):
        store.forget(record.article.id, why="asked for", run=run)
        if chance.random() < 0.3:
            list(group_all(store))
    list(group_all(store))

    assert len(reports_in(store)) == 60
    assert_as_at_once(store)
