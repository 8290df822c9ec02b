"""Whatever can be added to a ledger, to Captures: what kind a source is, its content says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from newsledger.intake.archives import find_records, is_archive
from newsledger.intake.files import ENDINGS, ending_of, find_files, find_pages, media_type_of, reason_of
from newsledger.intake.found import Found, address_of_path, address_of_url, failed, name_of
from newsledger.intake.lines import is_document, is_json_lines, read_document, read_lines
from newsledger.intake.objects import ObjectPath, Place
from newsledger.intake.read import MAX_BYTES, NAMELESS, STREAM
from newsledger.intake.responses import pages_of
from newsledger.intake.tape import BrokenDataError, Tape
from newsledger.model import Capture, Failure, iso_date

_LINES = frozenset({".jsonl", ".ndjson"})
_ARCHIVES = frozenset({".warc", ".wet", ".arc"})
#: The endings of the files that are taken from a folder besides pages.
ALSO = tuple(sorted(_LINES | _ARCHIVES))
_LOOK = 1 << 16
_AGAIN = "fetch the file again"


@dataclass(slots=True, kw_only=True)
class Meter:
    """How many bytes of the files have been read, packed as they are."""

    passed: int = 0


def size_of(sources: Iterable[str | Path]) -> int:
    """Say how many bytes the files of the sources have; what is a stream or cannot be looked at has none."""
    paths = (path for source in sources if str(source) not in {STREAM, ""} for path in find_pages(Path(source), ALSO))
    return sum(_size(path) for path in paths if isinstance(path, Path))


def read_sources(
    sources: Iterable[str | Place],
    *,
    published: str | None = None,
    url: str | None = None,
    stdin: BinaryIO | None = None,
    limit: int = MAX_BYTES,
    meter: Meter | None = None,
) -> Iterator[Found | Failure]:
    """Read pages, texts and records from files, folders and a stream, in the order in which they are named.

    A source is a page (HTML or a dump), JSON Lines of texts or of records, or a WARC, WET or ARC
    archive, each packed by gzip or not; its first bytes say which. What cannot be read is a
    Failure, and what was read of a source before that stays read; nothing raises.

    Args:
        sources: Files and folders; ``-`` is the stream.
        published: The date of all that has none of its own, where somebody knows it.
        url: The address of the page; without it a file's path stands for it.
        stdin: What ``-`` reads from.
        limit: The most bytes that a page or line may have, after unpacking.
        meter: Is kept up to date.

    Raises:
        ValueError: ``published`` is not an ISO date.
    """
    given = _Given(published=iso_date(published), url=url, stdin=stdin, limit=limit, meter=meter or Meter())
    return (outcome for source in sources for outcome in _read_source(source, given))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    published: str | None
    url: str | None
    stdin: BinaryIO | None
    limit: int
    meter: Meter


def _read_source(source: str | Place, given: _Given) -> Iterator[Found | Failure]:
    if str(source) == STREAM:
        if given.stdin is None:
            yield failed(STREAM, "found no standard input, expected something on it; name a file instead")
        else:
            yield from _read_stream(given.stdin, None, given)
        return
    if not str(source):
        yield failed("", NAMELESS)
        return
    count = 0
    for path in find_files(source if isinstance(source, ObjectPath) else Path(source), ALSO):
        count += 1
        if isinstance(path, Failure):
            yield path
        else:
            yield from _read_file(path, given)
    if not count:
        endings = ", ".join((*ENDINGS, *ALSO))
        reason = f"found a folder without pages, expected files that end in {endings}, packed as .gz or not"
        yield failed(name_of(source), reason)


def _read_file(path: Place, given: _Given) -> Iterator[Found | Failure]:
    try:
        with path.open("rb") as file:
            yield from _read_stream(file, path, given)
    except (OSError, ValueError) as error:
        yield failed(name_of(path), reason_of(error))


def _read_stream(file: BinaryIO, path: Place | None, given: _Given) -> Iterator[Found | Failure]:
    name = STREAM if path is None else name_of(path)
    try:
        tape = Tape(_Metered(file, given.meter), is_archive)
        first, ending = tape.peek(_LOOK), ending_of(name)
        if is_archive(first) or ending in _ARCHIVES:
            yield from _read_archive(tape, name, given)
        elif is_document(first):
            yield from read_document(_whole(tape, given.limit), name)
        elif is_json_lines(first) or ending in _LINES:
            yield from read_lines(tape, name, given.limit, given.published)
        else:
            yield _read_page(tape, path, given)
    except BrokenDataError as error:
        yield failed(name, f"found gzip data that are damaged ({error.reason}), expected them whole; {_AGAIN}")
    except _TooLongError:
        told = "expected a page of at most that; split it, or raise the limit"
        yield failed(name, f"found more than {given.limit:,} bytes, {told}")
    except OSError as error:
        yield failed(name, reason_of(error))


def _read_page(tape: Tape, path: Place | None, given: _Given) -> Found:
    name = None if path is None else name_of(path)
    capture = Capture(
        data=_whole(tape, given.limit),
        url=given.url or name,
        media_type=media_type_of(name or ""),
        published=given.published,
    )
    address = None if path is None else address_of_path(path)
    if given.url and capture.url:
        address = address_of_url(capture.url)
    return Found(capture=capture, address=address, place=name)


def _read_archive(tape: Tape, name: str, given: _Given) -> Iterator[Found | Failure]:
    yield from pages_of(find_records(tape, given.limit), name, limit=given.limit, published=given.published)


def _whole(tape: Tape, limit: int) -> bytes:
    data = tape.read(limit + 1)
    if len(data) > limit:
        raise _TooLongError
    return data


class _TooLongError(Exception):
    """A page is over the limit."""


class _Metered:
    """A file that is counted while it is read."""

    def __init__(self, file: BinaryIO, meter: Meter) -> None:
        self._file = file
        self._meter = meter

    def read(self, size: int) -> bytes:
        data = self._file.read(size)
        self._meter.passed += len(data)
        return data

    def seekable(self) -> bool:
        return self._file.seekable()

    def tell(self) -> int:
        return self._file.tell()

    def seek(self, place: int, whence: int = 0, /) -> int:
        return self._file.seek(place, whence)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
