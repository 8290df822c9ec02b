"""What every command that reads into a ledger has in common: how to read, and with how many processes."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from newsledger.cli.number import Number
from newsledger.intake import MAX_BYTES
from newsledger.language import DEFAULT_PIPELINE
from newsledger.ledger.add import AddCrew, readers
from newsledger.ledger.loaded import ReaderOptions

_OPTIONS = (
    click.option("--jobs", type=click.IntRange(min=1), help="Processes that read.  [default: one on each core]"),
    click.option(
        "--model", default=DEFAULT_PIPELINE, show_default=True, help="An installed spaCy pipeline for English."
    ),
    click.option(
        "--lexicon",
        "lexicons",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        multiple=True,
        help="Your own word list, named like the one that it adds to. May be given again.",
    ),
    click.option(
        "--actors",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        multiple=True,
        help="Your own list of actors, with the columns of our people or organisations; it wins over ours. "
        "May be given again.",
    ),
    click.option(
        "--limit-bytes", type=click.IntRange(min=1), default=MAX_BYTES, show_default=True, help="Largest page."
    ),
    click.option(
        "--limit-seconds",
        type=Number(1, 86_400),
        default=300,
        show_default=True,
        help="Longest time for one page.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """The options of ``reading_options``."""

    jobs: int | None
    model: str
    lexicons: tuple[Path, ...]
    actors: tuple[Path, ...]
    limit_bytes: int
    limit_seconds: float

    def crew(self) -> AbstractContextManager[AddCrew]:
        """Have processes that read."""
        options = ReaderOptions(model=self.model, lexicons=self.lexicons, actors=self.actors)
        return readers(options, jobs=self.jobs, seconds=self.limit_seconds)


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of reading, as one argument ``reading``."""

    @wraps(command)
    def with_options(**given: Any) -> None:
        reading = ReadingOptions(**{name: given.pop(name) for name in ReadingOptions.__slots__})
        command(**given, reading=reading)

    decorated: Callable[..., None] = with_options
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated
