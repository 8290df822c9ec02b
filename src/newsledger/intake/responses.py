"""A record of an archive to the Capture of a page, where it holds one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

from warcio.bufferedreaders import BufferedReader  # type: ignore[import-untyped]  # it ships none
from warcio.recordloader import ArcWarcRecord  # type: ignore[import-untyped]  # it ships none
from warcio.statusandheaders import StatusAndHeadersParser  # type: ignore[import-untyped]  # it ships none

from newsledger.intake.archives import BrokenRecord, RawRecord
from newsledger.intake.found import Found, address_of_url, place_in
from newsledger.intake.repeats import Repeats
from newsledger.model import Capture, Failure, plain_address

_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_MARKUP = re.compile(rb"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_LOOK = 1_000
#: Tags and nothing between them: no reader need be asked. What is long is never that.
_WORDLESS = re.compile(rb"(?:\s|<[^<>]*+>)*+")
_SHORT = 1 << 16
#: ``urn:text:…`` and the like are notes of a crawler.
_SCHEMES = ("http://", "https://", "file://")
#: Text for machines.
_NO_PAGES = ("/robots.txt", "/ads.txt", "/llms.txt")
_UNPACKED = frozenset({"identity", *BufferedReader.get_supported_decompressors()} - {"deflate_alt"})
_ARC_HEAD = re.compile(r"(.+?) \S+ (\d{14}) (\S+) ")
_HEADERS = StatusAndHeadersParser((), verify=False)


class UnreadablePageError(Exception):
    """A record holds a page, and it cannot be taken out.

    Args:
        url: The page's address.
        reason: What was found and expected.
    """

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(reason)
        self.url = url


def pages_of(
    records: Iterable[RawRecord | BrokenRecord], file: str, *, limit: int, published: str | None, base: int = 0
) -> Iterator[Found | Failure]:
    """Give the pages that the records of an archive hold; what is broken, or cannot be taken out, is a Failure.

    Args:
        records: In their order.
        file: The archive's name.
        limit: The most bytes that a page may have, after unpacking.
        published: The date of all, where somebody knows it.
        base: Where in the file the records' own places are counted from.
    """
    repeats = Repeats(file=file)
    for record in records:
        place = place_in(file, byte=base + record.at)
        if isinstance(record, BrokenRecord):
            yield from repeats.take(place, f"{record.reason}, expected a whole one; fetch the file again")
            continue
        try:
            capture = read_response(record, limit)
        except UnreadablePageError as error:
            yield from repeats.take(place, str(error), about=plain_address(error.url))
            continue
        if capture is not None:
            dated = replace(capture, published=published) if published else capture
            yield Found(capture=dated, address=address_of_url(capture.url or ""), place=place)
    yield from repeats.rest()


def read_response(record: RawRecord, limit: int) -> Capture | None:
    """Give the page that a record holds; None where it holds something else, or says that there was no page.

    Args:
        record: As it stands in the archive.
        limit: The most bytes that the page may have, after unpacking.

    Raises:
        UnreadablePageError: The page is over the limit, or packed in a way that is not known here.
    """
    parsed, url, date = _parse(record.data)
    http = parsed.http_headers
    if http is not None and not http.get_statuscode().startswith("2"):
        return None
    media_type = http.get_header("Content-Type") if http is not None else parsed.content_type
    if not _is_page(url, media_type):
        return None
    data = parsed.content_stream().read(limit + 1)
    if not record.whole or len(data) > limit:
        raise UnreadablePageError(url, f"found more than {limit:,} bytes, expected a page of at most that")
    markup = _MARKUP.search(data[:_LOOK])
    encoding = (http.get_header("Content-Encoding") if http is not None else None) or "identity"
    if encoding.lower() not in _UNPACKED and not markup:
        known = ", ".join(sorted(_UNPACKED))
        raise UnreadablePageError(url, f"found a page that is packed by {encoding[:40]!r}, expected one of {known}")
    if not data.strip() or (media_type is None and not markup):
        return None
    if len(data) < _SHORT and _WORDLESS.fullmatch(data):
        raise UnreadablePageError(url, "found markup without any words, expected an article")
    return Capture(data=data, url=url, fetched_at=_time(date), media_type=media_type)


def _parse(data: bytes) -> tuple[ArcWarcRecord, str, str]:
    """Take a record apart: its block with the heads of HTTP read, its address, and when it was fetched."""
    block = BytesIO(data)
    if data.startswith(b"WARC/"):
        head = _HEADERS.parse(block)
        names = ("WARC-Target-URI", "WARC-Date", "Content-Type")
        url, date, media_type = (head.get_header(name) or "" for name in names)
    else:
        head = block.readline().decode("utf-8", "replace")
        match = _ARC_HEAD.match(head)
        url, date, media_type = match.groups() if match else ("", "", "")
    http = _HEADERS.parse(block) if data.startswith(b"HTTP/", block.tell()) else None
    if http is not None and (http.get_header("Content-Encoding") or "").lower() == "x-gzip":
        http.replace_header("Content-Encoding", "gzip")
    # Wget has written addresses between pointed brackets.
    return ArcWarcRecord("warc", "", None, block, http, media_type or None, None), url.strip("<>"), date


def _is_page(url: str, media_type: str | None) -> bool:
    if not url.startswith(_SCHEMES) or url.endswith(_NO_PAGES):
        return False
    return media_type is None or media_type.partition(";")[0].strip().lower() in _PAGES


def _time(date: str) -> datetime | None:
    """Read the time of a record, as WARC or ARC write it."""
    try:
        time = datetime.fromisoformat(f"{date[:8]}T{date[8:]}" if date.isdecimal() else date)
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)
