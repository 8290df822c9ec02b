"""Arguments of the predicates that are likely to be asked for are judged together, the others only when asked for."""

import numpy as np

from newsledger import syntax
from newsledger.syntax.arrays import Flags
from newsledger.syntax.roles.arguments import Decisions
from newsledger.syntax.roles.batches import Batches
from parses import parsed

PAST = "Tense=Past|VerbForm=Fin"
DOC = parsed(
    "Envoys|envoy|NOUN|2|nsubj",
    f"left|leave|VERB|0|ROOT|{PAST}",
    "Chad|Chad|PROPN|2|dobj",
    "and|and|CCONJ|2|cc",
    "rebels|rebel|NOUN|6|nsubj",
    f"burned|burn|VERB|2|conj|{PAST}",
    "bridges|bridge|NOUN|6|dobj",
)


def test_arguments_are_the_same_whatever_is_likely(rules: syntax.Rules) -> None:
    whole = syntax.analyse(DOC, rules).clauses

    for likely in ((), (1,), (5,), (1, 5)):
        parted = syntax.analyse(DOC, rules, likely).clauses
        told = {
            index: [(one.head, one.role, one.how, round(one.score, 4)) for one in clause.arguments]
            for index, clause in parted.items()
        }

        assert told == {
            index: [(one.head, one.role, one.how, round(one.score, 4)) for one in clause.arguments]
            for index, clause in whole.items()
        }
    assert [one.head for one in whole[5].arguments] == [4, 6]


def test_a_batch_is_judged_once_and_not_before_it_is_asked_for() -> None:
    judged: list[list[int]] = []

    def judge(batch: Flags) -> Decisions:
        judged.append(batch.nonzero()[0].tolist())
        raise LookupError

    batches = Batches(np.array([False, True, False, False, False, True, False]), (5, 6), judge)
    asked = batches.of(5)

    assert (judged, batches.of(0)) == ([], ())
    for arguments in (asked, batches.of(1)):
        try:
            list(arguments)
        except LookupError:
            continue
    assert judged == [[5], [1]]


def test_arguments_compare_and_count_as_a_tuple_does(rules: syntax.Rules) -> None:
    first, second = (syntax.analyse(DOC, rules, (1, 5)).clauses[5].arguments for _ in range(2))

    assert first == second == tuple(first)
    assert (hash(first), len(first), first[0], repr(first)) == (hash(tuple(first)), 2, first[:1][0], repr(tuple(first)))
