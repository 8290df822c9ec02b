"""What is only needed, judged, thought of or under way, and announces nothing."""

import pytest

from newsledger.outlook import Rules
from outlook.clauses import clause, find

PRESENT = "Tense=Pres|VerbForm=Fin"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            (
                "It|it|PRON|3|nsubj",
                "will|will|AUX|3|aux",
                "require|require|VERB|0|ROOT|VerbForm=Inf",
                "effort|effort|NOUN|3|dobj",
            ),
            id="need",
        ),
        pytest.param(
            (
                "We|we|PRON|4|nsubj",
                "’d|would|AUX|4|aux",
                "better|well|ADV|4|advmod",
                "leave|leave|VERB|0|ROOT|VerbForm=Inf",
            ),
            id="had-better",
        ),
        pytest.param(
            (
                "Hale|Hale|PROPN|3|nsubj",
                "’d|would|AUX|3|aux",
                "seen|see|VERB|0|ROOT|Aspect=Perf|Tense=Past|VerbForm=Part",
                "Kesh|Kesh|PROPN|3|dobj",
            ),
            id="short-had",
        ),
        pytest.param(
            (
                "Kesh|Kesh|PROPN|2|nsubj",
                f"is|be|AUX|0|ROOT|{PRESENT}",
                "less|less|ADV|4|advmod",
                "prepared|prepared|ADJ|2|acomp",
                "to|to|PART|6|aux",
                "sail|sail|VERB|4|xcomp|VerbForm=Inf",
            ),
            id="compared",
        ),
        pytest.param(
            (
                "Crews|crew|NOUN|0|ROOT",
                "willing|willing|ADJ|1|amod",
                "to|to|PART|4|aux",
                "sail|sail|VERB|2|xcomp|VerbForm=Inf",
            ),
            id="described",
        ),
        pytest.param(
            (
                "A|a|DET|2|det",
                "march|march|NOUN|0|ROOT",
                "aimed|aim|VERB|2|acl|Aspect=Perf|Tense=Past|VerbForm=Part",
                "at|at|ADP|3|prep",
                "ousting|oust|VERB|4|pcomp|VerbForm=Ger",
                "Hale|Hale|PROPN|5|dobj",
            ),
            id="purpose",
        ),
        pytest.param(
            (
                "Kesh|Kesh|PROPN|4|nsubj",
                "may|may|AUX|4|aux",
                "be|be|AUX|4|aux|VerbForm=Inf",
                "gaining|gain|VERB|0|ROOT|Aspect=Prog|VerbForm=Part",
                "ground|ground|NOUN|4|dobj",
            ),
            id="under-way",
        ),
        pytest.param(
            (
                "Hale|Hale|PROPN|2|nsubj",
                "proved|prove|VERB|0|ROOT|Tense=Past|VerbForm=Fin",
                "Kesh|Kesh|PROPN|5|nsubj",
                "could|could|AUX|5|aux",
                "sail|sail|VERB|2|ccomp|VerbForm=Inf",
            ),
            id="could-of-the-past",
        ),
        pytest.param(
            (
                "Rest|rest|NOUN|3|nsubj",
                "would|would|AUX|3|aux",
                "be|be|AUX|0|ROOT|VerbForm=Inf",
                "to|to|PART|5|aux",
                "sail|sail|VERB|3|xcomp|VerbForm=Inf",
            ),
            id="would-be-to",
        ),
    ],
)
def test_none_of_these_is_said_to_be_coming(rows: tuple[str, ...], rules: Rules) -> None:
    assert find(clause(*rows), (), (), (), (), rules) == ()


def test_even_if_leaves_a_plan_firm(rules: Rules) -> None:
    doc = clause(
        "Kesh|Kesh|PROPN|3|nsubj",
        "will|will|AUX|3|aux",
        "sail|sail|VERB|0|ROOT|VerbForm=Inf",
        "even|even|ADV|7|advmod",
        "if|if|SCONJ|7|mark",
        "Hale|Hale|PROPN|7|nsubj",
        f"objects|object|VERB|3|advcl|{PRESENT}",
    )

    (found,) = find(doc, (), (), (), (), rules)

    assert (found.strength, found.condition, found.action.of(doc.text)) == ("firm", None, "sail")
