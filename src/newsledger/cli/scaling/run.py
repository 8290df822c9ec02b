"""``newsledger run``."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import click

from newsledger.cli.adding.progress import watched
from newsledger.cli.ending import code_of
from newsledger.cli.read import IsoDate
from newsledger.cli.reading_options import ReadingOptions, reading_options
from newsledger.cli.rows import tell
from newsledger.cli.scaling.place import PlaceType
from newsledger.cli.scaling.progress import Told
from newsledger.errors import NewsledgerError
from newsledger.intake import NAMELESS
from newsledger.intake.objects import Place, given_place
from newsledger.ledger.loaded import ReaderOptions
from newsledger.scale.engines import opened
from newsledger.scale.run import run as run_all
from newsledger.scale.tasks import SHARD, RunOptions


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--out",
    required=True,
    metavar="DIR",
    type=PlaceType(exists=False),
    help="The folder for the shards, also of an object store (s3://…); the same again goes on where it stopped.",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "ray"]),
    default="local",
    show_default=True,
    help="local: processes of this machine; ray: a cluster, or one of this machine.",
)
@click.option("--address", help="Of a cluster of Ray that is there, as of 'ray start'; DIR must be one folder for all.")
@click.option(
    "--shard",
    "size",
    type=click.IntRange(min=1, max=100_000),
    default=SHARD,
    show_default=True,
    help="The most pages of a shard.",
)
@click.option("--published", type=IsoDate(), help="The date of all that has none of its own (ISO, such as 2017-01-21).")
@click.option("--parse-copies", is_flag=True, help="Read copies too, and not only the first page of each text.")
@reading_options
def run(
    inputs: tuple[str, ...],
    out: Place,
    engine: Literal["local", "ray"],
    address: str | None,
    size: int,
    published: str | None,
    parse_copies: bool,
    reading: ReadingOptions,
) -> None:
    """Read archives of any size into shards of Parquet: records, findings, mirrors and failures.

    INPUT is a file or a folder, read through to its end: WARC, WET or ARC archives, JSON Lines of texts or of
    records, Parquet with a column 'text', 'html' or 'record', and single pages; their content says which they are.
    INPUT and DIR may lie in an object store: s3://bucket/path; keys come from the environment or ~/.aws.

    A page that says what an earlier one says is kept as its mirror and not parsed. Shards are written whole or not
    at all: a run that was stopped goes on where it was, one that was finished does nothing, and the same input gives
    the same bytes. Pages that cannot be read stand in the table 'failures'. The exit code is 1 where a file of the
    input cannot be read or a shard is missing. Needs the extra 'scale'.
    """
    _check_inputs(inputs)
    if address and engine != "ray":
        raise click.UsageError("--address is of a cluster; say --engine ray, too")
    options = RunOptions(
        reader=ReaderOptions(model=reading.model, lexicons=reading.lexicons, actors=reading.actors),
        size=size,
        published=published,
        limit_bytes=reading.limit_bytes,
        limit_seconds=reading.limit_seconds,
        parse_copies=parse_copies,
    )
    told = Told(drawn=watched())
    with _ended(told), opened(engine, options, jobs=reading.jobs, address=address) as there:
        outcome = run_all(inputs, out.absolute() if isinstance(out, Path) else out, options, there, told.step)
    told.clear()
    for failure in outcome.failures:
        tell(f"{failure.url}: {failure.reason}")
    for reason in outcome.lost:
        tell(f"{reason}; run the same again to try again")
    tell(told.end(outcome))
    if outcome.failures or outcome.lost:
        raise SystemExit(1)


def _check_inputs(inputs: tuple[str, ...]) -> None:
    if "" in inputs:
        raise click.UsageError(NAMELESS)
    for source in inputs:
        try:
            given_place(source)
        except ValueError as error:
            raise click.UsageError(str(error)) from error


@contextmanager
def _ended(told: Told) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt as stop:
        told.clear()
        tell("stopped; run the same again to go on")
        raise SystemExit(code_of(stop)) from None
    except NewsledgerError as error:
        told.clear()
        raise click.ClickException(str(error)) from error
