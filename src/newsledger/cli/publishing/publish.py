"""``newsledger publish``."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.questions.asking import asked
from newsledger.cli.rows import tell
from newsledger.store import Place

if TYPE_CHECKING:
    from newsledger.publish import Result, Settings

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.argument("folder", type=_FOLDER, required=False, metavar="DIR")
@click.option("--to", "other", type=_FOLDER, metavar="DIR", help="The same as DIR.")
@click.option("--mirror", "mirrors", type=_FOLDER, multiple=True, metavar="DIR", help="Keep this folder equal, too.")
@click.option(
    "--text",
    type=click.Choice(["quotes", "none", "full"]),
    default="quotes",
    show_default=True,
    help="What of the articles' words: those that findings rest on; none; all, for those who have the right.",
)
@click.option("--address", metavar="URL", help="Where it will stand: for feeds, maps and cards.  [default: anywhere]")
@click.option("--also", "also", multiple=True, metavar="URL", help="Another address where it will stand.")
@click.option("--title", default="Newsledger", show_default=True, help="What the site is called.")
@click.option("--hub", metavar="URL", help="A WebSub hub that tells readers of feeds what is new.")
@click.option("--story", metavar="ID", help="Only this story.")
@click.option("--actor", metavar="NAME", help="Only what somebody is in.")
@click.option("--month", metavar="MONTH", help="Only the articles of a month, as 2018-04.")
@click.option("--today", metavar="DAY", help="The day from which to look (ISO).  [default: the last day that is kept]")
@click.option(
    "--sign",
    "key",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="KEY",
    help="Sign the manifest with a private key of OpenSSH (ssh-keygen -t ed25519).",
)
@ledger_option
def publish(
    folder: Path | None,
    other: Path | None,
    mirrors: tuple[Path, ...],
    key: Path | None,
    ledger: Place,
    address: str | None,
    also: tuple[str, ...],
    **more: Any,
) -> None:
    """Write the ledger as a site of files into DIR: for any static host, a disk or a stick.

    Only what changed is written, and whoever reads meanwhile always sees a whole site. The same ledger gives the same
    bytes. Every link is relative: the site works at any address, in any folder, and opened from a disk.
    """
    target = folder or other
    if target is None or (folder and other):
        raise click.UsageError("found no folder, or two; expected one, as in: newsledger publish site")
    settings = _settings(tuple(filter(None, (address, *also))), more)
    publishing = import_module("newsledger.publish")  # its templates are not loaded for other commands
    with asked(ledger) as store:
        result: Result = publishing.publish(store, target, settings, mirrors=mirrors, key=key)
    _tell(target, result)


def _settings(addresses: tuple[str, ...], more: dict[str, Any]) -> "Settings":
    from newsledger.publish import Settings  # noqa: PLC0415 - as above

    whole = tuple(one if one.endswith("/") else f"{one}/" for one in addresses)
    try:
        return Settings(addresses=whole, **more)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _tell(target: Path, result: "Result") -> None:
    tell(f"{target}: {result.written:,} written, {result.unchanged:,} unchanged, {result.removed:,} removed")
    for copied in result.mirrors:
        told = f"{copied.written:,} written, {copied.unchanged:,} unchanged, {copied.removed:,} removed"
        tell(f"{copied.folder}: {told}")
    click.echo((target / "index.html").as_posix())
