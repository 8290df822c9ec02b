"""What a store keeps of persons over articles, and what joining them asks of it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol


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
        person: Whose it is; ``read_person``: whose it would be, had nobody judged anything.
    """

    actor: str
    story: str | None
    told: str
    keys: frozenset[str]
    person: str | None = None
    rule: str | None = None
    other: str | None = None
    read_person: str | None = None
    read_rule: str | None = None
    read_other: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Whose a sighting is: a person's id, the rule, and the actor whose words are the other receipt."""

    person: str | None
    rule: str | None
    other: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedPair:
    """Two actors of whom somebody judged that they are one person, or two."""

    first: str
    second: str
    verdict: Literal["same", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Whose an actor was read to be, and whose he is."""

    actor: str
    read_person: str | None
    person: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedReading:
    """The newest reading of an article as it is kept, from which its record is put together."""

    record: bytes
    made_by: str
    text: str


class Persons(Protocol):
    """The tables of persons, inside one transaction."""

    def unjoined(self, limit: int) -> tuple[Unjoined, ...]:
        """Give articles whose persons are to be joined."""

    def reading(self, article: int) -> PackedReading:
        """Give the newest reading of an article."""

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

    def read_as(self, joined: Mapping[str, Joined]) -> None:
        """Say of some sightings, by their actors, whose they were read to be."""

    def judged(self) -> tuple[JudgedPair, ...]:
        """Give what was judged of two actors and stands, the last word last."""

    def links(self, actors: Collection[str]) -> tuple[Link, ...]:
        """Give whose some actors are, and whose all those are who are another's than was read."""

    def of_people(self, people: Collection[str]) -> tuple[Seen, ...]:
        """Give the sightings that are some persons', or were read to be; nobody's by their own id, all without keys."""

    def join(self, joined: Mapping[str, Joined]) -> None:
        """Say of some sightings, by their actors, whose they are."""

    def fold(self, actors: Collection[str], articles: Collection[int]) -> None:
        """Say anew which entities are one person: those of some actors and articles, and all that hang on these."""

    def folded(self) -> set[tuple[str, str, int]]:
        """Give each entity that is one person's with others: its key, the person and his articles."""

    def folds(self) -> set[tuple[str, str, int]]:
        """Find the same again in the sightings."""
