"""What is counted of the whole ledger is kept counted, and is what a look at each event would tell."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from newsledger.model import SHOWN_FROM, Correction
from newsledger.store import EventQuestion, Store
from newsledger.store.corrections import Judge, corrected
from newsledger.store.sqlite.statements import migrations
from newsledger.store.tables import TableStore, shares
from store.conftest import GOLDEN, edited, entry_of, from_golden, golden

SHOWN = EventQuestion(least=SHOWN_FROM["events"])
ALL = 10_000


def told(store: Store, question: EventQuestion = SHOWN) -> dict[str, object]:
    counts: dict[str, object] = {
        "months": store.survey(question, time="month", limit=ALL),
        "years": store.survey(question, time="year", limit=3),
        "spots": store.ask_spots(question),
        "first actors": store.count_events(question, by="actor", limit=2),
    }
    for side in ("actor", "recipient"):
        counts[side] = store.count_events(question, by=side, limit=ALL)
    for row in store.count_events(question, by="actor", limit=ALL).rows:
        one = replace(question, actor=row.value)
        counts[f"done by {row.value}"] = store.count_events(one, by="recipient", limit=ALL)
    return counts


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[Store], dict[str, object]]:
    """Count by a look at each event."""

    def look(store: Store) -> dict[str, object]:
        with monkeypatch.context() as patch:
            patch.setattr(shares, "are_kept", lambda _: False)
            return told(store)

    return look


@pytest.fixture
def filled(store: Store, run: int) -> TableStore:
    entries = [entry_of(from_golden(path), address=f"https://paper.example/{path.stem}") for path in GOLDEN]
    store.put(entries, run=run)
    assert isinstance(store, TableStore)
    return store


def not_there(store: Store, question: EventQuestion) -> Correction:
    judge = Judge(by="Ann", at="2026-03-02T12:00:00.000+00:00", why=None)
    return corrected((store.ask_events(question, limit=1).rows[0].id, "event"), "not_there", judge)


def test_counts_that_are_kept_are_those_of_the_events(
    filled: TableStore, looked_at: Callable[[Store], dict[str, object]]
) -> None:
    assert len(told(filled)) > 10
    assert told(filled) == looked_at(filled)


def test_they_are_told_without_a_look_at_events(filled: TableStore) -> None:
    before = filled.survey(SHOWN, time="month", limit=ALL)
    with filled.database.transaction() as connection:
        connection.execute("UPDATE shares SET happenings = happenings + 1 WHERE kind = 'type'")

    counts = {one.value: one.happenings for one in before if one.by == "type"}
    after = filled.survey(SHOWN, time="month", limit=ALL)
    assert {one.value: one.happenings - 1 for one in after if one.by == "type"} == counts


def test_what_was_judged_not_to_be_there_is_not_counted(
    filled: TableStore, looked_at: Callable[[Store], dict[str, object]]
) -> None:
    whole = told(filled)
    actor = filled.count_events(SHOWN, by="actor", limit=1).rows[0].value
    filled.corrections.keep([not_there(filled, replace(SHOWN, actor=actor))])

    assert told(filled) == looked_at(filled) != whole
    again = told(filled, replace(SHOWN, corrections=False))
    assert {name: again[name] for name in again if name != "first actors"} == {
        name: whole[name]
        for name in whole
        if name != "first actors"  # its cursor is of another question
    }


def test_a_person_of_several_keys_is_counted_once(
    filled: TableStore, looked_at: Callable[[Store], dict[str, object]]
) -> None:
    with filled.database.transaction() as connection:
        one, other = connection.execute(
            "SELECT p.key, q.key FROM parties p"
            " JOIN parties q ON q.event = p.event AND q.role = p.role AND p.key < q.key"
            " JOIN events e ON e.id = p.event"
            " WHERE p.first = 1 AND coalesce(e.confidence, 1) >= 0.5 LIMIT 1"
        ).fetchone()
        connection.execute("DELETE FROM person_entities")
        connection.execute("DELETE FROM persons")
        connection.execute("INSERT INTO persons (head, person, articles) VALUES (:one, 'x', 1)", {"one": one})
        for key in (one, other):
            connection.execute("INSERT INTO person_entities (key, head) VALUES (:key, :one)", {"key": key, "one": one})

    assert told(filled) == looked_at(filled)


def test_counts_follow_versions_and_what_is_forgotten(
    store: Store, run: int, looked_at: Callable[[Store], dict[str, object]]
) -> None:
    record = golden("court-report")
    address = "https://paper.example/court-report"
    word = next(one for one in record.article.text.split() if record.article.text.count(one) == 1 and len(one) > 7)
    store.put([entry_of(record, address=address), entry_of(golden("seedlike-accra"))], run=run)
    before = told(store)
    store.put([entry_of(edited(record, f" {word}", f" now {word}"), address=address)], run=run)
    assert told(store) == looked_at(store)
    assert [one for one in store.check() if "shares" in one or "spots" in one] == []

    for target in (address, golden("seedlike-accra").article.id):
        store.forget(target, why="asked to", run=run)
    assert told(store) != before
    assert isinstance(store, TableStore)
    left = "SELECT (SELECT count(*) FROM shares) + (SELECT count(*) FROM spots)"
    assert store.connection.execute(left).fetchone()[0] == 0


def test_a_count_that_is_not_of_the_events_is_told(filled: TableStore) -> None:
    assert [one for one in filled.check() if one.startswith("shares")] == []

    with filled.database.transaction() as connection:
        connection.execute("UPDATE shares SET mentions = mentions + 1 WHERE kind = 'type' AND value = 'ASSAULT'")
        connection.execute("DELETE FROM shares WHERE kind = 'type' AND value = 'CONSULT'")
        connection.execute("INSERT INTO shares VALUES ('country', 'XXX', '', 1, 1)")
    assert sorted(one for one in filled.check() if one.startswith("shares")) == [
        "shares: the counts of country 'XXX' are not those of the events",
        "shares: the counts of type 'ASSAULT' are not those of the events",
        "shares: the counts of type 'CONSULT' are not those of the events",
    ]


def test_a_ledger_made_before_is_counted_when_it_is_brought_up_to_date() -> None:
    assert f"e.confidence >= {SHOWN_FROM['events']:g})" in migrations()[8]
