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
        self._tree, self._scores = tree, scores
        places = proposals.find(pairs.predicates, pairs.tokens, len(tree.heads))
        hows = np.where(places >= 0, at(proposals.hows, places), 0)
        rows, columns = possible(pairs.predicates, scores)
        understood = _UNDERSTOOD.take(hows).nonzero()[0]
        # Lists: a predicate asks for a few numbers, which an array gives far more slowly one by one.
        self._tokens, self._hows, self._ups = pairs.tokens.tolist(), hows.tolist(), pairs.ups.tolist()
        self._labels, self._links = tree.labels.tolist(), tree.links.tolist()
        self._standing = list(zip(rows.tolist(), columns.tolist(), strict=True))
        self._runs = _runs(pairs.predicates.take(rows), len(tree.heads))
        self._understood = understood.tolist()
        self._understood_runs = _runs(pairs.predicates.take(understood), len(tree.heads))
        self._members: dict[int, Sequence[int]] | None = None

    def of(self, predicate: int) -> tuple[Argument, ...]:
        """Give the arguments of a predicate in text order, one for every member of a coordination."""
        chosen = list(self._by_model(predicate))
        first, last = self._understood_runs[predicate], self._understood_runs[predicate + 1]
        if first < last:
            self._add_understood(chosen, self._understood[first:last])
        return tuple(sorted(self._with_members(predicate, chosen), key=_place)) if chosen else ()

    def _add_understood(self, chosen: list[Choice], rows: Sequence[int]) -> None:
        taken = {one.role for one in chosen}
        tokens = {one.token for one in chosen}
        for row in rows:
            core, token = self._scores[row, CORE], self._tokens[row]
            role = ROLES[CORE.start + int(core.argmax())]
            if token not in tokens and role not in taken:
                taken.add(role)
                tokens.add(token)
                chosen.append(Choice(token, role, HOWS[self._hows[row] - 1], float(core.max()), "rule"))

    def _by_model(self, predicate: int) -> Iterator[Choice]:
        first, last = self._runs[predicate], self._runs[predicate + 1]
        if first == last:
            return
        for row, column in choose(self._standing[first:last]):
            token, how = self._tokens[row], self._hows[row]
            if how > 0:
                shape = HOWS[how - 1]
            else:
                shape = "outside" if self._ups[row] else _BY_LABEL.get(self._labels[token], "outside")
            yield Choice(token, ROLES[column], shape, float(self._scores[row, column]), "model")

    def _with_members(self, predicate: int, chosen: Sequence[Choice]) -> Iterator[Argument]:
        """Make the records, one for every member of a coordination."""
        if self._members is None:
            self._members = members_of(self._tree)
        seen = {one.token for one in chosen} | {predicate}
        for one in chosen:
            link = self._links[one.token]
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


def _runs(values: Ints, size: int) -> list[int]:
    """Give where each number below ``size`` begins among sorted ones, and at last how many these are."""
    starts: list[int] = values.searchsorted(np.arange(size + 1)).tolist()
    return starts


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
