"""What is to be exported."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from newsledger.store import DumpTable, HappeningQuestion
from newsledger.store.dump import Dump
from newsledger.store.rows import Row

Form = Literal[
    "parquet",
    "csv",
    "polecat",
    "gdelt",
    "icews",
    "dyads",
    "ics",
    "csl-json",
    "ro-crate",
    "annotation",
    "timeml",
]
FORMS: tuple[Form, ...] = get_args(Form)
#: What goes into forms that know no standing, unless somebody wants other standings.
HAPPENED = frozenset({"happened", "ongoing"})
#: By which column of a table it is known what belongs to a question.
_BELONGS: Mapping[DumpTable, tuple[str, str]] = {
    "articles": ("id", "articles"),
    "texts": ("id", "articles"),
    "happenings": ("id", "happenings"),
    "happening_parties": ("happening", "happenings"),
    "happening_lives": ("happening", "happenings"),
    "receipts": ("happening", "happenings"),
    "mentions": ("happening", "happenings"),
    "mention_parties": ("mention", "findings"),
    "statements": ("article", "articles"),
    "expectations": ("happening", "happenings"),
    "actors": ("key", "actors"),
    "casts": ("article", "articles"),
    "copies": ("first", "articles"),
    "stories": ("id", "stories"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What is to be exported.

    Attributes:
        question: Which happenings; with them goes what tells of them. None for everything.
        standings: What goes into forms that know no standing.
        today: Day on which the calendar is read, ISO 8601.
        texts: With the articles' texts.
        corrections: What persons judged lies over what was read.
    """

    forms: tuple[Form, ...]
    today: str
    question: HappeningQuestion | None = None
    standings: frozenset[str] = HAPPENED
    texts: bool = False
    corrections: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The rows of a ledger that belong to a question: ids by kind; None for all there are."""

    dump: Dump
    ids: Mapping[str, set[str]] | None = field(default=None)

    @classmethod
    def of(cls, dump: Dump, question: HappeningQuestion | None) -> "Scope":
        """Find what belongs to a question: its happenings, what tells of them, and the articles where that stands."""
        if question is None:
            return cls(dump=dump)
        happenings = set(dump.chosen(question))
        ids: dict[str, set[str]] = {"happenings": happenings, "findings": set(), "articles": set()}
        told: tuple[DumpTable, ...] = ("mentions", "expectations")
        for row in (row for table in told for row in dump.rows(table) if row["happening"] in happenings):
            ids["findings"].add(row["id"])
            ids["articles"].add(row["article"])
        ids["stories"] = {row["story"] for row in dump.rows("happenings") if row["id"] in happenings}
        ids["actors"] = {row["key"] for row in dump.rows("casts") if row["article"] in ids["articles"]}
        return cls(dump=dump, ids=ids)

    def rows(self, table: DumpTable) -> Iterator[Row]:
        """Give the rows of a table that belong to the question."""
        if self.ids is None:
            yield from self.dump.rows(table)
            return
        column, kind = _BELONGS[table]
        wanted = self.ids[kind]
        for row in self.dump.rows(table):
            if row[column] in wanted and (table != "copies" or row["second"] in wanted):
                yield row

    def has(self, article: str) -> bool:
        """Say whether an article belongs to the question."""
        return self.ids is None or article in self.ids["articles"]
