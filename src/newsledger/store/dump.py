"""All that a ledger holds, a table at a time, for those who write it into files of other forms."""

from collections.abc import Iterator
from typing import Literal, Protocol

from newsledger.model import Correction
from newsledger.store.questions import HappeningQuestion
from newsledger.store.rows import Row

#: What can be had. Each is in the order of its first column, by code points, so that two can be read side by side.
DumpTable = Literal[
    "articles",
    "texts",
    "happenings",
    "happening_parties",
    "happening_lives",
    "receipts",
    "mentions",
    "mention_parties",
    "statements",
    "expectations",
    "actors",
    "casts",
    "copies",
    "stories",
    "makers",
]


class Dump(Protocol):
    """All rows of a ledger as they were at one moment, one at a time in memory."""

    def rows(self, table: DumpTable) -> Iterator[Row]:
        """Give all rows of a table."""

    def judged(self) -> Iterator[tuple[Correction, str | None]]:
        """Give what stands of findings, by their ids of now, each with each happening that it tells, or None."""

    def gone(self) -> Iterator[str]:
        """Give the happenings of which nothing is there, as persons judged, by their ids."""

    def chosen(self, question: HappeningQuestion) -> Iterator[str]:
        """Give the happenings that a question asks for, by their ids."""
