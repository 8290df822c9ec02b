"""What goes in, comes out; twice is once; mirrors and versions are one article."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from newsledger import codec
from newsledger.errors import StoreError
from newsledger.model import Failure
from newsledger.store import Entry, Outcome, Store
from store.conftest import GOLDEN, entry_of, from_golden, golden, reworded


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_a_record_comes_back_as_it_went_in(store: Store, run: int, path: Path) -> None:
    record = from_golden(path)

    (outcome,) = store.put([entry_of(record)], run=run)

    assert outcome.what == "added"
    assert store.record(record.article.id) == record


def test_putting_twice_is_once(store: Store, run: int) -> None:
    entry = entry_of(golden("court-report"))

    outcomes = [store.put([entry], run=run)[0].what for _ in range(2)]

    assert outcomes == ["added", "known"]
    assert len(list(store.records())) == 1


def test_what_was_put_is_there_for_another_reader(make_store: Callable[[], Store], store: Store, run: int) -> None:
    record = golden("court-report")
    store.put([entry_of(record)], run=run)

    assert list(make_store().records()) == [record]


def test_the_same_article_at_another_address_is_a_mirror(store: Store, run: int) -> None:
    record = golden("court-report")
    store.put([entry_of(record, address="https://one.example/a")], run=run)

    (outcome,) = store.put([entry_of(record, address="https://two.example/a")], run=run)

    assert outcome.what == "mirror"
    assert len(list(store.records())) == 1


def test_another_text_at_the_same_address_is_a_version(store: Store, run: int) -> None:
    record = golden("court-report")
    changed = reworded(record, record.article.text[:5], "Other")
    store.put([entry_of(record, address="https://one.example/a")], run=run)

    (outcome,) = store.put([entry_of(changed, address="https://one.example/a")], run=run)

    assert outcome.what == "version"
    assert [one.article.id for one in store.records()] == [changed.article.id]
    assert store.record(record.article.id) == record


def test_an_address_that_only_mirrored_may_show_another_article_later(store: Store, run: int) -> None:
    notice, article = golden("interview"), golden("court-report")
    store.put([entry_of(notice, address="https://one.example/a")], run=run)
    store.put([entry_of(notice, address="https://two.example/b")], run=run)

    (outcome,) = store.put([entry_of(article, address="https://two.example/b")], run=run)

    assert outcome.what == "added"


def test_a_failure_is_kept_until_its_page_is_read(store: Store, run: int) -> None:
    read = entry_of(golden("court-report"))
    failure = Failure(url="a", sha256=None, room="page", reason="no article")

    (failed,) = store.put([replace(read, outcome=failure)], run=run)
    (added,) = store.put([read], run=run)

    assert (failed.what, added.what) == ("failed", "added")


def test_a_batch_with_something_wrong_is_not_kept_at_all(store: Store, run: int) -> None:
    good, bad = entry_of(golden("court-report")), entry_of(golden("interview"))
    assert not isinstance(bad.outcome, Failure)
    broken = replace(bad, outcome=replace(bad.outcome, article={"id": "x", "canonical_url": None, "text": "x"}))

    with pytest.raises(StoreError, match="refused"):
        store.put([good, Entry(kept=broken.kept, outcome=broken.outcome)], run=run)

    assert list(store.records()) == []


def test_captures_that_were_read_or_failed_are_known(store: Store, run: int) -> None:
    read, failed = entry_of(golden("court-report")), entry_of(golden("interview"), address="https://one.example/a")
    failure = Failure(url="a", sha256=None, room="page", reason="no article")
    assert read.kept is not None
    assert failed.kept is not None
    store.put([read, replace(failed, outcome=failure)], run=run)

    known = store.known([read.kept.key, failed.kept.key, "another"])

    assert known == {
        read.kept.key: Outcome(what="known", article=golden("court-report").article.id, url=read.kept.url),
        failed.kept.key: Outcome(what="failed", article=None, url="a", reason="no article"),
    }


def test_a_capture_without_its_bytes_is_not_known_to_who_wants_them(store: Store, run: int) -> None:
    entry = entry_of(golden("court-report"))
    assert entry.kept is not None
    bare = replace(entry, kept=replace(entry.kept, packed=None))
    store.put([bare], run=run)

    assert entry.kept.key in store.known([entry.kept.key])
    assert store.known([entry.kept.key], with_bytes=True) == {}
    store.put([entry], run=run)
    assert entry.kept.key in store.known([entry.kept.key], with_bytes=True)


def test_a_capture_that_came_without_bytes_may_bring_them_later(make_store: Callable[[], Store], run: int) -> None:
    store, entry = make_store(), entry_of(golden("court-report"))
    assert entry.kept is not None
    store.put([replace(entry, kept=replace(entry.kept, packed=None))], run=run)

    (outcome,) = store.put([entry], run=run)

    assert outcome.what == "known"
    assert [held.has_bytes and held.kept.packed is not None for held in store.captures()] == [True]


def test_two_actors_of_one_key_leave_an_article_together(store: Store, run: int) -> None:
    record, elsewhere = golden("seedlike-montevideo"), golden("court-report")
    key = record.actors[0].key
    twins = tuple(replace(actor, key=key) for actor in record.actors)
    third = (replace(elsewhere.actors[0], key=key), *elsewhere.actors[1:])
    records = (
        replace(record, actors=twins, statements=(), events=(), expectations=()),
        replace(elsewhere, actors=third),
    )
    store.put(
        [entry_of(codec.seal(one), address=f"https://paper.example/{one.article.id}") for one in records], run=run
    )

    store.forget(record.article.id, why="a test", run=run)

    assert [problem for problem in store.check() if problem.startswith("entities")] == []
