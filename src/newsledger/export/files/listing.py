"""The codebook to be read: what each column of each table means, and what its codes stand for, as Markdown."""

from collections.abc import Iterator, Sequence

from newsledger.export.codebook import Column, Table, codes
from newsledger.export.files.folder import Written

CODEBOOK = "codebook.md"
_HEAD = ("column", "meaning", "type", "unit", "codes", "from", "example")


def codebook(written: Sequence[Written]) -> str:
    """Write the codebook of the tables among some files; ``""`` where there is none."""
    names: dict[str, list[str]] = {}
    tables: dict[str, Table] = {}
    for one in written:
        if one.table is not None:
            names.setdefault(one.table.name, []).append(one.name)
            tables.setdefault(one.table.name, one.table)
    if not tables:
        return ""
    parts = [line for name, table in tables.items() for line in _table(table, names[name])]
    return "\n".join(["# Codebook", "", *parts, *_lists()])


def _table(table: Table, names: Sequence[str]) -> Iterator[str]:
    yield from (f"## {', '.join(names)}", "", f"{table.title}.", "")
    yield from _rows(_HEAD, map(_cells, table.columns))


def _cells(column: Column) -> tuple[str, ...]:
    told = (column.unit, (column.codes or "").replace("|", ", "), column.source, column.example)
    return (f"`{column.name}`", column.meaning, column.type, *(one or "" for one in told))


def _lists() -> Iterator[str]:
    """Give the names of codes that stand in columns of several tables."""
    yield from ("## Types of events", "")
    types = codes().types.items()
    yield from _rows(("type", "quad class"), ((name, score.quad_name.lower()) for name, score in types))
    yield from ("## Sectors", "")
    yield from _rows(("sector", "name"), ((code, sector.name) for code, sector in codes().sectors.items()))


def _rows(head: Sequence[str], rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    """Lay out a table; a line upright within a cell would end it."""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""
