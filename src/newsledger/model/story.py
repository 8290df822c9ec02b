"""Articles and happenings across articles: what is grouped, and what a group is."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from newsledger.model.actor import ActorKind
from newsledger.model.event import Standing
from newsledger.model.span import Span

CopyKind = Literal["copy", "edited", "excerpt"]
#: What an article tells to have become of an act: ``own_part`` where only somebody's part in it is denied, ``failed``
#: where somebody refused it or tried in vain ("*failed to* pass the bill"), which is more than "has not passed it".
Change = Literal["moved", "called_off", "begun", "own_part", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An article as it is grouped with others.

    Attributes:
        outlet: Whose page it is; None where unknown. What one outlet has on many pages is its furniture.
        day: The day on which it was published.
        text: Its words without the headline, one line for each paragraph or sentence.
        parties: Names of those who act in it, in one form for each.
        days: The days that it names.
    """

    id: str
    outlet: str | None
    day: date | None
    headline: str | None
    text: str
    parties: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPassage:
    """Words that two texts have in common: the receipt of a copy."""

    first: Span
    second: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Two reports made from one text.

    Attributes:
        kind: ``copy`` (the same text up to small edits), ``excerpt`` (one holds a long run of the other, or all of it),
            ``edited`` (half or more of the shorter one is shared).
        words: How many words of the shorter one are shared, without furniture and quotations.
        share: That number as a share of the shorter one's own words.
        passages: The longest first.
    """

    first: str
    second: str
    kind: CopyKind
    words: int
    share: float
    passages: tuple[SharedPassage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Why two members stand in one group.

    Attributes:
        score: How near they are; what it means is told where the tie is made.
        why: One line for a reader.
    """

    first: str
    second: str
    score: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles on the same happenings.

    Attributes:
        id: That of its earliest report.
        reports: Ids, by day.
        ties: For each report but the first, its nearest neighbour among those before it.
    """

    id: str
    reports: tuple[str, ...]
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Someone who acts or is acted on, as he is compared across articles.

    Attributes:
        name: In small letters, without title: "angela merkel", "merkel", "rail workers union".
        kind: That of the actor; None where only a name is known.
        country: ISO 3166-1 alpha-3, or None.
        role: The office or function, in small letters, or None.
        named: It has a name of its own, and is not just "the court".
    """

    name: str
    kind: ActorKind | None = None
    country: str | None = None
    role: str | None = None
    named: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """An event or an expectation of one article, as it is grouped with those of others.

    Attributes:
        report: The article's id.
        word: The trigger's head as it stands in the text.
        phrase: The lemmas of what follows the head in its clause, particles and objects first ("open", "fire").
        event_type: PLOVER's type, or ``OTHER`` with its kind; None where it has none.
        parties: Those who act or are acted on.
        near: Others whom its sentence names.
        speaker: Who says it, for a verb of saying.
        subject: Who acts on another: of an event whose parts are known, or who stands as subject before a word.
        earliest: First day on which it can have been; None where unknown.
        numbers: What is counted, and how many: ``("killed", 12)``.
        kind: ``word`` where only a word of the act and what stands around it tell of it, and no room found an event.
        findings: Ids of the events and expectations that are this mention.
        standing: As it was given in the article.
        change: What is told to have become of it, beside its standing.
        firm: An expectation that is no hope, no forecast and hangs on no condition.
        again: The article tells it as another one of its kind ("a second round").
        nominal: A noun names it, and no verb beside it says that it took place ("the terms of his exit").
        stated: Its days stand in the text, and are not those of the news.
        day: The day on which it was said: that of the article.
        own_dateline: The article says where it was written.
        lead: It stands in the headline or the first three sentences.
        about: What it is about, in small letters: the words of its clause beside its act, parties and times.
        bounds: For a number, whether it is ``at_least``, ``about`` …; by what is counted.
        confidence: How likely it is right, 0 to 1; None where nothing is known.
        spans: Its words, those of the act first: the receipt.
        sentence: The sentence around it.
    """

    id: str
    report: str
    word: str
    lemma: str
    upos: str
    phrase: tuple[str, ...] = ()
    event_type: str | None = None
    parties: tuple[Party, ...] = ()
    near: tuple[Party, ...] = ()
    speaker: tuple[str, ...] = ()
    subject: Party | None = None
    places: tuple[str, ...] = ()
    earliest: date | None = None
    latest: date | None = None
    numbers: tuple[tuple[str, int | float], ...] = ()
    kind: Literal["event", "expectation", "word"] = "event"
    findings: tuple[str, ...] = ()
    standing: Standing = "happened"
    change: Change | None = None
    firm: bool = True
    again: bool = False
    nominal: bool = False
    stated: bool = False
    day: date | None = None
    own_dateline: bool = False
    lead: bool = False
    about: tuple[str, ...] = ()
    bounds: tuple[tuple[str, str], ...] = ()
    confidence: float | None = None
    spans: tuple[Span, ...] = ()
    sentence: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Mentions of one happening (a coreference chain across documents).

    Attributes:
        id: That of its first mention.
        act: What is done: an act of the lexicon, or the stem of its word.
        mentions: Ids, by the day of their article.
        ties: For each mention but the first, why it joined.
    """

    id: str
    act: str
    mentions: tuple[str, ...]
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWeight:
    """How much a day matters in a set of articles.

    Attributes:
        reports: How many independent reports name it or came out on it.
    """

    day: date
    weight: float
    reports: int
