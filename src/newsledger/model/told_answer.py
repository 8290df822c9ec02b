"""What a ledger answers of what is one across articles: stories and happenings."""

from dataclasses import dataclass
from datetime import date

from newsledger.model.answer import Origin, Passage
from newsledger.model.correction import Judged
from newsledger.model.happening import Field, HappeningStep


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """A story.

    Attributes:
        headline: Of its earliest article.
        reports: How many independent ones: copies and edited texts of one count once.
        copies: How many articles are made from the text of another one of them.
        happenings: How many distinct ones its articles tell.
        article: Its earliest one.
    """

    id: str
    first_day: str | None
    last_day: str | None
    articles: int
    reports: int
    copies: int
    happenings: int
    article: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDay:
    """A day of a story, in the words of a source.

    Attributes:
        happening: Id of what happened on it; None where only the day is known.
        reports: How many independent reports name the day.
        words: The sentence.
    """

    day: date
    happening: str | None
    reports: int
    article: Origin
    words: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMember:
    """An article of a story.

    Attributes:
        copy_of: Id of the first article that was made from the same text; None for that one itself.
        nearest: Id of the one of those before it that it is nearest to.
        why: What it shares with that.
    """

    article: Origin
    copy_of: str | None
    nearest: str | None
    why: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryTold:
    """A story, day by day, and why each article is in it."""

    story: StoryRow
    days: tuple[StoryDay, ...]
    members: tuple[StoryMember, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningRow:
    """One thing in the world, told of by mentions of several articles.

    Attributes:
        state: What has become of it, by articles and, for ``overdue``, by the calendar; None where nothing is told.
        since: From which day it has been in that state.
        earliest: First day on which it was, or may be by the window last stated.
        due: Last day of the same.
        day: ``earliest``, else the day of the first report.
        actors: Names of those who do it, by any of its mentions; ``recipients``: to whom.
        articles: In how many it is told; ``reports``: how many of these are independent; ``copies``: the others.
        words: The act, where the mention that tells most of it stands.
        judged: What stands of what persons judged of the findings that tell it.
    """

    id: str
    story: str
    act: str
    state: str | None
    since: str | None
    why: str | None
    earliest: str | None
    due: str | None
    day: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    event_type: str | None
    other_kind: str | None
    mode: str | None
    place: str | None
    country: str | None
    mentions: int
    articles: int
    reports: int
    copies: int
    confidence: float | None
    article: Origin
    words: Passage
    judged: tuple[Judged, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How one article tells of a happening.

    Attributes:
        copy_of: Id of the first article that was made from the same text; None for that one itself.
        kind: ``event``, ``expectation`` or ``word``.
        standing: As it was given there.
        earliest: First day that it was given there; ``latest``: the last one.
    """

    mention: str
    article: Origin
    copy_of: str | None
    kind: str
    standing: str
    earliest: date | None
    latest: date | None
    words: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningTold:
    """A happening: its life, one answer for each field, and its reports side by side."""

    happening: HappeningRow
    steps: tuple[HappeningStep, ...]
    fields: tuple[Field, ...]
    tellings: tuple[Telling, ...]
