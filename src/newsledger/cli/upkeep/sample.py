"""``newsledger sample``."""

from pathlib import Path

import click

from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.opened import opened
from newsledger.cli.rows import Form, format_option, print_rows, tell
from newsledger.errors import NewsledgerError
from newsledger.ledger.coding import coding_rows, columns_of, score_sheet
from newsledger.show import csv_of
from newsledger.store.sampling import STRATA, Kind, Score


@click.command()
@click.option("--of", type=click.Choice(list(STRATA)), help="Which findings.")
@click.option("--stratify", default="", metavar="FIELD,…", help="As many of each: type, standing, rule, year …")
@click.option("--n", "number", type=click.IntRange(min=1), default=200, show_default=True, help="How many.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another one gives another sample.")
@click.option("--score", "sheet", type=click.Path(path_type=Path), metavar="SHEET", help="A sheet that was filled in.")
@format_option
@ledger_option
def sample(
    of: Kind | None, stratify: str, number: int, seed: int, sheet: Path | None, form: Form | None, ledger: Path
) -> None:
    """Draw findings for people to judge, or say how many of a judged sheet are right.

    With --of, a coding sheet is written on standard output as CSV: each finding in its words, with its
    codes and its rule, and empty columns. Put y or n under verdict (is this finding right as a whole?)
    and, where you like, under the columns for its parts; leave empty what you cannot tell. The same
    ledger and seed give the same sheet.

    With --score, the share that is right is printed overall and by type, standing and rule, with a 95%
    interval. In a stratified sample each stratum counts by its size in the ledger, not in the sheet.
    """
    if (of is None) == (sheet is None):
        raise click.UsageError("expected --of for a new sheet, or --score for one that was filled in")
    try:
        if sheet is not None:
            print_rows(score_sheet(sheet), Score, form)
        elif of is not None:
            by = tuple(name.strip() for name in stratify.split(",") if name.strip())
            _write(ledger, of, by, number, seed)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    except NewsledgerError as error:
        raise click.ClickException(str(error)) from error


def _write(ledger: Path, of: Kind, by: tuple[str, ...], number: int, seed: int) -> None:
    columns, count = columns_of(of), 0
    with opened(ledger) as store:
        for row in coding_rows(store, of, by=by, number=number, seed=seed):
            if not count:
                click.echo(csv_of(columns), nl=False)
            click.echo(csv_of(row.get(name, "") for name in columns), nl=False)
            count += 1
    tell(f"{count:,} {of}" if count else f"found no {of} in {ledger}")
