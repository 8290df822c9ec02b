"""Persons of a ledger: one over articles and spellings, in whatever order they come; all names are ours."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from ledger.grouped import AT, put
from ledger.people import HEADLINE, page, three_spellings
from newsledger import codec
from newsledger.ledger.grouping import group_all
from newsledger.ledger.grouping.check import check_groups
from newsledger.ledger.grouping.persons import person_lists
from newsledger.model import Entity, Record, Sighted, Story
from newsledger.store import ActorQuestion, Reading, open_ledger, take_apart
from newsledger.store.sqlite.connection import connect
from newsledger.store.sqlite.statements import migrations
from newsledger.store.tables import TableStore
from newsledger.store.tables.ask.who import find_who
from newsledger.stories import join_persons, sightings_of
from store.conftest import entry_of

TABLES = (
    "SELECT actor, key, story, told, person, rule, other FROM person_sightings",
    "SELECT key, actor FROM person_keys",
    "SELECT head, person, articles FROM persons",
    "SELECT key, head FROM person_entities",
)


@pytest.fixture
def store(place: Path | str) -> Iterator[TableStore]:
    with open_ledger(place, new=True) as opened:
        yield opened


def entities(store: TableStore, name: str | None = None) -> Sequence[Entity]:
    return store.ask_actors(ActorQuestion(name=name), limit=99).rows


def joined(store: TableStore, name: str) -> Sequence[Sighted]:
    return store.ask_joined(ActorQuestion(name=name), limit=99).rows


def test_a_person_of_two_spellings_is_counted_once(store: TableStore) -> None:
    put(store, three_spellings())

    found = {one.name: (one.articles, one.mentions) for one in entities(store)}

    assert found == {"Yusuf Barakhi": (3, 3), "Anna Moen": (1, 1), "Carl Moen": (1, 1)}


def test_pages_of_actors_hold_each_person_once(store: TableStore) -> None:
    put(store, three_spellings())
    found, after = [], None
    while True:
        answer = store.ask_actors(ActorQuestion(), limit=1, after=after)
        found += [one.name for one in answer.rows]
        if (after := answer.after) is None:
            break

    assert sorted(found) == ["Anna Moen", "Carl Moen", "Yusuf Barakhi"]


@pytest.mark.parametrize("name", ["Yusuf Barakhi", "Yousuf Baraqi", "Baraqi", "person:-:yousuf baraqi"])
def test_any_spelling_finds_the_person_with_the_receipts(store: TableStore, name: str) -> None:
    put(store, three_spellings())

    (entity,) = entities(store, name)
    first, second, third = joined(store, name)

    assert entity.name == "Yusuf Barakhi"
    assert [one.name for one in (first, second, third)] == ["Yusuf Barakhi", "Yousuf Baraqi", "Yusuf Barakhi"]
    assert (first.rule, second.rule, third.rule) == (None, "name/spelling", "name/same")
    assert second.words.exact == "Yousuf Baraqi"
    assert second.against is not None
    assert second.against.words.exact == "Yusuf Barakhi"


def test_the_same_surname_of_another_country_stays_apart(store: TableStore) -> None:
    put(
        store,
        [
            page(1, "2019-03-01", ("Jan Haverty", "NOR", None)),
            page(2, "2019-03-02", ("Jan Haverty", "FRA", None)),
            page(3, "2019-03-02", ("Karl Haverty", "NOR", None)),
        ],
    )

    assert sorted((one.name, one.country, one.articles) for one in entities(store)) == [
        ("Jan Haverty", "FRA", 1),
        ("Jan Haverty", "NOR", 1),
        ("Karl Haverty", "NOR", 1),
    ]


def test_an_office_in_a_headline_joins_its_holder_of_that_day(store: TableStore) -> None:
    put(
        store,
        [
            page(1, "1919-03-01", ("Odile Brandt", "FRA", "president")),
            page(2, "1919-03-20", ("French president", "FRA", "president"), text=HEADLINE),
            page(3, "1919-04-10", ("Odile Brandt", "FRA", "president")),
        ],
    )

    found = {one.name: one.rule for one in joined(store, "Odile Brandt")}

    assert found == {"Odile Brandt": "name/same", "French president": "office/days"}


def many(seed: int) -> list[Record]:
    chance = random.Random(seed)  # noqa: S311 -- no secret
    given, surnames = ("Anna", "Jan", "J.", "Yusuf", "Yousuf"), ("Haverty", "Barakhi", "Baraqi", "Moen")
    found = []
    for number in range(70):
        names = {f"{chance.choice(given)} {chance.choice(surnames)}" for _ in range(3)}
        people: list[tuple[str, str | None, str | None]] = []
        for name in sorted(names):
            land = chance.choice(("FRA", "NOR", None, None))
            people.append((name, land, "president" if land and chance.random() < 0.4 else None))
        if chance.random() < 0.3:
            people.append((chance.choice(surnames), None, None))
        if chance.random() < 0.3:
            people.append(("French president", "FRA", "president"))
        found.append(page(number, f"1919-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}", *people))
    return found


def held(store: TableStore) -> list[list[str]]:
    return [sorted(repr(tuple(row)) for row in store.connection.execute(query)) for query in TABLES]


def assert_as_at_once(store: TableStore) -> None:
    """Hold the ledger against the pure function over all its articles."""
    rows = store.connection.execute(
        "SELECT s.id, a.id FROM stories s JOIN story_reports USING (story) JOIN reports USING (place)"
        " JOIN articles a USING (article)"
    )
    stories = [Story(id=story, reports=(report,), ties=()) for story, report in rows]
    sightings = {one.id: one for record in store.records() for one in sightings_of(record)}
    names, holders = person_lists()
    wanted = {
        frozenset(person.sightings)
        for person in join_persons(sightings.values(), names, stories=stories, holders=holders)
    }
    groups: dict[str, set[str]] = {}
    for actor, person in store.connection.execute(
        "SELECT actor, person FROM person_sightings WHERE person IS NOT NULL"
    ):
        groups.setdefault(person, set()).add(actor)
    assert {frozenset(one) for one in groups.values()} == wanted
    assert list(check_groups(store)) == []


@pytest.mark.parametrize("seed", range(4))
def test_any_order_and_lot_gives_what_all_at_once_give(tmp_path: Path, seed: int) -> None:
    kept = []
    for turn in (0, 1):
        chance = random.Random(10 * seed + turn)  # noqa: S311 -- no secret
        left = many(seed)
        chance.shuffle(left)
        with open_ledger(tmp_path / f"{turn}.db", new=True) as store:
            while left:
                size = chance.choice((1, 3, 20))
                put(store, left[:size])
                left = left[size:]
            assert_as_at_once(store)
            kept.append(held(store))

    assert kept[0] == kept[1]
    assert all(kept[0])


def test_an_office_that_two_had_is_in_nobodys_row(store: TableStore) -> None:
    holder = ("Odile Brandt", "FRA", "president")
    office = ("French president", "FRA", "president")
    put(
        store,
        [
            page(1, "1919-03-01", holder),
            page(2, "1919-03-20", office, text=HEADLINE),
            page(3, "1919-04-10", holder),
        ],
    )
    before = {one.name: one.articles for one in entities(store)}

    put(store, [page(4, "1969-03-20", office, text=HEADLINE + " again")])

    assert before == {"Odile Brandt": 3}
    assert {one.name: one.articles for one in entities(store)} == {"Odile Brandt": 2}
    assert list(check_groups(store)) == []


@pytest.mark.parametrize("seed", range(3))
def test_who_is_forgotten_leaves_as_if_he_had_never_been_there(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- no secret
    records = many(seed)
    gone = chance.sample(records, 25)
    with open_ledger(tmp_path / "a.db", new=True) as store, open_ledger(tmp_path / "b.db", new=True) as other:
        put(store, records)
        run = store.begin("forget", at=AT)
        for record in gone:
            store.forget(record.article.id, why="asked for", run=run)
            if chance.random() < 0.3:
                list(group_all(store))
        list(group_all(store))
        put(other, [one for one in records if one not in gone])

        assert_as_at_once(store)
        assert held(store) == held(other)


def test_nothing_of_a_forgotten_name_is_left_before_the_next_step(store: TableStore) -> None:
    put(store, three_spellings())
    run = store.begin("forget", at=AT)

    store.forget(three_spellings()[1].article.id, why="asked for", run=run)

    rows = [
        repr(tuple(row)) for query in (*TABLES, "SELECT key FROM touched") for row in store.connection.execute(query)
    ]
    assert not any("baraqi" in row.casefold() for row in rows)
    store.scrub()
    assert list(store.check()) == []


def test_a_surname_goes_with_the_story_of_its_article(store: TableStore) -> None:
    put(store, [page(1, "2019-03-01", ("Jan Haverty", None, None)), page(2, "2019-03-01", ("Haverty", None, None))])
    told = {one.name: one.rule for one in joined(store, "Jan Haverty")}
    assert told == {"Jan Haverty": None, "Haverty": "name/story"}
    query = (
        "SELECT r.place, m.story FROM actors x JOIN reports r USING (article) JOIN story_reports m USING (place)"
        " WHERE x.name = 'Haverty'"
    )
    place, story = store.connection.execute(query).fetchone()

    def move(to: int) -> dict[str, str | None]:
        store.connection.execute("UPDATE story_reports SET other = NULL")
        store.connection.execute("DELETE FROM story_reports WHERE place = :place", {"place": place})
        store.connection.execute(
            "INSERT INTO story_reports (place, story) VALUES (:place, :to)", {"place": place, "to": to}
        )
        list(group_all(store))
        return {one.name: one.rule for one in joined(store, "Jan Haverty")}

    store.connection.execute(
        "INSERT INTO stories (story, id, part, articles, reports, fresh) VALUES (99, 'other', '', 1, 1, 1)"
    )

    assert move(99) == {"Jan Haverty": None}
    assert move(story) == {"Jan Haverty": None, "Haverty": "name/story"}


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE person_sightings SET rule = 'name/story' WHERE rule = 'name/spelling'",
        "UPDATE person_sightings SET person = actor",
        "DELETE FROM person_entities",
        "UPDATE persons SET articles = 9",
    ],
)
def test_verify_sees_what_was_changed_in_the_persons(store: TableStore, change: str) -> None:
    put(store, three_spellings())
    assert list(check_groups(store)) == []

    store.connection.execute(change)

    assert any(problem.startswith("person") for problem in check_groups(store))


def test_a_ledger_of_the_schema_before_joins_its_persons(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with open_ledger(path, new=True) as store:
        run = store.begin("test", at=AT)
        store.put([entry_of(record) for record in three_spellings()], run=run)
    old = connect(tmp_path / "older.db", new=True, scripts=migrations()[:4])
    old.execute("ATTACH ? AS new", (str(path),))
    shared = (
        "runs",
        "makers",
        "works",
        "bytes",
        "captures",
        "articles",
        "sightings",
        "readings",
        "actors",
        "spellings",
        "mentions",
        "ungrouped",
    )
    old.execute("PRAGMA foreign_keys = OFF")
    for table in shared:
        columns = ", ".join(f'"{row["name"]}"' for row in old.execute(f"PRAGMA table_info({table})"))
        old.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM new.{table}")  # noqa: S608 -- own names
    old.commit()
    old.close()

    with open_ledger(tmp_path / "older.db") as store:
        assert store.waiting() == 6
        list(group_all(store))

        assert {one.name: one.articles for one in entities(store)}["Yusuf Barakhi"] == 3
        assert list(check_groups(store)) == []


def test_a_name_asks_for_all_keys_of_its_person(store: TableStore) -> None:
    put(store, three_spellings())

    for name in ("Barakhi", "Yousuf Baraqi"):
        who, notes = find_who(store.connection, name)
        assert sorted(who.keys) == ["person:-:yousuf baraqi", "person:-:yusuf barakhi"]
        assert notes == ()
    who, notes = find_who(store.connection, "Moen")
    assert sorted(who.keys) == ["person:-:anna moen", "person:-:carl moen"]
    assert notes[0].startswith("2 actors match 'Moen'")


def test_a_new_reading_is_joined_anew(store: TableStore) -> None:
    records = three_spellings()
    put(store, records)
    (actor,) = records[1].actors
    other = codec.seal(replace(records[1], actors=(replace(actor, name="Carl Moen", key="person:-:carl moen"),)))

    run = store.begin("reread", at=AT)
    reading = take_apart(other, settled={})
    assert isinstance(reading, Reading)
    assert store.put_rereadings([(other.article.id, reading)], run=run) == ("read",)
    list(group_all(store))

    assert {one.name: one.articles for one in entities(store)} == {"Yusuf Barakhi": 2, "Anna Moen": 1, "Carl Moen": 2}
    assert_as_at_once(store)


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)  # what a file alone can do
def test_a_backup_has_the_persons(store: TableStore, tmp_path: Path) -> None:
    put(store, three_spellings())

    store.backup(tmp_path / "copy.db")

    with open_ledger(tmp_path / "copy.db") as copy:
        assert held(copy) == held(store)
        assert len(joined(copy, "Baraqi")) == 3


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)  # what a file alone can do
def test_a_ledger_that_is_recovered_has_the_persons(store: TableStore, tmp_path: Path) -> None:
    put(store, three_spellings())

    with open_ledger(tmp_path / "new.db", new=True) as new:
        losses = list(new.recover(tmp_path / "ledger.db", take_again, run=new.begin("recover", at=AT)))
        list(group_all(new))

        assert losses == []
        assert held(new) == held(store)


def take_again(record: Record) -> Reading:
    outcome = take_apart(record, settled={})
    assert isinstance(outcome, Reading)
    return outcome


def test_a_code_has_no_person(store: TableStore) -> None:
    put(store, [page(1, "2019-03-01", ("Jan Haverty", "NOR", None))])

    with pytest.raises(ValueError, match="expected the name of a person"):
        joined(store, "NOR")
