"""``newsledger read``."""

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import click

from newsledger.cli.confidence_options import confidence_options, floors_of
from newsledger.cli.number import Number
from newsledger.cli.outputs import FORMATS, Format, Output
from newsledger.cli.progress import Progress
from newsledger.clock import processor_limit
from newsledger.codec import TextMode
from newsledger.errors import NewsledgerError
from newsledger.intake import MAX_BYTES, NAMELESS, find_pages, read_captures
from newsledger.language import DEFAULT_PIPELINE
from newsledger.model import Capture, Failure, Record, iso_date
from newsledger.pipeline import Reader
from newsledger.show import explanation_text, plain


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
    type=click.Choice(FORMATS),
    help="text to read; json: one indented document; jsonl: a record a line; annotation: a W3C Web Annotation "
    "collection a line; timeml: one page as TimeML, its times as TIMEX3.  [default: text on a terminal, else jsonl]",
)
@click.option(
    "--html",
    type=click.Path(path_type=Path),
    help="Write pages to look at instead: a FILE.html for one input, else a new folder with an index.",
)
@click.option(
    "--text",
    type=click.Choice(["full", "quotes", "none"]),
    default="full",
    show_default=True,
    help="How much of the article goes along: all, the words of the findings, or no words.",
)
@click.option(
    "--keep-text",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write each article's text to this folder, named by its hash, for 'verify --text'.",
)
@click.option("--published", type=IsoDate(), help="The pages' date, when you know it (ISO, such as 2017-01-21).")
@click.option("--url", help="The page's address, for one page from a file or standard input.")
@click.option("--model", default=DEFAULT_PIPELINE, show_default=True, help="An installed spaCy pipeline for English.")
@click.option(
    "--second",
    metavar="PIPELINE",
    help="Another installed spaCy pipeline: where it parses otherwise, a finding is less sure.",
)
@click.option(
    "--lexicon",
    "lexicons",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="Your own word list, named like the one that it adds to. May be given again.",
)
@click.option(
    "--actors",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="Your own list of actors, with the columns of our people or organisations; it wins over ours. "
    "May be given again.",
)
@click.option(
    "--only",
    type=click.Choice(["actors"]),
    help="Show who is in each page, with every mention and the rule that found it, and nothing else.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Show for each sentence its clauses, the entries that fired and what decided or vetoed each field of an "
    "event, and nothing else.",
)
@confidence_options
@click.option(
    "-v", "--verbose", is_flag=True, help="As text: with codes, places, and how sure each finding is and why."
)
@click.option("--limit-bytes", type=click.IntRange(min=1), default=MAX_BYTES, show_default=True, help="Largest page.")
@click.option(
    "--limit-seconds",
    type=Number(0.1, 86_400),
    default=300,
    show_default=True,
    help="Longest processor time for one page.",
)
def read(
    paths: tuple[str, ...],
    form: Format | None,
    html: Path | None,
    text: TextMode,
    keep_text: Path | None,
    published: str | None,
    url: str | None,
    model: str,
    second: str | None,
    lexicons: tuple[Path, ...],
    actors: tuple[Path, ...],
    only: Literal["actors"] | None,
    explain: bool,
    least: float | None,
    everything: bool,
    verbose: bool,
    limit_bytes: int,
    limit_seconds: float,
) -> None:
    """Read news pages, HTML or plain text, and print the record.

    PATH is a file, a folder (read through to its end), a .gz of either kind of page, or - for
    standard input. Pages that cannot be read are told on standard error; the others go on, and the
    exit code is then 1.
    """
    if "" in paths:
        raise click.UsageError(NAMELESS)
    many = len(paths) > 1 or Path(paths[0]).is_dir()
    own_form = only is not None or explain
    _refuse_contradictions(many=many, url=url, one_form=own_form, other_form=form is not None or bool(html))
    _refuse_overwriting(html, [*map(Path, paths), *lexicons, *actors])
    progress = Progress.begin(sum(1 for path in paths for _ in find_pages(Path(path))))
    try:
        output = Output.open(form=only or form, html=html, text=text, keep_text=keep_text, many=many)
        output.floors, output.receipts = floors_of(least, everything=everything), verbose
        reader = Reader.load("en", model=model, lexicons=lexicons, actors=actors, second=second)
    except NewsledgerError as error:
        raise click.ClickException(str(error)) from error
    captures = read_captures(paths, published=published, url=url, stdin=sys.stdin.buffer, limit=limit_bytes)
    _show(_outcomes(reader, captures, limit_seconds, explain=explain), output, progress)
    progress.end()
    if progress.failed:
        raise SystemExit(1)


def _show(outcomes: Iterable[Record | Failure | str], output: Output, progress: Progress) -> None:
    try:
        for outcome in outcomes:
            if isinstance(outcome, str):
                click.echo(outcome)
            elif isinstance(outcome, Record):
                progress.make_room()
                output.add(outcome)
                progress.record(outcome)
            else:
                progress.failure(outcome)
        progress.make_room()
        output.close()
    except NewsledgerError as error:
        raise click.ClickException(str(error)) from error


def _refuse_contradictions(*, many: bool, url: str | None, one_form: bool, other_form: bool) -> None:
    if many and url:
        raise click.UsageError("--url names one page, but several are read; read that page by itself")
    if one_form and other_form:
        raise click.UsageError("--only actors and --explain have forms of their own; no --format or --html")


def _refuse_overwriting(html: Path | None, inputs: Iterable[Path]) -> None:
    if html is not None and html.is_file() and any(one.exists() and html.samefile(one) for one in inputs):
        raise click.UsageError(f"--html {html} is what is read; name another file for the page")


def _outcomes(
    reader: Reader, captures: Iterable[Capture | Failure], seconds: float, *, explain: bool
) -> Iterator[Record | Failure | str]:
    """Give each page's record, what a page that cannot be read lacks, or what explains a page's events."""
    for capture in captures:
        if isinstance(capture, Failure):
            yield capture
            continue
        with processor_limit(seconds, capture.url):
            outcomes = tuple(reader.read_all((capture,)))
            told = explain and isinstance(outcomes[0], Record)
            explained = plain(explanation_text(reader.explain(capture))) if told else None
        yield from outcomes if explained is None else (explained,)
