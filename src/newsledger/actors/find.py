"""Finds every mention of someone who may act."""

from newsledger.actors.mentions.names import NameFinder
from newsledger.actors.mentions.nouns import NounFinder
from newsledger.actors.mentions.phrases import Phrases
from newsledger.actors.mentions.pronouns import find_pronouns
from newsledger.actors.rules import Rules
from newsledger.model import Annotated, Candidate, Span


def find_mentions(doc: Annotated, rules: Rules, acting: frozenset[int] = frozenset()) -> tuple[Candidate, ...]:
    """Find the words that may name an actor: names, offices, functions, groups and pronouns.

    Args:
        doc: The parsed article; a dateline has no names.
        rules: The room's lists.
        acting: Words before a deed that say whose it is ("*Russian* shelling").

    Returns:
        The candidates in text order, an outer one before those inside it. No two have the same place.
    """
    phrases = Phrases(doc, rules)
    names = NameFinder(doc, rules, phrases, acting).find()
    nouns = NounFinder(doc, rules, phrases, names).find()
    found: dict[Span, Candidate] = {}
    for candidate in (*names.found, *nouns, *find_pronouns(doc, rules)):
        found.setdefault(candidate.span, candidate)
    return tuple(sorted(found.values(), key=lambda candidate: (candidate.span.start, -candidate.span.end)))
