"""What a process is asked to do, and what it says it has done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from newsledger.intake.cuts import Cut
from newsledger.ledger.loaded import ReaderOptions

#: The form of what is written; another one is another run.
FORMAT = 1
#: The most pages of a shard: a few seconds of work, so that cores end together and a kill costs little.
SHARD = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """How a run reads; what another run of the same input must have in common with it to give the same bytes.

    Attributes:
        size: How many pages a shard has at most.
        published: The date of all pages that have none of their own.
        limit_bytes: The most bytes that a page may have.
        limit_seconds: The most time of a processor for one page.
        parse_copies: Read copies too, as if they were no copies.
    """

    reader: ReaderOptions = field(default_factory=ReaderOptions)
    size: int = SHARD
    published: str | None = None
    limit_bytes: int = 50_000_000
    limit_seconds: float = 300
    parse_copies: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a file of the input.

    Attributes:
        sha256: Of the whole file.
    """

    path: str
    sha256: str
    cut: Cut


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """A page of a shard that says what an earlier page says.

    Attributes:
        row: Its number in the shard.
        shard: The shard of pages that the earlier one stands in.
        original: Its number there.
        article: The id of the article that the earlier one is.
    """

    row: int
    shard: str
    original: int
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A shard to be made.

    Attributes:
        kind: ``maker``: say what reads. ``pages``: take pages in and see what each is. ``records``: read them.
        folder: That of the run.
        name: Of the shard, by all that it is made of.
        parts: Of the input, for ``pages``.
        pages: The shard of pages, for ``records``.
        mirrors: The pages of that which need not be read.
    """

    kind: Literal["maker", "pages", "records"]
    folder: str = ""
    name: str = ""
    options: RunOptions = field(default_factory=RunOptions)
    parts: tuple[Part, ...] = ()
    pages: str = ""
    mirrors: tuple[Mirror, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What came of a task.

    Attributes:
        counts: How many pages came to what.
        maker: What reads, as JSON.
        lost: Why there is no shard; None where there is one.
    """

    kind: Literal["maker", "pages", "records"]
    name: str
    counts: Mapping[str, int] = field(default_factory=dict)
    maker: str | None = None
    lost: str | None = None


def lost(task: Task, reason: str) -> Done:
    """Make what is said of a task that was not done."""
    return Done(kind=task.kind, name=task.name, lost=reason)
