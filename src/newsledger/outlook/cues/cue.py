"""The sign that something is to come, before it is known what kind of expectation it makes."""

from dataclasses import dataclass

from newsledger.outlook.rules import Frame, Kind, Strength

_FROM_WEAK_TO_FIRM: tuple[Strength, ...] = ("aspirational", "conditional", "firm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """That something is to come, as far as its own clause tells.

    Attributes:
        content: Token that heads the action.
        verb: Token of the clause's verb, the content itself unless that is a noun.
        word: Token of the word that makes it one.
        party: Token of the subject, or of the noun's owner.
        kind: None where the clause decides.
        attitude: Token of the verb of hoping, fearing … that the clause hangs from.
        reading: The modal's, None where none stands before the verb.
        dated: It is one only with a window in the future ("begins on Monday").
        denied: Somebody says that it is not so.
        act: Its word binds when it is said, so that the past tense leaves it open ("vowed").
    """

    content: int
    verb: int
    word: int
    party: int | None
    rule: str
    kind: Kind | None = None
    strength: Strength = "firm"
    negated: bool = False
    attitude: int | None = None
    reading: str | None = None
    frame: Frame | None = None
    dated: bool = False
    act: bool = False
    denied: bool = False


def weaker(one: Strength, other: Strength) -> Strength:
    """Give the weaker of two strengths."""
    return min(one, other, key=_FROM_WEAK_TO_FIRM.index)
