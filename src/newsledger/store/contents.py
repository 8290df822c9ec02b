"""What there is in a ledger, told shortly: what somebody needs who makes a page of each thing, and of changes anew."""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldArticle:
    """An article in its newest version.

    Attributes:
        published: As exact as it is known.
        digest: Of its record.
        version: Which of its versions this is.
        story: Id of the story that it is of; None where it is not grouped yet.
        together: How many articles that story has.
    """

    id: str
    published: str | None
    digest: str
    version: int
    story: str | None
    together: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldChain:
    """A happening.

    Attributes:
        stories: Ids of those that tell of it, in order.
        digest: Of all that is kept of it.
        waits_until: The last day of its window, where something is still to come of it.
        is_shared: Several articles tell of it: there is more to say than stands in one of them.
    """

    id: str
    stories: tuple[str, ...]
    digest: str
    waits_until: str | None
    is_shared: bool


class Contents(Protocol):
    """Says what there is; nothing is changed."""

    def moment(self) -> AbstractContextManager[object]:
        """Let all that is asked of the ledger until the end be answered as of this moment, whoever writes meanwhile."""

    def articles(self) -> Iterator[HeldArticle]:
        """Give the articles, each in its newest version, the newest first."""

    def members(self) -> Iterator[tuple[str, str, str]]:
        """Give for each story of several articles its members by day: story, article, and why it is one."""

    def chains(self) -> Iterator[HeldChain]:
        """Give the happenings that are shared, and those of stories of several articles, story by story."""

    def mentions(self) -> Iterator[tuple[str, str, str]]:
        """Give for each shared happening its mentions: happening, article, and the first article of the same text."""

    def cast(self) -> Iterator[tuple[str, str]]:
        """Give whom each article has: article, and the key under which the actor is listed."""

    def judged(self) -> Iterator[tuple[str, str]]:
        """Give what persons judged of findings, as it stands: article, and all of the judgement."""

    def heads(self) -> Mapping[str, str]:
        """Give for each other key of a person the one under which he is listed."""

    def awaited(self, today: str) -> Mapping[str, str]:
        """Give for each key under which an actor is listed a digest of what was expected of him, as it is on a day.

        Whatever the calendar or an article changes of it changes that.
        """

    def finding_of(self, happening: str) -> str | None:
        """Give the event or expectation that tells most of a happening; None where only words tell of it."""
