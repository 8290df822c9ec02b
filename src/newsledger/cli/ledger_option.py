"""The ``--ledger`` option, the same for every command that works on a ledger."""

from pathlib import Path
from typing import Any

import click

from newsledger.store import Place, is_on_server, without_password


class LedgerPlace(click.ParamType[Place]):
    """A file, or the address of a database; whether there is a ledger, the store says when it opens it."""

    name = "file | postgresql://…"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Place:
        """Take an address as it is, and anything else as a file."""
        if isinstance(value, str) and is_on_server(value):
            return value
        path: Path = click.Path(dir_okay=False, path_type=Path).convert(value, param, ctx)
        return path


class LedgerFile(click.Path):
    """A ledger's file, of a command that knows no server; an address is no file, and its password is not shown."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse an address, and take anything else as a file."""
        if isinstance(value, str) and is_on_server(value):
            told = "expected a file; 'newsledger copy' takes a ledger from a file to a server and back"
            self.fail(f"found the address {without_password(value)}, {told}", param, ctx)
        return super().convert(value, param, ctx)


#: Gives the command the argument ``ledger``.
ledger_option = click.option(
    "--ledger",
    type=LedgerPlace(),
    metavar="FILE | URL",
    envvar="NEWSLEDGER_LEDGER",
    default="newsledger.db",
    show_default=True,
    show_envvar=True,
    help="The ledger: a file, or a postgresql:// address.",
)
