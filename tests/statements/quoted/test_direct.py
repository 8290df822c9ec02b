from collections.abc import Callable

import pytest

from newsledger.model import Annotated, Syntax
from newsledger.statements import Rules, find
from parses import parsed

PAST = "Tense=Past|VerbForm=Fin"

Analysed = Callable[[Annotated], Syntax]
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
            [("he", "said", "“We won,”"), ("he", "", "“It hurt.”")],
            id="second-sentence-is-another",
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


def test_the_form_says_how_much_is_quoted(rules: Rules, analysed: Analysed) -> None:
    direct = parsed(*quoted("We", "won", ",", start=1), *he_said(7), ".|.|PUNCT|7|punct")
    mixed = parsed(
        "It|it|PRON|2|nsubj", f"was|be|AUX|0|ROOT|{PAST}", *quoted("a", "mess", ",", start=3), *he_said(9),
        ".|.|PUNCT|9|punct",
    )  # fmt: skip

    assert [statement.form for doc in (direct, mixed) for statement in find(analysed(doc), (), (), rules)] == [
        "direct",
        "mixed",
    ]


def test_a_paragraph_that_is_all_quotation_goes_on_with_the_speaker_before_it(told: Told) -> None:
    doc = parsed(
        *quoted("We", "won", ",", start=1), *he_said(7), ".|.|PUNCT|7|punct", "===", *quoted("It", "hurt", ".", start=1)
    )
    broken = parsed(
        *quoted("We", "won", ",", start=1), *he_said(7), ".|.|PUNCT|7|punct", "===",
        *quoted("It", "hurt", ".", start=1), "Rain|rain|NOUN|7|nsubj", f"fell|fall|VERB|0|ROOT|{PAST}",
    )  # fmt: skip

    assert told(doc) == [("he", "said", "“We won,”"), ("he", "", "“It hurt.”")]
    assert told(broken) == [("he", "said", "“We won,”")]


def test_a_sentence_that_a_remark_cuts_is_taken_up_again(told: Told) -> None:
    first = parsed(
        "“|“|PUNCT|8|punct", "~We|we|PRON|4|nsubj", "will|will|AUX|4|aux|VerbForm=Fin",
        "stay|stay|VERB|8|ccomp|VerbForm=Inf", ",|,|PUNCT|8|punct", "”|”|PUNCT|8|punct", "Lee|Lee|PROPN|8|nsubj",
        "said|say|VERB|0|ROOT|Tense=Past|VerbForm=Fin", "at|at|ADP|8|prep", "the|the|DET|11|det",
        "gate|gate|NOUN|9|pobj", ",|,|PUNCT|8|punct", "“|“|PUNCT|8|punct", "~but|but|CCONJ|16|cc",
        "not|not|PART|16|neg", "for|for|ADP|8|prep", "long|long|ADJ|16|pobj", ".|.|PUNCT|8|punct",
        "”|”|PUNCT|8|punct",
    )  # fmt: skip
    second = parsed(
        "“|“|PUNCT|8|punct", "~We|we|PRON|4|nsubj", "will|will|AUX|4|aux|VerbForm=Fin",
        "stay|stay|VERB|8|ccomp|VerbForm=Inf", ",|,|PUNCT|8|punct", "”|”|PUNCT|8|punct", "Lee|Lee|PROPN|8|nsubj",
        "said|say|VERB|0|ROOT|Tense=Past|VerbForm=Fin", "at|at|ADP|8|prep", "the|the|DET|11|det",
        "gate|gate|NOUN|9|pobj", "of|of|ADP|11|prep", "“|“|PUNCT|12|punct", "~The|The|PROPN|15|det",
        "Mill|Mill|PROPN|12|pobj", ".|.|PUNCT|8|punct", "”|”|PUNCT|8|punct",
    )  # fmt: skip

    assert told(first) == [("Lee", "said", "“We will stay,” … “but not for long.”")]
    assert told(second) == [("Lee", "said", "“We will stay,”")]


def test_a_word_of_time_may_stand_before_what_the_speaker_says_next(told: Told) -> None:
    first = parsed(
        "“|“|PUNCT|8|punct", "~We|we|PRON|4|nsubj", "will|will|AUX|4|aux|VerbForm=Fin",
        "stay|stay|VERB|8|ccomp|VerbForm=Inf", ",|,|PUNCT|8|punct", "”|”|PUNCT|8|punct", "Lee|Lee|PROPN|8|nsubj",
        "said|say|VERB|0|ROOT|Tense=Past|VerbForm=Fin", ".|.|PUNCT|8|punct", "---", "Then|then|ADV|6|advmod",
        ",|,|PUNCT|6|punct", "“|“|PUNCT|6|punct", "~we|we|PRON|6|nsubj", "will|will|AUX|6|aux|VerbForm=Fin",
        "mend|mend|VERB|0|ROOT|VerbForm=Inf", "the|the|DET|9|det", "old|old|ADJ|9|amod", "port|port|NOUN|6|dobj",
        ".|.|PUNCT|6|punct", "”|”|PUNCT|6|punct",
    )  # fmt: skip
    second = parsed(
        "“|“|PUNCT|8|punct", "~We|we|PRON|4|nsubj", "will|will|AUX|4|aux|VerbForm=Fin",
        "stay|stay|VERB|8|ccomp|VerbForm=Inf", ",|,|PUNCT|8|punct", "”|”|PUNCT|8|punct", "Lee|Lee|PROPN|8|nsubj",
        "said|say|VERB|0|ROOT|Tense=Past|VerbForm=Fin", ".|.|PUNCT|8|punct", "---", "The|the|DET|2|det",
        "name|name|NOUN|6|nsubj", "of|of|ADP|2|prep", "the|the|DET|5|det", "boat|boat|NOUN|3|pobj",
        "is|be|AUX|0|ROOT|Tense=Pres|VerbForm=Fin", "“|“|PUNCT|10|punct", "~we|we|PRON|10|nsubj",
        "will|will|AUX|10|aux|VerbForm=Fin", "mend|mend|VERB|6|ccomp|VerbForm=Inf", "the|the|DET|13|det",
        "old|old|ADJ|13|amod", "port|port|NOUN|10|dobj", ".|.|PUNCT|6|punct", "”|”|PUNCT|6|punct",
    )  # fmt: skip

    assert told(first) == [("Lee", "said", "“We will stay,”"), ("Lee", "", "“we will mend the old port.”")]
    assert told(second) == [("Lee", "said", "“We will stay,”")]
