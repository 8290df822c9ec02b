"""``newsledger query``."""

import datetime as dt
import decimal
from collections.abc import Iterator, Sequence
from typing import Any

import click

from newsledger.cli.rows import Form, form_of, format_option, width
from newsledger.cli.scaling.place import PlaceType
from newsledger.errors import NewsledgerError
from newsledger.intake.objects import Place
from newsledger.scale.query import MEMORY
from newsledger.scale.query import query as ask
from newsledger.show import csv_of, json_line, table_of


@click.command()
@click.argument("folder", metavar="DIR", type=PlaceType(exists=True))
@click.argument("sql")
@click.option(
    "--limit-memory",
    "memory",
    type=click.IntRange(min=64),
    default=MEMORY,
    show_default=True,
    help="Most memory that a question may take, in MB.",
)
@format_option
def query(folder: Place, sql: str, memory: int, form: Form | None) -> None:
    """Ask what 'newsledger run' wrote to DIR, in SQL.

    SQL is one SELECT of DuckDB. The tables are captures, records, articles, mirrors, failures, and those of findings:
    actors, mentions, times, statements, about, events, parties, numbers, expectations. Nothing can be changed, and no
    other file is read.
    """
    chosen = form_of(form)
    try:
        with ask(folder, sql, memory=memory) as (names, rows):
            _print(names, rows, chosen)
    except NewsledgerError as error:
        raise click.ClickException(str(error)) from error


def _print(names: Sequence[str], rows: Iterator[Sequence[Any]], form: Form) -> None:
    if form == "table":
        click.echo(table_of(names, [list(map(_plain, row)) for row in rows], width=width()), nl=False)
        return
    if form == "csv":
        click.echo(csv_of(names), nl=False)
    for row in rows:
        values = list(map(_plain, row))
        if form == "csv":
            click.echo(csv_of(values), nl=False)
        else:
            click.echo(json_line(dict(zip(names, values, strict=True))))


def _plain(value: Any) -> Any:
    """Give a value of SQL as one that JSON has."""
    if isinstance(value, decimal.Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, (dt.date, dt.datetime, dt.time)):
        return value.isoformat()
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)
