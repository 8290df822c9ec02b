"""``newsledger failures``."""

import click

from newsledger.cli.adding.finish import finish
from newsledger.cli.adding.progress import AddProgress, now, watched
from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.opened import opened
from newsledger.cli.reading_options import ReadingOptions, reading_options
from newsledger.cli.rows import Form, form_of, format_option
from newsledger.errors import NewsledgerError
from newsledger.intake import Meter
from newsledger.ledger.upkeep.retry import retry as try_again
from newsledger.show import csv_of, json_line, shown
from newsledger.store import HeldFailure, Place

_COLUMNS = ("url", "room", "reason", "attempts", "has_bytes")


@click.command()
@ledger_option
@format_option
@click.option("--retry", is_flag=True, help="Read again what could not be read, and list what still cannot.")
@reading_options
def failures(
    ledger: Place,
    form: Form | None,
    retry: bool,
    reading: ReadingOptions,
) -> None:
    """List what a ledger could not read, and why.

    With --retry the bytes that were kept are read again, as after an upgrade or with another limit, and
    files whose bytes were not kept are looked for where they were. What came from a stream is not there
    any more: add it again.
    """
    chosen = form_of(form)
    if not retry:
        _list(ledger, chosen)
        return
    progress = AddProgress(form=None, drawn=watched(), meter=Meter(), total=0)
    with progress.told(ledger), opened(ledger) as store:
        run = store.begin("failures --retry", at=now())
        with reading.crew() as crew:
            for outcome in try_again(store, crew, run=run, limit=reading.limit_bytes):
                progress.tell(outcome)
            finish(store, progress, crew, run=run)
        _list(ledger, chosen)


def _list(ledger: Place, form: Form) -> None:
    try:
        with opened(ledger) as store:
            found = store.failures()
    except NewsledgerError as error:
        raise click.ClickException(str(error)) from error
    if form == "csv":
        click.echo(csv_of(_COLUMNS), nl=False)
    for failure in found:
        click.echo(_shown(failure, form), nl=form != "csv")
    if not found:
        click.echo("nothing failed", err=True)


def _shown(failure: HeldFailure, form: Form) -> str:
    values = {name: getattr(failure, name) for name in _COLUMNS}
    if form == "jsonl":
        return json_line(values)
    if form == "csv":
        return csv_of(values.values())
    times = "" if failure.attempts == 1 else f", tried {failure.attempts} times"
    where = failure.url or "standard input"
    return shown(f"{where}\n    {failure.reason.removeprefix(f'{where}: ')} ({failure.room}{times})")
