"""One thing in the world, told of by mentions of several articles, and its life."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from newsledger.model.evidence import Evidence
from newsledger.model.story import Party, Tie

HappeningState = Literal[
    "hinted",
    "planned",
    "dated",
    "moved",
    "under_way",
    "happened",
    "denied",
    "called_off",
    "overdue",
]
#: States that only silence after the last day turns into ``overdue``.
WAITING: frozenset[HappeningState] = frozenset({"planned", "dated", "moved"})


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningStep:
    """One entry of a happening's life, which is only ever added to.

    Attributes:
        at: The day on which it was said; None where unknown.
        why: The reason, in a fixed form of words.
        receipts: The words of each mention that says so, the weightiest first.
        by: Always ``rule``: what a person decided is a correction, which lies over the happening (``decided``).
        earliest: First day of the window from then on, None where open or unknown.
        latest: Last day of the window from then on, None where open or unknown.
    """

    at: date | None
    state: HappeningState
    why: str
    receipts: tuple[Evidence, ...]
    by: str = "rule"
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A value of a field, and who tells it.

    Attributes:
        reports: Ids of the independent reports that tell it; of copies, the first stands for all.
        day: The last day on which it was told.
    """

    value: str
    reports: tuple[str, ...]
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What the mentions of a happening say of one thing: the weightiest value, and those that differ from it.

    Attributes:
        name: ``parties``, ``place``, ``days``, ``standing``, or what is counted: ``killed``.
        others: What is told instead, the weightiest first.
    """

    name: str
    answer: Told
    others: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing in the world (a coreference chain across documents, with what was expected of it).

    Attributes:
        id: That of its first mention.
        act: What is done: an act of the lexicon, or the stem of its word.
        stories: Ids of the stories that tell of it; more than one only for what was scheduled.
        mentions: Ids, by the day of their article.
        reports: Independent reports, by id; of copies, the first stands for all.
        copies: How many articles tell of it that are a copy of another one of them.
        parties: Who acts or is acted on, those whom most reports name first.
        earliest: First day of its latest stated window, or on which it was; None where open or unknown.
        latest: Last day of the same.
        fields: One answer for each field, the disagreement beside it.
        steps: Its life, oldest first.
        checkable: Somebody could tick or cross it: an act with parties or matter of its own, or a day.
        ties: For each mention but the first, why it is of this happening.
        keys: Under which it meets the happenings of other stories: its acts with each of its parties.
    """

    id: str
    act: str
    stories: tuple[str, ...]
    mentions: tuple[str, ...]
    reports: tuple[str, ...]
    copies: int
    parties: tuple[Party, ...]
    earliest: date | None
    latest: date | None
    fields: tuple[Field, ...]
    steps: tuple[HappeningStep, ...]
    checkable: bool
    ties: tuple[Tie, ...]
    keys: tuple[str, ...] = ()

    def steps_by(self, day: date) -> tuple[HappeningStep, ...]:
        """The steps that had been told by a day."""
        return tuple(step for step in self.steps if step.at is None or step.at <= day)

    def window_on(self, day: date) -> tuple[date | None, date | None]:
        """The window that was known on a day: what was put off without a new day has none."""
        told = self.steps_by(day)
        return (told[-1].earliest, told[-1].latest) if told else (None, None)

    def state_on(self, day: date) -> HappeningState | None:
        """The state on a day, by what had been told by then; None where nothing had been.

        Only silence after the last day of its window makes it ``overdue``; what was only said to be possible is never
        due.
        """
        told = self.steps_by(day)
        if not told:
            return None
        last = self.window_on(day)[1]
        return "overdue" if told[-1].state in WAITING and last is not None and last < day else told[-1].state


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineLine:
    """One day of a story: what happened on it, in the words of a source.

    Attributes:
        weight: How much the day matters in the story.
        happening: Id of the happening that the line tells of.
        receipt: The sentence that is cut from a source.
        reports: How many independent reports name the day.
    """

    day: date
    weight: float
    happening: str
    receipt: Evidence
    reports: int
