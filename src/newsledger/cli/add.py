"""``newsledger add``."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import click

from newsledger.cli.add_progress import AddProgress, watched
from newsledger.cli.ledger_option import ledger_option
from newsledger.cli.read import IsoDate
from newsledger.errors import NewsledgerError
from newsledger.intake import MAX_BYTES, Meter, read_sources, size_of
from newsledger.language import DEFAULT_PIPELINE
from newsledger.ledger.add import add as add_to
from newsledger.ledger.add import readers
from newsledger.ledger.lives import follow_all
from newsledger.ledger.work import ReaderOptions
from newsledger.store import open_ledger

#: What a shell says of a program that Ctrl-C ended.
_INTERRUPTED = 130


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE... | -")
@ledger_option
@click.option("--jobs", type=click.IntRange(min=1), help="Processes that read.  [default: one on each core]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl"]),
    help="jsonl: a line on standard output for each article, once it is safe on disk: what, article, url, reason.",
)
@click.option("--no-bytes", is_flag=True, help="Keep only the hash of each page, not its bytes.")
@click.option("--published", type=IsoDate(), help="The date of all that has none of its own (ISO, such as 2017-01-21).")
@click.option("--url", help="The page's address, for one page from a file or standard input.")
@click.option("--model", default=DEFAULT_PIPELINE, show_default=True, help="An installed spaCy pipeline for English.")
@click.option(
    "--lexicon",
    "lexicons",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="Your own word list, named like the one that it adds to. May be given again.",
)
@click.option(
    "--actors",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="Your own list of actors, with the columns of our people or organisations; it wins over ours. "
    "May be given again.",
)
@click.option("--limit-bytes", type=click.IntRange(min=1), default=MAX_BYTES, show_default=True, help="Largest page.")
@click.option(
    "--limit-seconds", type=click.FloatRange(min=1), default=300, show_default=True, help="Longest reading of a page."
)
def add(
    sources: tuple[str, ...],
    ledger: Path,
    jobs: int | None,
    form: Literal["jsonl"] | None,
    no_bytes: bool,  # noqa: FBT001 - click passes it by name
    published: str | None,
    url: str | None,
    model: str,
    lexicons: tuple[Path, ...],
    actors: tuple[Path, ...],
    limit_bytes: int,
    limit_seconds: float,
) -> None:
    """Read pages into a ledger, which is made where there is none.

    SOURCE is a file, a folder (read through to its end), or - for standard input: a page (HTML or
    plain text), JSON Lines of texts ("text", and "published" and "url" where known; further fields
    are kept as notes), JSON Lines of records that 'newsledger read' made, or a WARC, WET or ARC
    archive; each packed as .gz or not. Its content says which it is.

    What the ledger has is not read again: adding twice changes nothing, and an add that was stopped
    goes on where it was. What could not be read is kept too, with the reason; the exit code is then 1.
    """
    if url and (len(sources) > 1 or Path(sources[0]).is_dir()):
        raise click.UsageError("--url names one page, but several are added; add that page by itself")
    meter = Meter()
    total = size_of(sources) if watched() else 0
    progress = AddProgress(form=form, drawn=watched(), meter=meter, total=total)
    options = ReaderOptions(model=model, lexicons=lexicons, actors=actors)
    found = read_sources(sources, published=published, url=url, stdin=sys.stdin.buffer, limit=limit_bytes, meter=meter)
    try:
        with open_ledger(ledger, new=True) as store, readers(options, jobs=jobs, seconds=limit_seconds) as crew:
            run = store.begin("add", at=_now())
            for outcome in add_to(store, found, crew, run=run, with_bytes=not no_bytes):
                progress.tell(outcome)
            for _ in follow_all(store, run=run):
                pass
            store.end(run, at=_now())
    except KeyboardInterrupt:
        progress.say("stopped; add the same again to go on")
        progress.end(ledger)
        raise SystemExit(_INTERRUPTED) from None
    except NewsledgerError as error:
        progress.end(ledger)
        raise click.ClickException(str(error)) from error
    progress.end(ledger)
    if progress.summary.failed:
        raise SystemExit(1)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
