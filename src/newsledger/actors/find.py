"""Finds every mention of someone who may act."""

from newsledger.actors.names import NameFinder
from newsledger.actors.nouns import find_nouns, find_pronouns
from newsledger.actors.rules import Rules
from newsledger.model import Annotated, Candidate, Span


def find_mentions(doc: Annotated, rules: Rules) -> tuple[Candidate, ...]:
    """Find the words that may name an actor: names, offices, functions, groups and pronouns.

    Args:
        doc: The parsed article; a dateline names nobody.
        rules: The room's lists.

    Returns:
        The candidates in text order, an outer one before those inside it. No two have the same place.
    """
    names = NameFinder(doc, rules).find()
    found: dict[Span, Candidate] = {}
    for candidate in (*names, *find_nouns(doc, names, rules), *find_pronouns(doc)):
        found.setdefault(candidate.span, candidate)
    return tuple(sorted(found.values(), key=lambda candidate: (candidate.span.start, -candidate.span.end)))
