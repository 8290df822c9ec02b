"""``newsledger failures``."""

import csv
import io
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import click

from newsledger import codec
from newsledger.cli.add_progress import AddProgress, now, watched
from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.reading_options import ReadingOptions, reading_options
from newsledger.errors import NewsledgerError
from newsledger.intake import Meter
from newsledger.ledger.lives import follow_all
from newsledger.ledger.retry import retry as try_again
from newsledger.store import HeldFailure, open_ledger

_COLUMNS = ("url", "room", "reason", "attempts", "has_bytes")


@click.command()
@ledger_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv"]),
    help="table to read; jsonl: a failure a line; csv.  [default: table on a terminal, else jsonl]",
)
@click.option("--retry", is_flag=True, help="Read again what could not be read, and list what still cannot.")
@reading_options
def failures(
    ledger: Path,
    form: Literal["table", "jsonl", "csv"] | None,
    retry: bool,  # noqa: FBT001 - click passes it by name
    reading: ReadingOptions,
) -> None:
    """List what a ledger could not read, and why.

    With --retry the bytes that were kept are read again, as after an upgrade or with another limit, and
    files whose bytes were not kept are looked for where they were. What came from a stream is not there
    any more: add it again.
    """
    chosen = form or ("table" if sys.stdout.isatty() else "jsonl")
    if not retry:
        _list(ledger, chosen)
        return
    progress = AddProgress(form=None, drawn=watched(), meter=Meter(), total=0)
    with progress.told(ledger), open_ledger(ledger) as store:
        run = store.begin("failures --retry", at=now())
        with reading.crew() as crew:
            for outcome in try_again(store, crew, run=run, limit=reading.limit_bytes):
                progress.tell(outcome)
        progress.waits("looking what has become of what was expected …")
        for _ in follow_all(store, run=run):
            pass
        store.end(run, at=now())
        _list(ledger, chosen)


def _list(ledger: Path, form: Literal["table", "jsonl", "csv"]) -> None:
    try:
        with open_ledger(ledger) as store:
            found = store.failures()
    except NewsledgerError as error:
        raise click.ClickException(str(error)) from error
    if form == "csv":
        click.echo(_csv(_COLUMNS), nl=False)
    for failure in found:
        click.echo(_shown(failure, form), nl=form != "csv")
    if not found:
        click.echo("nothing failed", err=True)


def _shown(failure: HeldFailure, form: Literal["table", "jsonl", "csv"]) -> str:
    values = {name: getattr(failure, name) for name in _COLUMNS}
    if form == "jsonl":
        return codec.dump(values)
    if form == "csv":
        return _csv(values.values())
    times = "" if failure.attempts == 1 else f", tried {failure.attempts} times"
    where = failure.url or "standard input"
    told = f"{where}\n    {failure.reason.removeprefix(f'{where}: ')} ({failure.room}{times})"
    # What a page says of itself must not steer the terminal.
    return "".join(letter for letter in told if letter.isprintable() or letter == "\n")


def _csv(cells: Iterable[object]) -> str:
    held = io.StringIO()
    csv.writer(held, lineterminator="\n").writerow(str(one).lower() if isinstance(one, bool) else one for one in cells)
    return held.getvalue()
