"""Prints rows of any kind: a table, JSON Lines or CSV."""

import shutil
import sys
from collections.abc import Iterable
from typing import Any, Literal

import click

from newsledger.show import csv_head, csv_line, json_line, sheet

Form = Literal["table", "jsonl", "csv"]
_WIDEST = 120

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv"]),
    help="table to read; jsonl: a row a line; csv.  [default: table on a terminal, else jsonl]",
)


def print_rows(rows: Iterable[Any], kind: type, form: Form | None) -> None:
    """Print rows of one kind on standard output.

    Args:
        rows: Dataclasses.
        kind: Their class, for the head of a CSV file without rows.
        form: None for the one that suits where it goes.
    """
    chosen = form or ("table" if sys.stdout.isatty() else "jsonl")
    if chosen == "table":
        click.echo(sheet(list(rows), width=min(shutil.get_terminal_size().columns, _WIDEST)), nl=False)
        return
    if chosen == "csv":
        click.echo(csv_head(kind), nl=False)
    for row in rows:
        click.echo(json_line(row) if chosen == "jsonl" else csv_line(row), nl=chosen == "jsonl")
