"""Files cut into parts: together they are the file."""

import gzip
import json
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet as pq

from intake.archive import PAGE, arc, http, members, page
from newsledger.errors import SourceError
from newsledger.intake import Found, read_sources
from newsledger.intake.cuts import Cut, cut_file, read_cut
from newsledger.model import Failure

LIMIT = 100_000
PAGES = [page(number) for number in range(7)]
BROKEN = b"".join([page(1), page(2)[:-60], page(3), page(4), page(5)])
LINES = b"".join(b'{"text": "The ferry left pier %d at noon."}\n' % number for number in range(7))
FILES = {
    "members.warc.gz": b"".join(members(*PAGES)),
    "one-member.warc.gz": gzip.compress(b"".join(PAGES), mtime=0),
    "pairs.warc.gz": b"".join(gzip.compress(b"".join(PAGES[at : at + 2]), mtime=0) for at in range(0, 7, 2)),
    "plain.warc": b"".join(PAGES),
    "broken.warc": BROKEN,
    "broken.warc.gz": b"".join(members(*PAGES[:2])) + b"\x1f\x8b\x08damaged" + b"".join(members(*PAGES[2:])),
    "plain.arc": arc(*((f"https://a.example/{number}", http(PAGE)) for number in range(5))),
    "lines.jsonl": LINES + b'\n{"text": 3}\n{"text": "without an end"}',
    "lines.jsonl.gz": gzip.compress(LINES, mtime=0),
    "page.html": PAGE,
    "empty.jsonl": b"",
}


def outcomes(found: list[Found | Failure]) -> list[object]:
    return [(one.capture, one.address) if isinstance(one, Found) else one for one in found]


def cuts_of(path: Path, size: int) -> list[Cut]:
    return list(cut_file(path, size, LIMIT))


@pytest.mark.parametrize("size", [1, 2, 3, 100])
@pytest.mark.parametrize("name", FILES)
def test_the_parts_of_a_file_are_the_file(tmp_path: Path, name: str, size: int) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])

    parts = [one for cut in cuts_of(path, size) for one in read_cut(path, cut, limit=LIMIT)]

    assert outcomes(parts) == outcomes(list(read_sources([path], limit=LIMIT)))


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("members.warc.gz", 4),
        ("one-member.warc.gz", 4),
        ("plain.warc", 4),
        ("lines.jsonl", 5),
        ("lines.jsonl.gz", 4),
        ("page.html", 1),
    ],
)
def test_a_part_has_so_many_pages_and_no_more(tmp_path: Path, name: str, parts: int) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])

    sizes = [len(list(read_cut(path, cut, limit=LIMIT))) for cut in cuts_of(path, 2)]

    assert len(sizes) == parts
    assert max(sizes) <= 2


def test_a_part_of_an_archive_is_read_from_its_own_place(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(FILES["members.warc.gz"])
    whole = [one.place for one in read_sources([path]) if isinstance(one, Found)]
    last = cuts_of(path, 2)[-1]

    (found,) = read_cut(path, last, limit=LIMIT)

    assert last.at > 0
    assert isinstance(found, Found)
    assert found.place == whole[-1]


def test_lines_keep_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(LINES)

    places = [
        one.place for cut in cuts_of(path, 3) for one in read_cut(path, cut, limit=LIMIT) if isinstance(one, Found)
    ]

    assert places == [f"{path}#line={number}" for number in range(1, 8)]


def table(path: Path, **columns: list[object]) -> Path:
    pq.write_table(pa.table(columns), path, row_group_size=3)
    return path


def test_rows_of_parquet_are_texts_with_their_date_address_and_notes(tmp_path: Path) -> None:
    path = table(
        tmp_path / "a.parquet",
        text=[f"The ferry left pier {number} at noon." for number in range(7)],
        url=[f"https://a.example/{number}" for number in range(7)],
        published=["2021-03-04"] * 7,
        desk=["sea"] * 7,
    )

    found = [one for cut in cuts_of(path, 2) for one in read_cut(path, cut, limit=LIMIT)]

    captures = [one.capture for one in found if isinstance(one, Found)]
    assert [one.url for one in captures] == [f"https://a.example/{number}" for number in range(7)]
    assert {(one.kind, one.published, one.notes["desk"]) for one in captures} == {("text", "2021-03-04", "sea")}


def test_rows_of_html_are_pages_and_those_of_records_are_records(tmp_path: Path) -> None:
    html = table(tmp_path / "a.parquet", html=[PAGE])
    record = table(tmp_path / "b.parquet", record=[json.dumps({"schema_version": 1})])

    kinds = [
        one.capture.kind
        for path in (html, record)
        for one in read_cut(path, Cut(kind="table", count=5), limit=LIMIT)
        if isinstance(one, Found)
    ]

    assert kinds == ["page", "record"]


def test_a_row_without_a_text_and_a_table_without_one_are_failures(tmp_path: Path) -> None:
    rows = table(tmp_path / "a.parquet", text=["The ferry left.", None, "It came."], published=["soon", None, None])
    other = table(tmp_path / "b.parquet", words=["The ferry left."])

    found = [one for path in (rows, other) for cut in cuts_of(path, 9) for one in read_cut(path, cut, limit=LIMIT)]

    assert [isinstance(one, Failure) for one in found] == [True, True, False, True]
    assert [one.reason.split(",")[0] for one in found if isinstance(one, Failure)] == [
        "found published='soon'",
        "found no text in a row",
        "found the columns words",
    ]


def test_parquet_that_is_not_whole_is_a_failure(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", text=["The ferry left."])
    path.write_bytes(path.read_bytes()[:-20])

    (found,) = read_cut(path, Cut(kind="table", count=5), limit=LIMIT)

    assert isinstance(found, Failure)
    with pytest.raises((OSError, ValueError)):
        cuts_of(path, 5)


def test_parquet_without_its_library_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = table(tmp_path / "a.parquet", text=["The ferry left."])
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)

    with pytest.raises(SourceError, match=r"newsledger\[scale\]"):
        cuts_of(path, 5)
