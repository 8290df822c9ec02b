"""Prints rows of any kind, a table, JSON Lines or CSV, and what is told beside them."""

import os
import shutil
import sys
from collections.abc import Iterable
from typing import Any, Literal

import click

from newsledger.show import csv_head, csv_line, json_line, sheet, shown

Form = Literal["table", "jsonl", "csv"]
_WIDEST = 120
#: Under this name a run keeps the words of its command line.
ARGUMENTS = "newsledger.arguments"

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv"]),
    help="table to read; jsonl: a row a line; csv.  [default: table on a terminal, else jsonl]",
)


def form_of(chosen: Form | None) -> Form:
    """Give the form that was chosen, or the one that suits where the rows go."""
    return chosen or ("table" if sys.stdout.isatty() else "jsonl")


def width() -> int:
    """Give the width of tables, in columns of the terminal."""
    return min(shutil.get_terminal_size().columns, _WIDEST)


def has_colour() -> bool:
    """Say whether bold, dim and coloured letters are wanted."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def tell(message: str) -> None:
    """Say something on standard error; words of pages, addresses and names of files may be in it."""
    click.echo(shown(message), err=True)


def print_rows(rows: Iterable[Any], kind: type, form: Form | None) -> None:
    """Print rows of one kind on standard output.

    Args:
        rows: Dataclasses.
        kind: Their class, for the head of a CSV file without rows.
        form: None for the one that suits where it goes.
    """
    chosen = form_of(form)
    if chosen == "table":
        click.echo(sheet(list(rows), width=width()), nl=False)
        return
    if chosen == "csv":
        click.echo(csv_head(kind), nl=False)
    for row in rows:
        print_line(row, chosen)


def print_line(row: Any, form: Form) -> None:
    """Print a row as a line of JSON or of CSV."""
    click.echo(json_line(row) if form == "jsonl" else csv_line(row), nl=form == "jsonl")
