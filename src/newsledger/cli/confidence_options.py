"""The options ``--min-confidence`` and ``--all``, the same for every command that shows findings."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from newsledger.cli.number import Number
from newsledger.model import SHOWN_FROM, WEIGHED, Weighed
from newsledger.show import ALL, Floors

_Command = TypeVar("_Command", bound=Callable[..., Any])


def confidence_options(command: _Command) -> _Command:
    """Give a command ``--min-confidence`` and ``--all``."""
    command = click.option("--all", "everything", is_flag=True, help="Also what is less sure than is shown else.")(
        command
    )
    return click.option(
        "--min-confidence",
        "least",
        type=Number(0, 1),
        metavar="SHARE",
        help="Only what is at least so sure, 0 to 1.  [default: as docs/confidence.md says]",
    )(command)


def floors_of(least: float | None, *, everything: bool) -> Floors:
    """Say from which confidence on each kind is shown.

    Raises:
        UsageError: All is asked for, and less than all.
    """
    if everything and least is not None:
        raise click.UsageError("--all shows what is less sure, too; expected it or --min-confidence, not both")
    if everything:
        return ALL
    return SHOWN_FROM if least is None else dict.fromkeys(WEIGHED, least)


def least_of(kind: Weighed, least: float | None, *, everything: bool) -> float | None:
    """Say how sure findings of a kind must be to be shown; None where all are."""
    return floors_of(least, everything=everything).get(kind) or None
