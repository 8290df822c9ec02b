"""Bytes in their order, unpacked on the way, from a file or a pipe, with a look ahead."""

from collections import deque
from collections.abc import Callable

from newsledger.intake.unpack import GZIP, Broken, Readable, as_it_is, unpack

_FIRST = 1 << 16


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
        self.is_packed = first.startswith(GZIP)
        self._pieces = unpack(file, first, begins) if self.is_packed else as_it_is(file, first)
        self._ahead = bytearray()
        self._broken: Broken | None = None
        self._passed = 0
        self._marks = deque([(0, 0)])  # where pieces begin: of what was unpacked, and in the file

    @property
    def at(self) -> int:
        """Where in the file the next byte stands; of packed bytes, where their member begins."""
        while len(self._marks) > 1 and self._marks[1][0] <= self._passed:
            self._marks.popleft()
        begin, at = self._marks[0]
        return at if self.is_packed else at + self._passed - begin

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
        """Pass over so many bytes, and say how many there were.

        Raises:
            BrokenDataError: Some of them are lost.
        """
        left = size
        while left and (data := self.read(min(left, _FIRST))):
            left -= len(data)
        return size - left

    def put_back(self, data: bytes) -> None:
        """Put bytes back that were read last."""
        self._ahead[:0] = data
        self._passed -= len(data)

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
        self._marks.append((self._passed + len(self._ahead), piece.at))
        self._ahead += piece.data
        return True

    def _pass(self, size: int) -> None:
        del self._ahead[:size]
        self._passed += size

    def _break(self) -> BrokenDataError:
        broken, self._broken = self._broken, None
        self._pass(len(self._ahead))
        return BrokenDataError(broken.reason if broken else "", broken.at if broken else self.at)
