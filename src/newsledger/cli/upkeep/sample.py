"""``newsledger sample``."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.opened import opened
from newsledger.cli.reading_options import ReadingOptions, reading_options
from newsledger.cli.rows import Form, format_option, print_rows, tell
from newsledger.errors import NewsledgerError
from newsledger.intake import read_sources
from newsledger.ledger.judging.coding import agree_sheets, coding_rows, columns_of, score_sheet
from newsledger.ledger.scratch import scratch
from newsledger.show import csv_of
from newsledger.store import Outcome, Place, Store
from newsledger.store.sampling import STRATA, Agreement, Kind, Score


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--of", type=click.Choice(list(STRATA)), help="Which findings.")
@click.option("--stratify", default="", metavar="FIELD,…", help="As many of each: type, standing, rule, year …")
@click.option("--n", "number", type=click.IntRange(min=1), default=200, show_default=True, help="How many.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another one gives another sample.")
@click.option(
    "--score",
    "sheets",
    type=click.Path(path_type=Path),
    metavar="SHEET",
    multiple=True,
    help="A sheet that was filled in; given twice, the sheets of two readers.",
)
@format_option
@ledger_option
@reading_options
def sample(
    sources: tuple[str, ...],
    of: Kind | None,
    stratify: str,
    number: int,
    seed: int,
    sheets: tuple[Path, ...],
    form: Form | None,
    ledger: Place,
    reading: ReadingOptions,
) -> None:
    """Draw findings for people to judge, or say how many of a judged sheet are right.

    With --of, a coding sheet is written on standard output as CSV: each finding in its words, with its
    codes and its rule, and empty columns. Put y or n under verdict (is this finding right as a whole?)
    and, where you like, under the columns for its parts; leave empty what you cannot tell. The same
    pages and seed give the same sheet. The findings are those of the ledger or, where SOURCEs are given
    as for 'newsledger add', of these, and no ledger is needed.

    With --score, the share that is right is printed overall and by type, standing and rule, with a 95%
    interval. In a stratified sample each stratum counts by its size in the ledger, not in the sheet.
    With two sheets, it is printed how often two readers say the same, and how far beyond chance.
    """
    if (of is None) != bool(sheets) or len(sheets) > 2:
        raise click.UsageError("expected --of for a new sheet, or --score for one or two that were filled in")
    try:
        if len(sheets) == 2:
            print_rows(agree_sheets(*sheets), Agreement, form)
        elif sheets:
            print_rows(score_sheet(sheets[0]), Score, form)
        elif of is not None:
            by = tuple(name.strip() for name in stratify.split(",") if name.strip())
            with _asked(ledger, sources, reading) as store:
                count = _write(store, of, by, number, seed)
            tell(f"{count:,} {of}" if count else f"found no {of} in {' '.join(sources) or ledger}")
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    except NewsledgerError as error:
        raise click.ClickException(str(error)) from error


@contextmanager
def _asked(ledger: Place, sources: tuple[str, ...], reading: ReadingOptions) -> Iterator[Store]:
    if not sources:
        with opened(ledger) as store:
            yield store
        return
    found = read_sources(sources, stdin=sys.stdin.buffer, limit=reading.limit_bytes)
    with reading.crew() as crew, scratch(found, crew, _tell_failure) as store:
        yield store


def _tell_failure(outcome: Outcome) -> None:
    if outcome.what == "failed":
        tell(f"{outcome.url}: {outcome.reason}")


def _write(store: Store, of: Kind, by: tuple[str, ...], number: int, seed: int) -> int:
    columns, count = columns_of(of), 0
    for row in coding_rows(store, of, by=by, number=number, seed=seed):
        if not count:
            click.echo(csv_of(columns), nl=False)
        click.echo(csv_of(row.get(name, "") for name in columns), nl=False)
        count += 1
    return count
