"""What a file system holds: pages in folders, and their bytes, unpacked."""

import gzip
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from newsledger.model import Failure

_MEDIA_TYPES = {
    ".htm": "text/html",
    ".html": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".txt": "text/plain",
}
#: The endings of the files that are taken from a folder.
ENDINGS = tuple(sorted(_MEDIA_TYPES))
_GZIP = b"\x1f\x8b"


def media_type_of(name: str) -> str | None:
    """Give the media type that a file's name tells, packed or not; None where it tells none."""
    return _MEDIA_TYPES.get(Path(name.lower().removesuffix(".gz")).suffix)


def find_pages(folder: Path) -> Iterator[Path | Failure]:
    """Find the pages in a folder and all folders in it, names in order.

    Hidden files and folders are left out, and links to folders are not followed. A folder that
    cannot be opened is a Failure.
    """
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        if not place.is_dir():
            yield place
            continue
        try:
            waiting += sorted(filter(_is_wanted, place.iterdir()), reverse=True)
        except OSError as error:
            yield Failure(url=str(place), sha256=None, room="intake", reason=_reason(error))


def _is_wanted(entry: Path) -> bool:
    if entry.name.startswith("."):
        return False
    return not entry.is_symlink() if entry.is_dir() else media_type_of(entry.name) is not None


def bytes_of(source: Path | BinaryIO | None, limit: int) -> bytes | str:
    """Read a file or stream, and unpack it where it is gzip.

    Returns:
        The bytes, or the reason why there are none.
    """
    if source is None:
        return "found no standard input, expected a page on it; name a file instead"
    try:
        data = _read_file(source, limit) if isinstance(source, Path) else source.read(limit + 1)
        if data.startswith(_GZIP):
            data = _unpack(data, limit)
    except EOFError:
        return "found gzip data that is cut off, expected it whole; fetch the file again"
    except (zlib.error, gzip.BadGzipFile) as error:
        return f"found broken gzip data ({error}), expected it whole; fetch the file again"
    except (OSError, ValueError) as error:
        return _reason(error)
    if len(data) > limit:
        return f"found more than {limit:,} bytes, expected a page of at most that; split it, or raise the limit"
    return data


def _read_file(path: Path, limit: int) -> bytes:
    with path.open("rb") as file:
        return file.read(limit + 1)


def _unpack(data: bytes, limit: int) -> bytes:
    """Unpack gzip data, one byte over the limit at most: a small file may hold terabytes of zeros."""
    with gzip.GzipFile(fileobj=BytesIO(data)) as file:
        return file.read(limit + 1)


def _reason(error: Exception) -> str:
    what = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
    return f"cannot be read: {what}; check the path and its permissions"
