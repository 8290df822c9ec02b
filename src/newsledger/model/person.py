"""One person over articles, and why its names are one."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from newsledger.model.evidence import Evidence
from newsledger.model.span import Span

#: Why somebody is joined: the whole name, another spelling or form of it, a surname or initials in the same story or
#: with the same office, an office whose holder a list knows, or one that the story or the days around tell.
PersonRule = Literal[
    "name/same",
    "name/spelling",
    "name/story",
    "name/office",
    "office/listed",
    "office/story",
    "office/days",
]


class PersonNames(Protocol):
    """Compares names of persons."""

    def surname_parts(self, name: str) -> tuple[str, ...]:
        """Give the parts of a name in small letters, without "Jr." and the like."""
        ...

    def surname_key(self, name: str) -> str:
        """Give what all spellings of the last part of a name have in common."""
        ...

    def is_full(self, name: str) -> bool:
        """Say whether a name has more than one part."""
        ...

    def may_shorten(self, short: str, name: str) -> bool:
        """Say whether a name may be a short form of another."""
        ...

    def is_same(self, name: str, other: str) -> bool:
        """Say whether two full names may be one person's."""
        ...


class Holders(Protocol):
    """Knows the offices that one person of a country has at a time, and who had them."""

    def office_in(self, words: str) -> tuple[str, str] | None:
        """Give the country (ISO 3166-1 alpha-3) and the office that words name, where they say nothing else."""
        ...

    def on(self, country: str, office: str, day: date) -> str | None:
        """Give the name of who held an office on a day; None where nobody is known, or more than one."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A person of one article, or somebody whom it calls by an office alone.

    Attributes:
        id: The actor's id.
        report: The article's id.
        day: The article's day.
        name: The fullest name, without titles; None where only an office is told.
        short: Short forms that the article uses, without titles.
        country: ISO 3166-1 alpha-3, where words or the lists say it.
        role: The office or function that the text gives.
        former: The office was over.
        called: The words for somebody whom the article gives no name.
        spans: Where the article names him, the fullest name first: the receipt.
    """

    id: str
    report: str
    day: date | None
    name: str | None
    short: tuple[str, ...]
    country: str | None
    role: str | None
    former: bool
    called: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTie:
    """Why a sighting is of a person: its words, and those of the sighting that it is held against."""

    rule: PersonRule
    first: Evidence
    second: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that articles give to a person, and the first and the last day on which one did."""

    role: str
    country: str | None
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person over articles and spellings.

    Attributes:
        id: That of the earliest sighting.
        name: The full name that most articles use.
        names: All names and short forms, the most used first.
        country: The one that most articles give, or None.
        sightings: Ids, by the day of their article.
        ties: For each sighting but the first that is of this person, why it is.
    """

    id: str
    name: str
    names: tuple[str, ...]
    country: str | None
    offices: tuple[Office, ...]
    sightings: tuple[str, ...]
    ties: tuple[PersonTie, ...]
