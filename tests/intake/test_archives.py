"""WARC, WET and ARC archives to Captures; broken ones lose what is broken and no more."""

import gzip
import io
import itertools
import random
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from intake.archive import PAGE, arc, http, members, page, warc
from newsledger.intake import Found, read_sources
from newsledger.intake.unpack import Piece, unpack
from newsledger.model import Failure


def read(data: bytes, *, limit: int = 1_000_000) -> list[Found | Failure]:
    return list(read_sources(["-"], stdin=io.BytesIO(data), limit=limit))


def urls(outcomes: list[Found | Failure]) -> list[str | None]:
    return [one.capture.url if isinstance(one, Found) else None for one in outcomes]


def numbered(*numbers: int | None) -> list[str | None]:
    return [None if number is None else f"https://harbour.example/{number}" for number in numbers]


@pytest.mark.parametrize(
    "pack",
    [
        pytest.param(b"".join, id="plain"),
        pytest.param(lambda records: gzip.compress(b"".join(records)), id="packed-as-one"),
        pytest.param(lambda records: b"".join(members(*records)), id="packed-one-by-one"),
        pytest.param(lambda records: b"".join(one + b"\0" * 7 for one in members(*records)), id="padded"),
    ],
)
def test_each_page_of_an_archive_is_a_capture(pack: object) -> None:
    records = [warc(b"software: x", "", kind="warcinfo"), *map(page, range(3))]

    found = read(pack(records))  # type: ignore[operator]

    assert urls(found) == numbered(0, 1, 2)
    assert isinstance(found[0], Found)
    assert found[0].capture.data == PAGE + b"<!-- 0 -->"
    assert found[0].capture.media_type == "text/html; charset=utf-8"
    assert found[0].capture.fetched_at == datetime(2021, 3, 4, 5, 6, 7, tzinfo=UTC)
    assert found[0].address == "https://harbour.example/0"


def test_the_pages_of_an_arc_archive_are_captures() -> None:
    data = arc(("http://harbour.example/a b", http(PAGE)), ("http://harbour.example/2", PAGE), ("dns:x.example", b"x"))

    for packed in (data, gzip.compress(data)):
        found = read(packed)

        assert urls(found) == ["http://harbour.example/a b", "http://harbour.example/2"]
        assert isinstance(found[0], Found)
        assert found[0].capture.fetched_at == datetime(2001, 2, 3, 4, 5, 6, tzinfo=UTC)
        assert found[0].capture.data == PAGE


def test_the_texts_of_a_wet_archive_are_dumps() -> None:
    (found,) = read(warc(b"The ferry left at noon.", "http://harbour.example/", kind="conversion"))

    assert isinstance(found, Found)
    assert (found.capture.kind, found.capture.media_type) == ("page", "text/plain")


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(warc(http(PAGE, status="404 Not Found"), "https://a.example/"), id="not-found"),
        pytest.param(warc(http(b"", "Location: /b", status="301 Moved"), "https://a.example/"), id="moved"),
        pytest.param(warc(http(b"\x89PNG", "Content-Type: image/png"), "https://a.example/"), id="picture"),
        pytest.param(warc(http(b"Allow: /", "Content-Type: text/plain"), "https://a.example/robots.txt"), id="robots"),
        pytest.param(warc(b"GET / HTTP/1.1\r\n\r\n", "https://a.example/", kind="request"), id="request"),
        pytest.param(warc(http(b""), "https://a.example/", kind="revisit"), id="revisit"),
        pytest.param(warc(b"fetched: 1", "https://a.example/", kind="metadata"), id="metadata"),
        pytest.param(warc(b"words", "urn:text:https://a.example/", kind="resource"), id="crawlers-note"),
        pytest.param(warc(http(b""), "https://a.example/"), id="empty"),
        pytest.param(warc(http(b"\0" * 9_000, "Content-Type: video/mp4"), "https://a.example/"), id="long-video"),
    ],
)
def test_what_is_no_page_is_passed_over(record: bytes) -> None:
    assert urls(read(record + page(1), limit=1_000)) == numbered(1)


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        pytest.param(["Content-Encoding: gzip"], gzip.compress(PAGE), id="gzip"),
        pytest.param(["Content-Encoding: x-gzip"], gzip.compress(PAGE), id="x-gzip"),
        pytest.param(["Content-Encoding: deflate"], zlib.compress(PAGE), id="deflate"),
        pytest.param(["Content-Encoding: deflate"], raw_deflate(PAGE), id="raw-deflate"),
        pytest.param(["Content-Encoding: gzip"], PAGE, id="said-gzip-but-unpacked"),
        pytest.param(["Content-Encoding: br"], PAGE, id="said-br-but-unpacked"),
        pytest.param(["Transfer-Encoding: chunked"], b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE), id="chunked"),
        pytest.param(["Transfer-Encoding: chunked"], PAGE, id="said-chunked-but-whole"),
        pytest.param(
            ["Transfer-Encoding: chunked", "Content-Encoding: gzip"],
            b"%x\r\n%b\r\n0\r\n\r\n" % (len(gzip.compress(PAGE)), gzip.compress(PAGE)),
            id="chunked-gzip",
        ),
        pytest.param(["X-Nothing"], PAGE, id="header-without-value"),
    ],
)
def test_a_page_is_unpacked_as_its_server_packed_it(headers: list[str], body: bytes) -> None:
    (found,) = read(warc(http(body, "Content-Type: text/html", *headers), "https://a.example/"))

    assert isinstance(found, Found)
    assert found.capture.data == PAGE


def test_a_page_packed_in_a_way_that_is_not_known_is_a_failure() -> None:
    (failure,) = read(warc(http(b"\x1b\x03", "Content-Type: text/html", "Content-Encoding: br"), "https://a.example/"))

    assert isinstance(failure, Failure)
    assert "https://a.example/: found a page that is packed by 'br'" in failure.reason


def test_a_page_over_the_limit_is_a_failure_packed_or_not() -> None:
    long = b"<html>" + b"a" * 5_000
    plain = warc(http(long), "https://a.example/1")
    packed = warc(http(gzip.compress(long), "Content-Type: text/html", "Content-Encoding: gzip"), "https://a.example/2")

    found = read(plain + packed + page(1), limit=1_000)

    assert urls(found) == [None, None, *numbered(1)]
    assert all("more than 1,000 bytes" in one.reason for one in found if isinstance(one, Failure))


def flipped(member: bytes) -> bytes:
    middle = len(member) // 2
    return member[:middle] + bytes([member[middle] ^ 0xFF]) + member[middle + 1 :]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda one: one[: len(one) // 2], id="cut-off"),
        pytest.param(flipped, id="one-byte-turned"),
        pytest.param(lambda one: one[:-8] + b"\0\0\0\0" + one[-4:], id="wrong-check"),
        pytest.param(lambda one: b"\0\x01\x02" + one[3:], id="no-head"),
        pytest.param(lambda one: one[:12] + random.Random(1).randbytes(200_000), id="noise"),  # noqa: S311
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_broken_member_is_one_failure_and_the_others_are_read(damage: object, place: int) -> None:
    packed = members(*map(page, range(3)))
    packed[place] = damage(packed[place])  # type: ignore[operator]
    data = b"".join(packed)
    if place == 0:
        data = members(warc(b"software: x", "", kind="warcinfo"))[0] + data

    found = read(data)

    assert urls(found) == numbered(*(None if number == place else number for number in range(3)))


def test_an_archive_cut_in_the_check_of_its_last_member_keeps_the_page_and_tells() -> None:
    data = b"".join(members(*map(page, range(3))))

    assert urls(read(data[:-3])) == numbered(0, 1, 2, None)


def test_a_failure_tells_where_its_member_begins(tmp_path: Path) -> None:
    first, second, third = members(*map(page, range(3)))
    path = tmp_path / "a.warc.gz"
    path.write_bytes(first + flipped(second) + third)

    failure = list(read_sources([path]))[1]

    assert isinstance(failure, Failure)
    assert failure.url == f"{path}#byte={len(first)}"


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(warc(http(PAGE), "https://a.example/", length=5_000), id="length-too-long"),
        pytest.param(warc(http(PAGE), "https://a.example/", length=20), id="length-too-short"),
        pytest.param(page(7).replace(b"Content-Length", b"Content-Lost"), id="no-length"),
        pytest.param(b"noise \xff\n\nmore noise\r\n\r\n", id="noise"),
        pytest.param(page(7)[:200] + b"\r\n\r\n", id="cut-off"),
        pytest.param(b"WARC/1.0\r\nWARC-Type: response\r\n", id="head-without-end"),
    ],
)
def test_a_broken_record_is_one_failure_and_the_others_are_read(bad: bytes) -> None:
    for data in (page(0) + bad + page(1) + page(2), gzip.compress(page(0) + bad + page(1) + page(2))):
        assert urls(read(data)) == numbered(0, None, 1, 2)


def test_an_archive_that_ends_in_a_record_keeps_what_was_read() -> None:
    data = page(0) + page(1)

    found = read(data[:-100])

    assert urls(found) == numbered(0, None)
    assert isinstance(found[1], Failure)
    assert "cut off" in found[1].reason


def test_a_page_that_holds_the_head_of_a_record_is_one_page() -> None:
    body = PAGE + b"\r\n\r\n" + page(9)

    assert urls(read(warc(http(body), "https://harbour.example/1") + page(2))) == numbered(1, 2)


def test_damaged_archives_never_raise_and_give_nothing_without_end() -> None:
    chance = random.Random(1)  # noqa: S311
    whole = b"".join(map(page, range(4))) + arc(("http://a.example/", http(PAGE)))
    for data in (whole, b"".join(members(*map(page, range(4)))), gzip.compress(whole)):
        for _ in range(150):
            broken = bytearray(data)
            for _ in range(chance.randint(1, 5)):
                place = chance.randrange(len(broken))
                broken[place : place + chance.choice((0, 1, 40))] = chance.randbytes(chance.choice((0, 1, 60)))

            # Each record of the five, and what stands between them where a length is wrong, is told once at most.
            assert len(read(bytes(broken))) <= 12


def test_a_large_member_before_another_ends() -> None:
    """zlib gives what follows a member twice where its last piece was cut by the most that is unpacked at once."""
    large = b"\0" * (1 << 19)
    packed = io.BytesIO(gzip.compress(large) + gzip.compress(b"next"))

    pieces = list(itertools.islice(unpack(packed, packed.read(), bool), 9))

    assert b"".join(piece.data for piece in pieces if isinstance(piece, Piece)) == large + b"next"


class Pipe(io.BytesIO):
    """Bytes among which nobody can go to and fro."""

    def seekable(self) -> bool:
        return False


#: Records that are passed over unread: of no page, and of one over the limit.
PASSED = {
    "request": warc(b"GET / HTTP/1.1\r\n\r\n", "https://harbour.example/3", kind="request", length=-1),
    "long": warc(http(PAGE + b"x" * 5_000), "https://harbour.example/3", length=-1),
}
LIMIT = 2_000


@pytest.mark.parametrize("kind", list(PASSED))
@pytest.mark.parametrize("length", [6_000, 7_000, 60_000, 10**9, 10**14])
@pytest.mark.parametrize("source", [io.BytesIO, Pipe])
@pytest.mark.parametrize(
    "pack",
    [
        pytest.param(b"".join, id="plain"),
        pytest.param(lambda records: gzip.compress(b"".join(records)), id="packed-as-one"),
        pytest.param(lambda records: b"".join(members(*records)), id="packed-one-by-one"),
    ],
)
def test_a_record_that_is_passed_over_takes_none_of_those_behind_it_along(
    pack: object, source: type[io.BytesIO], length: int, kind: str
) -> None:
    wrong = PASSED[kind].replace(b"Content-Length: -1", b"Content-Length: %d" % length)
    records = [*map(page, range(3)), wrong, *map(page, range(4, 10))]
    data = source(pack(records))  # type: ignore[operator]

    found = list(read_sources(["-"], stdin=data, limit=LIMIT))

    assert [url for url in urls(found) if url] == numbered(0, 1, 2, *range(4, 10))
    assert any("record" in one.reason for one in found if isinstance(one, Failure))


def test_a_record_that_ends_with_another_ones_end_stays_within_its_member() -> None:
    swallowed = page(4)
    block = b"GET / HTTP/1.1\r\n\r\n"
    whole = len(block) + 4 + len(swallowed) - 4  # up to where the next record, too, ends
    wrong = warc(block, "https://harbour.example/3", kind="request", length=whole)

    found = read(b"".join(members(page(2), wrong, swallowed, page(5))))

    assert [url for url in urls(found) if url] == numbered(2, 4, 5)


@pytest.mark.parametrize("source", [io.BytesIO, Pipe])
def test_records_that_are_passed_over_are_not_held(source: type[io.BytesIO]) -> None:
    inside = warc(http(b"GIF89a" + page(7), "Content-Type: image/gif"), "https://harbour.example/7.gif")
    data = page(1) + warc(page(8), "https://harbour.example/8", kind="request") + inside + page(2)

    found = list(read_sources(["-"], stdin=source(data), limit=LIMIT))

    assert urls(found) == numbered(1, 2)


NO_LENGTH = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://harbour.example/%d\r\n\r\n\r\n\r\n"


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        pytest.param(lambda number: NO_LENGTH % number, "found a record without its length", id="without-length"),
        pytest.param(
            lambda number: warc(http(b"<html>\n<body></body></html>"), f"https://harbour.example/{number}"),
            "found markup without any words",
            id="without-words",
        ),
    ],
)
def test_what_is_no_page_a_thousand_times_is_counted_and_told_once(record: object, reason: str) -> None:
    data = page(0) + b"".join(map(record, range(1, 1_001))) + page(1)  # type: ignore[call-overload]

    found = read(data)

    failures = [one for one in found if isinstance(one, Failure)]
    assert [url for url in urls(found) if url] == numbered(0, 1)
    assert len(failures) == 11
    assert all(reason in one.reason for one in failures)
    assert failures[0].url == f"-#byte={len(page(0))}"
    assert (failures[-1].url, "990 more" in failures[-1].reason) == ("-", True)
