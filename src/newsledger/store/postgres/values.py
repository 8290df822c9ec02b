"""How values go to PostgreSQL and come back: as they do with SQLite, so that all else is one for both."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import psycopg
from psycopg.adapt import Buffer, Dumper, Loader
from psycopg.rows import RowMaker

from newsledger.store.postgres.words import wanted
from newsledger.store.tables.ask.match import Wording


class SqlRow:
    """A row; its values go by name and by place."""

    __slots__ = ("_names", "_values")

    def __init__(self, names: Mapping[str, int], values: Sequence[Any]) -> None:
        self._names = names
        self._values = values

    def __getitem__(self, name: str | int) -> Any:
        """Give a value."""
        return self._values[self._names[name] if isinstance(name, str) else name]

    def __iter__(self) -> Iterator[Any]:
        """Give the values in their order."""
        return iter(self._values)

    def __len__(self) -> int:
        """Count them."""
        return len(self._values)

    def keys(self) -> list[str]:
        """Give the names in their order."""
        return list(self._names)


def sql_rows(cursor: psycopg.Cursor[Any]) -> RowMaker[SqlRow]:
    """Make rows of a cursor; of two columns of one name the first goes by it."""
    names: dict[str, int] = {}
    for place, column in enumerate(cursor.description or ()):
        names.setdefault(column.name, place)
    return lambda values: SqlRow(names, values)


class _NumberDumper(Dumper):
    """True and false are 1 and 0 in the tables."""

    oid = psycopg.postgres.types["int8"].oid

    def dump(self, obj: bool) -> Buffer:  # noqa: FBT001 - its own signature
        return b"1" if obj else b"0"

    def quote(self, obj: bool) -> Buffer:  # noqa: FBT001 - its own signature
        return self.dump(obj)


class _WordingDumper(Dumper):
    """Words that are looked for."""

    def dump(self, obj: Wording) -> Buffer:
        return wanted(obj.query).encode()


class _NumberLoader(Loader):
    """What PostgreSQL holds to be true is 1."""

    def load(self, data: Buffer) -> int:
        return int(bytes(data) == b"t")


class _SumLoader(Loader):
    """A sum of whole numbers is one."""

    def load(self, data: Buffer) -> int | float:
        written = bytes(data).decode()
        return float(written) if "." in written else int(written)


def adapt(connection: psycopg.Connection[Any]) -> None:
    """Have a connection take and give values as SQLite does."""
    adapters = connection.adapters
    adapters.register_dumper(bool, _NumberDumper)
    adapters.register_dumper(Wording, _WordingDumper)
    adapters.register_loader("bool", _NumberLoader)
    adapters.register_loader("numeric", _SumLoader)
