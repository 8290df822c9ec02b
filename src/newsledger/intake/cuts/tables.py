"""Parquet to Captures: a row is a text, a page, or a record that ``run`` wrote."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from newsledger.errors import SourceError
from newsledger.intake.found import Found, address_of_url, failed, name_of
from newsledger.intake.objects import ObjectPath, Place
from newsledger.model import Capture, Failure

_MAGIC = b"PAR1"
#: The column that holds what is read, the first that is there; those of a text, of a page, of a record.
_CONTENT: Mapping[str, str] = {"text": "text", "html": "page", "record": "record"}
_EXPECTED = f"expected a column of these: {', '.join(_CONTENT)} (and 'published', 'url')"


def is_table(path: Place) -> bool:
    """Say whether a file is Parquet."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def count_rows(path: Place) -> int:
    """Count the rows of a Parquet file.

    Raises:
        OSError: It is none, or not whole.
    """
    with _open(path) as table:
        return int(table.metadata.num_rows)


def read_table(path: Place, before: int, count: int | None, published: str | None) -> Iterator[Found | Failure]:
    """Read rows of a Parquet file; a row that holds nothing to take is a Failure, and the others go on.

    Args:
        path: Of the file.
        before: How many rows are passed over.
        count: How many are read; None for all that are left.
        published: The date of texts that have none of their own.

    Raises:
        OSError: It cannot be read.
    """
    name = name_of(path)
    with _open(path) as table:
        kind = next((one for one in _CONTENT if one in table.schema_arrow.names), None)
        if kind is None:
            yield failed(name, f"found the columns {', '.join(table.schema_arrow.names)[:200]}, {_EXPECTED}")
            return
        end = table.metadata.num_rows if count is None else before + count
        for number, row in _rows(table, before, end):
            yield _read_row(row, kind, f"{name}#row={number}", published)


def _open(path: Place) -> Any:
    try:
        from pyarrow import parquet  # noqa: PLC0415 - of the extra "scale", which reading a page does without
    except ImportError as error:
        raise SourceError(f"{path}: found Parquet; install newsledger[scale] to read it", url=str(path)) from error
    if isinstance(path, ObjectPath):
        system, inside = path.store
        return parquet.ParquetFile(system.open_input_file(inside), pre_buffer=True)
    return parquet.ParquetFile(path)


def _rows(table: Any, before: int, end: int) -> Iterator[tuple[int, dict[str, Any]]]:
    """Give rows by their numbers, from the groups of rows that they stand in and no other."""
    first = 0
    for group in range(table.num_row_groups):
        last = first + table.metadata.row_group(group).num_rows
        if first < end and last > before:
            low, high = max(before, first), min(end, last)
            for batch in table.iter_batches(batch_size=64, row_groups=[group]):
                for row in batch.to_pylist():
                    if low <= first < high:
                        yield first, row
                    first += 1
        first = last


def _read_row(row: dict[str, Any], kind: str, place: str, day: str | None) -> Found | Failure:
    content, url, published = row.pop(kind), row.pop("url", None), row.pop("published", None)
    if not isinstance(content, (str, bytes)) or not content.strip():
        return failed(place, f"found no {kind} in a row, {_EXPECTED}")
    try:
        capture = Capture(
            data=content.encode() if kind == "record" and isinstance(content, str) else content,
            kind=_CONTENT[kind],  # type: ignore[arg-type]  # one of its three
            url=url if isinstance(url, str) and url.strip() else None,
            media_type="text/html" if kind == "html" else None,
            published=_day(published) or day,
            notes={name: str(value) for name, value in row.items() if value is not None},
        )
    except (ValueError, TypeError):
        return failed(place, f"found published={str(published)[:40]!r}, expected an ISO date such as 2017-01-21")
    return Found(capture=capture, address=address_of_url(capture.url) if capture.url else None, place=place)


def _day(published: Any) -> str | date | None:
    return published if isinstance(published, date) else str(published) if published else None
