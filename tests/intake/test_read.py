"""Paths to Captures."""

import gzip
import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsledger.intake import read_captures
from newsledger.model import Capture, Failure

PAGE = b"<html><body><p>The ferry left at noon.</p></body></html>"


def only(outcomes: Iterator[Capture | Failure]) -> Capture | Failure:
    (outcome,) = outcomes
    return outcome


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        pytest.param("page.html", "text/html", id="html"),
        pytest.param("PAGE.HTM", "text/html", id="capital-htm"),
        pytest.param("page.xhtml", "application/xhtml+xml", id="xhtml"),
        pytest.param("page.txt", "text/plain", id="txt"),
        pytest.param("page", None, id="no-ending"),
    ],
)
def test_a_files_ending_gives_its_media_type(tmp_path: Path, name: str, media_type: str | None) -> None:
    path = tmp_path / name
    path.write_bytes(PAGE)

    capture = only(read_captures([path]))

    assert capture == Capture(data=PAGE, url=str(path), media_type=media_type)


def test_a_packed_file_is_unpacked_and_typed_by_its_inner_ending(tmp_path: Path) -> None:
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(PAGE))

    capture = only(read_captures([str(path)]))

    assert isinstance(capture, Capture)
    assert capture.data == PAGE
    assert capture.media_type == "text/html"


def test_a_folder_is_read_to_its_end_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.html", "a.html", ".hidden.html", ".git/x.html", "style.css", "c.txt.gz"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(gzip.compress(PAGE) if name.endswith(".gz") else PAGE)

    urls = [capture.url for capture in read_captures([tmp_path])]

    assert urls == [str(tmp_path / name) for name in ("a.html", "b/1.html", "b/2.txt", "c.txt.gz")]


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"The ferry left.")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)

    assert len(list(read_captures([tmp_path]))) == 1


def test_the_stream_is_read_packed_or_not() -> None:
    for data in (PAGE, gzip.compress(PAGE)):
        capture = only(read_captures(["-"], stdin=io.BytesIO(data), url="https://example.org/1"))

        assert capture == Capture(data=PAGE, url="https://example.org/1")


def test_a_given_date_and_address_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(PAGE)

    capture = only(read_captures([path], published="2017-01-21", url="https://example.org/1"))

    assert isinstance(capture, Capture)
    assert (capture.published, capture.url) == ("2017-01-21", "https://example.org/1")


def test_a_date_that_is_none_raises_before_anything_is_read() -> None:
    with pytest.raises(ValueError, match="not a date"):
        read_captures(["-"], published="soon")


def test_a_missing_file_is_a_failure_and_the_others_go_on(tmp_path: Path) -> None:
    here = tmp_path / "here.txt"
    here.write_bytes(PAGE)

    first, second = read_captures([tmp_path / "gone.txt", here])

    assert isinstance(first, Failure)
    assert (first.room, first.url) == ("intake", str(tmp_path / "gone.txt"))
    assert "No such file" in first.reason
    assert isinstance(second, Capture)


def test_an_empty_folder_is_a_failure(tmp_path: Path) -> None:
    failure = only(read_captures([tmp_path]))

    assert isinstance(failure, Failure)
    assert "without pages" in failure.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root opens every folder")
def test_a_folder_that_may_not_be_opened_is_a_failure(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)

    assert isinstance(only(read_captures([closed])), Failure)


def test_a_file_over_the_limit_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"a" * 101)

    failure = only(read_captures([path], limit=100))

    assert isinstance(failure, Failure)
    assert "more than 100 bytes" in failure.reason


def test_a_small_packed_file_that_would_fill_the_memory_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "page.txt.gz"
    path.write_bytes(gzip.compress(b"\0" * 10_000_000))

    failure = only(read_captures([path], limit=100_000))

    assert isinstance(failure, Failure)
    assert "more than 100,000 bytes" in failure.reason


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(gzip.compress(PAGE)[:-12], id="cut-off"),
        pytest.param(b"\x1f\x8b\x08\x00" + b"no gzip at all", id="not-gzip"),
        pytest.param(b"\x1f\x8b", id="two-bytes"),
    ],
)
def test_broken_gzip_data_is_a_failure(data: bytes) -> None:
    failure = only(read_captures(["-"], stdin=io.BytesIO(data)))

    assert isinstance(failure, Failure)
    assert "gzip" in failure.reason


def test_no_stream_is_a_failure() -> None:
    assert isinstance(only(read_captures(["-"])), Failure)


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"

    captures = read_captures([path])
    path.write_bytes(PAGE)

    assert isinstance(only(captures), Capture)


def test_a_name_that_no_file_can_have_is_a_failure() -> None:
    assert isinstance(only(read_captures(["a\0b.txt"])), Failure)
