"""Why a reading came out as it did: for those who mend a rule. No part of a record."""

from dataclasses import dataclass
from typing import Literal

from newsledger.model.span import Span
from newsledger.model.syntax import Syntax


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What decided one field of an event, left the event out, or made any finding as sure as it is.

    Attributes:
        trigger: The words that may name it.
        value: What was decided, in words of the article or of the record; ``""`` where it was left out.
        rule: The lexicon row, slot or rule that decided it.
    """

    trigger: Span
    field: Literal["type", "actor", "recipient", "standing", "left out", "confidence"]
    value: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """An article's clauses with their arguments, and what was decided on them.

    Attributes:
        decisions: In text order of their triggers.
    """

    syntax: Syntax
    decisions: tuple[Decision, ...]
