"""Persons as somebody judged them: joined, parted, taken back, in whatever order; all names are ours."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from ledger.grouped import AT, put
from ledger.people import HEADLINE, page, three_spellings
from ledger.test_persons import entities, held, joined, many, take_again
from newsledger import codec
from newsledger.ledger.grouping import group_all
from newsledger.ledger.grouping.check import check_groups
from newsledger.ledger.judging.correcting import correct, undo
from newsledger.model import Record, Verdict
from newsledger.store import EventQuestion, Reading, open_ledger, take_apart
from newsledger.store.corrections import Judge
from newsledger.store.sqlite.connection import connect
from newsledger.store.sqlite.statements import migrations
from newsledger.store.tables import TableStore
from newsledger.store.tables.ask.who import find_who
from store.conftest import GOLDEN, from_golden

NOTHING = {"field": None, "value": None}
SAID = "SELECT actor, person, rule, other, read_person, read_rule, read_other FROM person_sightings"

_ONCE = "SELECT actor, article, key, story, told, person, rule, other FROM person_sightings"


@pytest.fixture
def store(place: Path | str) -> Iterator[TableStore]:
    with open_ledger(place, new=True) as opened:
        yield opened


def judge(number: int = 0) -> Judge:
    return Judge(by="Ann", at=f"2026-03-02T12:{number // 60:02}:{number % 60:02}.000+00:00")


def say(store: TableStore, first: str, verdict: Verdict, second: str, number: int = 0) -> str:
    return correct(store, (first, verdict, second), judge(number), NOTHING).id


def two_names() -> list[Record]:
    """Make articles of one woman under two names, of whom nothing but a person's word says that she is one."""
    return [
        page(1, "2019-03-01", ("Mirja Solheim", None, None)),
        page(2, "2019-03-02", ("Mirja Solheim", None, None), ("Carl Moen", None, None)),
        page(3, "2019-03-03", ("Mirja Varga", None, None)),
        page(4, "2019-03-04", ("Mirja Varga", None, None)),
    ]


def actor(record: Record, name: str) -> str:
    return next(one.id for one in record.actors if one.name == name)


def counted(store: TableStore) -> dict[str, int]:
    return {one.name: one.articles for one in entities(store)}


def groups(store: TableStore) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one, person in store.connection.execute("SELECT actor, person FROM person_sightings"):
        found.setdefault(person or one, set()).add(one)
    return {frozenset(one) for one in found.values()}


def said(store: TableStore) -> list[str]:
    return sorted(repr(tuple(row)) for row in store.connection.execute(SAID))


def test_two_who_were_judged_to_be_one_are_one(store: TableStore) -> None:
    records = two_names()
    put(store, records)
    assert counted(store) == {"Mirja Solheim": 2, "Mirja Varga": 2, "Carl Moen": 1}

    say(store, actor(records[1], "Mirja Solheim"), "same", actor(records[3], "Mirja Varga"))

    assert counted(store) == {"Mirja Solheim": 4, "Carl Moen": 1}
    assert [one.articles for one in entities(store, "Mirja Varga")] == [4]
    rows = joined(store, "Varga")
    assert [(one.name, one.rule) for one in rows] == [
        ("Mirja Solheim", None),
        ("Mirja Solheim", "name/same"),
        ("Mirja Varga", "name/same"),
        ("Mirja Varga", "judged/same"),
    ]
    assert [(one.verdict, one.by) for one in rows[3].judged] == [("same", "Ann")]
    assert {one.person for one in rows} == {actor(records[0], "Mirja Solheim")}
    assert list(check_groups(store)) == []


def test_two_who_were_judged_to_be_two_are_two_with_all_that_hang_on_them(store: TableStore) -> None:
    more = page(4, "2019-03-04", ("Yousuf Baraqi", None, None)), page(5, "2019-03-05", ("Yusuf Barakhi", None, None))
    records = [*three_spellings(), *more]
    put(store, records)
    assert counted(store) == {"Yusuf Barakhi": 5, "Anna Moen": 1, "Carl Moen": 1}

    say(store, actor(records[0], "Yusuf Barakhi"), "other", actor(records[1], "Yousuf Baraqi"))

    assert counted(store) == {"Yusuf Barakhi": 3, "Yousuf Baraqi": 2, "Anna Moen": 1, "Carl Moen": 1}
    rows = joined(store, "Yousuf Baraqi")
    assert [(one.rule, [said.verdict for said in one.judged]) for one in rows] == [
        ("judged/other", ["other"]),
        ("name/same", []),
    ]
    assert list(check_groups(store)) == []


def test_of_two_who_were_judged_to_be_two_the_lowest_alone_leaves_those_between_them(store: TableStore) -> None:
    more = [page(number, f"2019-03-0{number}", ("Yousuf Baraqi", None, None)) for number in (4, 5)]
    records = [*three_spellings(), *more]
    put(store, records)
    first, between, lowest = (
        actor(records[number], name)
        for number, name in ((1, "Yousuf Baraqi"), (0, "Yusuf Barakhi"), (2, "Yusuf Barakhi"))
    )
    hangs_on = {
        row["actor"]: row["other"] for row in store.connection.execute("SELECT actor, other FROM person_sightings")
    }
    assert (hangs_on[lowest], hangs_on[between]) == (between, first)
    (whole,) = (one for one in groups(store) if first in one)

    say(store, first, "other", lowest)

    assert {whole - {lowest}, frozenset({lowest})} < groups(store)
    assert list(check_groups(store)) == []


@pytest.mark.parametrize("verdict", ["same", "other"])
def test_what_is_taken_back_leaves_as_if_it_had_never_been_said(store: TableStore, verdict: Verdict) -> None:
    records = two_names() if verdict == "same" else three_spellings()
    put(store, records)
    before = held(store)
    first, second = (
        actor(records[number], name)
        for number, name in (
            ((0, "Mirja Solheim"), (2, "Mirja Varga"))
            if verdict == "same"
            else ((0, "Yusuf Barakhi"), (1, "Yousuf Baraqi"))
        )
    )
    made = say(store, first, verdict, second)
    judged = held(store)

    again = undo(store, made, judge(1))

    assert judged != before
    assert held(store) == before
    undo(store, again.id, judge(2))
    assert held(store) == judged
    assert list(check_groups(store)) == []


def test_the_last_word_outweighs_those_that_it_contradicts(store: TableStore) -> None:
    records = two_names()
    put(store, records)
    solheim, varga, moen = (
        actor(records[number], name) for number, name in ((0, "Mirja Solheim"), (2, "Mirja Varga"), (1, "Carl Moen"))
    )
    say(store, solheim, "same", varga, 1)
    say(store, varga, "same", moen, 2)
    assert counted(store) == {"Mirja Solheim": 4}

    say(store, solheim, "other", moen, 3)

    assert counted(store) == {"Mirja Solheim": 2, "Mirja Varga": 3}
    assert list(check_groups(store)) == []


def test_an_office_of_which_nobody_knows_who_has_it_is_whose_a_person_says(store: TableStore) -> None:
    office = page(5, "1969-03-20", ("French president", "FRA", "president"), text=HEADLINE)
    records = [*two_names(), office]
    put(store, records)
    assert len(joined(store, "Mirja Varga")) == 2

    say(store, actor(office, "French president"), "same", actor(records[2], "Mirja Varga"))

    assert [one.rule for one in joined(store, "Mirja Varga") if one.name == "French president"] == ["judged/same"]
    assert list(check_groups(store)) == []


def pairs_of(records: Sequence[Record], seed: int) -> list[tuple[str, Verdict, str]]:
    chance = random.Random(100 + seed)  # noqa: S311 -- no secret
    everyone = sorted(one.id for record in records for one in record.actors)
    named: dict[str, list[str]] = {}
    for record in records:
        for one in record.actors:
            named.setdefault(one.name.split()[-1], []).append(one.id)
    found: list[tuple[str, Verdict, str]] = []
    for _ in range(14):
        verdict: Verdict = chance.choice(("same", "other"))
        some = everyone if chance.random() < 0.3 else sorted(named[chance.choice(sorted(named))])
        first, second = chance.sample(some, 2)
        found.append((first, verdict, second))
    return found


@pytest.mark.parametrize("seed", range(4))
def test_any_order_of_articles_and_judgements_gives_the_same(tmp_path: Path, seed: int) -> None:
    kept = []
    records = many(seed)
    pairs = pairs_of(records, seed)
    for turn in (0, 1, 2):
        chance = random.Random(10 * seed + turn)  # noqa: S311 -- no secret
        left = list(records)
        chance.shuffle(left)
        todo = list(enumerate(pairs))
        chance.shuffle(todo)
        with open_ledger(tmp_path / f"{turn}.db", new=True) as store:
            there: set[str] = set()
            while left:
                size = chance.choice((1, 3, 20))
                put(store, left[:size])
                there |= {one.id for record in left[:size] for one in record.actors}
                left = left[size:]
                for number, (first, verdict, second) in list(todo):
                    if {first, second} <= there and (not left or chance.random() < 0.5):
                        say(store, first, verdict, second, number)
                        todo.remove((number, (first, verdict, second)))
                assert list(check_groups(store)) == []
            kept.append((held(store), said(store)))
            assert any("judged/same" in row for row in kept[-1][1])
            assert any("judged/other" in row for row in kept[-1][1])

    assert kept[0] == kept[1] == kept[2]


@pytest.mark.parametrize("seed", range(3))
def test_who_is_forgotten_takes_along_what_was_judged_of_him(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- no secret
    records = many(seed)
    gone = chance.sample(records, 25)
    lost = {one.id for record in gone for one in record.actors}
    pairs = list(enumerate(pairs_of(records, seed)))
    with open_ledger(tmp_path / "a.db", new=True) as store, open_ledger(tmp_path / "b.db", new=True) as other:
        put(store, records)
        for number, (first, verdict, second) in pairs:
            say(store, first, verdict, second, number)
        run = store.begin("forget", at=AT)
        for record in gone:
            store.forget(record.article.id, why="asked for", run=run)
            if chance.random() < 0.3:
                list(group_all(store))
        touched = [row["key"] for row in store.connection.execute("SELECT key FROM touched")]
        assert not any(key[1:] in lost for key in touched if key.startswith("="))
        list(group_all(store))
        put(other, [one for one in records if one not in gone])
        for number, (first, verdict, second) in pairs:
            if not {first, second} & lost:
                say(other, first, verdict, second, number)

        assert held(store) == held(other)
        assert said(store) == said(other)
        assert list(check_groups(store)) == []


def test_a_new_reading_is_joined_by_what_was_judged(store: TableStore) -> None:
    records = two_names()
    put(store, records)
    say(store, actor(records[0], "Mirja Solheim"), "same", actor(records[2], "Mirja Varga"))
    (one,) = records[2].actors
    without = codec.seal(replace(records[2], actors=()))

    def read(record: Record) -> None:
        reading = take_apart(record, settled={})
        assert isinstance(reading, Reading)
        run = store.begin("reread", at=AT)
        assert store.put_rereadings([(record.article.id, reading)], run=run) == ("read",)
        list(group_all(store))
        assert list(check_groups(store)) == []

    read(without)
    assert counted(store) == {"Mirja Solheim": 2, "Mirja Varga": 1, "Carl Moen": 1}
    read(codec.seal(replace(records[2], actors=(replace(one, country="NOR"),))))
    assert counted(store)["Mirja Solheim"] == 4


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)  # what a file alone can do
def test_a_ledger_that_is_recovered_or_copied_has_what_was_judged(store: TableStore, tmp_path: Path) -> None:
    records = two_names()
    put(store, records)
    say(store, actor(records[0], "Mirja Solheim"), "same", actor(records[2], "Mirja Varga"))
    store.backup(tmp_path / "copy.db")

    with open_ledger(tmp_path / "new.db", new=True) as new, open_ledger(tmp_path / "copy.db") as copy:
        assert list(new.recover(tmp_path / "ledger.db", take_again, run=new.begin("recover", at=AT))) == []
        list(group_all(new))

        assert held(new) == held(copy) == held(store)
        assert said(new) == said(copy) == said(store)


def test_a_ledger_goes_to_another_with_what_was_judged(store: TableStore, tmp_path: Path) -> None:
    records = two_names()
    put(store, records)
    say(store, actor(records[0], "Mirja Solheim"), "same", actor(records[2], "Mirja Varga"))

    with open_ledger(tmp_path / "other.db", new=True) as other:
        store.copy_to(other)

        assert said(other) == said(store)
        assert counted(other) == counted(store)
        assert list(check_groups(other)) == []


@pytest.mark.parametrize("change", ["UPDATE person_sightings SET read_person = NULL", "DELETE FROM judgements"])
def test_verify_sees_what_was_changed_in_who_is_one(store: TableStore, change: str) -> None:
    records = two_names()
    put(store, records)
    say(store, actor(records[0], "Mirja Solheim"), "same", actor(records[2], "Mirja Varga"))
    assert list(check_groups(store)) == []

    store.connection.execute(change)
    store.connection.execute("DELETE FROM touched")

    assert any(problem.startswith("person") for problem in check_groups(store))


def test_what_was_judged_before_regroups_once_the_ledger_is_brought_up_to_date(tmp_path: Path) -> None:
    records = two_names()
    old = connect(tmp_path / "old.db", new=True, scripts=migrations()[:8])
    with open_ledger(tmp_path / "new.db", new=True) as store:
        put(store, records)
        before = [tuple(row) for row in store.connection.execute(_ONCE)]
        say(store, actor(records[0], "Mirja Solheim"), "same", actor(records[2], "Mirja Varga"))
    old.execute("PRAGMA foreign_keys = OFF")
    old.execute("ATTACH ? AS new", (str(tmp_path / "new.db"),))
    for table in ("articles", "actors", "corrections", "judgements", "person_keys"):
        columns = ", ".join(f'"{row["name"]}"' for row in old.execute(f"PRAGMA main.table_info({table})"))
        old.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")  # noqa: S608 -- own names
    old.executemany("INSERT INTO person_sightings VALUES (?, ?, ?, ?, ?, ?, ?, ?)", before)
    for table in ("unjoined", "touched", "ungrouped"):
        old.execute(f"DELETE FROM main.{table}")  # noqa: S608 -- own names
    old.commit()
    old.close()

    with open_ledger(tmp_path / "old.db") as store:
        assert store.waiting() == 2
        assert list(group_all(store)) == [1]
        assert counted(store) == {"Mirja Solheim": 4, "Carl Moen": 1}


def test_who_asks_without_corrections_asks_for_the_persons_as_they_were_read(store: TableStore) -> None:
    records = [*two_names(), *three_spellings()]
    put(store, records)
    names = ("Mirja Varga", "Yusuf Barakhi")
    before = [sorted(find_who(store.connection, name)[0].keys) for name in names]
    with store.dump() as dump:
        whose = list(dump.rows("actors"))

    say(store, actor(records[0], "Mirja Solheim"), "same", actor(records[2], "Mirja Varga"), 1)
    say(store, actor(records[4], "Yusuf Barakhi"), "other", actor(records[5], "Yousuf Baraqi"), 2)

    assert [sorted(find_who(store.connection, name)[0].keys) for name in names] == [
        ["person:-:mirja solheim", "person:-:mirja varga"],
        ["person:-:yusuf barakhi"],
    ]
    assert [sorted(find_who(store.connection, name, corrections=False)[0].keys) for name in names] == before
    with store.dump() as dump:
        assert list(dump.rows("actors")) != whose
    with store.dump(corrections=False) as dump:
        assert list(dump.rows("actors")) == whose


def test_events_are_counted_and_found_by_the_person_that_somebody_judged(store: TableStore) -> None:
    put(store, [from_golden(path) for path in GOLDEN])
    first, second = [one for one in entities(store) if one.kind == "person" and one.acted][:2]
    found = {one.name: count_of(store, one.name) for one in (first, second)}
    ids = [
        store.connection.execute("SELECT id FROM actors WHERE key = :key ORDER BY id", {"key": one.key}).fetchone()[
            "id"
        ]
        for one in (first, second)
    ]

    say(store, ids[0], "same", ids[1])

    assert all(found.values())
    assert {count_of(store, one.name) for one in (first, second)} == {sum(found.values())}
    assert {one.name: count_of(store, one.name, corrections=False) for one in (first, second)} == found


def count_of(store: TableStore, name: str, *, corrections: bool = True) -> int:
    asked = EventQuestion(actor=name, corrections=corrections)
    number = len(store.ask_events(asked, limit=99).rows)
    whole = EventQuestion(corrections=corrections)
    keys = find_who(store.connection, name, corrections=corrections)[0].keys
    counted = {one.value: one.happenings for one in store.count_events(whole, by="actor", limit=999).rows}
    facets = {one.value: one.happenings for one in store.survey(whole, time="year", limit=999) if one.by == "actor"}
    of_person = {value: happenings for value, happenings in counted.items() if value in keys}
    assert of_person.items() <= facets.items()
    assert sum(of_person.values()) == number
    assert len(of_person) == 1
    return number


def test_people_beside_a_judged_pair_stay_who_they_are(store: TableStore) -> None:
    records = two_names()
    put(store, records)
    before = {one for one in groups(store) if actor(records[1], "Carl Moen") in one}

    say(store, actor(records[0], "Mirja Solheim"), "same", actor(records[2], "Mirja Varga"))
    put(store, [page(9, "2019-03-09", ("Mirja Solheim", None, None), ("Olu Brandt", None, None))])

    assert before <= groups(store)
    assert counted(store) == {"Mirja Solheim": 5, "Carl Moen": 1, "Olu Brandt": 1}
    assert list(check_groups(store)) == []
