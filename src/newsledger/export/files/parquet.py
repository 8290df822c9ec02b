"""Tables as Parquet, with pyarrow, which comes with the extra ``parquet``; only this module knows it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from newsledger.errors import NewsledgerError
from newsledger.export.codebook import ColumnType, Table

#: Rows that are written at once, and so are in memory.
_ROWS = 5_000


def parquet_sheet(path: Path, table: Table) -> "ParquetSheet":
    """Begin a file.

    Raises:
        NewsledgerError: pyarrow is not installed.
    """
    try:
        arrow: Any = import_module("pyarrow")
        parquet: Any = import_module("pyarrow.parquet")
    except ImportError as error:
        raise NewsledgerError("found no pyarrow, which parquet needs; pip install 'newsledger[parquet]'") from error
    types: dict[ColumnType, Any] = {
        "string": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
        "date": arrow.date32(),
    }
    told = {column.name: {"meaning": column.meaning, "unit": column.unit or ""} for column in table.columns}
    schema = arrow.schema(
        [arrow.field(column.name, types[column.type], metadata=told[column.name]) for column in table.columns],
        metadata={"title": table.title},
    )
    writer = parquet.ParquetWriter(path, schema, compression="zstd")
    return ParquetSheet(table=table, schema=schema, writer=writer, arrow=arrow)


@dataclass(slots=True, kw_only=True)
class ParquetSheet:
    """Takes rows, and writes them some thousand at a time."""

    table: Table
    schema: Any
    writer: Any
    arrow: Any
    rows: list[Sequence[Any]] = field(default_factory=list)

    def write(self, cells: Sequence[Any]) -> None:
        """Write a row."""
        self.rows.append(cells)
        if len(self.rows) == _ROWS:
            self._flush()

    def close(self) -> None:
        """Write what is left."""
        try:
            self._flush()
        finally:
            self.writer.close()

    def _flush(self) -> None:
        if not self.rows:
            return
        columns = zip(*self.rows, strict=True)
        arrays = [
            self.arrow.array(map(_day, cells) if kind.type == "date" else cells, type=self.schema.field(at).type)
            for at, (kind, cells) in enumerate(zip(self.table.columns, columns, strict=True))
        ]
        self.writer.write_table(self.arrow.table(arrays, schema=self.schema))
        self.rows.clear()


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
