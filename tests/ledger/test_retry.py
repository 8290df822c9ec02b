"""What could not be read is tried again, from its bytes or its file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from ledger import works
from newsledger.intake import Found, read_sources
from newsledger.ledger.add import AddCrew, add
from newsledger.ledger.crew import Crew
from newsledger.ledger.upkeep.retry import retry
from newsledger.ledger.work import lost
from newsledger.model import Capture, Failure
from newsledger.store import Store, open_ledger


@contextmanager
def crew(*, better: bool = False) -> Iterator[AddCrew]:
    made: AddCrew = Crew(partial(works.reads_numbers, or_words=better), lost, size=1, seconds=30)
    yield made
    made.close()


@pytest.fixture
def store(place: Path | str) -> Iterator[Store]:
    with open_ledger(place, new=True) as opened:
        yield opened


@pytest.fixture
def begun(store: Store) -> Callable[[], int]:
    return lambda: store.begin("test", at="2026-01-01T00:00:00+00:00")


def words(address: str | None = "https://harbour.example/a") -> Found:
    return Found(capture=Capture(data=b"words", url=address), address=address, place=None)


def test_what_a_better_reader_can_read_is_no_failure_any_more(store: Store, begun: Callable[[], int]) -> None:
    with crew() as reading:
        list(add(store, [words()], reading, run=begun()))
        (again,) = retry(store, reading, run=begun())
    (failure,) = store.failures()
    assert (again.what, failure.attempts, failure.has_bytes) == ("failed", 2, True)

    with crew(better=True) as reading:
        (outcome,) = retry(store, reading, run=begun())

    assert outcome.what == "added"
    assert store.failures() == ()


def test_a_file_that_was_missing_is_looked_for_again(store: Store, begun: Callable[[], int], tmp_path: Path) -> None:
    path, gone = tmp_path / "late.txt", tmp_path / "gone.txt"
    with crew() as reading:
        list(add(store, read_sources([path, gone]), reading, run=begun()))
        path.write_bytes(b"00001")
        outcomes = list(retry(store, reading, run=begun()))

    assert [one.what for one in outcomes] == ["added", "failed"]
    assert [(one.url, one.attempts) for one in store.failures()] == [(str(gone), 2)]


def test_a_file_whose_bytes_were_not_kept_is_read_again(store: Store, begun: Callable[[], int], tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"words")
    with crew() as reading:
        list(add(store, read_sources([path]), reading, run=begun(), with_bytes=False))
        path.write_bytes(b"00002")
        (outcome,) = retry(store, reading, run=begun())

    assert outcome.what == "added"
    assert store.failures() == ()


def test_a_line_that_was_bad_is_tried_with_its_file(store: Store, begun: Callable[[], int], tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    path.write_text('{"text": "00001"}\nno json\n', encoding="utf-8")
    with crew() as reading:
        list(add(store, read_sources([path]), reading, run=begun()))
        path.write_text('{"text": "00001"}\n{"text": "00002"}\n', encoding="utf-8")
        outcomes = list(retry(store, reading, run=begun()))

    assert [one.what for one in outcomes] == ["known", "added"]
    assert store.failures() == ()


def test_what_cannot_be_tried_again_stays(store: Store, begun: Callable[[], int]) -> None:
    failure = Failure(url="-#line=2", sha256=None, room="intake", reason="found no JSON object")
    with crew() as reading:
        list(add(store, [failure], reading, run=begun()))
        list(add(store, [words()], reading, run=begun(), with_bytes=False))

        assert list(retry(store, reading, run=begun())) == []

    assert [(one.url, one.attempts) for one in store.failures()] == [("-#line=2", 1), ("https://harbour.example/a", 1)]
