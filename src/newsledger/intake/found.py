"""What intake hands on: a capture, and its address as a ledger knows it."""

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit
from urllib.request import url2pathname

from newsledger.intake.objects import ObjectPath, Place
from newsledger.model import Capture, Failure

_PORTS = {"http": 80, "https": 443}
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
#: Where in a file something stands, as a part of the file's name: ``news.warc.gz#byte=1234``.
_PLACE = re.compile(r"#(?:line|byte)=\d+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A capture and where it comes from.

    Attributes:
        address: One for every way of writing it: an address of the web, or ``file:///…``; None for
            what came from a stream, or from a line without an address.
        place: The file that it stood in, with its place in there; None for a stream.
    """

    capture: Capture
    address: str | None
    place: str | None


def name_of(path: str | Place) -> str:
    """Name a file in letters that can be kept: a name may hold bytes that are none."""
    try:
        raw = os.fsencode(str(path))
    except UnicodeEncodeError:  # no file has such a name
        raw = str(path).encode("utf-8", "backslashreplace")
    return raw.decode("utf-8", "backslashreplace")


def place_in(file: str, *, line: int | None = None, byte: int | None = None) -> str:
    """Name a place in a file."""
    return f"{file}#line={line}" if line is not None else f"{file}#byte={byte}"


def file_of(place: str) -> str:
    """Give the file of a place that ``place_in`` named, or the file itself."""
    return _PLACE.sub("", place)


def failed(place: str, reason: str) -> Failure:
    """Make a failure of this room."""
    return Failure(url=place, sha256=None, room="intake", reason=reason)


def address_of_path(path: str | Place) -> str:
    """Give the address of a file, from whatever folder it is named."""
    if isinstance(path, ObjectPath):
        return path.address
    return Path(path).absolute().as_uri()


def path_of_address(address: str) -> Path | None:
    """Give the file that ``address_of_path`` gave the address of, None for any other address."""
    if not address.startswith("file:///"):
        return None
    return Path(url2pathname(urlsplit(address).path))


def address_of_url(url: str) -> str:
    """Give the one form of an address of the web (RFC 3986, 6.2.2): a name and password and the part after # go.

    What is no such address stays as it is.
    """
    text = url.strip()
    with suppress(ValueError):
        parts = urlsplit(text)
        if parts.scheme in _PORTS and parts.hostname:
            place = _host(parts.hostname)
            if parts.port not in (None, _PORTS[parts.scheme]):
                place = f"{place}:{parts.port}"
            path, query = (_ESCAPE.sub(_shortest, part) for part in (parts.path or "/", parts.query))
            return urlunsplit((parts.scheme, place, path, query, ""))
    return text


def _host(name: str) -> str:
    """Write a host in small letters, and in ASCII where it has others."""
    if ":" in name:
        return f"[{name}]"
    with suppress(UnicodeError):
        return name.encode("idna").decode("ascii") if not name.isascii() else name
    return name


def _shortest(escape: re.Match[str]) -> str:
    letter = chr(int(escape[1], 16))
    return letter if _UNRESERVED.fullmatch(letter) else escape[0].upper()
