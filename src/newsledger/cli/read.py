"""``newsledger read``."""

import shutil
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import click

from newsledger import codec
from newsledger.errors import NewsledgerError
from newsledger.intake import read_captures
from newsledger.language import DEFAULT_PIPELINE
from newsledger.model import Capture, Failure, Record, iso_date
from newsledger.pipeline import Reader
from newsledger.show import listing

Format = Literal["text", "json", "jsonl"]


class IsoDate(click.ParamType[str]):
    """An ISO date on the command line."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Check the date, and keep it as its ISO string."""
        try:
            return iso_date(value) or ""
        except ValueError as error:
            self.fail(str(error), param, ctx)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH... | -")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "jsonl"]),
    help="text to read, one indented JSON document, or a JSON record a line. [default: text on a terminal, else jsonl]",
)
@click.option("--published", type=IsoDate(), help="The pages' date, when you know it (ISO, such as 2017-01-21).")
@click.option("--url", help="The page's address, for a page that comes from a file or standard input.")
@click.option("--model", default=DEFAULT_PIPELINE, show_default=True, help="An installed spaCy pipeline for English.")
@click.option(
    "--lexicon",
    "lexicons",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="Your own word list, named like the one that it adds to. May be given again.",
)
def read(
    paths: tuple[str, ...],
    form: Format | None,
    published: str | None,
    url: str | None,
    model: str,
    lexicons: tuple[Path, ...],
) -> None:
    """Read news pages, HTML or plain text, and print the record.

    PATH is a file, a folder (read through to its end), a .gz of either kind of page, or - for
    standard input. Pages that cannot be read are told on standard error; the others go on, and the
    exit code is then 1.
    """
    try:
        reader = Reader.load("en", model=model, lexicons=lexicons)
    except NewsledgerError as error:
        raise click.ClickException(str(error)) from error
    captures = read_captures(paths, published=published, url=url, stdin=sys.stdin.buffer)
    told = _Teller()
    records = told.records(reader, captures)
    _print(records, form or ("text" if sys.stdout.isatty() else "jsonl"))
    if told.failures:
        raise SystemExit(1)


class _Teller:
    """Counts the failures and tells them on standard error as they come."""

    def __init__(self) -> None:
        self.failures = 0

    def records(self, reader: Reader, captures: Iterable[Capture | Failure]) -> Iterator[Record]:
        """Read the captures; give the records, tell the failures."""
        for capture in captures:
            outcomes = (capture,) if isinstance(capture, Failure) else reader.read_all((capture,))
            for outcome in outcomes:
                if isinstance(outcome, Record):
                    yield outcome
                else:
                    self.failures += 1
                    click.echo(f"{outcome.url or 'standard input'}: {outcome.reason} ({outcome.room})", err=True)


def _print(records: Iterator[Record], form: Format) -> None:
    if form == "json":
        trees = [codec.to_builtins(record) for record in records]
        if trees:
            click.echo(codec.dump(trees[0] if len(trees) == 1 else trees, indent=2))
        return
    width = min(shutil.get_terminal_size().columns, 100)
    for record in records:
        click.echo(codec.to_json(record) if form == "jsonl" else listing(record, width=width))
