"""What is scheduled is one happening across stories: whatever the order, as for all articles at once."""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest

from ledger.grouped import AT, put, reports_in
from ledger.scheduled import affairs
from newsledger import Reader
from newsledger.ledger.grouping import group_all
from newsledger.ledger.grouping.check import check_groups
from newsledger.ledger.grouping.reports import story_rules
from newsledger.model import Record
from newsledger.store import OutlookQuestion, open_ledger
from newsledger.store.groups import HeldScheduled, Met
from newsledger.store.tables import TableStore
from newsledger.stories import find_copies, group_stories, happenings, mentions_of


@pytest.fixture(scope="module")
def made(reader: Reader) -> Sequence[Record]:
    return affairs(reader)


@pytest.fixture
def store(place: Path | str) -> Iterator[TableStore]:
    with open_ledger(place, new=True) as opened:
        yield opened


def in_ledger(store: TableStore) -> dict[str, tuple[str, ...]]:
    """Give the happenings of a ledger with the stories that tell of each."""
    rows = store.connection.execute(
        "SELECT c.told, s.id FROM chains c JOIN chain_stories o USING (chain) JOIN stories s ON s.story = o.story"
        " ORDER BY s.id"
    ).fetchall()
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        found[row["told"]] = (*found.get(row["told"], ()), row["id"])
    return found


def at_once(store: TableStore) -> dict[str, tuple[str, ...]]:
    """Give those that the pure function makes of all the articles of a ledger."""
    reports = reports_in(store)
    copies = find_copies(reports)
    mentions = [one for record in store.records() for one in mentions_of(record, story_rules())]
    findings = {one.id: one.findings for one in mentions}
    made = happenings(group_stories(reports, copies, story_rules()), mentions, copies, story_rules())
    return {
        msgspec.json.encode(one).decode(): one.stories for one in made if any(findings[key] for key in one.mentions)
    }


def test_several_stories_tell_of_one_date_and_of_each_twin_others(store: TableStore, made: Sequence[Record]) -> None:
    put(store, made)

    found = in_ledger(store)
    assert found == at_once(store)
    assert sorted(map(len, found.values())) == [2, 2, 3, 3]


@pytest.mark.parametrize("seed", range(3))
def test_lots_of_any_size_in_any_order_give_what_all_at_once_give(
    store: TableStore, made: Sequence[Record], seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 -- no secret
    left = chance.sample(made, len(made))
    while left:
        size = chance.choice((1, 2, 5, 9))
        put(store, left[:size])
        left = left[size:]

        assert in_ledger(store) == at_once(store)
    assert list(check_groups(store)) == []


def test_what_is_forgotten_parts_what_it_joined(store: TableStore, made: Sequence[Record]) -> None:
    put(store, made)
    run = store.begin("forget", at=AT)
    for record in random.Random(1).sample(made, len(made)):  # noqa: S311 -- no secret
        store.forget(record.article.id, why="asked for", run=run)
        told = "SELECT count(*) AS number FROM scheduled WHERE mention LIKE :mention"
        values = {"mention": f"{record.article.id}:%"}
        assert store.connection.execute(told, values).fetchone()["number"] == 0
        list(group_all(store))

        assert in_ledger(store) == at_once(store)
    assert in_ledger(store) == {}


def test_an_article_that_is_asked_again_is_joined_again(store: TableStore, made: Sequence[Record]) -> None:
    put(store, made)
    before = in_ledger(store)
    with store.grouping() as groups:
        groups.forget_mentions(groups.places()[3])
    assert store.waiting() == 1

    list(group_all(store))

    assert in_ledger(store) == before


def test_each_story_shows_the_happening_that_several_tell_of_and_the_board_counts_it_once(
    store: TableStore, made: Sequence[Record]
) -> None:
    put(store, made)

    told, stories = max(in_ledger(store).items(), key=lambda row: len(row[1]))
    assert all(told in store.story(story).chains for story in stories)
    assert all(store.story(story).row.happenings == 1 for story in stories)
    assert len(store.ask_outlook(OutlookQuestion(today="2019-03-01"), limit=50).rows) <= 4


def test_the_id_of_each_of_its_mentions_leads_to_it(store: TableStore, made: Sequence[Record]) -> None:
    put(store, made)

    for told in in_ledger(store):
        whole = msgspec.json.decode(told)
        for mention in whole["mentions"]:
            assert store.happening(mention, today="2019-03-01")[1] == told


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE scheduled SET latest = '2019-12-31'", "scheduled: the mention .* is not as its article tells it"),
        ("DELETE FROM scheduled_keys", "scheduled: the mention .* is not as its article tells it"),
        (
            "DELETE FROM chain_stories WHERE story = (SELECT max(story) FROM chain_stories)",
            "chains: the happening .* is not the one",
        ),
    ],
)
def test_verify_sees_what_was_changed(store: TableStore, made: Sequence[Record], change: str, told: str) -> None:
    put(store, made)
    assert list(check_groups(store)) == []

    store.connection.execute(change)

    assert any(re.match(told, problem) for problem in check_groups(store))


@pytest.mark.parametrize(
    ("change", "is_met"),
    [
        pytest.param("SELECT 1", True, id="a-plan-and-its-deed-of-one-day"),
        pytest.param("UPDATE scheduled SET done = 1", False, id="two-deeds"),
        pytest.param(
            "UPDATE scheduled SET earliest = '2019-04-02', latest = '2019-04-02' WHERE mention = 'deed'",
            False,
            id="a-later-day",
        ),
        pytest.param(
            "UPDATE scheduled SET earliest = '2019-03-01', latest = '2019-03-01' WHERE mention = 'deed'",
            False,
            id="an-earlier-day",
        ),
        pytest.param("UPDATE scheduled_keys SET key = 'other' WHERE mention = 'deed'", False, id="another-key"),
        pytest.param("UPDATE stories SET fresh = 0", False, id="a-story-that-is-to-be-looked-at-again"),
    ],
)
def test_stories_meet_by_a_key_and_a_day_not_both_of_deeds(
    store: TableStore, made: Sequence[Record], change: str, is_met: bool
) -> None:
    put(store, made)
    one, other = (
        row["story"] for row in store.connection.execute("SELECT story FROM stories ORDER BY story").fetchall()[:2]
    )
    with store.grouping() as groups:
        place = groups.places()[0]
        for story, mention, done in ((one, "plan", False), (other, "deed", True)):
            groups.scheduled.put(
                story,
                [
                    HeldScheduled(
                        mention=mention,
                        place=place,
                        earliest="2019-03-09",
                        latest="2019-03-09",
                        done=done,
                        told="{}",
                        keys=("meet/chile/2019-03",),
                    )
                ],
            )
        store.connection.execute("DELETE FROM scheduled_keys WHERE mention NOT IN ('plan', 'deed')")
        store.connection.execute(change)

        met = groups.scheduled.met(one, known=[one])
        known = groups.scheduled.met(one, known=[one, other])

    assert met == ((Met(story=other, mine="plan", theirs="deed"),) if is_met else ())
    assert known == ()
