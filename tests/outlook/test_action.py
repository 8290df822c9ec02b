"""How far an action reaches, and what it hangs on."""

import pytest

from newsledger.outlook import Rules
from outlook.clauses import WILL_CLOSE, clause, find

START = ("Kesh|Kesh|PROPN|3|nsubj", "will|will|AUX|3|aux|VerbForm=Fin", "leave|leave|VERB|0|ROOT|VerbForm=Inf")


@pytest.mark.parametrize(
    ("rows", "action"),
    [
        pytest.param(
            (*START, "as|as|SCONJ|6|mark", "it|it|PRON|6|nsubj", "must|must|VERB|3|advcl"),
            "leave",
            id="loose-reason",
        ),
        pytest.param(
            (*START, "to|to|PART|5|aux", "rest|rest|VERB|3|advcl"),
            "leave to rest",
            id="purpose",
        ),
        pytest.param(
            (
                *START,
                "Orlow|Orlow|PROPN|3|dobj",
                ",|,|PUNCT|3|punct",
                "leaving|leave|VERB|3|advcl",
                "debts|debt|NOUN|6|dobj",
            ),
            "leave Orlow",
            id="aside-after-a-comma",
        ),
        pytest.param(
            (
                *START,
                "a|a|DET|5|det",
                "panel|panel|NOUN|3|dobj",
                "that|that|PRON|8|nsubj",
                "will|will|AUX|8|aux|VerbForm=Fin",
                "report|report|VERB|5|relcl|VerbForm=Inf",
            ),
            "leave a panel",
            id="relative-clause-with-a-future-of-its-own",
        ),
        pytest.param(
            (*START, "Orlow|Orlow|PROPN|3|dobj", '”|"|PUNCT|3|punct', "Hale|Hale|PROPN|4|appos"),
            "leave Orlow",
            id="end-of-the-quotation",
        ),
        pytest.param(
            (*START, "Orlow|Orlow|PROPN|3|dobj", "—|—|PUNCT|4|punct", "home|home|NOUN|4|appos"),
            "leave Orlow",
            id="dash",
        ),
    ],
)
def test_an_action_ends_with_its_complements(rows: tuple[str, ...], action: str, rules: Rules) -> None:
    doc = clause(*rows)

    assert find(doc, (), (), (), (), rules)[0].action.of(doc.text) == action


def test_a_passive_keeps_its_be(rules: Rules) -> None:
    doc = clause(
        "Hale|Hale|PROPN|4|nsubjpass",
        "will|will|AUX|4|aux|VerbForm=Fin",
        "be|be|AUX|4|auxpass",
        "tried|try|VERB|0|ROOT|Tense=Past|VerbForm=Part",
    )

    assert find(doc, (), (), (), (), rules)[0].action.of(doc.text) == "be tried"


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        pytest.param(
            ("if|if|SCONJ|8|mark", "asked|ask|VERB|3|advcl"),
            "if asked",
            id="if",
        ),
        pytest.param(
            ("pending|pending|ADP|3|prep", "talks|talk|NOUN|7|pobj"),
            "pending talks",
            id="pending",
        ),
    ],
)
def test_a_condition_makes_it_conditional(rows: tuple[str, ...], words: str, rules: Rules) -> None:
    doc = clause(*WILL_CLOSE[:-1], *rows)

    (found,) = find(doc, (), (), (), (), rules)

    assert found.condition is not None
    assert (found.condition.of(doc.text), found.strength) == (words, "conditional")


def test_after_what_is_sure_to_come_is_no_condition(rules: Rules) -> None:
    doc = clause(*WILL_CLOSE[:-1], "after|after|ADP|3|prep", "the|the|DET|9|det", "fair|fair|NOUN|7|pobj")

    (found,) = find(doc, (), (), (), (), rules)

    assert (found.condition, found.strength) == (None, "firm")
