"""Reads rows straight out of the pages of a SQLite file, each page by itself, whatever became of the others.

The form is that of https://sqlite.org/fileformat2.html. What SQLite needs to find its way, the first page and those
that lead to others, is not needed here: a page of rows says of itself that it is one.
"""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from newsledger.regular import regular
from newsledger.store.packing import LONGEST

Value = int | float | str | bytes | None
#: Pages that hold rows: of tables, and of tables without row numbers (in leaves and between them).
_TABLE, _KEYED, _KEYED_BETWEEN = 0x0D, 0x0A, 0x02
_KINDS = (_TABLE, _KEYED, _KEYED_BETWEEN)
_DEFAULT = 4096
_MARK = b"SQLite format 3\0"
#: Bytes of a log's head, and of what stands in front of each page in it.
_LOG_HEAD, _FRAME_HEAD = 32, 24
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_REAL, _ZERO, _ONE, _FIRST_BLOB = 7, 8, 9, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a row lies: the page, and which of its rows."""

    page: int
    cell: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A row as it lies there.

    Attributes:
        number: Its row number; None in a table that has none, or an index.
    """

    place: Place
    number: int | None
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The pages of a file, as its log has them where it has one."""

    file: BinaryIO
    log: BinaryIO | None
    size: int
    count: int
    logged: dict[int, int]

    @classmethod
    def of(cls, file: BinaryIO, log: BinaryIO | None) -> "Pages":
        """Look through a file and its log.

        Args:
            file: The file.
            log: The log beside it, None where there is none.
        """
        head = file.read(100)
        found = int.from_bytes(head[16:18], "big")
        size = found if 512 <= found <= 32768 and not found & (found - 1) else _DEFAULT
        logged = _logged(log, size) if log else {}
        pages = -(-file.seek(0, 2) // size)
        # A number beyond what file and log can hold is a damaged one, not a file of billions of pages.
        logged = {number: at for number, at in logged.items() if number <= pages + len(logged)}
        return cls(file=file, log=log, size=size, count=max([pages, *logged]), logged=logged)

    def page(self, number: int) -> bytes:
        """Give a page by its number, from 1 on; a page that was cut ends in zeros."""
        if self.log is not None and number in self.logged:
            self.log.seek(self.logged[number])
            return self.log.read(self.size).ljust(self.size, b"\0")
        self.file.seek((number - 1) * self.size)
        return self.file.read(self.size).ljust(self.size, b"\0")

    def cells(self) -> Iterator[Cell]:
        """Give every row of every page that is in use, as far as it can be read."""
        free = self._free()
        for number in range(1, self.count + 1):
            if number not in free:
                yield from self._cells_of(number)

    def cell(self, place: Place) -> Cell | None:
        """Give the row at a place again."""
        return _read_cell(self, place, self.page(place.page))

    def _cells_of(self, number: int) -> Iterator[Cell]:
        page = self.page(number)
        start = _start(number)
        if page[start] not in _KINDS:
            return
        for cell in range(min(int.from_bytes(page[start + 3 : start + 5], "big"), self.size // 4)):
            found = _read_cell(self, Place(page=number, cell=cell), page)
            if found is not None:
                yield found

    def _free(self) -> set[int]:
        """Give the pages that are out of use, which may hold rows that were forgotten or have moved."""
        found: set[int] = set()
        first = self.page(1)
        # Without the file's own mark its first page says nothing of the others.
        trunk = int.from_bytes(first[32:36], "big") if first.startswith(_MARK) else 0
        while 0 < trunk <= self.count and trunk not in found:
            page = self.page(trunk)
            number = min(int.from_bytes(page[4:8], "big"), self.size // 4 - 2)
            found.add(trunk)
            found |= {one for (one,) in struct.iter_unpack(">I", page[8 : 8 + 4 * number]) if 0 < one <= self.count}
            trunk = int.from_bytes(page[:4], "big")
        return found


@contextmanager
def open_pages(path: Path) -> Iterator[Pages]:
    """Open a file and, where there is one, the log beside it."""
    log = path.with_name(f"{path.name}-wal")
    with regular(path).open("rb") as file:
        if log.exists():
            with regular(log).open("rb") as other:
                yield Pages.of(file, other)
        else:
            yield Pages.of(file, None)


def _logged(log: BinaryIO, size: int) -> dict[int, int]:
    """Say where in a log the newest of each page stands, as far as its last whole transaction."""
    head = log.read(_LOG_HEAD)
    whole: dict[int, int] = {}
    waiting: dict[int, int] = {}
    if len(head) < _LOG_HEAD or int.from_bytes(head[8:12], "big") not in (size, 1 if size == 1 << 16 else size):
        return whole
    at = _LOG_HEAD
    while len(frame := log.read(_FRAME_HEAD)) == _FRAME_HEAD and frame[8:16] == head[16:24]:
        number, last = struct.unpack(">II", frame[:8])
        waiting[number] = at + _FRAME_HEAD
        at += _FRAME_HEAD + size
        log.seek(at)
        if last:
            whole |= waiting
            waiting = {}
    return whole


def _start(page: int) -> int:
    # The first page begins with the head of the file.
    return 100 if page == 1 else 0


def _read_cell(pages: Pages, place: Place, page: bytes) -> Cell | None:
    """Give a row, None where it cannot be read."""
    start, kind = _start(place.page), page[_start(place.page)]
    pointers = start + (12 if kind == _KEYED_BETWEEN else 8)
    at = int.from_bytes(page[pointers + 2 * place.cell : pointers + 2 * place.cell + 2], "big")
    try:
        if kind == _KEYED_BETWEEN:
            at += 4
        length, at = _varint(page, at)
        number = None
        if kind == _TABLE:
            number, at = _varint(page, at)
        if length > LONGEST:
            return None
        payload = _payload(pages, page, at, length, kind)
        return Cell(place=place, number=number, values=_values(payload)) if payload is not None else None
    except (IndexError, UnicodeDecodeError, struct.error):
        return None


def _payload(pages: Pages, page: bytes, at: int, length: int, kind: int) -> bytes | None:
    """Give the bytes of a row, also those that lie in pages of their own; None where these are not there."""
    size = pages.size
    most = size - 35 if kind == _TABLE else (size - 12) * 64 // 255 - 23
    if length <= most:
        return page[at : at + length]
    least = (size - 12) * 32 // 255 - 23
    local = least + (length - least) % (size - 4)
    local = local if local <= most else least
    parts, left = [page[at : at + local]], length - local
    following = int.from_bytes(page[at + local : at + local + 4], "big")
    known: set[int] = set()
    while left > 0:
        if not 0 < following <= pages.count or following in known:
            return None
        known.add(following)
        part = pages.page(following)
        following = int.from_bytes(part[:4], "big")
        parts.append(part[4 : 4 + left])
        left -= size - 4
    return b"".join(parts)


def _values(payload: bytes) -> tuple[Value, ...]:
    end, at = _varint(payload, 0)
    types = []
    while at < end:
        kind, at = _varint(payload, at)
        types.append(kind)
    values, at = [], end
    for kind in types:
        length = (kind - _FIRST_BLOB) // 2 if kind >= _FIRST_BLOB else _SIZES[kind]
        raw = payload[at : at + length]
        if len(raw) < length:
            raise IndexError(kind)
        values.append(_value(kind, raw))
        at += length
    return tuple(values)


def _value(kind: int, raw: bytes) -> Value:
    if kind >= _FIRST_BLOB:
        return raw.decode() if kind % 2 else raw
    if kind in (_ZERO, _ONE):
        return kind - _ZERO
    if kind == _REAL:
        number: float = struct.unpack(">d", raw)[0]
        return number
    return int.from_bytes(raw, "big", signed=True) if kind else None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Read a number of one to nine bytes, and say where it ends."""
    value = 0
    for number in range(8):
        byte = data[at + number]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + number + 1
    value = value << 8 | data[at + 8]
    return value - (1 << 64) if value >= 1 << 63 else value, at + 9
