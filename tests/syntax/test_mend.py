"""Mends of the parse, each on a parse as the model makes it and on one that is right."""

import pytest

from newsledger.model import Annotated
from newsledger.syntax.mend import Mends, mend
from parses import parsed

MODEL = "seen"
MENDS = Mends(by_model={MODEL: frozenset({"weekday after name"})}, named_days=frozenset({"Super"}))
PAST = "Tense=Past|VerbForm=Fin"

GLUED = parsed(
    "Lima|Lima|PROPN|2|nsubj",
    f"met|meet|VERB|0|ROOT|{PAST}",
    "President|President|PROPN|5|compound",
    "Ruto|Ruto|PROPN|5|compound",
    "Tuesday|Tuesday|PROPN|2|dobj",
)
WITH = parsed(
    "Lima|Lima|PROPN|2|nsubj",
    f"spoke|speak|VERB|0|ROOT|{PAST}",
    "with|with|ADP|2|prep",
    "Ruto|Ruto|PROPN|5|compound",
    "Tuesday|Tuesday|PROPN|3|pobj",
)
SUPER = parsed(
    "Lima|Lima|PROPN|2|nsubj",
    f"won|win|VERB|0|ROOT|{PAST}",
    "Super|Super|PROPN|4|compound",
    "Tuesday|Tuesday|PROPN|2|dobj",
)
ON_DAY = parsed(
    "Lima|Lima|PROPN|2|nsubj",
    f"won|win|VERB|0|ROOT|{PAST}",
    "on|on|ADP|2|prep",
    "Oscar|Oscar|PROPN|5|compound",
    "Sunday|Sunday|PROPN|3|pobj",
)


def tree(doc: Annotated) -> list[tuple[str, str, str]]:
    return [(token.text, token.deprel, doc.tokens[token.head].text) for token in doc.tokens]


def test_a_weekday_is_parted_from_the_name_before_it() -> None:
    assert tree(mend(GLUED, MODEL, MENDS)) == [
        ("Lima", "nsubj", "met"),
        ("met", "ROOT", "met"),
        ("President", "compound", "Ruto"),
        ("Ruto", "dobj", "met"),
        ("Tuesday", "npadvmod", "met"),
    ]


def test_a_name_after_a_preposition_keeps_it() -> None:
    assert tree(mend(WITH, MODEL, MENDS))[3:] == [("Ruto", "pobj", "with"), ("Tuesday", "npadvmod", "spoke")]


@pytest.mark.parametrize("doc", [pytest.param(SUPER, id="super-tuesday"), pytest.param(ON_DAY, id="on-a-named-day")])
def test_the_name_of_a_day_stays_whole(doc: Annotated) -> None:
    assert mend(doc, MODEL, MENDS) is doc


def test_the_parse_of_another_model_is_left_alone() -> None:
    assert mend(GLUED, "other", MENDS) is GLUED
