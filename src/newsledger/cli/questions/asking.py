"""What every command that asks a ledger has in common: its options, and how an answer is printed."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.opened import explained, opened
from newsledger.cli.rows import Form, form_of, format_option, print_line, tell, width
from newsledger.errors import NewsledgerError
from newsledger.model import Page
from newsledger.show import csv_head, table
from newsledger.store import Store, ask_on

Row = TypeVar("Row")
_Command = TypeVar("_Command", bound=Callable[..., Any])

#: Rows of a table, unless somebody wants another number.
_TABLE = 20

_limit = click.option(
    "--limit",
    type=click.IntRange(min=1),
    help=f"Most rows to give.  [default: {_TABLE} in a table, else all]",
)
_after = click.option("--after", metavar="CURSOR", help="Go on where another answer ended; it tells the cursor.")


def answer_options(command: _Command) -> _Command:
    """Give a command ``--format``, ``--limit``, ``--after`` and ``--ledger``."""
    for option in (ledger_option, _after, _limit, format_option):
        command = option(command)
    return command


#: Gives a command the argument ``uncorrected``.
corrections_option = click.option(
    "--no-corrections", "uncorrected", is_flag=True, help="As it was read, whatever persons judged of it."
)


def day_options(what: str) -> Callable[[_Command], _Command]:
    """Give a command ``--from`` and ``--to``."""

    def decorate(command: _Command) -> _Command:
        command = click.option("--to", "until", metavar="DAY", help=f"Last day {what}.")(command)
        return click.option("--from", "since", metavar="DAY", help=f"First day {what} (ISO, as 2017-01-21).")(command)

    return decorate


@contextmanager
def asked(ledger: Path) -> Iterator[Store]:
    """Open a ledger to be asked; what is wrong with a question is told as what is wrong with a command."""
    try:
        with opened(ledger) as store:
            yield store
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    except NewsledgerError as error:
        raise click.ClickException(str(error)) from error


def tell_waiting(store: Store) -> int:
    """Say how much is still to be grouped, as in a ledger of an older version, and give the number."""
    number = store.waiting()
    if number:
        tell(f"{number:,} articles and stories are not grouped yet: 'newsledger add' goes on with that")
    return number


def answer(
    ask: Callable[[int, str | None], Page[Row]], kind: type, *, form: Form | None, limit: int | None, after: str | None
) -> None:
    """Ask, and print the answer.

    Args:
        ask: Gives so many rows at most, after a cursor.
        kind: What the rows are.
        form: Of the answer; None for the one that suits where it goes.
        limit: How many rows are wanted.
        after: Where to begin.
    """
    chosen = form_of(form)
    wanted = _TABLE if limit is None and chosen == "table" else limit
    said: set[str] = set()
    rows: list[Row] = []
    count, cursor = 0, None
    if chosen == "csv":
        click.echo(csv_head(kind), nl=False)
    for page in ask_on(ask, limit=wanted, after=after):
        _tell(note for note in page.notes if note not in said)
        said |= set(page.notes)
        count, cursor = count + len(page.rows), page.after
        if chosen == "table":
            rows += page.rows
        with explained():
            for row in page.rows if chosen != "table" else ():
                print_line(row, chosen)
    if rows:
        with explained():
            click.echo(table(rows, width=width(), colour=has_colour()), nl=False)
    _tell(["nothing found"] if not count else [f"there is more: --after {cursor}"] if cursor else [])


def _tell(notes: Any) -> None:
    for note in notes:
        tell(note)


def has_colour() -> bool:
    """Say whether bold and dim letters are wanted."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
