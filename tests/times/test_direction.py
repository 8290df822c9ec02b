import pytest

from newsledger.times import Rules, find
from newsledger.times.direction import looks_ahead
from parses import parsed
from times.bare import PUBLISHED

PAST = "Tense=Past|VerbForm=Fin"
PRESENT = "Tense=Pres|VerbForm=Fin"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            ["He|he|PRON|2|nsubj", f"left|leave|VERB|0|ROOT|{PAST}", "Friday|Friday|PROPN|2|npadvmod"], False, id="past"
        ),
        pytest.param(
            [
                "He|he|PRON|3|nsubj",
                "will|will|AUX|3|aux",
                "leave|leave|VERB|0|ROOT",
                "Friday|Friday|PROPN|3|npadvmod",
            ],
            True,
            id="will",
        ),
        pytest.param(
            [
                "He|he|PRON|4|nsubj",
                "would|would|AUX|4|aux",
                "have|have|AUX|4|aux",
                "left|leave|VERB|0|ROOT|Tense=Past",
                "Friday|Friday|PROPN|4|npadvmod",
            ],
            False,
            id="would-have",
        ),
        pytest.param(
            [
                "He|he|PRON|2|nsubj",
                f"plans|plan|VERB|0|ROOT|{PRESENT}",
                "to|to|PART|4|aux",
                "leave|leave|VERB|2|xcomp",
                "Friday|Friday|PROPN|4|npadvmod",
            ],
            True,
            id="plans-to",
        ),
        pytest.param(
            [
                "He|he|PRON|2|nsubj",
                f"agreed|agree|VERB|0|ROOT|{PAST}",
                "Friday|Friday|PROPN|2|npadvmod",
                "to|to|PART|5|aux",
                "leave|leave|VERB|2|xcomp",
            ],
            False,
            id="agreed-on-the-day",
        ),
        pytest.param(
            [
                "Vote|vote|NOUN|2|nsubj",
                f"is|be|AUX|0|ROOT|{PRESENT}",
                "on|on|ADP|2|prep",
                "Friday|Friday|PROPN|3|pobj",
            ],
            True,
            id="is-on-the-day",
        ),
        pytest.param(
            [
                "Crews|crew|NOUN|2|nsubj",
                f"are|be|AUX|0|ROOT|{PRESENT}",
                "angry|angry|ADJ|2|acomp",
                "Friday|Friday|PROPN|2|npadvmod",
            ],
            None,
            id="is-something-on-the-day",
        ),
        pytest.param(
            [
                "Hale|Hale|PROPN|3|nsubj",
                "to|to|PART|3|aux",
                "leave|leave|VERB|0|ROOT|VerbForm=Inf",
                "Friday|Friday|PROPN|3|npadvmod",
            ],
            True,
            id="headline-to",
        ),
        pytest.param(
            [
                "It|it|PRON|3|nsubjpass",
                "was|be|AUX|3|auxpass|Tense=Past|VerbForm=Fin",
                "put|put|VERB|0|ROOT|Tense=Past|VerbForm=Part",
                "off|off|ADP|3|prt",
                "until|until|ADP|3|prep",
                "Friday|Friday|PROPN|5|pobj",
            ],
            True,
            id="put-off-until",
        ),
        pytest.param(
            [
                "It|it|PRON|2|nsubj",
                f"opens|open|VERB|0|ROOT|{PRESENT}",
                "on|on|ADP|2|prep",
                "Friday|Friday|PROPN|3|pobj",
            ],
            True,
            id="timetable",
        ),
        pytest.param(
            ["due|due|ADJ|0|ROOT", "Friday|Friday|PROPN|1|npadvmod"],
            True,
            id="due",
        ),
        pytest.param(
            [
                "They|they|PRON|2|nsubj",
                f"praised|praise|VERB|0|ROOT|{PAST}",
                "Friday|Friday|PROPN|5|poss",
                "'s|'s|PART|3|case",
                "vote|vote|NOUN|2|dobj",
            ],
            None,
            id="fridays-vote",
        ),
        pytest.param(["On|on|ADP|0|ROOT", "Friday|Friday|PROPN|1|pobj"], None, id="no-verb"),
        pytest.param(["by|by|ADP|0|ROOT", "Friday|Friday|PROPN|1|pobj"], True, id="by"),
    ],
)
def test_the_verb_above_a_time_says_where_it_lies(rules: Rules, rows: list[str], expected: bool | None) -> None:
    doc = parsed(*rows, published=PUBLISHED)
    (phrase,) = find(doc, rules)

    assert looks_ahead(doc, phrase, rules)[0] is expected
