from collections.abc import Callable

import pytest

from newsledger.model import Annotated, Candidate, Syntax
from newsledger.statements import Rules, find
from parses import parsed

Analysed = Callable[[Annotated], Syntax]

SAID = (
    '“|"|PUNCT|4|punct', "~Nobody|nobody|PRON|4|nsubj", "ever|ever|ADV|4|advmod", "comes|come|VERB|0|ROOT",
    "to|to|ADP|4|prep", "the|the|DET|7|det", "port|port|NOUN|5|pobj", ".|.|PUNCT|4|punct", '”|"|PUNCT|4|punct',
)  # fmt: skip


def told(doc: Annotated, head: int, rules: Rules, analysed: Analysed) -> list[tuple[str, str, str]]:
    name = doc.tokens[head]
    lee = Candidate(
        span=name.span, head=head, form="name", kind="person", name=name.text, country=None, sector=None,
        role=None, plural=False, gender=None, rule="names",
    )  # fmt: skip
    words = [
        [" ".join(span.of(doc.text) for span in role) for role in (one.source, one.cue, one.content)]
        for one in find(analysed(doc), (lee,), (), rules)
    ]
    return [(source, cue, content) for source, cue, content in words]


def test_a_quotation_behind_a_colon_is_of_the_one_who_is_named_before_it(rules: Rules, analysed: Analysed) -> None:
    doc = parsed(
        "It|it|PRON|4|nsubj", "did|do|AUX|4|aux", "not|not|PART|4|neg", "surprise|surprise|VERB|0|ROOT",
        "Lee|Lee|PROPN|4|dobj", ":|:|PUNCT|4|punct", "---", *SAID,
    )  # fmt: skip

    assert told(doc, 4, rules, analysed) == [("Lee", ":", "“Nobody ever comes to the port.”")]


def test_a_quotation_behind_what_somebody_does_is_of_the_one_who_does_it(rules: Rules, analysed: Analysed) -> None:
    doc = parsed(
        "Lee|Lee|PROPN|2|nsubj", "shook|shake|VERB|0|ROOT", "her|her|PRON|4|poss", "head|head|NOUN|2|dobj",
        ".|.|PUNCT|2|punct", "---", *SAID,
    )  # fmt: skip

    assert told(doc, 0, rules, analysed) == [("Lee", "", "“Nobody ever comes to the port.”")]


@pytest.mark.parametrize("mark", [":", "."])
def test_a_quotation_is_of_nobody_where_nobody_is_named(rules: Rules, analysed: Analysed, mark: str) -> None:
    doc = parsed(
        "It|it|PRON|2|nsubj", "rained|rain|VERB|0|ROOT", "on|on|ADP|2|prep", "Monday|Monday|PROPN|3|pobj",
        f"{mark}|{mark}|PUNCT|2|punct", "---", *SAID,
    )  # fmt: skip

    assert find(analysed(doc), (), (), rules) == ()


def test_a_title_is_not_said(rules: Rules, analysed: Analysed) -> None:
    doc = parsed(
        "Lee|Lee|PROPN|2|nsubj", "sang|sing|VERB|0|ROOT", ".|.|PUNCT|2|punct", "---",
        '“|"|PUNCT|3|punct', "~Yellow|yellow|ADJ|3|amod", "Moon|Moon|PROPN|0|ROOT", '”|"|PUNCT|3|punct',
    )  # fmt: skip

    assert told(doc, 0, rules, analysed) == []
