"""The tables that a run writes, as Parquet: their columns, and how rows are written so that bytes are the same."""

import csv
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from newsledger.errors import NewsledgerError
from newsledger.intake.objects import ObjectPath, Place
from newsledger.regular import regular

#: What a page is turned into first, by itself.
PAGES = "pages"
_NAMES = {"text": "string", "int": "int64", "float": "float64", "bool": "bool_"}


def arrow() -> Any:
    """Give the library that writes Parquet.

    Raises:
        NewsledgerError: It is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - of the extra "scale"
        import pyarrow.parquet  # noqa: PLC0415 - found as ``pa.parquet``
    except ImportError as error:
        told = "found no pyarrow, which writes Parquet; install it with: python -m pip install 'newsledger[scale]'"
        raise NewsledgerError(told) from error
    return pa


@cache
def columns() -> Mapping[str, Mapping[str, str]]:
    """Give the columns of each table and the type of each."""
    found: dict[str, dict[str, str]] = {}
    with (files("newsledger.scale") / "data" / "columns.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"):
            found.setdefault(row["table"], {})[row["column"]] = row["type"]
    return found


def tables() -> tuple[str, ...]:
    """Give the names of the tables that are asked of: all but that of pages as they were taken in."""
    return tuple(name for name in columns() if name != PAGES)


def _schema(table: str) -> Any:
    types = {kind: getattr(arrow(), name)() for kind, name in _NAMES.items()}
    types["hashes"] = arrow().list_(arrow().uint32())
    return arrow().schema([(name, types[kind]) for name, kind in columns()[table].items()])


class TableWriter:
    """Writes rows of one table to a new Parquet file, a group of rows at a time."""

    def __init__(self, path: Path, table: str) -> None:
        self._schema = _schema(table)
        self._texts = [name for name, kind in columns()[table].items() if kind == "text"]
        self._rows: list[dict[str, Any]] = []
        # Dictionaries pay for what is said again and again, and are given up by themselves for what is not.
        self._writer = arrow().parquet.ParquetWriter(path, self._schema, compression="zstd", write_statistics=True)
        self.count = 0

    def add(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Add rows; a column that a row does not have is empty in it."""
        self._rows.extend(dict(row) for row in rows)

    def flush(self) -> None:
        """Write what was added as a group of rows."""
        if self._rows:
            for row in self._rows:
                _mend(row, self._texts)
            self._writer.write_table(arrow().Table.from_pylist(self._rows, schema=self._schema))
            self.count += len(self._rows)
            self._rows = []

    def close(self) -> None:
        """Write the rest and the file's end."""
        self.flush()
        self._writer.close()


def _mend(row: dict[str, Any], texts: Iterable[str]) -> None:
    """Put what stands for a broken letter in place of halves of letters, which Parquet cannot hold."""
    for name in texts:
        value = row.get(name)
        if isinstance(value, str):
            with suppress(UnicodeEncodeError):
                value.encode()
                continue
            row[name] = "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in value)


def read_table(path: Place, names: Iterable[str] | None = None) -> list[dict[str, Any]]:
    """Read the rows of a table, or some of its columns.

    Raises:
        NewsledgerError: The file is not whole.
    """
    return list(read_columns(path, names).to_pylist())


def read_columns(path: Place, names: Iterable[str] | None = None) -> Any:
    """Read columns as Arrow has them.

    Raises:
        NewsledgerError: The file is not whole.
    """
    try:
        system, inside = path.store if isinstance(path, ObjectPath) else (None, regular(path))
        wanted = list(names) if names is not None else None
        return arrow().parquet.read_table(inside, columns=wanted, use_threads=False, filesystem=system)
    except (OSError, ValueError, KeyError) as error:
        raise NewsledgerError(f"{path}: found no whole table ({error}); remove its folder and run again") from error
