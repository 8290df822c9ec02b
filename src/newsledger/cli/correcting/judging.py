"""Who judges, the same for every command by which somebody does."""

import getpass
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

import click

from newsledger.store.corrections import Judge

_Command = TypeVar("_Command", bound=Callable[..., Any])


def judge_options(command: _Command) -> _Command:
    """Give a command ``--by`` and ``--why``."""
    command = click.option("--why", metavar="WORDS", help="The reason, in a line.")(command)
    return click.option(
        "--by",
        metavar="NAME",
        envvar="NEWSLEDGER_BY",
        show_envvar=True,
        help="Who judges.  [default: the name of your account]",
    )(command)


def judge_of(by: str | None, why: str | None) -> Judge:
    """Say who judges, now."""
    return Judge(by=by or _account(), at=datetime.now(UTC).isoformat(timespec="milliseconds"), why=why)


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:  # KeyError: before Python 3.13
        raise click.UsageError("found no name of your account; expected one with --by") from error
