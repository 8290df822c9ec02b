"""What every store can do, whatever database is behind it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from newsledger.model import (
    Count,
    Done,
    Due,
    Entity,
    Facet,
    Found,
    HappeningRow,
    Life,
    Listed,
    Outlet,
    Page,
    Record,
    Revision,
    Run,
    Said,
    Sighted,
    Spot,
    Step,
    StoryRow,
)
from newsledger.store.contents import Contents
from newsledger.store.corrections import CorrectionStore
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
from newsledger.store.watching import WatchStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one entry, once it is safe on disk.

    Attributes:
        what: ``added``: a new article. ``version``: another text of one that was there. ``mirror``:
            the same article at another address or with other furniture. ``known``: it was there.
            ``failed``: kept as a failure. ``forgotten``: somebody had it removed, and it stays out.
        article: The article's id, None where there is none.
        url: Where it came from, as it was given.
        reason: Why it failed or stays out.
    """

    what: Literal["added", "version", "mirror", "known", "failed", "forgotten"]
    article: str | None
    url: str | None
    reason: str | None = None


class Store(Protocol):
    """Keeps records; every method that changes something is one transaction, safe once it returns."""

    @property
    def watching(self) -> WatchStore:
        """What is watched: sources and their pages."""

    @property
    def contents(self) -> Contents:
        """What there is, told shortly."""

    @property
    def corrections(self) -> CorrectionStore:
        """What persons judged of findings."""

    def begin(self, command: str, *, at: str) -> int:
        """Note that a run begins, and give its number."""

    def end(self, run: int, *, at: str) -> None:
        """Note that a run has come to its end."""

    def known(self, keys: Iterable[str], *, with_bytes: bool = False) -> Mapping[str, Outcome]:
        """Say which captures have been read, or could not be, and what came of that, by their keys.

        Args:
            keys: Of captures.
            with_bytes: Only of captures whose bytes are kept.
        """

    def put(self, entries: Sequence[Entry], *, run: int) -> tuple[Outcome, ...]:
        """Keep entries, all of them or, where it raises (``StoreError``), none; putting twice is once."""

    def record(self, article: str) -> Record:
        """Give the newest record of an article, by its id.

        Raises:
            StoreError: There is no such article, or it was forgotten.
        """

    def records(self) -> Iterator[Record]:
        """Give the newest record of each article's current version."""

    def resolve(self, finding: str) -> str:
        """Give the id that a finding has now.

        That is its own where it is in the current version of its article; else what stands there has, else its last.
        """

    def unfollowed(self, *, limit: int) -> tuple[str, ...]:
        """Give articles that have not yet been held against what was expected, by their ids."""

    def touched(self, article: str, *, limit: int) -> tuple[str, ...]:
        """Give the expectations of earlier articles that an article may tell of, those due at about its day first."""

    def own(self, article: str) -> tuple[str, ...]:
        """Give the expectations of an article that can be tested."""

    def evidence(self, expectation: str) -> tuple[str, ...]:
        """Give the articles that were found to tell something of an expectation, the oldest first."""

    def reporting(self, expectation: str, *, limit: int) -> tuple[str, ...]:
        """Give the later articles that may tell of an expectation, the oldest first."""

    def home(self, expectation: str) -> str:
        """Give the id of the article that an expectation stands in."""

    def history(self, expectation: str) -> tuple[Step, ...]:
        """Give the steps of an expectation in the order in which they were taken.

        Steps of what stood there in earlier versions of its article stand in front.
        """

    def keep_lives(self, article: str, became: Mapping[str, tuple[Life, tuple[str, ...]]], *, run: int) -> None:
        """Add what came of holding an article against what was expected; nothing is overwritten.

        Args:
            article: The article's id.
            became: The life of each expectation of which something new was told, and the articles that tell it.
            run: The run that this is part of.
        """

    def grouping(self) -> AbstractContextManager[Groups]:
        """Have the tables of groups in one transaction.

        Raises:
            StoreError: The database refused; nothing of it was done.
        """

    def groups(self) -> AbstractContextManager[Groups]:
        """Look at the tables of groups; nothing may be changed."""

    def dump(self) -> AbstractContextManager[Dump]:
        """Have all rows as they were at one moment, for files of other forms.

        Raises:
            StoreError: The database refused.
        """

    def check(self) -> Iterator[str]:
        """Give each thing that is amiss with the database itself, its keys or its counts, in plain words."""

    def tally(self) -> Tally:
        """Count what is there, and what was forgotten."""

    def captures(self) -> Iterator[HeldCapture]:
        """Give each capture with its bytes, one at a time in memory."""

    def readings(self) -> Iterator[HeldReading]:
        """Give each reading, older ones too, one at a time in memory."""

    def findings(self, article: str, table: str) -> Iterator[Row]:
        """Give an article's rows in one of the tables that records are taken apart into.

        Raises:
            StoreError: There is no such table.
        """

    def is_pending(self, article: str) -> bool:
        """Say whether an article has not yet been held against what was expected."""

    def spellings(self, wanted: Sequence[Row]) -> Iterator[Row]:
        """Give those of some spellings that are there; they belong to no one article."""

    def ask_search(self, question: SearchQuestion, *, limit: int, after: str | None = None) -> Page[Found]:
        """Give the articles that have some words, the newest first.

        Args:
            question: What is asked.
            limit: How many rows at most.
            after: The cursor of the page before, ``Page.after``.

        Raises:
            ValueError: The words cannot be read, or the cursor is not one of this question.
            StoreError: Nobody has the name that is asked for.
        """

    def ask_statements(self, question: StatementQuestion, *, limit: int, after: str | None = None) -> Page[Said]:
        """Give statements, the newest first."""

    def ask_events(self, question: EventQuestion, *, limit: int, after: str | None = None) -> Page[Done]:
        """Give distinct events, the newest first."""

    def ask_outlook(self, question: OutlookQuestion, *, limit: int, after: str | None = None) -> Page[Due]:
        """Give distinct expectations: what is due next first; what is overdue, the latest first."""

    def ask_actors(self, question: ActorQuestion, *, limit: int, after: str | None = None) -> Page[Entity]:
        """Give actors, those of the most articles first."""

    def ask_joined(self, question: ActorQuestion, *, limit: int, after: str | None = None) -> Page[Sighted]:
        """Give the actors of articles that are one person with those of a name, and why."""

    def count_events(
        self, question: EventQuestion, *, by: Measure, limit: int, after: str | None = None
    ) -> Page[Count]:
        """Count distinct events by what they have in common, the most first; by time in its order."""

    def survey(self, question: EventQuestion, *, time: Measure, limit: int) -> tuple[Facet, ...]:
        """Count the events of an answer by what they have in common, the most first, and by time, in its order.

        Args:
            question: What is asked.
            time: Year, month or day.
            limit: How many of each kind at most; of times all are given.
        """

    def ask_spots(self, question: EventQuestion) -> tuple[Spot, ...]:
        """Count distinct events by where they were, the most first; what has no place is counted, too."""

    def ask_articles(self, question: ArticleQuestion, *, limit: int, after: str | None = None) -> Page[Listed]:
        """Give articles, each in its newest version, the newest first."""

    def last_number(self) -> int:
        """Give the number of the text, an article or a version of one, that came last; 0 where there is none."""

    def revisions(self, article: str, *, limit: int) -> tuple[Revision, ...]:
        """Give what each of the last versions of an article changed in the one before, by the id of any of them.

        Args:
            article: The id of any version.
            limit: How many changes at most, the last ones.

        Raises:
            StoreError: There is no such article.
        """

    def home_of(self, finding: str) -> str:
        """Give the id of the article that a finding of any kind stands in.

        Raises:
            StoreError: It is in no current reading.
        """

    def outlets(self) -> tuple[Outlet, ...]:
        """Give whose pages there are, those of the most articles first."""

    def runs(self, *, limit: int, below: int | None = None) -> tuple[Run, ...]:
        """Give the runs, the last first.

        Args:
            limit: How many at most.
            below: Only those with a lower number.
        """

    def waiting(self) -> int:
        """Count the articles and stories that are still to be grouped."""

    def ask_stories(self, question: StoryQuestion, *, limit: int, after: str | None = None) -> Page[StoryRow]:
        """Give stories, those first that were told of last."""

    def story(self, identifier: str, *, corrections: bool = True) -> HeldTold:
        """Give a story by its id, or by that of any of its articles.

        Raises:
            StoreError: There is none.
        """

    def ask_happenings(
        self, question: HappeningQuestion, *, limit: int, after: str | None = None
    ) -> Page[HappeningRow]:
        """Give happenings: the newest first; of what was expected, what is due next, or was due last, first."""

    def count_happenings(
        self, question: HappeningQuestion, *, by: Measure, limit: int, after: str | None = None
    ) -> Page[Count]:
        """Count happenings, independent reports and copies, the most first; by time in its order."""

    def happening(self, identifier: str, *, today: str) -> tuple[HappeningRow, str]:
        """Give a happening by its id, or by that of a mention or finding, and all of it as JSON.

        Raises:
            StoreError: There is none.
        """

    def originals(self, articles: Sequence[str]) -> Mapping[str, str]:
        """Give for each article, by its id, the first one that was made from the same text."""

    def failures(self) -> tuple[HeldFailure, ...]:
        """Give what could not be read, in the order in which it failed first."""

    def kept(self, key: str) -> Kept:
        """Give a capture as it is kept, by its key.

        Raises:
            StoreError: There is none.
        """

    def mend(self, keys: Iterable[str]) -> None:
        """Drop failures, by their keys, that are none any more."""

    def backup(self, path: Path) -> int:
        """Copy the ledger as it is at this moment into a new file, and check the copy; others may go on writing.

        Returns:
            How many versions of articles the copy has.

        Raises:
            StoreError: There is a file, the place cannot be written to, or the copy is not whole.
        """

    def forget(self, target: str, *, why: str, run: int, only_version: bool = False) -> tuple[Tombstone, ...]:
        """Take an article out with all its versions and mirrors: text, bytes, words, findings and addresses.

        Hashes and counts stay. It is gone for every reader at once, but words may be left in the file until ``scrub``.

        Args:
            target: The article's id, or an address that it had.
            why: What stands on its tombstone.
            run: The run that this is part of.
            only_version: Take out only the version of this id, which is not the current one.

        Raises:
            StoreError: There is no such article, there are several, or it was forgotten before.
        """

    def scrub(self) -> int:
        """Overwrite what forgotten words have left in empty places; give how many tombstones that ends.

        Raises:
            StoreError: Another program holds the database, or the disk is full.
        """

    def outdated(self, maker: str, *, after: int, limit: int) -> tuple[Outdated, ...]:
        """Give current versions whose findings another maker made.

        Args:
            maker: The sha256 of what stands in a record as its maker.
            after: The number of the last one that was given, 0 to begin.
            limit: How many at most.
        """

    def count_outdated(self, maker: str) -> int:
        """Count them."""

    def put_rereadings(
        self, readings: Sequence[tuple[str, Reading]], *, run: int
    ) -> tuple[Literal["read", "left"], ...]:
        """Put new readings beside the old ones; the tables tell the new findings from then on.

        What a reading changed is noted, and ids lead from what stood there to what stands there now.

        Args:
            readings: Each with the id of the article whose page it is of.
            run: The run that this is part of.

        Returns:
            For each ``read``; or ``left``, where the article is gone or has a newer version.

        Raises:
            StoreError: The database refused.
        """

    def rule_changes(self, maker: str) -> Iterator[RuleChange]:
        """Say what the readings of a maker changed, by kind and rule, those first that changed the most."""

    def population(self, of: Kind, by: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Give the id and stratum of each finding of a kind: of each happening, not of each mention.

        Args:
            of: Which findings.
            by: The fields that make the stratum, of ``sampling.STRATA``.
        """

    def drawn(self, of: Kind, finding: str) -> Row:
        """Give all of a finding and what a judge needs of its article.

        Raises:
            StoreError: It is not there.
        """

    def recover(self, old: Path, take: Take, *, run: int) -> Iterator[Loss]:
        """Put all that holds of a damaged ledger file into this one, which is new.

        Args:
            old: The damaged file; it is only read.
            take: Takes each record apart that is saved.
            run: The run that this is part of.

        Yields:
            What was lost, once the rest of it is safe.

        Raises:
            StoreError: The old file cannot be read at all, or the new one cannot be written.
        """

    def close(self) -> None:
        """Let go of the database."""
