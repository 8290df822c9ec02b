from collections.abc import Callable

import pytest

from newsledger.model import Annotated
from newsledger.statements import Rules, find
from parses import parsed

PAST = "Tense=Past|VerbForm=Fin"

Told = Callable[[Annotated], list[tuple[str, str, str]]]


def quoted(*words: str, start: int) -> tuple[str, ...]:
    """Give rows of a quotation whose words all hang from its first one, which is its own root."""
    rows = ["“|“|PUNCT|0|punct"]
    for place, word in enumerate(words):
        close = word in (".", ",", "!", "?")
        head = 0 if not place else start + 1
        rows.append(("~" if not place else "") + f"{word}|{word.lower()}|{'PUNCT' if close else 'X'}|{head}|dep")
    return (*rows, "”|”|PUNCT|0|punct")


def he_said(verb: int) -> tuple[str, ...]:
    return (f"he|he|PRON|{verb}|nsubj", f"said|say|VERB|0|ROOT|{PAST}")


@pytest.mark.parametrize(
    ("doc", "expected"),
    [
        pytest.param(
            parsed(*quoted("We", "won", ",", start=1), *he_said(7), ".|.|PUNCT|7|punct"),
            [("he", "said", "“We won,”")],
            id="cue-after",
        ),
        pytest.param(
            parsed(
                *quoted("We", "won", ",", start=1), f"said|say|VERB|0|ROOT|{PAST}", "Lee|Lee|PROPN|6|nsubj",
                ".|.|PUNCT|6|punct",
            ),
            [("Lee", "said", "“We won,”")],
            id="speaker-behind-the-cue",
        ),
        pytest.param(
            parsed(
                "He|he|PRON|2|nsubj", f"said|say|VERB|0|ROOT|{PAST}", ":|:|PUNCT|2|punct",
                *quoted("We", "won", ".", start=4),
            ),
            [("He", "said", "“We won.”")],
            id="cue-before",
        ),
        pytest.param(
            parsed(
                *quoted("We", "won", ",", start=1), *he_said(7), ",|,|PUNCT|7|punct",
                *quoted("at", "last", ".", start=9),
            ),
            [("he", "said", "“We won,” … “at last.”")],
            id="cue-inside",
        ),
        pytest.param(
            parsed(
                *quoted("We", "won", ",", start=1), *he_said(7), ".|.|PUNCT|7|punct", "---",
                *quoted("It", "hurt", ".", start=1),
            ),
            [("he", "said", "“We won,” … “It hurt.”")],
            id="second-sentence-joined",
        ),
        pytest.param(
            parsed(
                "It|it|PRON|2|nsubj", f"was|be|AUX|0|ROOT|{PAST}", *quoted("a", "mess", ",", start=3), *he_said(9),
                ".|.|PUNCT|9|punct",
            ),
            [("he", "said", "It was “a mess,”")],
            id="sentence-that-ends-in-a-quotation",
        ),
        pytest.param(
            parsed("He|he|PRON|2|nsubj", f"won|win|VERB|0|ROOT|{PAST}", *quoted("big", start=3), ".|.|PUNCT|2|punct"),
            [],
            id="scare-quotes",
        ),
    ],
)  # fmt: skip
def test_a_quotation_goes_to_the_cue_that_it_stands_by(
    doc: Annotated, expected: list[tuple[str, str, str]], told: Told
) -> None:
    assert told(doc) == expected


def test_two_cues_have_each_their_own_quotation(told: Told) -> None:
    doc = parsed(
        *quoted("We", "won", ",", start=1), *he_said(7), ".|.|PUNCT|7|punct", "---",
        *quoted("It", "hurt", ",", start=1), "he|he|PRON|7|nsubj", f"added|add|VERB|0|ROOT|{PAST}", ".|.|PUNCT|7|punct",
    )  # fmt: skip

    assert told(doc) == [("he", "said", "“We won,”"), ("he", "added", "“It hurt,”")]


def test_a_colon_that_ends_a_paragraph_leads_to_the_quotation_of_the_next(told: Told) -> None:
    doc = parsed(
        "He|he|PRON|2|nsubj",
        f"said|say|VERB|0|ROOT|{PAST}",
        ":|:|PUNCT|2|punct",
        "===",
        *quoted("We", "won", ".", start=1),
    )

    assert told(doc) == [("He", "said", "“We won.”")]


def test_the_form_says_how_much_is_quoted(rules: Rules) -> None:
    direct = parsed(*quoted("We", "won", ",", start=1), *he_said(7), ".|.|PUNCT|7|punct")
    mixed = parsed(
        "It|it|PRON|2|nsubj", f"was|be|AUX|0|ROOT|{PAST}", *quoted("a", "mess", ",", start=3), *he_said(9),
        ".|.|PUNCT|9|punct",
    )  # fmt: skip

    assert [statement.form for doc in (direct, mixed) for statement in find(doc, (), (), rules)] == ["direct", "mixed"]


def test_a_paragraph_that_is_all_quotation_goes_on_with_the_speaker_before_it(told: Told) -> None:
    doc = parsed(
        *quoted("We", "won", ",", start=1), *he_said(7), ".|.|PUNCT|7|punct", "===", *quoted("It", "hurt", ".", start=1)
    )
    broken = parsed(
        *quoted("We", "won", ",", start=1), *he_said(7), ".|.|PUNCT|7|punct", "===",
        *quoted("It", "hurt", ".", start=1), "Rain|rain|NOUN|7|nsubj", f"fell|fall|VERB|0|ROOT|{PAST}",
    )  # fmt: skip

    assert told(doc) == [("he", "said", "“We won,” … “It hurt.”")]
    assert told(broken) == [("he", "said", "“We won,”")]
