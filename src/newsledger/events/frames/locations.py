"""The ground on which a deed is done, where it is done to nobody: "troops massed along the border"."""

from collections.abc import Iterator

from newsledger.events.frames.arguments import Trigger
from newsledger.events.frames.parties import Party, Who, described_at
from newsledger.events.rules import Rules
from newsledger.model import Annotated, Syntax

#: How far below the deed, and by what.
_DEPTH = 4
_BEHIND = ("dobj", "prep", "prt", "pobj", "acomp")


def affected_place(syntax: Syntax, trigger: Trigger, who: Who, rules: Rules) -> Party | None:
    """Give the ground on which a deed is done, where it is done to nobody: "remained on alert in *the border area*"."""
    words = rules.classes["ground preposition"]
    for index in _below(syntax.doc, trigger):
        token = syntax.tokens[index]
        noun = syntax.child(index, "pobj") if token.deprel == "prep" and token.text.lower() in words else None
        if noun is not None and _is_ground(syntax, noun, who, rules):
            return described_at(syntax, noun, who, rules)
    return None


def _below(doc: Annotated, trigger: Trigger) -> Iterator[int]:
    """Give what hangs from a deed or its verb, the nearest first."""
    for place in (trigger.index, trigger.support if trigger.light else None):
        layer = [] if place is None else [place]
        for _ in range(_DEPTH):
            below = [index for above in layer for index in doc.children[above]]
            yield from below
            layer = [index for index in below if doc.tokens[index].deprel in _BEHIND]


def _is_ground(syntax: Syntax, noun: int, who: Who, rules: Rules) -> bool:
    """Say whether a noun is a place by its own name, by its kind, or by the name of a place in it."""
    token = syntax.tokens[noun]
    if token.upos == "PROPN" or token.lemma in rules.classes["place"] | rules.classes["area"]:
        return True
    part = syntax.prepositional(noun, "of") if token.lemma in rules.classes["part"] else None
    return part is not None and _is_ground(syntax, part, who, rules)
