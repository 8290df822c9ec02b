"""Plans that somebody says are none."""

import pytest

from newsledger.outlook import Rules
from outlook.clauses import actor, clause, find

PAST = "Tense=Past|VerbForm=Fin"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            (
                "Hale|Hale|PROPN|2|nsubj",
                f"denied|deny|VERB|0|ROOT|{PAST}",
                "Kesh|Kesh|PROPN|5|nsubj",
                "would|would|AUX|5|aux",
                "sail|sail|VERB|2|ccomp|VerbForm=Inf",
            ),
            id="denied-that",
        ),
        pytest.param(
            (
                "Hale|Hale|PROPN|2|nsubj",
                f"rejected|reject|VERB|0|ROOT|{PAST}",
                "reports|report|NOUN|2|dobj",
                "Kesh|Kesh|PROPN|6|nsubj",
                f"was|be|AUX|6|aux|{PAST}",
                "preparing|prepare|VERB|3|acl|VerbForm=Part",
                "to|to|PART|8|aux",
                "sail|sail|VERB|6|xcomp|VerbForm=Inf",
            ),
            id="rejected-reports",
        ),
        pytest.param(
            (
                "It|it|PRON|2|nsubj",
                f"was|be|AUX|0|ROOT|{PAST}",
                "untrue|untrue|ADJ|2|acomp",
                "Kesh|Kesh|PROPN|6|nsubj",
                "would|would|AUX|6|aux|VerbForm=Fin",
                "sail|sail|VERB|2|ccomp|VerbForm=Inf",
            ),
            id="untrue-that",
        ),
    ],
)
def test_a_plan_that_somebody_denies_is_a_denied_plan(rows: tuple[str, ...], rules: Rules) -> None:
    doc = clause(*rows)

    (found,) = find(doc, (actor(doc, "Kesh"),), (), (), (), rules)

    assert (found.kind, found.negated, found.holder_ids) == ("denied_plan", True, ("Kesh",))
    assert found.settled_by.negated


def test_who_does_not_deny_a_report_denies_no_plan(rules: Rules) -> None:
    doc = clause(
        "Hale|Hale|PROPN|4|nsubj",
        "did|do|AUX|4|aux",
        "not|not|PART|4|neg",
        "deny|deny|VERB|0|ROOT|VerbForm=Inf",
        "Kesh|Kesh|PROPN|7|nsubj",
        "will|will|AUX|7|aux",
        "sail|sail|VERB|4|ccomp|VerbForm=Inf",
    )

    (found,) = find(doc, (actor(doc, "Kesh"),), (), (), (), rules)

    assert (found.kind, found.negated) == ("announced_plan", False)


@pytest.mark.parametrize(("article", "negated"), [("no", True), ("some", False)])
def test_what_there_is_no_reason_to_believe_is_denied(article: str, negated: bool, rules: Rules) -> None:
    doc = clause(
        "Hale|Hale|PROPN|2|nsubj",
        "sees|see|VERB|0|ROOT|Tense=Pres|VerbForm=Fin",
        f"{article}|{article}|DET|4|det",
        "reason|reason|NOUN|2|dobj",
        "to|to|PART|6|aux",
        "believe|believe|VERB|4|acl|VerbForm=Inf",
        "Kesh|Kesh|PROPN|9|nsubj",
        "will|will|AUX|9|aux|VerbForm=Fin",
        "sail|sail|VERB|6|ccomp|VerbForm=Inf",
    )

    (found,) = find(doc, (actor(doc, "Kesh"),), (), (), (), rules)

    assert found.negated is negated
