"""What can be asked of a store."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

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
from newsledger.store.contents import Contents
from newsledger.store.corrections import CorrectionStore
from newsledger.store.dump import Dump
from newsledger.store.groups import HeldTold
from newsledger.store.held import (
    HeldFailure,
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


class Answers(Protocol):
    """Answers questions; nothing is changed."""

    @property
    def watching(self) -> WatchStore:
        """What is watched: sources and their pages."""

    @property
    def contents(self) -> Contents:
        """What there is, told shortly."""

    @property
    def corrections(self) -> CorrectionStore:
        """What persons judged of findings."""

    def revision(self) -> str | None:
        """Name what the ledger holds now: while the name is the same, so is every answer.

        It says nothing to another connection. None where it cannot be told: another file lies in its place.
        """

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

    def dump(self, *, corrections: bool = True) -> AbstractContextManager[Dump]:
        """Have all rows as they were at one moment, for files of other forms.

        Args:
            corrections: What persons judged of two actors counts in who is one person; all else is as it was read.

        Raises:
            StoreError: The database refused.
        """

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

    def number_of_happenings(self, question: HappeningQuestion, *, most: int) -> int:
        """Say how many happenings there are, and no more than ``most``: none is loaded for it."""

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
