"""A new reading stands beside the old one, and what it changed is told by rule."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from ledger.ledgers import AT, make_ledger, record_of
from newsledger import codec
from newsledger.ledger.upkeep.check import Sum, check_ledger
from newsledger.model import Record
from newsledger.show import settlement
from newsledger.store import Store, restore, take_apart
from store.conftest import PAGES, edited

COURT = PAGES / "court-report.json"
URL = "https://news.example/court-report"


def by_another(record: Record) -> Record:
    """Give a record as another maker would have made it."""
    return codec.seal(replace(record, made_by=replace(record.made_by, version="99")))


def maker_of(record: Record) -> str:
    return hashlib.sha256(codec.dump(msgspec.to_builtins(record.made_by), sort_keys=True).encode()).hexdigest()


def problems(store: Store) -> list[str]:
    return list(check_ledger(store, Sum()))


def put(store: Store, article: str, record: Record) -> str:
    run = store.begin("reread", at=AT)
    settled = {one.id: settlement(one, record) for one in record.expectations}
    (what,) = store.put_rereadings([(article, take_apart(record, settled=settled))], run=run)
    return what


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_ledger(tmp_path / "ledger.db")
    yield made
    made.close()


@pytest.fixture
def old() -> Record:
    return record_of(COURT, URL)


def test_new_findings_are_told_and_old_ones_stay_beside(store: Store, old: Record) -> None:
    event = replace(old.events[0], standing="alleged", rule="events.predicate/other")
    new = by_another(replace(old, events=(event, *old.events[1:-1])))

    what = put(store, old.article.id, new)

    assert what == "read"
    assert store.record(old.article.id) == new
    assert [one.current for one in store.readings() if one.article == old.article.id] == [False, True]
    changes = {(one.rule, one.added, one.gone, one.changed, one.fields) for one in store.rule_changes(maker_of(new))}
    assert ("events.predicate/other", 0, 0, 1, ("standing 1", "rule 1")) in changes
    assert (old.events[-1].rule, 0, 1, 0, ()) in changes
    assert problems(store) == []


def test_a_reader_for_whom_the_page_has_another_text_keeps_the_old_one_for_old_receipts(
    store: Store, old: Record
) -> None:
    other = edited(old, "Related stories", "Read more")
    new = by_another(replace(other, article=replace(other.article, id=old.article.id)))

    put(store, old.article.id, new)

    assert store.record(old.article.id) == new
    texts = [one.text for one in store.readings() if one.article == old.article.id]
    assert texts == [old.article.text, new.article.text]
    assert store.resolve(old.events[0].id) == new.events[0].id
    assert problems(store) == []


def test_a_reader_who_takes_other_words_for_the_article_makes_a_version(store: Store, old: Record) -> None:
    new = by_another(edited(old, "surrendered his passport", "given up his passport"))

    put(store, old.article.id, new)

    ids = {record.article.id for record in store.records()}
    assert new.article.id in ids
    assert old.article.id not in ids
    assert store.record(old.article.id) == old
    assert store.resolve(old.statements[0].id) == new.statements[0].id
    assert problems(store) == []


def test_two_articles_that_are_one_for_a_new_reader_are_joined(store: Store, old: Record) -> None:
    other = record_of(PAGES / "interview.json", "https://news.example/interview")
    number = store.tally().rows["current"]

    what = put(store, old.article.id, by_another(other))

    assert what == "read"
    assert store.tally().rows["current"] == number - 1
    assert store.record(old.article.id) == old
    # But for this, which is only so because it is no reader that did this, but we.
    assert [told for told in problems(store) if "is not the one that its page" not in told] == []


def test_what_this_maker_has_read_is_passed_over(store: Store, old: Record) -> None:
    new = by_another(old)
    total = store.tally().rows["articles"]
    assert store.outdated(maker_of(old), after=0, limit=100) == ()
    assert store.count_outdated(maker_of(new)) == total

    put(store, old.article.id, new)

    left = store.outdated(maker_of(new), after=0, limit=100)
    assert len(left) == store.count_outdated(maker_of(new)) == total - 1
    assert [one.number for one in store.outdated(maker_of(new), after=left[3].number, limit=2)] == [
        one.number for one in left[4:6]
    ]
    first = left[0].kept
    assert first is not None
    assert restore(first).url == first.url


def test_going_back_to_an_older_reader_takes_up_its_reading_again(store: Store, old: Record) -> None:
    put(store, old.article.id, by_another(old))

    put(store, old.article.id, old)

    assert store.record(old.article.id) == old
    assert [one.current for one in store.readings() if one.article == old.article.id] == [True, False]
    assert problems(store) == []


def test_an_article_that_has_gone_is_left(store: Store, old: Record) -> None:
    store.forget(old.article.id, why="asked", run=store.begin("forget", at=AT))

    assert put(store, old.article.id, by_another(old)) == "left"
