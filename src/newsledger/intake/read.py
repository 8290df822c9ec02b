"""Paths to Captures, one at a time."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from newsledger.intake.files import ENDINGS, bytes_of, find_pages, media_type_of
from newsledger.intake.found import failed, name_of
from newsledger.model import Capture, Failure, iso_date, plain_address

#: More than any news page holds, packed or not.
MAX_BYTES = 50_000_000
#: The name under which a page may come from a stream.
STREAM = "-"
#: Said of the empty name, which would stand for the folder that we are in.
NAMELESS = "found an empty name, expected a file or a folder; the folder that you are in is '.'"


def read_captures(
    paths: Iterable[str | Path],
    *,
    published: date | str | None = None,
    url: str | None = None,
    stdin: BinaryIO | None = None,
    limit: int = MAX_BYTES,
) -> Iterator[Capture | Failure]:
    """Read pages from files, folders and a stream, in the order in which they are named.

    A folder is read through to its end, names in order, hidden ones left out; of its files those
    are taken that end in .html, .htm, .xhtml or .txt, or in one of these and .gz. What cannot be
    read is a Failure; nothing raises. One page at a time is in memory.

    Args:
        paths: Files and folders; ``-`` is the stream.
        published: The pages' date, where somebody knows it.
        url: The address of the page; without it a file's path stands for it.
        stdin: What ``-`` reads from.
        limit: The most bytes that a page may have, after unpacking.

    Raises:
        ValueError: ``published`` is not an ISO date.
    """
    day = iso_date(published)
    return (outcome for path in paths for outcome in _read_path(path, day, url, stdin, limit))


def _read_path(
    path: str | Path, published: str | None, url: str | None, stdin: BinaryIO | None, limit: int
) -> Iterator[Capture | Failure]:
    if str(path) == STREAM:
        yield _read_one(stdin, STREAM, published, url, limit)
        return
    if not str(path):
        yield failed("", NAMELESS)
        return
    place = Path(path)
    if not place.is_dir():
        yield _read_one(place, name_of(path), published, url, limit)
        return
    count = 0
    for found in find_pages(place):
        count += 1
        yield found if isinstance(found, Failure) else _read_one(found, name_of(found), published, url, limit)
    if not count:
        reason = f"found a folder without pages, expected files that end in {', '.join(ENDINGS)}, packed as .gz or not"
        yield failed(name_of(path), reason)


def _read_one(
    source: Path | BinaryIO | None, name: str, published: str | None, url: str | None, limit: int
) -> Capture | Failure:
    data = bytes_of(source, limit)
    if isinstance(data, str):
        return failed(plain_address(url) if url else name, data)
    address = url or (None if name == STREAM else name)
    return Capture(data=data, url=address, media_type=media_type_of(name), published=published)
