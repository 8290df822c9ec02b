"""What a store keeps of how articles are grouped."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from newsledger.model import Origin, StoryRow

Postings = Literal["shingles", "features"]
Pair = tuple[int, int]
#: Bits of an article's id in its place; above them is the day.
_ID_BITS = 40


def place_of(day: date | None, article: str) -> int:
    """Give the place of a report among all: by day, those without one last, and by id."""
    return ((day or date.max).toordinal() << _ID_BITS) | int(article[: _ID_BITS // 4], 16)


def day_at(place: int) -> date | None:
    """Give the day of a report by its place."""
    day = date.fromordinal(place >> _ID_BITS)
    return None if day == date.max else day


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article as it stands in the ledger, to be grouped.

    Attributes:
        article: Its number.
        current: It is the newest version.
        day: The first day on which it may have been published.
        blocks: JSON: its parts in the text.
    """

    article: int
    id: str
    current: bool
    outlet: str | None
    day: date | None
    headline: str | None
    blocks: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldReport:
    """A report as it is kept; see the table ``reports``."""

    place: int
    article: int | None
    outlet: str | None
    digest: str
    shingles: tuple[int, ...]
    heavy: tuple[int, ...]
    features: Mapping[str, float]
    leader: int
    original: int
    nearness: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSketch:
    """What of a report its copies are found by; see the table ``reports``."""

    place: int
    article: int | None
    outlet: str | None
    digest: str
    shingles: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldCopy:
    """Two reports made from one text, by their places.

    Attributes:
        passages: Start and end in the first article's text, and in the second one's.
    """

    first: int
    second: int
    kind: str
    words: int
    share: float
    passages: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldTie:
    """A report of a story, and why it is there: the nearest one of those before it."""

    place: int
    other: int | None
    score: float | None
    why: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldStory:
    """A story.

    Attributes:
        part: Digest of what was grouped together when it was made.
        members: By place.
        reports: How many independent ones.
    """

    id: str
    part: str
    members: tuple[HeldTie, ...]
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An article of a story, as happenings are looked for in it.

    Attributes:
        mentions: JSON of what it tells of happenings, packed; None where that was not yet asked.
    """

    place: int
    id: str
    mentions: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMembers:
    """A story, as happenings are looked for in it.

    Attributes:
        number: That of its row.
        copies: Pairs of its articles that are one text: ids and the kind.
    """

    number: int
    id: str
    members: tuple[Member, ...]
    copies: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldChain:
    """A happening as it is kept; see the tables ``chains``, ``chain_mentions`` and the others.

    Attributes:
        mentions: Each with the id of its article.
        findings: Ids of its events and expectations.
        told: JSON of all of it.
    """

    id: str
    act: str
    state: str | None
    since: str | None
    why: str | None
    earliest: str | None
    latest: str | None
    day: str | None
    board: bool
    mentions: Mapping[str, str]
    findings: tuple[str, ...]
    articles: int
    reports: int
    copies: int
    confidence: float | None
    steps: tuple[Mapping[str, Any], ...]
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldLife:
    """What is kept of a happening beside the whole of it.

    Attributes:
        mentions: Ids, in order.
        stories: Ids of those that tell of it, in order.
        steps: How many there are.
    """

    told: str
    state: str | None
    earliest: str | None
    latest: str | None
    reports: int
    copies: int
    mentions: tuple[str, ...]
    stories: tuple[str, ...]
    steps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldMember:
    """An article of a story as it is told.

    Attributes:
        original: Id of the first article that was made from the same text, which may be its own.
        nearest: Id of the one of those before it that it is nearest to.
        why: What it shares with that.
    """

    article: Origin
    original: str
    nearest: str | None
    why: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldTold:
    """A story as it is told.

    Attributes:
        chains: JSON of each of its happenings.
    """

    row: StoryRow
    members: tuple[ToldMember, ...]
    chains: tuple[str, ...]
