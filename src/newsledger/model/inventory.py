"""What a ledger holds, told article by article, source by source, run by run."""

from dataclasses import dataclass

from newsledger.model.answer import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An article in a list.

    Attributes:
        versions: How many texts it has had; this is the newest.
        opening: Its first words below the headline, from their start in the text; ``""`` where there are none.
    """

    article: Origin
    versions: int
    opening: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """Whose pages there are.

    Attributes:
        publisher: Its name; None for pages that name nobody.
        first: The first day on which something of it was published, as far as days are known.
        last: The last.
        changed: Articles that were changed after they were first seen.
        read_at: When a page of it was last fetched, ISO 8601; None where nobody noted it.
    """

    publisher: str | None
    articles: int
    changed: int
    first: str | None
    last: str | None
    read_at: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on the map, and how many distinct events were there.

    Attributes:
        name: The name by which it is called most; None where no place is known.
        country: ISO 3166-1 alpha-3; of what has neither place nor country there is one row.
        latitude: In degrees, as ``longitude``; None where no more is known than the country.
    """

    name: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    happenings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """How many distinct events of an answer have something in common.

    Attributes:
        by: What: type, standing, actor, recipient, country, or a year, month or day.
        value: Which; None where it is not known.
        name: The same for people to read.
        standing: Of times: the standing of these; None for the others.
    """

    by: str
    value: str | None
    name: str
    standing: str | None
    happenings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A time that somebody added, read again or forgot.

    Attributes:
        version: Of newsledger.
        started_at: ISO 8601, UTC.
        ended_at: None where it still goes, or was stopped.
        captures: Pages that it took in.
        failed: Pages that it could not read.
    """

    run: int
    command: str
    version: str
    started_at: str
    ended_at: str | None
    captures: int
    failed: int
