"""The option ``--standing`` of commands that know forms without standings."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from newsledger.export import HAPPENED
from newsledger.store import STANDINGS

_Command = TypeVar("_Command", bound=Callable[..., Any])


def standing_option(what: str) -> Callable[[_Command], _Command]:
    """Give a command ``--standing``."""
    return click.option(
        "--standing",
        "standings",
        type=click.Choice([*STANDINGS, "all"]),
        multiple=True,
        help=f"{what}  [default: happened, ongoing]",
    )


def standings_of(chosen: tuple[str, ...]) -> frozenset[str]:
    """Read the standings; of some happenings none is told, which is one of all."""
    if "all" in chosen:
        return frozenset([*STANDINGS, ""])
    return frozenset(chosen) or HAPPENED
