"""``newsledger serve``."""

import secrets
import webbrowser
from datetime import date
from functools import partial

import click

from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.opened import opened
from newsledger.cli.reading_options import ReadingOptions, reading_options
from newsledger.cli.rows import tell
from newsledger.cli.watching.lines import line_of
from newsledger.cli.watching.network import NetworkOptions, need_extra, network_options
from newsledger.cli.watching.watch import watched
from newsledger.errors import NewsledgerError
from newsledger.store import Place

#: Bytes of chance that a token is made of: nobody guesses it.
_TOKEN = 24
_PREFIX = "expected a path such as /news, of letters, digits, - and _"


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; 0.0.0.0 is everywhere.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Where; 0 takes any.")
@click.option("--allow-host", multiple=True, metavar="NAME", help="Also answer to this name, as behind a proxy.")
@click.option("--prefix", default="", metavar="PATH", help="In front of every address, as /news behind a proxy.")
@click.option("--today", metavar="DAY", help="The day from which to look (ISO).  [default: today]")
@click.option("--open", "show", is_flag=True, help="Open the first page in a browser.")
@click.option("--write", is_flag=True, help="Let who has the token, told at the start, correct what was read.")
@click.option(
    "--watch",
    "is_watched",
    is_flag=True,
    help="Look at the ledger's sources meanwhile, as 'newsledger watch' does; the options below are for this alone.",
)
@ledger_option
@network_options
@reading_options
def serve(
    host: str,
    port: int,
    allow_host: tuple[str, ...],
    prefix: str,
    today: str | None,
    show: bool,
    write: bool,
    is_watched: bool,
    ledger: Place,
    network: NetworkOptions,
    reading: ReadingOptions,
) -> None:
    """Open the ledger as pages to read, check and cite, on this machine only.

    The pages only read: nothing that a browser asks for changes the ledger. Articles may be added meanwhile; with
    --watch this command itself brings in what the sources publish. With --write, a token is told at the start: who
    gives it under Review can judge findings. What is judged lies over the record, and 'newsledger corrections' shows
    it.
    """
    try:
        from newsledger.cli.serving.site import Place, beside, run  # noqa: PLC0415 - an extra, not everybody has it
    except ModuleNotFoundError as error:
        raise click.ClickException(f"found no {error.name}; install it with: pip install 'newsledger[web]'") from error
    if prefix and not all(part and part.replace("-", "").replace("_", "").isalnum() for part in _parts(prefix)):
        raise click.UsageError(f"found the prefix {prefix!r}, {_PREFIX}")
    try:
        with opened(ledger):
            pass
    except NewsledgerError as error:
        raise click.ClickException(str(error)) from error
    allowed = tuple(_named(name) for name in allow_host)
    names = (host, *allowed) if host not in ("0.0.0.0", "::") else allowed  # noqa: S104 - compared only
    place = Place(
        open_store=partial(opened, ledger),
        today=partial(_today, _day(today)),
        hosts=tuple(f"[{name}]" if ":" in name else name for name in names),
        prefix=prefix.rstrip("/"),
        at=(host, port),
        ready=webbrowser.open if show else None,
        token=secrets.token_urlsafe(_TOKEN) if write else None,
    )
    if not is_watched:
        run(place)
        return
    try:
        need_extra()
        with beside(place), opened(ledger) as store:
            for told in watched(store, network, reading, {"limit": reading.limit_bytes}, once=False):
                tell(line_of(told))
    except NewsledgerError as error:
        raise click.ClickException(str(error)) from error


def _parts(prefix: str) -> list[str]:
    return prefix.rstrip("/").split("/")[1:] if prefix.startswith("/") else [""]


def _named(name: str) -> str:
    """Give the name of a host as it is compared; with a scheme or port in it none would ever be the same."""
    bare = name.removeprefix("[").removesuffix("]")
    if not bare or set(bare) & set("/@ ") or bare.count(":") == 1:
        raise click.UsageError(
            f"found the host {name!r}, expected a name such as news.example, without https:// and port"
        )
    return bare


def _day(today: str | None) -> str | None:
    try:
        return date.fromisoformat(today).isoformat() if today else None
    except ValueError as error:
        raise click.UsageError(f"found today {today!r}, expected an ISO day, such as 2017-01-21") from error


def _today(given: str | None) -> str:
    return given or date.today().isoformat()  # noqa: DTZ011 - the reader's own day
