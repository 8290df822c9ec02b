"""``newsledger calibrate``."""

from pathlib import Path

import click

from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.opened import opened
from newsledger.errors import NewsledgerError
from newsledger.ledger.judging.calibrating import calibration_of
from newsledger.pipeline import load_confidence_rules
from newsledger.store import Place


@click.command()
@click.argument("sheet", type=click.Path(path_type=Path))
@ledger_option
def calibrate(sheet: Path, ledger: Place) -> None:
    """Fit the confidence of findings to a sheet that you have judged.

    SHEET is what 'newsledger sample' drew from the ledger, filled in. What is printed is a file: save it as
    calibration.en.tsv, and give it with --lexicon to 'read', 'add' and 'reread'. It changes how sure findings
    of this kind are, and never their order.
    """
    try:
        with opened(ledger) as store:
            click.echo(calibration_of(store, sheet, load_confidence_rules()), nl=False)
    except NewsledgerError as error:
        raise click.ClickException(str(error)) from error
