"""Argument records from pairs and their roles, with every member of a coordination."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

import numpy as np

from newsledger.model import Argument, How
from newsledger.syntax.arrays import LABEL, Ints, Tree, at
from newsledger.syntax.functions import HOW, HOWS
from newsledger.syntax.roles.candidates import Pairs
from newsledger.syntax.roles.model import CORE, ROLES, Scores
from newsledger.syntax.roles.proposals import Proposals

#: A pair is an argument where the model holds it for none with less than this.
NONE = 0.65
#: No role is given on less.
_LEAST = 0.3
#: How sure the model must be of when, where and how.
_MODIFIER = 0.5
#: Constructions whose subject is often not written down in the model's training data; there the rule counts.
_UNDERSTOOD = np.zeros(len(HOW) + 1, bool)
_UNDERSTOOD[[HOW[how] for how in ("shared", "controlled", "raised", "relative", "participle")]] = True
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
    """A word with its role."""

    token: int
    role: str
    how: How
    score: float
    decided: Literal["rule", "model"]


class Decisions:
    """Who has which role: each core role once, each word one role, the surest first.

    Where the model sees nothing in an understood subject, the rule's answer stands, with the model's low score.
    The roles of a predicate are decided when they are first asked for.
    """

    def __init__(self, tree: Tree, proposals: Proposals, pairs: Pairs, scores: Scores) -> None:
        """Sort what may stand by predicate, the surest first; nothing is decided yet."""
        self._tree, self._pairs, self._scores = tree, pairs, scores
        places = proposals.find(pairs.predicates, pairs.tokens, len(tree.heads))
        self._hows = np.where(places >= 0, at(proposals.hows, places), 0)
        self._rows, self._columns = possible(pairs.predicates, scores)
        self._whose = pairs.predicates.take(self._rows)
        self._understood = _UNDERSTOOD.take(self._hows).nonzero()[0]
        self._doing = pairs.predicates.take(self._understood)
        self._members: dict[int, Sequence[int]] | None = None

    def of(self, predicate: int) -> tuple[Argument, ...]:
        """Give the arguments of a predicate in text order, one for every member of a coordination."""
        chosen = list(self._by_model(predicate))
        taken = {one.role for one in chosen}
        tokens = {one.token for one in chosen}
        for row in self._understood[_run(self._doing, predicate)].tolist():
            core, token = self._scores[row, CORE], int(self._pairs.tokens[row])
            role = ROLES[CORE.start + int(core.argmax())]
            if token not in tokens and role not in taken:
                taken.add(role)
                tokens.add(token)
                chosen.append(Choice(token, role, HOWS[self._hows[row] - 1], float(core.max()), "rule"))
        return tuple(sorted(self._with_members(predicate, chosen), key=_place)) if chosen else ()

    def _by_model(self, predicate: int) -> Iterator[Choice]:
        run = _run(self._whose, predicate)
        for row, column in choose(zip(self._rows[run].tolist(), self._columns[run].tolist(), strict=True)):
            token, how = int(self._pairs.tokens[row]), int(self._hows[row])
            if how > 0:
                shape = HOWS[how - 1]
            else:
                shape = "outside" if self._pairs.ups[row] else _BY_LABEL.get(int(self._tree.labels[token]), "outside")
            yield Choice(token, ROLES[column], shape, float(self._scores[row, column]), "model")

    def _with_members(self, predicate: int, chosen: Sequence[Choice]) -> Iterator[Argument]:
        """Make the records, one for every member of a coordination."""
        if self._members is None:
            self._members = members_of(self._tree)
        seen = {one.token for one in chosen} | {predicate}
        for one in chosen:
            link = int(self._tree.links[one.token])
            joined = [member for member in self._members.get(one.token, ()) if member not in seen]
            seen.update(joined)
            for head in (one.token, *joined):
                if head != predicate:
                    yield Argument(
                        role=one.role,
                        head=head,
                        preposition=link if link >= 0 else None,
                        how=one.how,
                        joined_to=None if head == one.token else one.token,
                        score=one.score,
                        decided=one.decided,
                    )


def possible(predicates: Ints, scores: Scores) -> tuple[Ints, Ints]:
    """Give rows and columns of the roles that may stand, by predicate, core roles first, the surest first."""
    core = scores[:, CORE]
    open_ = (core > _LEAST) & (core.sum(axis=1) > 1 - NONE)[:, None]
    standing = np.zeros(scores.shape, bool)
    standing[:, CORE] = open_
    standing[:, CORE.stop :] = scores[:, CORE.stop :] > _MODIFIER
    rows, columns = standing.nonzero()
    order = np.lexsort((-scores[rows, columns] * (columns < CORE.stop), columns >= CORE.stop, predicates[rows]))
    return rows[order], columns[order]


def choose(standing: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give a predicate's rows and columns: of a core role the surest, other roles as often as they come."""
    rows: set[int] = set()
    taken: set[int] = set()
    for row, column in standing:
        if row not in rows and column not in taken:
            rows.add(row)
            if column < CORE.stop:
                taken.add(column)
            yield row, column


def _run(values: Ints, value: int) -> slice:
    """Give where a value stands among sorted ones."""
    first, last = np.searchsorted(values, (value, value + 1)).tolist()
    return slice(first, last)


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
