"""Arguments by rule: pairs of a predicate and a token, with the construction that makes the one the other's."""

from dataclasses import dataclass

import numpy as np

from newsledger.syntax.arrays import CAPITAL, DEMONYM, Flags, Ints, Tree, at, nowhere
from newsledger.syntax.functions import HOW, Functions

#: What a rule may say of a pair: ARG0, ARG1, ARG2, or an argument whose role only the predicate's own frame can tell.
_AGENT, _PATIENT, _THIRD, _OTHER = range(1, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """Pairs that a rule sees, each once, the surest construction of several.

    Attributes:
        predicates: Tokens of predicates.
        tokens: The heads of their arguments.
        roles: What the rules say of each: ``_AGENT`` and the like.
        hows: Numbers from ``HOW``.
    """

    predicates: Ints
    tokens: Ints
    roles: Ints
    hows: Ints

    def hold(self, predicates: Ints, tokens: Ints, size: int) -> Flags:
        """Say of each pair whether a rule sees an argument there; ``size`` is the number of all tokens."""
        return np.asarray(self.find(predicates, tokens, size) >= 0)

    def find(self, predicates: Ints, tokens: Ints, size: int) -> Ints:
        """Give the place of each pair among those that the rules see, or -1."""
        if not len(self.predicates):
            return nowhere(len(predicates))
        keys, wanted = self.predicates * size + self.tokens, predicates * size + tokens
        places = np.minimum(keys.searchsorted(wanted), len(keys) - 1)
        return np.where(keys[places] == wanted, places, -1)


def propose(tree: Tree, functions: Functions, chosen: Flags) -> Proposals:
    """Propose arguments of the chosen predicates."""
    verbal = chosen & tree.among("VERB", "AUX")
    nominal = chosen & tree.among("NOUN", "PROPN")
    rows = [
        *_of_verbs(tree, functions, verbal),
        *_of_nouns(tree, functions, nominal),
        *_of_adjectives(functions, chosen & tree.among("ADJ")),
    ]
    predicates, tokens, roles, hows = (np.concatenate(column) for column in zip(*rows, strict=True))
    # Of two constructions for one pair the one that comes first above counts.
    size = len(tree.heads)
    _, first = np.unique(predicates * size + tokens, return_index=True)
    return Proposals(predicates=predicates[first], tokens=tokens[first], roles=roles[first], hows=hows[first])


Row = tuple[Ints, Ints, Ints, Ints]


def _from_values(chosen: Flags, values: Ints, role: int, hows: Ints | str) -> Row:
    """Make pairs of each chosen predicate with its value, where it has one."""
    predicates = (chosen & (values >= 0)).nonzero()[0]
    how = np.full(len(predicates), HOW[hows]) if isinstance(hows, str) else hows[predicates]
    return predicates, values[predicates], np.full(len(predicates), role), how


def _from_children(tree: Tree, chosen: Flags, children: Flags, role: int, how: str) -> Row:
    """Make pairs of each chosen predicate with those of the children that hang from it, prepositions looked through."""
    tokens = (children & chosen[tree.above] & (tree.above != np.arange(len(tree.above)))).nonzero()[0]
    return tree.above[tokens], tokens, np.full(len(tokens), role), np.full(len(tokens), HOW[how])


def _of_verbs(tree: Tree, functions: Functions, verbs: Flags) -> list[Row]:
    governed = tree.links >= 0
    by = tree.linked("by") & functions.passive[tree.above]
    clauses = tree.has("ccomp", "xcomp", "oprd", "acomp", "attr")
    has_object = (functions.objects >= 0)[tree.above]
    return [
        _from_values(verbs, functions.agents, _AGENT, functions.agent_hows),
        _from_children(tree, verbs, by & tree.has("pobj"), _AGENT, "by-agent"),
        _from_values(verbs, functions.objects, _PATIENT, functions.object_hows),
        _from_values(verbs, functions.recipients, _THIRD, "recipient"),
        _from_children(tree, verbs, clauses & ~has_object, _PATIENT, "clause"),
        _from_children(tree, verbs, clauses & has_object, _THIRD, "clause"),
        _from_children(tree, verbs, governed & tree.has("pobj", "pcomp"), _OTHER, "preposition"),
    ]


def _of_nouns(tree: Tree, functions: Functions, nouns: Flags) -> list[Row]:
    governed = (tree.links >= 0) & tree.has("pobj", "pcomp")
    by, of = tree.linked("by"), tree.linked("of")
    before = tree.has("compound", "nmod")
    national = tree.has("amod", "compound", "nmod") & (tree.shaped(DEMONYM) | (tree.shaped(CAPITAL) & tree.has("amod")))
    return [
        _from_values(nouns, functions.owners, _AGENT, "possessive"),
        _from_children(tree, nouns, governed & by, _AGENT, "by-agent"),
        _from_values(nouns, at(functions.agents, functions.lights), _AGENT, "light verb"),
        _from_children(tree, nouns, national, _AGENT, "premodifier"),
        _from_children(tree, nouns, governed & of, _PATIENT, "preposition"),
        _from_children(tree, nouns, before, _PATIENT, "premodifier"),
        _from_children(tree, nouns, governed, _OTHER, "preposition"),
        _from_children(tree, nouns, tree.has("acl"), _PATIENT, "clause"),
    ]


def _of_adjectives(functions: Functions, adjectives: Flags) -> list[Row]:
    return [_from_values(adjectives, functions.subjects, _PATIENT, functions.subject_hows)]
