"""Gives all rows of a ledger as they were at one moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from newsledger.model import Correction
from newsledger.store.dump import DumpTable
from newsledger.store.questions import HappeningQuestion
from newsledger.store.rows import Row
from newsledger.store.tables.ask.told import choose_happenings
from newsledger.store.tables.corrections import read_actors
from newsledger.store.tables.corrections.moving import correction_of
from newsledger.store.tables.database import Database
from newsledger.store.tables.statements import load


@contextmanager
def dump(database: Database, *, corrections: bool) -> Iterator["TableDump"]:
    """Have all rows, inside one transaction; see ``Answers.dump``."""
    with database.moment():
        yield TableDump(database, corrections)


@dataclass(frozen=True, slots=True)
class TableDump:
    """A ``Dump`` of a ledger in tables."""

    database: Database
    corrections: bool

    def rows(self, table: DumpTable) -> Iterator[Row]:
        """Give all rows of a table."""
        is_read = table == "actors" and not self.corrections
        for row in self.database.stream(read_actors() if is_read else load("dump")[table], {}):
            yield dict(zip(row.keys(), row, strict=True))

    def judged(self) -> Iterator[tuple[Correction, str | None]]:
        """Give what stands of findings, by their ids of now, each with each happening that it tells, or None."""
        with self.database.reading() as connection:
            for row in connection.execute(load("dump")["judged"], {}):
                now = replace(correction_of(row), finding=row["finding_now"], other=row["other_now"])
                yield now, row["chain"]

    def gone(self) -> Iterator[str]:
        """Give the happenings of which nothing is there, as persons judged, by their ids."""
        sql = load("dump")["gone"].replace("(gone)", f"({load('told').given('gone_chains', {})})")
        for row in self.database.stream(sql, {}):
            yield row["id"]

    def chosen(self, question: HappeningQuestion) -> Iterator[str]:
        """Give the happenings that a question asks for, by their ids."""
        with self.database.reading() as connection:
            yield from choose_happenings(connection, question)
