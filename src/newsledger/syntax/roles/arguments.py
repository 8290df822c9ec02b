"""Argument records from pairs and their roles, with every member of a coordination."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

import numpy as np

from newsledger.model import Argument, How
from newsledger.syntax.arrays import LABEL, Ints, Tree, at
from newsledger.syntax.functions import HOW, HOWS
from newsledger.syntax.roles.candidates import Pairs
from newsledger.syntax.roles.model import CORE, ROLES, Scores
from newsledger.syntax.roles.proposals import Proposals

#: A pair is an argument where the model holds it for none with less than this.
NONE = 0.6
#: No role is given on less.
_LEAST = 0.12
#: How sure the model must be of when, where and how.
_MODIFIER = 0.5
#: Constructions whose subject is often not written down in the model's training data; there the rule counts.
_UNDERSTOOD = [HOW[how] for how in ("shared", "controlled", "raised", "relative", "participle")]
_SHAPES: Mapping[str, How] = {
    "nsubj": "subject",
    "nsubjpass": "passive subject",
    "dobj": "object",
    "dative": "recipient",
    "ccomp": "clause",
    "xcomp": "clause",
    "acl": "clause",
    "advcl": "clause",
    "pobj": "preposition",
    "pcomp": "preposition",
    "prep": "preposition",
    "poss": "possessive",
    "compound": "premodifier",
    "amod": "premodifier",
    "nmod": "premodifier",
    "appos": "apposition",
}
_BY_LABEL: dict[int, How] = {LABEL[label]: how for label, how in _SHAPES.items()}


class Choice(NamedTuple):
    """A pair with its role."""

    predicate: int
    token: int
    role: str
    how: How
    score: float
    decided: Literal["rule", "model"]


def decide(tree: Tree, proposals: Proposals, pairs: Pairs, scores: Scores) -> Mapping[int, tuple[Argument, ...]]:
    """Decide who has which role: each core role once, each word one role, the surest first.

    Where the model sees nothing in an understood subject, the rule's answer stands, with the model's low score.
    """
    places = proposals.find(pairs.predicates, pairs.tokens, len(tree.heads))
    hows = at(proposals.hows, places).tolist()
    chosen = list(_by_model(tree, hows, pairs, scores))
    taken = {(one.predicate, one.role) for one in chosen} | {(one.predicate, one.token) for one in chosen}
    for row in np.flatnonzero(np.isin(hows, _UNDERSTOOD)).tolist():
        pair = int(pairs.predicates[row]), int(pairs.tokens[row])
        if pair in taken:
            continue
        core = scores[row, CORE]
        role = ROLES[CORE.start + int(core.argmax())]
        if (pair[0], role) not in taken:
            taken.add((pair[0], role))
            chosen.append(Choice(*pair, role, HOWS[hows[row] - 1], float(core.max()), "rule"))
    return _with_members(tree, chosen)


def _by_model(tree: Tree, hows: Sequence[int], pairs: Pairs, scores: Scores) -> Iterator[Choice]:
    predicates, tokens = pairs.predicates.tolist(), pairs.tokens.tolist()
    ups, labels = pairs.ups.tolist(), tree.labels.tolist()
    for row, column, score in choose(pairs.predicates, scores):
        token = tokens[row]
        if hows[row] > 0:
            how = HOWS[hows[row] - 1]
        else:
            how = "outside" if ups[row] else _BY_LABEL.get(labels[token], "outside")
        yield Choice(predicates[row], token, ROLES[column], how, score, "model")


def choose(predicates: Ints, scores: Scores) -> Iterator[tuple[int, int, float]]:
    """Give rows and columns of the roles that stand: of a core role the surest, other roles as often as they come."""
    core = scores[:, CORE]
    rows, columns = np.nonzero((core > _LEAST) & (core.sum(axis=1) > 1 - NONE)[:, None])
    values = core[rows, columns]
    order = np.argsort(-values, kind="stable")
    used: set[int] = set()
    taken: set[tuple[int, int]] = set()
    whose = predicates.tolist()
    for row, column, value in zip(rows[order].tolist(), columns[order].tolist(), values[order].tolist(), strict=True):
        if row not in used and (whose[row], column) not in taken:
            used.add(row)
            taken.add((whose[row], column))
            yield row, column + CORE.start, value
    beside = scores[:, CORE.stop :]
    for row, column in zip(*(part.tolist() for part in np.nonzero(beside > _MODIFIER)), strict=True):
        if row not in used:
            yield row, column + CORE.stop, float(beside[row, column])


def _with_members(tree: Tree, chosen: Sequence[Choice]) -> Mapping[int, tuple[Argument, ...]]:
    """Make the records, one for every member of a coordination."""
    members, links = members_of(tree), tree.links.tolist()
    seen = {(one.predicate, one.token) for one in chosen}
    made: dict[int, list[Argument]] = {}
    for one in chosen:
        joined = [member for member in members.get(one.token, ()) if (one.predicate, member) not in seen]
        made.setdefault(one.predicate, []).extend(
            Argument(
                role=one.role,
                head=head,
                preposition=links[one.token] if links[one.token] >= 0 else None,
                how=one.how,
                joined_to=None if head == one.token else one.token,
                score=one.score,
                decided=one.decided,
            )
            for head in (one.token, *joined)
            if head != one.predicate
        )
    return {predicate: tuple(sorted(found, key=_place)) for predicate, found in made.items()}


def _place(argument: Argument) -> int:
    return argument.head


def members_of(tree: Tree) -> dict[int, Sequence[int]]:
    """Give for each noun that is first of a coordination its further members, in text order."""
    nouns = tree.among("NOUN", "PROPN", "PRON", "NUM")
    joined = tree.has("conj") & nouns & nouns[tree.heads]
    first = np.where(joined, tree.heads, np.arange(len(joined)))
    for _ in range(6):
        first = first[first]
    found: dict[int, list[int]] = {}
    for member in np.flatnonzero(joined & (first != np.arange(len(joined)))).tolist():
        found.setdefault(int(first[member]), []).append(member)
    return dict(found)
