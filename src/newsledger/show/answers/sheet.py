"""Rows of any kind as a table: a column for each field."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from newsledger.show.answers.grid import Column, clean, grid


def sheet(rows: Sequence[Any], *, width: int) -> str:
    """Show rows of one kind, a column for each of their fields, the last one with the room that is left."""
    if not rows:
        return ""
    names = [field.name for field in fields(rows[0])]
    return table_of(names, [[getattr(row, name) for name in names] for row in rows], width=width)


def table_of(names: Sequence[str], values: Sequence[Sequence[Any]], *, width: int) -> str:
    """Show rows of values below the names of their columns, the last one with the room that is left."""
    numbers = [all(isinstance(row[at], int | float) for row in values) for at in range(len(names))]
    columns = [
        Column(title=name.replace("_", " "), words=at == len(names) - 1, right=number)
        for at, (name, number) in enumerate(zip(names, numbers, strict=True))
    ]
    return grid(columns, [[_cell(value) for value in row] for row in values], width=width, colour=False)


def _cell(value: Any) -> str:
    if isinstance(value, tuple):
        return clean(", ".join(map(str, value)))
    if isinstance(value, float):
        return f"{value:.3f}"
    return "" if value is None else clean(f"{value:,}" if isinstance(value, int) else str(value))
