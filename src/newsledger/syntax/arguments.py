"""Argument records from pairs and their roles, with every member of a coordination."""

from collections.abc import Mapping, Sequence

import numpy as np

from newsledger.model import Argument
from newsledger.syntax.arrays import Tree
from newsledger.syntax.functions import HOWS
from newsledger.syntax.proposals import RULED, Proposals


def rule_arguments(tree: Tree, proposals: Proposals) -> Mapping[int, tuple[Argument, ...]]:
    """Make arguments of what the rules say alone."""
    rows = zip(
        proposals.predicates.tolist(),
        proposals.tokens.tolist(),
        proposals.roles.tolist(),
        proposals.hows.tolist(),
        strict=True,
    )
    made: dict[int, list[Argument]] = {}
    members, links = members_of(tree), tree.links.tolist()
    for predicate, token, role, how in rows:
        if role == len(RULED):
            continue
        taken = made.setdefault(predicate, [])
        taken.extend(
            Argument(
                role=RULED[role - 1],
                head=member,
                preposition=links[token] if links[token] >= 0 else None,
                how=HOWS[how - 1],
                joined_to=None if member == token else token,
                score=0.5,
                decided="rule",
            )
            for member in (token, *members.get(token, ()))
            if member != predicate
        )
    return {predicate: tuple(sorted(found, key=lambda one: one.head)) for predicate, found in made.items()}


def members_of(tree: Tree) -> dict[int, Sequence[int]]:
    """Give for each noun that is first of a coordination its further members, in text order."""
    nouns = tree.among("NOUN", "PROPN", "PRON", "NUM")
    joined = tree.has("conj") & nouns & nouns[tree.heads]
    first = np.where(joined, tree.heads, np.arange(len(joined)))
    for _ in range(5):
        first = first[first]
    found: dict[int, list[int]] = {}
    for member in np.flatnonzero(joined & (first != np.arange(len(joined)))).tolist():
        found.setdefault(int(first[member]), []).append(member)
    return dict(found)
