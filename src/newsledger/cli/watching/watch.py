"""``newsledger watch``."""

import signal
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from types import FrameType
from typing import Any, Literal

import click

from newsledger.cli.adding.progress import now
from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.opened import opened
from newsledger.cli.reading_options import ReadingOptions, reading_options
from newsledger.cli.rows import tell
from newsledger.cli.watching.lines import line_of
from newsledger.cli.watching.network import NetworkOptions, need_extra, network_options
from newsledger.errors import NewsledgerError
from newsledger.pipeline import load_page_rules
from newsledger.show import json_line
from newsledger.store import Place, Store
from newsledger.watch.sources import lone_pages
from newsledger.watch.told import Told


@click.command()
@ledger_option
@click.option("--once", is_flag=True, help="End when nothing is due, as for cron; else go on until stopped.")
@click.option(
    "--hosts", type=click.IntRange(1, 64), default=8, show_default=True, help="How many hosts are asked at once."
)
@click.option("--no-bytes", is_flag=True, help="Keep only the hash of each page, not its bytes.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl"]),
    help="jsonl: a line on standard output for each thing that is told of, once it is safe on disk.",
)
@network_options
@reading_options
def watch(
    ledger: Place,
    once: bool,
    hosts: int,
    no_bytes: bool,
    form: Literal["jsonl"] | None,
    network: NetworkOptions,
    reading: ReadingOptions,
) -> None:
    """Look at the sources of a ledger when they are due, and read the pages that they name.

    'newsledger sources add' says what is watched. Each host is asked one thing at a time, with a pause;
    robots.txt, Retry-After and all that a site says of how often it wants to be asked are kept to. A page
    is looked at again for some days: a change is a new version of its article.

    All of its state is in the ledger: it may be killed at any time and goes on where it was. A line a page
    is written to standard error. Ctrl-C or SIGTERM ends it once what is under way has come.
    """
    try:
        need_extra()
        with opened(ledger) as store:
            settings = {"hosts": hosts, "with_bytes": not no_bytes, "limit": reading.limit_bytes}
            for told in watched(store, network, reading, settings, once=once):
                tell(line_of(told))
                if form == "jsonl":
                    click.echo(json_line(told))
    except NewsledgerError as error:
        raise click.ClickException(str(error)) from error


def watched(
    store: Store, network: NetworkOptions, reading: ReadingOptions, settings: dict[str, Any], *, once: bool
) -> Iterator[Told]:
    """Watch until somebody stops it; gives what there is to tell.

    Args:
        store: The ledger.
        network: How the network is asked.
        reading: How pages are read.
        settings: Of the watch, beside those.
        once: End when nothing is due.
    """
    # None of these is there without the extra.
    from newsledger.watch.clock import SystemClock  # noqa: PLC0415
    from newsledger.watch.run import Settings, Watch  # noqa: PLC0415

    if not store.watching.sources() and not lone_pages(store.watching):
        tell("nothing is watched yet; add sources with 'newsledger sources add URL'")
    run = store.begin("watch", at=now())
    with reading.crew() as crew, stopping() as stop, closing(network.fetcher()) as fetcher:
        watching = Watch(
            store=store,
            fetch=fetcher,
            crew=crew,
            clock=SystemClock(stop),
            rules=load_page_rules()[0],
            settings=Settings(delay=network.delay, allow_private=network.allow_private, **settings),
            stop=stop,
        )
        yield from watching.run(run=run, once=once)
    store.end(run, at=now())


@contextmanager
def stopping() -> Iterator[threading.Event]:
    """Give what is set when somebody asks to stop; who asks again is heeded at once."""
    stop = threading.Event()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def ask(number: int, frame: FrameType | None) -> None:
        if stop.is_set() and callable(again := before[signal.Signals(number)]):
            again(number, frame)
        stop.set()

    try:
        for number in before:
            signal.signal(number, ask)
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
