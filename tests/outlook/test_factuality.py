"""What only looks like an expectation."""

from datetime import date

import pytest

from newsledger import Reader
from newsledger.outlook import Rules
from outlook.clauses import clause, find, statement, timex

VERB = "Tense=Past|VerbForm=Fin"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            (
                "It|it|PRON|4|nsubj",
                "would|would|AUX|4|aux",
                "have|have|AUX|4|aux",
                "sunk|sink|VERB|0|ROOT|VerbForm=Part",
                "boats|boat|NOUN|4|dobj",
                ".|.|PUNCT|4|punct",
            ),
            id="would-have",
        ),
        pytest.param(
            (
                "Hale|Hale|PROPN|2|nsubj",
                f"asked|ask|VERB|0|ROOT|{VERB}",
                "whether|whether|SCONJ|6|mark",
                "Kesh|Kesh|PROPN|6|nsubj",
                "will|will|AUX|6|aux",
                "resign|resign|VERB|2|ccomp|VerbForm=Inf",
                ".|.|PUNCT|2|punct",
            ),
            id="embedded-question",
        ),
        pytest.param(
            (
                "Will|will|AUX|3|aux",
                "Kesh|Kesh|PROPN|3|nsubj",
                "resign|resign|VERB|0|ROOT|VerbForm=Inf",
                "?|?|PUNCT|3|punct",
            ),
            id="question",
        ),
        pytest.param(
            (
                "Hale|Hale|PROPN|2|nsubj",
                "leaves|leave|VERB|0|ROOT|Tense=Pres|VerbForm=Fin",
                "if|if|SCONJ|5|mark",
                "Kesh|Kesh|PROPN|5|nsubj",
                "wants|want|VERB|2|advcl|Tense=Pres|VerbForm=Fin",
                "to|to|PART|7|aux",
                "stay|stay|VERB|5|xcomp|VerbForm=Inf",
                ".|.|PUNCT|2|punct",
            ),
            id="inside-a-condition",
        ),
        pytest.param(
            (
                "Hale|Hale|PROPN|2|nsubj",
                f"kept|keep|VERB|0|ROOT|{VERB}",
                "her|her|PRON|4|poss",
                "promise|promise|NOUN|2|dobj",
                "to|to|PART|6|aux",
                "resign|resign|VERB|4|acl|VerbForm=Inf",
                ".|.|PUNCT|2|punct",
            ),
            id="promise-kept",
        ),
        pytest.param(
            (
                "Hale|Hale|PROPN|2|nsubj",
                f"planned|plan|VERB|0|ROOT|{VERB}",
                "to|to|PART|4|aux",
                "resign|resign|VERB|2|xcomp|VerbForm=Inf",
                ".|.|PUNCT|2|punct",
            ),
            id="plan-of-the-past",
        ),
        pytest.param(
            (
                "I|I|PRON|2|nsubj",
                "want|want|VERB|0|ROOT|Tense=Pres|VerbForm=Fin",
                "to|to|PART|4|aux",
                "thank|thank|VERB|2|xcomp|VerbForm=Inf",
                "Hale|Hale|PROPN|4|dobj",
                ".|.|PUNCT|2|punct",
            ),
            id="turn-of-speech",
        ),
        pytest.param(
            (
                "Anyone|anyone|PRON|3|nsubj",
                "could|could|AUX|3|aux",
                "win|win|VERB|0|ROOT|VerbForm=Inf",
                ".|.|PUNCT|3|punct",
            ),
            id="anybody",
        ),
        pytest.param(
            (
                "Hale|Hale|PROPN|3|nsubj",
                "may|may|AUX|3|aux",
                "know|know|VERB|0|ROOT|VerbForm=Inf",
                "Kesh|Kesh|PROPN|3|dobj",
                ".|.|PUNCT|3|punct",
            ),
            id="a-state-that-may-be",
        ),
        pytest.param(
            (
                "The|the|DET|2|det",
                "trial|trial|NOUN|3|nsubj",
                "begins|begin|VERB|0|ROOT|Tense=Pres|VerbForm=Fin",
                ".|.|PUNCT|3|punct",
            ),
            id="calendar-without-a-day",
        ),
    ],
)
def test_none_of_these_is_an_expectation(rows: tuple[str, ...], rules: Rules) -> None:
    assert find(clause(*rows), (), (), (), (), rules) == ()


def test_a_plan_of_the_past_with_a_day_to_come_is_open(rules: Rules) -> None:
    doc = clause(
        "Hale|Hale|PROPN|2|nsubj",
        f"planned|plan|VERB|0|ROOT|{VERB}",
        "to|to|PART|4|aux",
        "sail|sail|VERB|2|xcomp|VerbForm=Inf",
        "Friday|Friday|PROPN|4|npadvmod",
        ".|.|PUNCT|2|punct",
    )
    friday = timex(doc, "Friday", date(2019, 3, 8), date(2019, 3, 8))

    (found,) = find(doc, (), (), (friday,), (), rules)

    assert (found.kind, found.action.of(doc.text)) == ("announced_plan", "sail")


def test_would_of_a_bill_spells_out_what_it_means(rules: Rules) -> None:
    doc = clause(
        "Hale|Hale|PROPN|2|nsubj",
        f"said|say|VERB|0|ROOT|{VERB}",
        "the|the|DET|4|det",
        "bill|bill|NOUN|6|nsubj",
        "would|would|AUX|6|aux",
        "cut|cut|VERB|2|ccomp|VerbForm=Inf",
        "tolls|toll|NOUN|6|dobj",
        ".|.|PUNCT|2|punct",
    )
    said = statement(doc, "Hale", "said", "the bill would cut tolls")

    assert find(doc, (), (said,), (), (), rules) == ()


def test_a_thing_that_is_eyed_is_no_act(rules: Rules) -> None:
    doc = clause(
        "Kesh|Kesh|PROPN|2|nsubj",
        "eyes|eye|VERB|0|ROOT|Tense=Pres|VerbForm=Fin",
        "a|a|DET|4|det",
        "list|list|NOUN|2|dobj",
        ".|.|PUNCT|2|punct",
    )

    assert find(doc, (), (), (), (), rules) == ()


def test_a_vote_that_is_only_mentioned_with_its_day_is_not_scheduled(rules: Rules) -> None:
    doc = clause(
        "The|the|DET|2|det",
        "vote|vote|NOUN|4|nsubj",
        "Tuesday|Tuesday|PROPN|2|npadvmod",
        "is|be|AUX|0|ROOT|Tense=Pres|VerbForm=Fin",
        "a|a|DET|6|det",
        "farce|farce|NOUN|4|attr",
        ".|.|PUNCT|4|punct",
    )
    tuesday = timex(doc, "Tuesday", date(2019, 3, 12), date(2019, 3, 12))

    assert find(doc, (), (), (tuesday,), (), rules) == ()


def test_what_was_held_on_the_day_of_the_news_is_not_to_come(reader: Reader) -> None:
    text = "Tolvania and Brandia held talks in Lindmark on Wednesday and signed a pact on fishing."

    assert reader.read_text(text, published=date(2019, 3, 6)).expectations == ()
    assert reader.read_text(text.replace("held", "will hold"), published=date(2019, 3, 5)).expectations
