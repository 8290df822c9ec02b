"""``newsledger reread``."""

import sys
from collections import Counter

import click

from newsledger.cli.adding.progress import now
from newsledger.cli.ending import code_of
from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.opened import opened
from newsledger.cli.reading_options import ReadingOptions, reading_options
from newsledger.cli.rows import Form, format_option, print_rows, tell
from newsledger.errors import NewsledgerError
from newsledger.ledger.grouping import group_all, with_crew
from newsledger.ledger.loaded import ReaderOptions
from newsledger.ledger.upkeep.reread import maker_of
from newsledger.ledger.upkeep.reread import reread as read_again
from newsledger.show import phrases
from newsledger.store import Place, RuleChange, Store

_TOLD = {
    "read": "read again",
    "without": "left as they were: no bytes of them are kept (add their pages again)",
    "failed": "left as they were: they can no longer be read",
    "left": "left: gone, or a newer version has come",
}


@click.command()
@ledger_option
@format_option
@reading_options
def reread(ledger: Place, form: Form | None, reading: ReadingOptions) -> None:
    """Read the kept bytes of a ledger again, after an upgrade, and say what changed, by rule.

    The tables tell the new findings from then on; the old ones stay beside them, and an old id leads to
    what stands there now. What this version has read already is passed over, so that a run that was
    stopped goes on where it was. The report is of all that this version changed, in this run and before:
    findings that are new, gone, or another in some field.
    """
    counts: Counter[str] = Counter()
    try:
        options = ReaderOptions(model=reading.model, lexicons=reading.lexicons, actors=reading.actors)
        maker = maker_of(options)
        with opened(ledger) as store:
            _read(store, reading, maker, counts)
            print_rows(store.rule_changes(maker), RuleChange, form)
    except KeyboardInterrupt as stop:
        _say(counts)
        click.echo("stopped; the same again goes on", err=True)
        raise SystemExit(code_of(stop)) from None
    except NewsledgerError as error:
        if counts:
            _say(counts)
        raise click.ClickException(str(error)) from error
    _say(counts)
    if counts["failed"]:
        raise SystemExit(1)


def _read(store: Store, reading: ReadingOptions, maker: str, counts: Counter[str]) -> None:
    total = store.count_outdated(maker)
    if not total:
        return
    with reading.crew() as crew:
        run = store.begin("reread", at=now())
        for one in read_again(store, crew, maker=maker, run=run):
            counts[one.what] += 1
            if one.what == "failed":
                tell(f"{one.url or one.article}: {one.reason}")
            if sys.stderr.isatty():
                click.echo(f"\r\x1b[K{counts.total():,} of {total:,} articles", err=True, nl=False)
        for _ in group_all(store, with_crew(crew)):
            pass
        store.end(run, at=now())


def _say(counts: Counter[str]) -> None:
    if sys.stderr.isatty() and counts:
        click.echo("\r\x1b[K", err=True, nl=False)
    for what, told in _TOLD.items():
        if counts[what]:
            click.echo(f"{phrases.count(counts[what], 'article')} {told}", err=True)
    if not counts:
        click.echo("nothing to read again: this version has read all articles", err=True)
