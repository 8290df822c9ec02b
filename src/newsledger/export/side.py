"""Reads ordered rows beside others, one at a time in memory."""

from collections.abc import Iterator

from newsledger.store import DumpTable
from newsledger.store.dump import Dump
from newsledger.store.rows import Row


class Follower:
    """Gives the rows of a table that belong to a key, for keys that only grow; owns its place in the table."""

    def __init__(self, dump: Dump, table: DumpTable, column: str) -> None:
        """Begin at the first row; rows are in the order of ``column``."""
        self._rows: Iterator[Row] = dump.rows(table)
        self._column = column
        self._next = next(self._rows, None)
        self._last: tuple[str | None, tuple[Row, ...]] = (None, ())

    def take(self, key: str) -> tuple[Row, ...]:
        """Give the rows of a key, the same again where it is asked for again."""
        if self._last[0] == key:
            return self._last[1]
        found: list[Row] = []
        while self._next is not None and self._next[self._column] <= key:
            if self._next[self._column] == key:
                found.append(self._next)
            self._next = next(self._rows, None)
        self._last = (key, tuple(found))
        return self._last[1]
