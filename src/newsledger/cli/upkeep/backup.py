"""``newsledger backup``."""

from pathlib import Path

import click

from newsledger.cli.ledger_option import LedgerFile, ledger_option
from newsledger.cli.opened import opened
from newsledger.cli.rows import tell
from newsledger.errors import NewsledgerError
from newsledger.show import phrases
from newsledger.store import Place


@click.command()
@click.argument("path", type=LedgerFile(dir_okay=False, path_type=Path))
@ledger_option
def backup(path: Path, ledger: Place) -> None:
    """Copy the ledger into a new file, PATH, while others may go on writing to it.

    The copy is the ledger of one moment, in one file, and is checked before it gets its name. Nothing
    is ever overwritten.
    """
    try:
        with opened(ledger) as store:
            articles = store.backup(path)
    except NewsledgerError as error:
        raise click.ClickException(str(error)) from error
    tell(f"{path}: {phrases.count(articles, 'article')}, {path.stat().st_size:,} bytes, whole")
