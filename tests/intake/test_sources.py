"""Sources of every kind: which they are, what they are called, and how much was read."""

import gzip
import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.archive import PAGE, members, page
from newsledger.intake import Found, Meter, read_sources, size_of
from newsledger.model import Failure


def test_a_folder_may_hold_sources_of_every_kind(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "b.warc.gz").write_bytes(b"".join(members(page(1), page(2))))
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b'{"text": "The ferry left."}\n'))
    (tmp_path / "d.css").write_bytes(b"a {}")
    meter = Meter()

    found = list(read_sources([tmp_path], meter=meter))

    assert [one.capture.kind for one in found if isinstance(one, Found)] == ["page", "page", "page", "text"]
    assert meter.passed == size_of([tmp_path]) > 0


def test_a_page_has_its_path_for_an_address_and_its_name_for_a_url(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.html").write_bytes(PAGE)

    (found,) = read_sources(["a.html"])

    assert isinstance(found, Found)
    assert (found.capture.url, found.address, found.place) == ("a.html", (tmp_path / "a.html").as_uri(), "a.html")


def test_a_page_from_a_stream_has_no_address_unless_one_is_given() -> None:
    (bare,), (named,) = (
        list(read_sources(["-"], stdin=io.BytesIO(PAGE), url=url)) for url in (None, "https://Harbour.example/a#b")
    )

    assert isinstance(bare, Found)
    assert isinstance(named, Found)
    assert (bare.capture.url, bare.address) == (None, None)
    assert (named.capture.url, named.address) == ("https://Harbour.example/a#b", "https://harbour.example/a")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such names")
def test_a_name_that_is_no_text_is_written_so_that_it_can_be_kept(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/bad\xff.txt"
    Path(os.fsdecode(name)).write_bytes(b"The ferry left.")

    found, failure = read_sources([os.fsdecode(name), os.fsdecode(name) + ".gone"])

    assert isinstance(found, Found)
    assert isinstance(failure, Failure)
    assert found.capture.url == f"{tmp_path}/bad\\xff.txt"
    assert failure.url == f"{tmp_path}/bad\\xff.txt.gone"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(PAGE * 2, "more than 150 bytes", id="long"),
        pytest.param(gzip.compress(PAGE)[:-12], "gzip data that are damaged", id="cut-off"),
        pytest.param(gzip.compress(b"\0" * 1_000_000), "more than 150 bytes", id="bomb"),
    ],
)
def test_a_page_that_cannot_be_taken_is_a_failure(data: bytes, reason: str) -> None:
    (failure,) = read_sources(["-"], stdin=io.BytesIO(data), limit=150)

    assert isinstance(failure, Failure)
    assert reason in failure.reason


def test_no_stream_is_a_failure() -> None:
    (failure,) = read_sources(["-"])

    assert isinstance(failure, Failure)


class Torn(io.BytesIO):
    """A disk with a bad place."""

    def read(self, size: int | None = -1) -> bytes:
        if self.tell() > 200_000:
            raise OSError(5, "Input/output error")
        return super().read(size)


def test_what_was_read_before_a_source_fails_is_kept() -> None:
    data = b"".join(page(number) for number in range(2_000))

    outcomes = list(read_sources(["-"], stdin=Torn(data)))

    assert len(outcomes) > 100
    assert all(isinstance(one, Found) for one in outcomes[:-1])
    assert isinstance(outcomes[-1], Failure)
    assert "Input/output error" in outcomes[-1].reason


#: What sources of each kind begin with.
BEGINNINGS = (
    b"",
    b"{",
    b'{"text": "',
    b'{"schema_version":',
    b"[\n",
    b"\x1f\x8b\x08\x00",
    b"WARC/1.0\r\nA:",
    b"filedesc://",
)


@given(beginning=st.sampled_from(BEGINNINGS), data=st.binary(max_size=3_000), packed=st.booleans())
def test_any_bytes_are_taken_or_are_a_failure(*, beginning: bytes, data: bytes, packed: bool) -> None:
    whole = gzip.compress(beginning + data) if packed else beginning + data

    for outcome in read_sources(["-"], stdin=io.BytesIO(whole), limit=2_000):
        assert isinstance(outcome, Found | Failure)
