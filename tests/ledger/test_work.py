"""One capture to one entry: pages, texts, and records that were read elsewhere."""

import json
from typing import Any

import pytest

from newsledger import Reader, codec
from newsledger.intake import Found
from newsledger.ledger.work import Task, lost, work
from newsledger.model import Capture, Failure
from newsledger.store import Entry, Reading, put_together
from store.conftest import golden

TEXT = "Orlow\n\nThe minister said on Tuesday that she hoped for talks with the rebels.\n"


def made(reader: Reader, capture: Capture, *, address: str | None = None, with_bytes: bool = True) -> Entry:
    found = Found(capture=capture, address=address, place="a.jsonl#line=3")
    return work(reader, Task(found=found, with_bytes=with_bytes))


def test_a_page_is_read_and_taken_apart(reader: Reader) -> None:
    entry = made(reader, Capture(data=TEXT.encode(), url="a.txt"), address="file:///a.txt")

    assert entry.kept is not None
    assert isinstance(entry.outcome, Reading)
    assert (entry.kept.address, entry.kept.url, entry.kept.kind) == ("file:///a.txt", "a.txt", "page")
    assert entry.outcome.article["url"] == "a.txt"
    assert [row["settled"] is not None for row in entry.outcome.findings["expectations"]] == [True]


def test_a_text_is_read_as_it_is(reader: Reader) -> None:
    entry = made(reader, Capture(data=TEXT, kind="text", notes={"desk": "sea"}))

    assert entry.kept is not None
    assert isinstance(entry.outcome, Reading)
    assert (entry.kept.kind, json.loads(entry.kept.notes)) == ("text/decoded", {"desk": "sea"})
    assert entry.outcome.article["text"] == TEXT


def test_a_page_that_cannot_be_read_is_a_failure_with_its_bytes(reader: Reader) -> None:
    entry = made(reader, Capture(data=b"%PDF-1.4", url="a.pdf"))

    assert isinstance(entry.outcome, Failure)
    assert entry.kept is not None
    assert entry.kept.packed is not None


def test_no_bytes_are_kept_where_none_are_wanted(reader: Reader) -> None:
    entry = made(reader, Capture(data=TEXT.encode()), with_bytes=False)

    assert entry.kept is not None
    assert entry.kept.packed is None


def record_line(text: codec.TextMode = "full") -> bytes:
    return codec.to_json(golden("court-report"), text=text).encode()


def test_a_record_is_taken_as_it_was_read(reader: Reader) -> None:
    record = golden("court-report")

    entry = made(reader, Capture(data=record_line(), kind="record"))

    assert entry.kept is not None
    assert isinstance(entry.outcome, Reading)
    assert (entry.kept.kind, entry.kept.packed, entry.kept.url) == ("record", None, record.article.url)
    assert put_together(entry.outcome.packed, entry.outcome.made_by, record.article.text) == record


def changed() -> bytes:
    return record_line().replace(b'"kind":"person"', b'"kind":"role"', 1)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param(record_line("none"), "without its text, expected one that was written with", id="bare"),
        pytest.param(record_line("quotes"), "without its text", id="quotes"),
        pytest.param(changed(), "the digest does not match", id="changed"),
        pytest.param(record_line()[:-20], "no record", id="cut-off"),
        pytest.param(b'{"schema_version": 99}', "newer", id="newer"),
        pytest.param(b'{"schema_version": 1, "article": 7}', "no record", id="no-article"),
        pytest.param(b'{"schema_version": 1, "article": {"text": 7}}', "no record", id="text-of-numbers"),
    ],
)
def test_a_record_that_does_not_hold_is_a_failure(reader: Reader, line: bytes, reason: str) -> None:
    entry = made(reader, Capture(data=line, kind="record"))

    assert isinstance(entry.outcome, Failure)
    assert entry.outcome.url == "a.jsonl#line=3"
    assert reason in entry.outcome.reason


def test_a_lost_page_keeps_its_bytes_and_the_reason() -> None:
    capture: Any = Capture(data=TEXT, kind="text")

    entry = lost(Task(found=Found(capture=capture, address=None, place="a#line=1"), with_bytes=True), "it ended")

    assert isinstance(entry.outcome, Failure)
    assert (entry.outcome.url, entry.outcome.reason) == ("a#line=1", "it ended")
    assert entry.kept is not None
    assert entry.kept.packed is not None
