"""``newsledger add``."""

import sys
from functools import partial
from pathlib import Path
from typing import Literal

import click

from newsledger.cli.adding.finish import finish
from newsledger.cli.adding.progress import AddProgress, now, watched
from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.opened import opened
from newsledger.cli.read import IsoDate
from newsledger.cli.reading_options import ReadingOptions, reading_options
from newsledger.cli.watching.network import NetworkOptions, network_options
from newsledger.cli.watching.visiting import is_address, visiting
from newsledger.intake import NAMELESS, Meter, read_sources, size_of
from newsledger.ledger.add import add as add_to
from newsledger.store import Place


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE... | -")
@ledger_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl"]),
    help="jsonl: a line on standard output for each article, once it is safe on disk: what, article, url, reason.",
)
@click.option("--no-bytes", is_flag=True, help="Keep only the hash of each page, not its bytes.")
@click.option("--published", type=IsoDate(), help="The date of all that has none of its own (ISO, such as 2017-01-21).")
@click.option("--url", help="The page's address, for one page from a file or standard input.")
@network_options
@reading_options
def add(
    sources: tuple[str, ...],
    ledger: Place,
    form: Literal["jsonl"] | None,
    no_bytes: bool,
    published: str | None,
    url: str | None,
    network: NetworkOptions,
    reading: ReadingOptions,
) -> None:
    """Read pages into a ledger, which is made where there is none.

    SOURCE is a file, a folder (read through to its end), or - for standard input: a page (HTML or
    plain text), JSON Lines of texts ("text", and "published" and "url" where known; further fields
    are kept as notes), JSON Lines of records that 'newsledger read' made, or a WARC, WET or ARC
    archive; each packed as .gz or not. Its content says which it is. Or it is an address of the web: of a
    page, or of a feed or sitemap whose pages are then brought in, politely (this needs the extra 'watch').

    What the ledger has is not read again: adding twice changes nothing, and an add that was stopped
    goes on where it was. What could not be read is kept too, with the reason; the exit code is then 1.
    """
    if "" in sources:
        raise click.UsageError(NAMELESS)
    if url and (len(sources) > 1 or is_address(sources[0]) or Path(sources[0]).is_dir()):
        raise click.UsageError("--url names one page, but several are added; add that page by itself")
    meter = Meter()
    files = [one for one in sources if not is_address(one)]
    total = size_of(files) if watched() and len(files) == len(sources) else 0
    progress = AddProgress(form=form, drawn=watched(), meter=meter, total=total)
    reader = partial(
        read_sources, published=published, url=url, stdin=sys.stdin.buffer, limit=reading.limit_bytes, meter=meter
    )
    with (
        progress.told(ledger),
        visiting(sources, network, reading.limit_bytes) as visit,
        opened(ledger, new=True) as store,
    ):
        found = (
            one for source in sources for one in (visit(source, store) if is_address(source) else reader([source]))
        )
        run = store.begin("add", at=now())
        with reading.crew() as crew:
            for outcome in add_to(store, found, crew, run=run, with_bytes=not no_bytes):
                progress.tell(outcome)
            finish(store, progress, crew, run=run)
