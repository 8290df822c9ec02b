"""What every command that asks a ledger has in common: its options, and how an answer is printed."""

import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any, TypeVar, cast

import click

from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.opened import explained, opened
from newsledger.cli.rows import ARGUMENTS, Form, form_of, format_option, has_colour, print_line, tell, width
from newsledger.errors import NewsledgerError
from newsledger.model import Page
from newsledger.show import csv_head, table
from newsledger.store import Place, Store, ask_on, without_password

Row = TypeVar("Row")
_Command = TypeVar("_Command", bound=Callable[..., Any])

#: Rows of a table, unless somebody wants another number.
_TABLE = 20

_limit = click.option(
    "--limit",
    type=click.IntRange(min=1),
    help=f"Most rows to give.  [default: {_TABLE} in a table, else all]",
)
_after = click.option("--after", metavar="CURSOR", help="Go on where another answer ended; it tells the command.")
_verbose = click.option("-v", "--verbose", is_flag=True, help="All of each row: its whole words, codes and receipt.")


def day_of(today: str | None) -> date:
    """Give the day that somebody names with ``--today``, or this one.

    Raises:
        ValueError: It is none.
    """
    try:
        return date.fromisoformat(today) if today else date.today()  # noqa: DTZ011 - the user's own day
    except ValueError as error:
        raise ValueError(f"found today {today!r}, expected an ISO day, such as 2017-01-21") from error


def answer_options(command: _Command) -> _Command:
    """Give a command ``--format``, ``--limit``, ``--after``, ``-v`` and ``--ledger``, as one ``shown``.

    What of them belongs together reaches the command as one argument, an ``Answering``.
    """

    @wraps(command)
    def taken(*, form: Form | None, limit: int | None, after: str | None, verbose: bool, **others: Any) -> Any:
        return command(shown=Answering(form=form, limit=limit, after=after, verbose=verbose), **others)

    named: Any = taken
    for option in (ledger_option, _verbose, _after, _limit, format_option):
        named = option(named)
    return cast("_Command", named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """How an answer is printed.

    Attributes:
        form: None for the one that suits where it goes.
        limit: How many rows are wanted.
        after: Where to begin.
        verbose: With all that is told of each row.
    """

    form: Form | None
    limit: int | None
    after: str | None
    verbose: bool


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
def asked(ledger: Place) -> Iterator[Store]:
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


def answer(ask: Callable[[int, str | None], Page[Row]], kind: type, how: Answering) -> None:
    """Ask, and print the answer.

    Args:
        ask: Gives so many rows at most, after a cursor.
        kind: What the rows are.
        how: It is printed.
    """
    chosen = form_of(how.form)
    wanted = _TABLE if how.limit is None and chosen == "table" else how.limit
    said: set[str] = set()
    rows: list[Row] = []
    count, cursor = 0, None
    if chosen == "csv":
        click.echo(csv_head(kind), nl=False)
    for page in ask_on(ask, limit=wanted, after=how.after):
        _tell(note for note in page.notes if note not in said)
        said |= set(page.notes)
        count, cursor = count + len(page.rows), page.after
        if chosen == "table":
            rows += page.rows
        with explained():
            for row in page.rows if chosen != "table" else ():
                print_line(row, chosen)
    if rows:
        ends = (how.after is None, cursor is None)
        with explained():
            shown = table(rows, width=width(), colour=has_colour(), receipts=how.verbose, ends=ends)
            click.echo(shown, nl=False)
    _tell(["nothing found"] if not count else [f"more: {_going_on(cursor)}"] if cursor else [])


def _going_on(cursor: str) -> str:
    """Give the command line that goes on after a cursor, to be pasted."""
    name, *others = click.get_current_context().find_root().meta.get(ARGUMENTS, ("",))
    kept = iter(others)
    rest = [one for one in kept if not (one == "--after" and next(kept, "")) and not one.startswith("--after=")]
    return f"newsledger {shlex.join([name, '--after', cursor, *map(_told, rest)])}"


def _told(argument: str) -> str:
    """Give an argument as it may stand on a screen: the address of a database without its password."""
    return without_password(argument) if "://" in argument else argument


def _tell(notes: Any) -> None:
    for note in notes:
        tell(note)
