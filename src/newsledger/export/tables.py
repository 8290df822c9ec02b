"""The ledger's own tables, as CSV and as Parquet."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from newsledger.export.ask import Ask, Scope
from newsledger.export.codebook import Column, Table, table
from newsledger.export.files.folder import Folder
from newsledger.export.files.parquet import parquet_sheet
from newsledger.export.side import Follower
from newsledger.store import DumpTable
from newsledger.store.rows import Row

TABLES: tuple[DumpTable, ...] = (
    "articles",
    "stories",
    "copies",
    "happenings",
    "happening_parties",
    "happening_lives",
    "mentions",
    "mention_parties",
    "statements",
    "expectations",
    "actors",
)


def write_tables(folder: Folder, scope: Scope, ask: Ask, form: Literal["csv", "parquet"]) -> None:
    """Write each table into a file of its name."""
    for name in TABLES:
        kept = table(name) if ask.texts or name != "articles" else table(name).without("text")
        _write(folder, f"{name}.{form}", kept, _rows(scope, name, ask))


def _write(folder: Folder, name: str, kept: Table, rows: Iterator[Row]) -> None:
    if name.endswith(".csv"):
        opened = folder.sheet(name, kept, delimiter=",")
    else:
        opened = folder.counted(name, kept, parquet_sheet(folder.part / name, kept))
    with opened as sheet:
        for row in rows:
            sheet.write(cells_of(kept, row))


def _rows(scope: Scope, name: DumpTable, ask: Ask) -> Iterator[Row]:
    if name != "articles" or not ask.texts:
        yield from scope.rows(name)
        return
    texts = Follower(scope.dump, "texts", "id")
    for row in scope.rows(name):
        yield {**row, "text": texts.take(row["id"])[0]["text"]}


def cells_of(kept: Table, row: Mapping[str, Any]) -> list[Any]:
    """Give a row's values in the order of the columns; a database has numbers for true and false."""
    return [_value(column, row[column.name]) for column in kept.columns]


def _value(column: Column, value: Any) -> Any:
    return bool(value) if column.type == "boolean" and value is not None else value
