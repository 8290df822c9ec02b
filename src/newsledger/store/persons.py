"""What a store keeps of persons over articles, and what joining them asks of it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Unjoined:
    """An article whose persons are to be held against those of others.

    Attributes:
        article: Its number.
        id: None where it is gone, or is no current version.
        story: The id of its story.
        reread: They are to be taken from its record.
    """

    article: int
    id: str | None
    story: str | None
    reread: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A person of an article as it is kept; see the table ``person_sightings``.

    Attributes:
        told: JSON of the sighting.
        keys: By which it is held against others.
    """

    actor: str
    story: str | None
    told: str
    keys: frozenset[str]
    person: str | None = None
    rule: str | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Whose a sighting is: a person's id, the rule, and the actor whose words are the other receipt."""

    person: str | None
    rule: str | None
    other: str | None


class Persons(Protocol):
    """The tables of persons, inside one transaction."""

    def unjoined(self, limit: int) -> tuple[Unjoined, ...]:
        """Give articles whose persons are to be joined."""

    def done(self, articles: Iterable[int]) -> None:
        """Note that those of some articles are taken in."""

    def take_touched(self) -> set[str]:
        """Give the keys of those who are gone, and forget them."""

    def of_article(self, article: int) -> tuple[Seen, ...]:
        """Give the sightings of an article."""

    def drop(self, article: int) -> None:
        """Take the sightings of an article out."""

    def put(self, article: int, seen: Iterable[Seen]) -> None:
        """Put the sightings of an article."""

    def set_story(self, article: int, story: str | None) -> None:
        """Set the story of an article's sightings."""

    def having(self, keys: Collection[str]) -> tuple[Seen, ...]:
        """Give the sightings that have one of some keys."""

    def everyone(self) -> tuple[Seen, ...]:
        """Give all sightings."""

    def join(self, joined: Mapping[str, Joined]) -> None:
        """Say of some sightings, by their actors, whose they are."""

    def fold(self, actors: Collection[str], articles: Collection[int]) -> None:
        """Say anew which entities are one person: those of some actors and articles, and all that hang on these."""

    def folded(self) -> set[tuple[str, str, int]]:
        """Give each entity that is one person's with others: its key, the person and his articles."""

    def folds(self) -> set[tuple[str, str, int]]:
        """Find the same again in the sightings."""
