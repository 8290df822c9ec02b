"""What a file system holds: pages in folders, and their bytes, unpacked."""

import gzip
import os
import zlib
from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from newsledger.intake.found import failed, name_of
from newsledger.intake.objects import Place
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
    return _MEDIA_TYPES.get(ending_of(name))


def find_pages(folder: Path, also: Collection[str] = ()) -> Iterator[Path | Failure]:
    """Find the pages in a folder and all folders in it, names in order.

    Hidden files and folders are left out, and links to folders are not followed. A folder that
    cannot be opened is a Failure, and so is what has the name of a page and is none: a pipe, which might
    never end, and a link to a file that lies outside.

    Args:
        folder: Where to look; a file is found at once, whatever it is.
        also: Further endings of files that are wanted, packed or not.
    """
    if not folder.is_dir():
        yield folder
        return
    waiting = [folder]
    while waiting:
        place = waiting.pop()
        try:
            if not place.is_dir():
                amiss = _amiss(place, folder)
                yield failed(name_of(place), amiss) if amiss else place
                continue
            waiting += sorted((one for one in place.iterdir() if _is_wanted(one, also)), reverse=True)
        except OSError as error:
            yield failed(name_of(place), reason_of(error))


def find_files(folder: Place, also: Collection[str]) -> Iterator[Place | Failure]:
    """Find what ``find_pages`` finds, in an object store, too."""
    if isinstance(folder, Path):
        yield from find_pages(folder, also)
        return
    try:
        if not folder.is_dir():
            yield folder
            return
        for file in folder.files():
            names = file.address[len(folder.address) + 1 :].split("/")
            ending = ending_of(file.name)
            if not any(name.startswith(".") for name in names) and (ending in _MEDIA_TYPES or ending in also):
                yield file
    except (OSError, ValueError) as error:
        yield failed(str(folder), reason_of(error))


def _is_wanted(entry: Path, also: Collection[str]) -> bool:
    if entry.name.startswith("."):
        return False
    if entry.is_dir():
        return not entry.is_symlink()
    return media_type_of(entry.name) is not None or ending_of(entry.name) in also


def _amiss(entry: Path, folder: Path) -> str | None:
    """Say why an entry of a folder is not opened, None where it may be."""
    # `Path.resolve` breaks off at a link to itself before Python 3.13.
    if entry.is_symlink() and not Path(os.path.realpath(entry)).is_relative_to(os.path.realpath(folder)):
        return "found a link that leads out of the folder, expected a file; name what it leads to, if you want that"
    if entry.exists() and not entry.is_file():
        return "found a pipe or a device, expected a file; name it by itself, if you want what comes out of it"
    return None


def ending_of(name: str) -> str:
    """Give the ending of a file's name, of a packed one the ending before that."""
    return Path(name.lower().removesuffix(".gz")).suffix


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
        return reason_of(error)
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


def reason_of(error: Exception) -> str:
    """Say why something cannot be read."""
    what = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
    return f"cannot be read: {what}; check the path and its permissions"
