"""What a ledger answers: rows, each with the words that it rests on."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from newsledger.model.correction import Judged
from newsledger.model.span import Span

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The article, in one of its versions, that a row comes from.

    Attributes:
        published: As exact as it is known, ISO 8601; None where it is not.
    """

    id: str
    url: str | None
    headline: str | None
    publisher: str | None
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of an article's text, and what stands around them.

    Attributes:
        start: Where they begin, in code points of the text.
        exact: The words themselves.
        sentence: The whole sentence or sentences, which begin at ``sentence_start``.
        block: The part of the page: ``body ¶5``.
    """

    start: int
    end: int
    exact: str
    sentence: str
    sentence_start: int
    block: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Words that stand in one version and not in the other.

    Attributes:
        context: The words before, which both have.
        deleted: Words of the older version, ``""`` where there are only new ones.
        deleted_at: Their place in the older version's text.
        inserted: Words of the newer version.
        inserted_at: Their place in the newer version's text.
    """

    context: str
    deleted: str
    deleted_at: Span
    inserted: str
    inserted_at: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What a version changed in the one before it.

    Attributes:
        version: Its number, from 2 on.
        article: Its id.
        before: The id of the one before.
        at: When it was fetched, or published, as ISO 8601; None where unknown.
    """

    version: int
    article: str
    before: str
    at: str | None
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An article that was searched for.

    Attributes:
        version: Which of its versions this is.
        current: It is the newest.
        passage: Its best passage.
        hits: The words that were looked for, within the passage.
        revisions: All changes of the article, where they are asked for; of several of its versions, with the first.
    """

    article: Origin
    version: int
    current: bool
    passage: Passage
    hits: tuple[Span, ...]
    revisions: tuple[Revision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    """A statement inside which another stands."""

    id: str
    who: str | None
    attitude: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement.

    Attributes:
        day: When it was said, else when it was published.
        who: Name of the actor who says it, else the words for him; None where nobody is named.
        cue: The words that report it.
        content: What is said; parts are joined by an ellipsis.
        words: From the first of its words to the last.
        judged: As in ``Done``.
        inside: The statement that it stands in, where there is one.
    """

    id: str
    day: str | None
    who: str | None
    actor: str | None
    country: str | None
    sector: str | None
    attitude: str
    form: str
    cue: str | None
    content: str
    content_at: tuple[Span, ...]
    addressee: str | None
    inside: Outer | None
    rule: str
    article: Origin
    words: Passage
    confidence: float | None = None
    judged: tuple[Judged, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A distinct event.

    Attributes:
        day: What all its possible days have in common, else that of the report: a day, a month (``2018-01``) or
            a year; None where not even the year is known.
        actors: Names of those who do it, else the words for them.
        mentions: How often the article tells it.
        reported_by: Who reports it; None for the outlet itself.
        words: Its trigger.
        judged: What stands of what persons judged of it; a field that they corrected has their value here.
    """

    id: str
    day: str | None
    earliest: str | None
    latest: str | None
    standing: str
    event_type: str
    other_kind: str | None
    mode: str | None
    context: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    reciprocal: bool
    place: str | None
    country: str | None
    mentions: int
    reported_by: str | None
    cameo: str | None
    goldstein: float | None
    quad: int | None
    rule: str
    article: Origin
    words: Passage
    confidence: float | None = None
    judged: tuple[Judged, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An expectation.

    Attributes:
        happening: Id of the happening that it tells of; None where its article is not grouped yet.
        state: That of the happening, by articles and by the calendar; None where nothing is told of its life.
        due: Last day of its own window, None where it is open or unknown.
        settled: What would settle it.
        since: From which day the happening has been in its state.
        why: By what the state is told.
        words: Its action.
        judged: As in ``Done``.
    """

    id: str
    happening: str | None
    state: str | None
    kind: str
    earliest: str | None
    due: str | None
    holder: str | None
    negated: bool
    strength: str
    condition: str | None
    window: str | None
    settled: str | None
    since: str | None
    why: str | None
    day: str | None
    rule: str
    article: Origin
    words: Passage
    confidence: float | None = None
    judged: tuple[Judged, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One of several, and how often it is there."""

    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """An actor of many articles.

    Attributes:
        key: The same in any article.
        articles: In how many it is.
        mentions: How many words name it.
        acted: Distinct happenings in which it is an actor; ``received``: a recipient.
        said: Statements that it makes.
        roles: As what it is called, where one actor is asked for.
        with_whom: Those on the other side of its happenings, likewise.
        words: Where it is last named.
    """

    key: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    articles: int
    mentions: int
    acted: int
    received: int
    said: int
    roles: tuple[Share, ...]
    with_whom: tuple[Share, ...]
    article: Origin
    words: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """The words of another article that somebody is held against."""

    article: Origin
    words: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighted:
    """Somebody of one article who is one person with those of others, and why.

    Attributes:
        id: The actor's id.
        person: The person's id: that of the earliest actor who has the name.
        person_name: What the person is called in the list of actors.
        name: What the article calls him.
        rule: Why he is this person; None for the one with whom the person begins.
        words: Where the article names him.
        against: The words on the other side; ``other``: the id of the actor there.
        judged: What stands of what persons judged of the two.
    """

    id: str
    person: str
    person_name: str
    name: str
    country: str | None
    role: str | None
    rule: str | None
    article: Origin
    words: Passage
    against: Against | None
    other: str | None = None
    judged: tuple[Judged, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many happenings have something in common.

    Attributes:
        value: What: a month, a type, an actor's key; None where it is not known.
        name: The same for people to read.
        happenings: Distinct ones.
        mentions: How often these are told.
        expected: How many of them are likely to be right; None where nobody asked.
        expected_low: Lower end of its 95% interval.
        expected_high: Upper end.
        reports: In how many independent reports they are told; None where each article is counted by itself.
        copies: In how many articles more that are copies of these.
    """

    value: str | None
    name: str
    happenings: int
    mentions: int
    expected: float | None = None
    expected_low: float | None = None
    expected_high: float | None = None
    reports: int | None = None
    copies: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Row]):
    """Some rows of an answer.

    Attributes:
        after: Asks for the rows that follow; None where these are the last.
        notes: What the asker should know, as that a name is several people's.
    """

    rows: tuple[Row, ...]
    after: str | None
    notes: tuple[str, ...]
