"""The ``--ledger`` option, the same for every command that works on a ledger."""

from pathlib import Path

import click

#: Gives the command the argument ``ledger``, a path; whether there is a ledger, the store says when it opens it.
ledger_option = click.option(
    "--ledger",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="NEWSLEDGER_LEDGER",
    default="newsledger.db",
    show_default=True,
    show_envvar=True,
    help="The ledger file.",
)
