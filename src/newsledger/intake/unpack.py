"""Gzip data piece by piece; after a broken member it goes on at the next one."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

GZIP = b"\x1f\x8b"
#: A member begins with these bytes: gzip, and deflate, the only method that there is.
_MEMBER = GZIP + b"\x08"
_CHUNK = 1 << 16
#: At most so much comes out of one step, however well it was packed.
_PIECE = 1 << 18
#: A damaged member is noticed late: so many packed bytes are searched again for the one after it.
_LOOK_BACK = 1 << 22
#: Packed bytes that show whether a member really begins there.
_PROOF = 1 << 12


class Readable(Protocol):
    """A file, a pipe, or what stands for one."""

    def read(self, size: int, /) -> bytes:
        """Read at most so many bytes, none at the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Bytes in their order.

    Attributes:
        at: Where in the file they stand; of packed bytes, where their member begins.
    """

    at: int
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """Data that are lost from the member that begins at ``at``."""

    at: int
    reason: str


def as_it_is(file: Readable, first: bytes) -> Iterator[Piece | Broken]:
    """Give the bytes of a file, which has been read to the end of ``first``."""
    at, data = 0, first
    while data:
        yield Piece(at=at, data=data)
        at += len(data)
        data = file.read(_CHUNK)


def unpack(file: Readable, first: bytes, begins: Callable[[bytes], bool]) -> Iterator[Piece | Broken]:
    """Unpack the gzip data of a file, which has been read to the end of ``first``.

    Args:
        file: The rest of the file.
        first: What has been read of it.
        begins: Says of unpacked bytes whether a member begins with them that may follow a broken one.
    """
    packed = _Packed(file, first)
    while packed.fill():
        at = packed.at
        try:
            yield from packed.member()
        except (zlib.error, EOFError) as error:
            yield Broken(at=at, reason=str(error))
            packed.seek(begins)
        packed.drop_padding()


class _Packed:
    """The packed bytes of a file: those to come, and the last ones that were used."""

    def __init__(self, file: Readable, first: bytes) -> None:
        self._file = file
        self._data = first  # read, and not yet used
        self._used = bytearray()  # used for the member that we are in
        self.at = 0  # where `_data` begins in the file

    def fill(self, least: int = 1) -> bool:
        """Read on until so many bytes are there, or the file ends; say whether there are any."""
        while len(self._data) < least and (more := self._file.read(_CHUNK)):
            self._data += more
        return bool(self._data)

    def member(self) -> Iterator[Piece]:
        """Unpack the member that begins here.

        Raises:
            zlib.error: It is damaged.
            EOFError: It is cut off.
        """
        inflater, at = zlib.decompressobj(wbits=31), self.at
        self._used.clear()
        while not inflater.eof:
            if not self.fill():
                raise EOFError("cut off")
            data, self._data = self._data, b""
            self._remember(data)
            # At the end of a member what follows it may stand in `unconsumed_tail`, too.
            while data and not inflater.eof:
                out = inflater.decompress(data, _PIECE)
                # What is left to unpack, or the last of what is unpacked already.
                data = inflater.unconsumed_tail
                if out:
                    yield Piece(at=at, data=out)
            while not inflater.eof and (out := inflater.decompress(b"", _PIECE)):
                yield Piece(at=at, data=out)
            self._data = inflater.unused_data
        self.at -= len(self._data)

    def seek(self, begins: Callable[[bytes], bool]) -> None:
        """Go to the next member after the one that is broken, or to the end of the file."""
        self._data = bytes(self._used[1:])
        self.at -= len(self._data)
        while self.fill(_PROOF):
            place = self._data.find(_MEMBER)
            if place < 0:
                # The mark itself may be cut in two.
                self._drop(max(len(self._data) - len(_MEMBER) + 1, 1))
                continue
            self._drop(place)
            self.fill(_PROOF)
            if _is_member(self._data[:_PROOF], begins):
                return
            self._drop(1)

    def drop_padding(self) -> None:
        """Pass over the zeros that some writers put after a member."""
        while self.fill() and not self._data[0]:
            self._drop(len(self._data) - len(self._data.lstrip(b"\0")))

    def _remember(self, data: bytes) -> None:
        self.at += len(data)
        self._used += data
        del self._used[:-_LOOK_BACK]

    def _drop(self, number: int) -> None:
        self._data = self._data[number:]
        self.at += number


def _is_member(data: bytes, begins: Callable[[bytes], bool]) -> bool:
    try:
        return begins(zlib.decompressobj(wbits=31).decompress(data, _PROOF))
    except zlib.error:
        return False
