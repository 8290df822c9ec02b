"""A ledger in tables as a store."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from newsledger.model import (
    Count,
    Done,
    Due,
    Entity,
    Facet,
    Found,
    HappeningRow,
    Listed,
    Outlet,
    Page,
    Record,
    Revision,
    Run,
    Said,
    Sighted,
    Spot,
    StoryRow,
)
from newsledger.store.dump import Dump
from newsledger.store.entry import Entry, Kept, Reading
from newsledger.store.groups import Groups, HeldTold
from newsledger.store.held import (
    HeldCapture,
    HeldFailure,
    HeldReading,
    Loss,
    Outdated,
    RuleChange,
    Take,
    Tally,
    Tombstone,
)
from newsledger.store.protocol import Outcome, Reread
from newsledger.store.questions import (
    ActorQuestion,
    ArticleQuestion,
    EventQuestion,
    HappeningQuestion,
    Measure,
    OutlookQuestion,
    SearchQuestion,
    StatementQuestion,
    StoryQuestion,
)
from newsledger.store.rows import Row
from newsledger.store.sampling import Kind
from newsledger.store.tables import ask, inventory, known, put
from newsledger.store.tables.contents import TableContents
from newsledger.store.tables.corrections import TableCorrections
from newsledger.store.tables.database import Connection, Database
from newsledger.store.tables.groups import TableGroups
from newsledger.store.tables.upkeep import check, copy, dump, follow, forget, reread, sample
from newsledger.store.tables.watching import TableWatching


@dataclass(frozen=True, slots=True)
class TableStore:
    """A ``Store`` in the tables of a database, which it owns."""

    database: Database

    @property
    def connection(self) -> Connection:
        """To look at the tables themselves."""
        return self.database.connection

    @property
    def watching(self) -> TableWatching:
        """What is watched: sources and their pages."""
        return TableWatching(self.database)

    @property
    def contents(self) -> TableContents:
        """What there is, told shortly."""
        return TableContents(self.database)

    @property
    def corrections(self) -> TableCorrections:
        """What persons judged of findings."""
        return TableCorrections(self.database)

    def begin(self, command: str, *, at: str) -> int:
        """Note that a run begins, and give its number."""
        return put.begin_run(self.database, command, at)

    def end(self, run: int, *, at: str) -> None:
        """Note that a run has come to its end."""
        with self.database.transaction() as connection:
            put.end_run(connection, run, at)

    def known(self, keys: Iterable[str], *, with_bytes: bool = False) -> Mapping[str, Outcome]:
        """Say which captures have been read, or could not be, and what came of that."""
        with self.database.reading() as connection:
            return known.known(connection, keys, with_bytes=with_bytes)

    def put(self, entries: Sequence[Entry], *, run: int) -> tuple[Outcome, ...]:
        """Keep entries, all of them or, where it raises, none; putting twice is once."""
        with self.database.transaction() as connection:
            return tuple(put.put_entry(connection, entry, run) for entry in entries)

    def revision(self) -> str | None:
        """Name what the ledger holds now, as long as this is open."""
        return self.database.revision()

    def record(self, article: str) -> Record:
        """Give the newest record of an article, by its id."""
        with self.database.reading() as connection:
            return known.record(connection, article, where=self.database.name)

    def records(self) -> Iterator[Record]:
        """Give the newest record of each article's current version."""
        return known.records(self.database)

    def resolve(self, finding: str) -> str:
        """Give the id that a finding has now."""
        with self.database.reading() as connection:
            return follow.resolve(connection, finding)

    @contextmanager
    def grouping(self) -> Iterator[Groups]:
        """Have the tables of groups in one transaction."""
        with self.database.transaction() as connection:
            groups = TableGroups(connection)
            groups.by_keys()
            yield groups

    @contextmanager
    def groups(self) -> Iterator[Groups]:
        """Look at the tables of groups."""
        with self.database.reading() as connection:
            yield TableGroups(connection)

    def dump(self, *, corrections: bool = True) -> AbstractContextManager[Dump]:
        """Have all rows as they were at one moment, for files of other forms."""
        return dump.dump(self.database, corrections=corrections)

    def check(self) -> Iterator[str]:
        """Give each thing that is amiss with the file, its keys or its counts, in plain words."""
        return check.check(self.database)

    def tally(self) -> Tally:
        """Count what is there, and what was forgotten."""
        return check.tally(self.database)

    def captures(self) -> Iterator[HeldCapture]:
        """Give each capture with its bytes, one at a time in memory."""
        return check.captures(self.database)

    def readings(self) -> Iterator[HeldReading]:
        """Give each reading, older ones too, one at a time in memory."""
        return check.readings(self.database)

    def findings(self, article: str, table: str) -> Iterator[Row]:
        """Give an article's rows in one of the tables that records are taken apart into."""
        return check.findings(self.database, article, table)

    def spellings(self, wanted: Sequence[Row]) -> Iterator[Row]:
        """Give those of some spellings that are there."""
        return check.spellings(self.database, wanted)

    def ask_search(self, question: SearchQuestion, *, limit: int, after: str | None = None) -> Page[Found]:
        """Give the articles that have some words, the newest first."""
        with self.database.snapshot() as connection:
            return ask.ask_search(connection, question, limit, after)

    def ask_statements(self, question: StatementQuestion, *, limit: int, after: str | None = None) -> Page[Said]:
        """Give statements, the newest first."""
        with self.database.snapshot() as connection:
            return ask.ask_statements(connection, question, limit, after)

    def ask_events(self, question: EventQuestion, *, limit: int, after: str | None = None) -> Page[Done]:
        """Give distinct events, the newest first."""
        with self.database.snapshot() as connection:
            return ask.ask_events(connection, question, limit, after)

    def ask_outlook(self, question: OutlookQuestion, *, limit: int, after: str | None = None) -> Page[Due]:
        """Give distinct expectations: what is due next first; what is overdue, the latest first."""
        with self.database.snapshot() as connection:
            return ask.ask_outlook(connection, question, limit, after)

    def ask_actors(self, question: ActorQuestion, *, limit: int, after: str | None = None) -> Page[Entity]:
        """Give actors, those of the most articles first."""
        with self.database.snapshot() as connection:
            return ask.ask_actors(connection, question, limit, after)

    def ask_joined(self, question: ActorQuestion, *, limit: int, after: str | None = None) -> Page[Sighted]:
        """Give the actors of articles that are one person with those of a name, and why."""
        with self.database.snapshot() as connection:
            return ask.ask_joined(connection, question, limit, after)

    def count_events(
        self, question: EventQuestion, *, by: Measure, limit: int, after: str | None = None
    ) -> Page[Count]:
        """Count distinct events by what they have in common, the most first; by time in its order."""
        with self.database.snapshot() as connection:
            return ask.count_events(connection, question, by, limit, after)

    def survey(self, question: EventQuestion, *, time: Measure, limit: int) -> tuple[Facet, ...]:
        """Count the events of an answer by what they have in common, the most first, and by time, in its order."""
        with self.database.snapshot() as connection:
            return ask.survey(connection, question, time, limit)

    def ask_spots(self, question: EventQuestion) -> tuple[Spot, ...]:
        """Count distinct events by where they were, the most first; what has no place is counted, too."""
        with self.database.snapshot() as connection:
            return ask.ask_spots(connection, question)

    def ask_articles(self, question: ArticleQuestion, *, limit: int, after: str | None = None) -> Page[Listed]:
        """Give articles, each in its newest version, the newest first."""
        with self.database.snapshot() as connection:
            return inventory.ask_articles(connection, question, limit, after)

    def last_number(self) -> int:
        """Give the number of the text that came last; 0 where there is none."""
        return inventory.last_number(self.connection)

    def revisions(self, article: str, *, limit: int) -> tuple[Revision, ...]:
        """Give what each of the last versions of an article changed in the one before."""
        with self.database.snapshot() as connection:
            return inventory.revisions(connection, article, limit=limit)

    def home_of(self, finding: str) -> str:
        """Give the id of the article that a finding of any kind stands in."""
        with self.database.reading() as connection:
            return inventory.home_of(connection, finding)

    def outlets(self) -> tuple[Outlet, ...]:
        """Give whose pages there are, those of the most articles first."""
        with self.database.reading() as connection:
            return inventory.outlets(connection)

    def runs(self, *, limit: int, below: int | None = None) -> tuple[Run, ...]:
        """Give the runs, the last first."""
        with self.database.snapshot() as connection:
            return inventory.runs(connection, limit=limit, below=below)

    def waiting(self) -> int:
        """Count the articles and stories that are still to be grouped."""
        with self.database.reading() as connection:
            return ask.waiting(connection)

    def ask_stories(self, question: StoryQuestion, *, limit: int, after: str | None = None) -> Page[StoryRow]:
        """Give stories, those first that were told of last."""
        with self.database.snapshot() as connection:
            return ask.ask_stories(connection, question, limit, after)

    def story(self, identifier: str, *, corrections: bool = True) -> HeldTold:
        """Give a story by its id, or by that of any of its articles."""
        with self.database.snapshot() as connection:
            return ask.story(connection, identifier, corrections=corrections)

    def ask_happenings(
        self, question: HappeningQuestion, *, limit: int, after: str | None = None
    ) -> Page[HappeningRow]:
        """Give happenings: the newest first; of what was expected, what is due next, or was due last, first."""
        with self.database.snapshot() as connection:
            return ask.ask_happenings(connection, question, limit, after)

    def number_of_happenings(self, question: HappeningQuestion, *, most: int) -> int:
        """Say how many happenings there are, and no more than ``most``: none is loaded for it."""
        with self.database.snapshot() as connection:
            return ask.number_of_happenings(connection, question, most)

    def count_happenings(
        self, question: HappeningQuestion, *, by: Measure, limit: int, after: str | None = None
    ) -> Page[Count]:
        """Count happenings, independent reports and copies, the most first; by time in its order."""
        with self.database.snapshot() as connection:
            return ask.count_happenings(connection, question, by, limit, after)

    def happening(self, identifier: str, *, today: str) -> tuple[HappeningRow, str]:
        """Give a happening by its id, or by that of a mention or finding, and all of it as JSON."""
        with self.database.snapshot() as connection:
            return ask.happening(connection, identifier, today)

    def originals(self, articles: Sequence[str]) -> Mapping[str, str]:
        """Give for each article, by its id, the first one that was made from the same text."""
        with self.database.reading() as connection:
            return ask.originals(connection, articles)

    def failures(self) -> tuple[HeldFailure, ...]:
        """Give what could not be read, in the order in which it failed first."""
        with self.database.reading() as connection:
            return known.failures(connection)

    def kept(self, key: str) -> Kept:
        """Give a capture as it is kept, by its key."""
        with self.database.reading() as connection:
            return known.kept(connection, key)

    def mend(self, keys: Iterable[str]) -> None:
        """Drop failures, by their keys, that are none any more."""
        with self.database.transaction() as connection:
            put.mend(connection, keys)

    def backup(self, path: Path) -> int:
        """Copy the ledger as it is at this moment into a new file, and check the copy."""
        return self.database.backup(path)

    def need_empty(self) -> None:
        """See to it that there is nothing in it, as before another ledger is copied here.

        Raises:
            StoreError: There is something.
        """
        copy.need_empty(self.database)

    def copy_to(self, other: "TableStore") -> Mapping[str, int]:
        """Copy all of it into another ledger, which has nothing in it."""
        return copy.copy(self.database, other.database)

    def forget(self, target: str, *, why: str, run: int, only_version: bool = False) -> tuple[Tombstone, ...]:
        """Take an article out with all its versions and mirrors."""
        return forget.forget(self.database, target, why=why, run=run, only_version=only_version)

    def scrub(self) -> int:
        """Overwrite what forgotten words have left in empty places of the file."""
        return forget.scrub(self.database)

    def outdated(self, maker: str, *, after: int, limit: int) -> tuple[Outdated, ...]:
        """Give current versions whose findings another maker made."""
        with self.database.reading() as connection:
            return reread.outdated(connection, maker, after, limit)

    def count_outdated(self, maker: str) -> int:
        """Count them."""
        with self.database.reading() as connection:
            return reread.count_outdated(connection, maker)

    def put_rereadings(self, readings: Sequence[tuple[str, Reading]], *, run: int) -> tuple[Reread, ...]:
        """Put new readings beside the old ones."""
        with self.database.transaction() as connection:
            return tuple(reread.put_rereading(connection, article, reading, run) for article, reading in readings)

    def rule_changes(self, maker: str) -> Iterator[RuleChange]:
        """Say what the readings of a maker changed, by kind and rule."""
        with self.database.reading() as connection:
            yield from reread.rule_changes(connection, maker)

    def population(self, of: Kind, by: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Give the id and stratum of each finding of a kind."""
        return sample.population(self.database, of, by)

    def drawn(self, of: Kind, finding: str) -> Row:
        """Give all of a finding and what a judge needs of its article."""
        with self.database.reading() as connection:
            return sample.drawn(connection, of, finding)

    def recover(self, old: Path, take: Take, *, run: int) -> Iterator[Loss]:
        """Put all that holds of a damaged ledger file into this one, which is new."""
        return self.database.recover(old, take, run)

    def close(self) -> None:
        """Let go of the database."""
        self.database.close(is_done=False)

    def __enter__(self) -> "TableStore":
        """Use it in a ``with`` block."""
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        """Close it at the block's end."""
        self.database.close(is_done=kind is None)
