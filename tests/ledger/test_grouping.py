"""Articles are grouped as they come: whatever the order, as all of them at once would be."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from ledger.grouped import AT, articles, as_held, copies_in, put, reports_in, stories_in, told
from newsledger.ledger.grouping import group_all
from newsledger.ledger.grouping.check import check_groups
from newsledger.ledger.grouping.gathering import gather
from newsledger.ledger.grouping.reports import story_rules
from newsledger.store import open_ledger
from newsledger.store.tables import TableStore
from newsledger.stories import find_copies, group_stories, happenings, mentions_of
from store.conftest import GOLDEN, entry_of, from_golden

MADE = articles(90)
#: What a ledger holds of groups, without the numbers that it gives.
GROUPS = (
    "SELECT place, outlet, digest, shingles, heavy, features, leader, original, nearness, mentions FROM reports",
    "SELECT * FROM shingles",
    "SELECT * FROM furniture",
    "SELECT * FROM features",
    "SELECT * FROM neighbours",
    "SELECT * FROM copies",
    "SELECT id, part, first_day, last_day, articles, reports, fresh FROM stories",
    "SELECT s.id, m.place, m.other, m.score, m.why FROM story_reports m JOIN stories s USING (story)",
    "SELECT id, act, event, expectation, state, since, why, earliest, latest, day, board, reports, told FROM chains",
    "SELECT c.id, m.mention, m.place FROM chain_mentions m JOIN chains c USING (chain)",
    "SELECT c.id, f.finding FROM chain_findings f JOIN chains c USING (chain)",
    "SELECT c.id, s.number, s.at, s.state, s.why, s.receipts FROM chain_steps s JOIN chains c USING (chain)",
    "SELECT c.id, p.role, p.key, p.name, p.country, p.sector FROM chain_parties p JOIN chains c USING (chain)",
)


@pytest.fixture
def store(place: Path | str) -> Iterator[TableStore]:
    with open_ledger(place, new=True) as opened:
        yield opened


def assert_as_at_once(store: TableStore) -> None:
    reports = reports_in(store)
    copies = find_copies(reports)
    assert copies_in(store) == told(copies)
    assert stories_in(store) == as_held(group_stories(reports, copies, story_rules()))


def test_the_made_up_articles_have_copies_stories_and_furniture(store: TableStore) -> None:
    put(store, MADE)

    assert len(copies_in(store)) > 10
    assert 12 < len(stories_in(store)) < 40
    assert store.connection.execute("SELECT count(*) FROM furniture").fetchone()[0] > 50


@pytest.mark.parametrize("seed", range(4))
def test_lots_of_any_size_in_any_order_give_what_all_at_once_give(store: TableStore, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- no secret
    left = chance.sample(MADE, len(MADE))
    while left:
        size = chance.choice((1, 2, 7, 30))
        put(store, left[:size])
        left = left[size:]

    assert_as_at_once(store)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_forgotten_leaves_the_groups_as_if_it_had_never_been_there(store: TableStore, seed: int) -> None:
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


def golden_ledger(path: Path, seed: int) -> TableStore:
    chance = random.Random(seed)  # noqa: S311 -- no secret
    store = open_ledger(path, new=True)
    run = store.begin("test", at=AT)
    pages = chance.sample(GOLDEN, len(GOLDEN))
    for at in range(0, len(pages), 7):
        entries = [
            entry_of(from_golden(page), address=f"https://paper.example/{page.stem}") for page in pages[at : at + 7]
        ]
        store.put(entries, run=run)
        list(group_all(store))
    return store


def test_a_story_counts_anew_when_a_report_proves_to_be_edited_from_another(store: TableStore) -> None:
    put(store, articles(60))

    with store.groups() as groups:
        story = max(groups.stories_of(groups.places()), key=lambda one: one.reports)
        first, *others = (one.place for one in story.members)
        groups.set_column("original", dict.fromkeys(others, first))
        gather(groups, [first])
        (made,) = groups.stories_of([first])

    assert story.reports > made.reports == 1


def test_happenings_are_those_of_each_story_by_itself(tmp_path: Path) -> None:
    with golden_ledger(tmp_path / "ledger.db", 1) as store:
        told = {row["told"] for row in store.connection.execute("SELECT told FROM chains")}
        mentions = [one for record in store.records() for one in mentions_of(record, story_rules())]
        reports = reports_in(store)
        copies = find_copies(reports)
        stories = group_stories(reports, copies, story_rules())

        found = [
            one
            for story in stories
            for one in happenings([story], [m for m in mentions if m.report in story.reports], copies, story_rules())
        ]
        findings = {one.id: one.findings for one in mentions}
        wanted = {msgspec.json.encode(one).decode() for one in found if any(map(findings.get, one.mentions))}

    assert 100 < len(told) < len(found)
    assert told == wanted


def test_two_ledgers_of_the_same_articles_hold_the_same_groups(tmp_path: Path) -> None:
    held = []
    for seed in (1, 2):
        with golden_ledger(tmp_path / f"{seed}.db", seed) as store:
            held.append([sorted(map(repr, map(tuple, store.connection.execute(query)))) for query in GROUPS])

    assert all(held[0][at] for at in (0, 3, 6, 8, 11))
    for one, other in zip(*held, strict=True):
        assert one == other


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE story_reports SET why = 'so' WHERE other IS NOT NULL", "stories: .* is not the one"),
        ("UPDATE neighbours SET cosine = 0.9", "neighbours: those of .* are not those"),
        ("DELETE FROM copies", "copies: those of .* are not those"),
        ("UPDATE copies SET passages = '[[0, 4, 0, 5]]'", "copies: those of .* are not those"),
        ("UPDATE reports SET leader = place", "reports: the first text of .* is another one"),
        ("UPDATE reports SET features = '{}'", "reports: what is kept of article .* is not what its words give"),
    ],
)
def test_verify_sees_what_was_changed_in_the_groups(store: TableStore, change: str, told: str) -> None:
    put(store, MADE[:30])
    assert list(check_groups(store)) == []

    store.connection.execute(change)

    assert any(re.match(told, problem) for problem in check_groups(store))


def test_verify_sees_a_changed_happening(tmp_path: Path) -> None:
    with golden_ledger(tmp_path / "ledger.db", 1) as store:
        assert list(check_groups(store)) == []

        store.connection.execute("UPDATE chains SET latest = '2031-01-01' WHERE latest IS NOT NULL")

        assert any("is not the one that its articles tell of" in problem for problem in check_groups(store))
