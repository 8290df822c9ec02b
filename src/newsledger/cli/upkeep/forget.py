"""``newsledger forget``."""

import click

from newsledger.cli.adding.progress import now
from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.opened import opened
from newsledger.cli.rows import tell
from newsledger.errors import NewsledgerError
from newsledger.ledger.grouping import group_all
from newsledger.show import phrases
from newsledger.store import Place, Store, Tombstone

_TOLD = {
    "articles": "version",
    "captures": "capture",
    "readings": "reading",
    "statements": "statement",
    "events": "event",
    "expectations": "expectation",
    "failures": "failure",
}


@click.command()
@click.argument("target", metavar="URL | ID", required=False)
@click.option("--why", help="The reason; it stands on the tombstone.")
@click.option(
    "--only-version", is_flag=True, help="Only the version of this ID, which is not the current one; the others stay."
)
@click.option("--scrub", is_flag=True, help="Only overwrite what an earlier 'forget' that was broken off has left.")
@ledger_option
def forget(target: str | None, why: str | None, only_version: bool, scrub: bool, ledger: Place) -> None:
    """Take an article out of the ledger: text, bytes, words, findings and addresses.

    All versions and mirrors of it go. What stays is a tombstone: its id, hashes, how much there was, and
    why it went, so that 'newsledger verify' still accounts for every number, and the page, when it is
    added again, stays out. The file is then written anew, so that no word of it is left in its empty
    places. This cannot be undone; copies made before still have it.
    """
    if not scrub and not (target and why):
        raise click.UsageError("expected an address or id and --why, or --scrub alone")
    try:
        with opened(ledger) as store:
            for stone in _forget(store, target, why, only_version=only_version) if target and why else ():
                tell(_line(stone))
            store.scrub()
    except NewsledgerError as error:
        raise click.ClickException(str(error)) from error


def _forget(store: Store, target: str, why: str, *, only_version: bool) -> tuple[Tombstone, ...]:
    run = store.begin("forget", at=now())
    stones = store.forget(target, why=why, run=run, only_version=only_version)
    # What it stood together with is grouped as if it had never been there.
    for _ in group_all(store):
        pass
    store.end(run, at=now())
    return stones


def _line(stone: Tombstone) -> str:
    counts = ", ".join(phrases.count(number, _TOLD[name]) for name, number in stone.counts.items() if name in _TOLD)
    return f"forgotten: {stone.article or 'what could not be read'} ({counts})"
