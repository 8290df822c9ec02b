"""JSON Lines to Captures: texts and records, line by line."""

import gzip
import io
import json
from pathlib import Path

import pytest

from newsledger.intake import Found, read_sources
from newsledger.model import Capture, Failure

TEXT = {"text": "The ferry left at noon."}


def read(data: bytes, *, limit: int = 100_000, published: str | None = None) -> list[Found | Failure]:
    return list(read_sources(["-"], stdin=io.BytesIO(data), limit=limit, published=published))


def lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def test_a_text_keeps_its_address_its_date_and_further_fields_as_notes() -> None:
    row = {**TEXT, "url": "https://Harbour.example/a#top", "published": "2021-03-04", "desk": "sea", "tags": ["a", 1]}

    (found,) = read(lines(row))

    assert found == Found(
        capture=Capture(
            data="The ferry left at noon.",
            kind="text",
            url="https://Harbour.example/a#top",
            published="2021-03-04",
            notes={"desk": "sea", "tags": '["a", 1]'},
        ),
        address="https://harbour.example/a",
        place="-#line=1",
    )


@pytest.mark.parametrize("pack", [bytes, gzip.compress, lambda data: b"\xef\xbb\xbf" + data])
def test_texts_are_known_by_their_content(pack: object) -> None:
    found = read(pack(lines(TEXT, {**TEXT, "published": "2020"})), published="1999-01-02")  # type: ignore[operator]

    assert [one.capture.published for one in found if isinstance(one, Found)] == ["1999-01-02", "2020"]
    assert [one.address for one in found if isinstance(one, Found)] == [None, None]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param(b"no json", "no JSON object", id="no-json"),
        pytest.param(b"[1]", "no JSON object", id="array"),
        pytest.param(b"[" * 50_000, "no JSON object", id="deep"),
        pytest.param(b'{"title": "x"}', "no text", id="no-text"),
        pytest.param(b'{"text": 7}', "no text", id="number"),
        pytest.param(b'{"text": " "}', "no text", id="empty"),
        pytest.param(b'{"text": "x", "url": 7}', "'url' that is no text", id="url"),
        pytest.param(b'{"text": "x", "published": "soon"}', "published='soon'", id="date"),
        pytest.param(b'{"text": "x", "published": 2020}', "published='2020'", id="number-for-date"),
        pytest.param(b'{"text": "' + b"a" * 100_000 + b'"}', "more than 100,000 bytes", id="too-long"),
        pytest.param(b'{"text": "\xff"}', "no JSON object", id="no-utf-8"),
    ],
)
def test_a_bad_line_is_a_failure_and_the_others_go_on(line: bytes, reason: str) -> None:
    first, failure, last = read(lines(TEXT) + line + b"\n\n" + lines(TEXT))

    assert isinstance(failure, Failure)
    assert reason in failure.reason
    assert failure.url == "-#line=2"
    assert isinstance(first, Found)
    assert isinstance(last, Found)


def test_half_a_letter_becomes_a_mark_that_a_database_takes() -> None:
    (found,) = read(b'{"text": "One \\ud83d two", "x": "\\ud83d"}')

    assert isinstance(found, Found)
    assert found.capture.data == "One \ufffd two"


def test_records_are_kept_as_their_lines() -> None:
    line = b'{"schema_version":1,"article":{}}'

    found = read(line + b"\n" + line)

    assert [one.capture for one in found if isinstance(one, Found)] == [Capture(data=line, kind="record")] * 2


@pytest.mark.parametrize("many", [False, True])
def test_indented_records_are_records(many: bool) -> None:
    record = {"schema_version": 1, "article": {"text": "Côte"}}

    found = read(json.dumps([record, record] if many else record, indent=2, ensure_ascii=False).encode())

    line = '{"schema_version":1,"article":{"text":"Côte"}}'.encode()
    assert [one.capture.data for one in found if isinstance(one, Found)] == [line] * (1 + many)


def test_a_file_that_is_named_so_is_taken_for_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"no json\n" + lines(TEXT))

    failure, found = read_sources([tmp_path])

    assert isinstance(failure, Failure)
    assert isinstance(found, Found)
    assert found.place == f"{path}#line=2"


@pytest.mark.parametrize("page", [b"{weather} today\n\nThe ferry left.", b'{"title": "x"}\n'])
def test_a_page_that_begins_with_a_brace_is_a_page(page: bytes) -> None:
    (found,) = read(page)

    assert isinstance(found, Found)
    assert found.capture.kind == "page"


def test_damaged_lines_keep_what_was_read() -> None:
    packed = gzip.compress(b"".join(lines({"text": f"The ferry {number} left."}) for number in range(50_000)))

    outcomes = read(packed[: len(packed) // 2])

    assert isinstance(outcomes[-1], Failure)
    assert len(outcomes) > 10_000
    assert all(isinstance(one, Found) for one in outcomes[:-1])
