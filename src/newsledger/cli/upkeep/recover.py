"""``newsledger recover``."""

from pathlib import Path

import click

from newsledger.cli.adding.progress import now
from newsledger.cli.ledger_option import LedgerFile
from newsledger.cli.opened import opened
from newsledger.cli.rows import tell
from newsledger.errors import NewsledgerError
from newsledger.ledger.upkeep.recover import recover as recover_ledger
from newsledger.show import phrases


@click.command()
@click.argument("old", type=LedgerFile(exists=True, dir_okay=False, path_type=Path))
@click.argument("new", type=LedgerFile(dir_okay=False, path_type=Path))
def recover(old: Path, new: Path) -> None:
    """Save what still holds of a damaged ledger, OLD, into a new one, NEW.

    OLD is only read, page by page, also where its beginning or half of it is gone. A record is saved
    where it is, to the last character, the one of its digest. What was lost is told on standard error;
    a page whose bytes hold and whose record does not is listed by 'newsledger failures', and --retry
    reads it again. The exit code is 1 where something was lost.
    """
    if new.exists():
        raise click.ClickException(f"{new}: found something there, expected a new file; name another one")
    lost = 0
    try:
        with opened(new, new=True) as store:
            run = store.begin("recover", at=now())
            for loss in recover_ledger(store, old, run=run):
                tell(f"lost: {loss.what} {loss.name}: {loss.why}")
                lost += 1
            store.end(run, at=now())
            rows = store.tally().rows
    except NewsledgerError as error:
        raise click.ClickException(str(error)) from error
    saved = f"{phrases.count(rows['articles'], 'version')} of {phrases.count(rows['works'], 'article')}"
    click.echo(f"{new}: saved {saved}, {phrases.count(rows['captures'], 'capture')}; lost {lost:,}")
    if lost:
        raise SystemExit(1)
