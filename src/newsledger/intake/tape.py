"""Bytes in their order, unpacked on the way, from a file or a pipe, with a look ahead."""

import os
from collections import deque
from collections.abc import Callable
from typing import Protocol, runtime_checkable

from newsledger.intake.unpack import GZIP, Broken, Readable, as_it_is, unpack

_FIRST = 1 << 16


#: Bytes that show whether a part begins there.
_PROOF = 1 << 13


@runtime_checkable
class Seekable(Readable, Protocol):
    """A file in which one may go to and fro."""

    def seekable(self) -> bool:
        """Say whether that is so."""

    def tell(self) -> int:
        """Say where we are."""

    def seek(self, place: int, whence: int = 0, /) -> int:
        """Go there."""


class BrokenDataError(Exception):
    """Packed data are lost here; the tape goes on after them. Never leaves this room.

    Args:
        reason: What is wrong.
        at: Where in the file the damaged part begins.
    """

    def __init__(self, reason: str, at: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at


class Tape:
    """Reads a file from its beginning to its end, gzip or not, and holds no more of it than is looked at.

    Args:
        file: Open for reading bytes; a pipe will do.
        begins: Says of bytes whether a part begins with them that may follow a damaged one.
    """

    def __init__(self, file: Readable, begins: Callable[[bytes], bool] = bool) -> None:
        first = file.read(_FIRST)
        self._file = file
        self._begins = begins
        self.is_packed = first.startswith(GZIP)
        self._pieces = unpack(file, first, begins) if self.is_packed else as_it_is(file, first)
        self._ahead = bytearray()
        self._broken: Broken | None = None
        self._passed = 0
        self._marks = deque([(0, 0)])  # where pieces begin: of what was unpacked, and in the file
        self._members: deque[int] = deque()  # where members begin, of what was unpacked

    @property
    def at(self) -> int:
        """Where in the file the next byte stands; of packed bytes, where their member begins."""
        while len(self._marks) > 1 and self._marks[1][0] <= self._passed:
            self._marks.popleft()
        begin, at = self._marks[0]
        return at if self.is_packed else at + self._passed - begin

    @property
    def passed(self) -> int:
        """How many bytes have been read, after unpacking."""
        return self._passed

    def peek(self, size: int) -> bytes:
        """Look at the next bytes without passing over them; fewer at the end and before lost ones."""
        while len(self._ahead) < size and self._fill():
            pass
        return bytes(self._ahead[:size])

    def read(self, size: int) -> bytes:
        """Read so many bytes, fewer at the end.

        Raises:
            BrokenDataError: Some of them are lost; what comes next is what follows the lost part.
        """
        data = self.peek(size)
        if len(data) < size and self._broken:
            raise self._break()
        self._pass(len(data))
        return data

    def read_line(self, limit: int) -> bytes:
        """Read to the end of a line, or so many bytes of it where it is longer.

        Raises:
            BrokenDataError: Some of it is lost.
        """
        looked = 0
        while (place := self._ahead.find(b"\n", looked, limit)) < 0 and len(self._ahead) < limit:
            looked = len(self._ahead)
            if not self._fill():
                return self.read(limit)
        return self.read(place + 1 if place >= 0 else limit)

    def skip(self, size: int) -> int:
        """Pass over so many bytes, and say how many there were; no further than to a part in a member of its own.

        Raises:
            BrokenDataError: Some of them are lost.
        """
        left = size
        while left:
            self.peek(min(left, _FIRST))
            part = self.part_within(min(left, _FIRST))
            data = self.read(min(left, _FIRST) if part is None else part)
            left -= len(data)
            if part is not None or not data:
                break
        return size - left

    def part_within(self, size: int) -> int | None:
        """Say after how many of so many bytes, which were looked at, a part begins in a member of its own."""
        while self._members and self._members[0] <= self._passed:
            self._members.popleft()
        for place in (member - self._passed for member in self._members):
            if place > size:
                break
            while len(self._ahead) < place + _PROOF and self._fill():
                pass
            if self._begins(bytes(self._ahead[place : place + _PROOF])):
                return place
        return None

    def left(self) -> int | None:
        """Say how many bytes there are until the end of the file; None where that is not to be known."""
        file = self._file
        if self.is_packed or not isinstance(file, Seekable) or not file.seekable():
            return None
        there = file.tell()
        end = file.seek(0, os.SEEK_END)
        file.seek(there)
        return end - there + len(self._ahead)

    def look_behind(self, size: int) -> bytes:
        """Look at the bytes after the next ``size`` ones, in a file of which ``left`` is known."""
        file, there = self._file, len(self._ahead)
        if size + _PROOF <= there or not isinstance(file, Seekable):
            return bytes(self._ahead[size : size + _PROOF])
        begin = file.tell()
        file.seek(begin - there + size)
        data = file.read(_PROOF)
        file.seek(begin)
        return data

    def tell_break(self) -> None:
        """Pass over bytes that are lost here.

        Raises:
            BrokenDataError: There are some.
        """
        if self._broken:
            raise self._break()

    def pass_break(self) -> None:
        """Pass over bytes that are lost here, where that has been told already."""
        if self._broken:
            self._break()

    def _fill(self) -> bool:
        if self._broken:
            return False
        piece = next(self._pieces, None)
        if isinstance(piece, Broken):
            self._broken = piece
        if piece is None or isinstance(piece, Broken):
            return False
        end = self._passed + len(self._ahead)
        if self.is_packed and piece.at != self._marks[-1][1]:
            self._members.append(end)
        self._marks.append((end, piece.at))
        self._ahead += piece.data
        return True

    def _pass(self, size: int) -> None:
        del self._ahead[:size]
        self._passed += size

    def _break(self) -> BrokenDataError:
        broken, self._broken = self._broken, None
        self._pass(len(self._ahead))
        return BrokenDataError(broken.reason if broken else "", broken.at if broken else self.at)
