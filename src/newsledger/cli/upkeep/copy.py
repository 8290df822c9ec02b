"""``newsledger copy``."""

import click

from newsledger.cli.ledger_option import LedgerPlace
from newsledger.cli.rows import tell
from newsledger.errors import NewsledgerError
from newsledger.ledger.upkeep.check import Sum, check_ledger, summary
from newsledger.show import phrases
from newsledger.store import Place, Store, open_ledger, without_password


@click.command()
@click.argument("old", type=LedgerPlace(), metavar="OLD")
@click.argument("new", type=LedgerPlace(), metavar="NEW")
def copy(old: Place, new: Place) -> None:
    """Copy a whole ledger, OLD, into a new one, NEW; each is a file or a postgresql:// address.

    Every row goes over with its number, as all were at one moment, in one transaction: where it breaks
    off, nothing of it is there. Both are verified, OLD before and NEW after; the exit code is 1 where
    something is amiss.
    """
    try:
        with open_ledger(old) as source, open_ledger(new, new=True) as target:
            target.need_empty()  # to verify a large ledger takes longer than to see this
            before = _verified(source, old)
            rows = source.copy_to(target)
            after = _verified(target, new)
    except NewsledgerError as error:
        raise click.ClickException(str(error)) from error
    copied = f"{phrases.count(sum(rows.values()), 'row')} of {phrases.count(len(rows), 'table')}"
    click.echo(f"{without_password(new)}: {copied}; {after.held:,} of {before.receipts:,} receipts hold")
    if before.problems or after.problems or after.held != before.receipts:
        raise SystemExit(1)


def _verified(store: Store, place: Place) -> Sum:
    """Verify a ledger, and tell what is amiss."""
    total = Sum()
    for problem in check_ledger(store, total):
        tell(f"{without_password(place)}: {problem}")
    for line in summary(total):
        tell(f"{without_password(place)}: {line}")
    return total
