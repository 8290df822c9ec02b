import pytest

from newsledger.times import Rules, find
from newsledger.times.direction import looks_ahead
from parses import parsed
from times.bare import PUBLISHED, bare

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
        pytest.param(
            [
                "It|it|PRON|4|nsubj",
                "would|would|AUX|4|aux",
                "not|not|PART|4|neg",
                "comment|comment|VERB|0|ROOT",
                "Friday|Friday|PROPN|4|npadvmod",
            ],
            False,
            id="would-not-comment",
        ),
        pytest.param(
            [
                "It|it|PRON|4|nsubj",
                "would|would|AUX|4|aux",
                "not|not|PART|4|neg",
                "meet|meet|VERB|0|ROOT",
                "Friday|Friday|PROPN|4|npadvmod",
            ],
            True,
            id="would-not-meet",
        ),
        pytest.param(
            [
                "They|they|PRON|3|nsubj",
                "would|would|AUX|3|aux",
                "sell|sell|VERB|0|ROOT",
                "once|once|SCONJ|6|mark",
                "trading|trading|NOUN|6|nsubj",
                f"opened|open|VERB|3|advcl|{PAST}",
                "Friday|Friday|PROPN|6|npadvmod",
            ],
            True,
            id="once-trading-opened",
        ),
        pytest.param(
            [
                "They|they|PRON|2|nsubj",
                f"sold|sell|VERB|0|ROOT|{PAST}",
                "once|once|SCONJ|5|mark",
                "trading|trading|NOUN|5|nsubj",
                f"opened|open|VERB|2|advcl|{PAST}",
                "Friday|Friday|PROPN|5|npadvmod",
            ],
            False,
            id="sold-once-trading-opened",
        ),
        pytest.param(
            [
                "It|it|PRON|3|nsubj",
                f"had|have|AUX|3|aux|{PAST}",
                "been|be|AUX|0|ROOT|Tense=Past|VerbForm=Part",
                "due|due|ADJ|3|acomp",
                "to|to|PART|6|aux",
                "expire|expire|VERB|4|xcomp",
                "Friday|Friday|PROPN|6|npadvmod",
            ],
            False,
            id="had-been-due",
        ),
        pytest.param(
            [
                "Results|result|NOUN|3|nsubjpass",
                f"are|be|AUX|3|auxpass|{PRESENT}",
                "published|publish|VERB|0|ROOT|Tense=Past|VerbForm=Part",
                "Friday|Friday|PROPN|3|npadvmod",
            ],
            True,
            id="are-published",
        ),
        pytest.param(
            [
                "Results|result|NOUN|3|nsubjpass",
                f"were|be|AUX|3|auxpass|{PAST}",
                "published|publish|VERB|0|ROOT|Tense=Past|VerbForm=Part",
                "Friday|Friday|PROPN|3|npadvmod",
            ],
            False,
            id="were-published",
        ),
        pytest.param(
            ["Polls|poll|NOUN|2|nsubj", f"say|say|VERB|0|ROOT|{PRESENT}", "Friday|Friday|PROPN|2|npadvmod"],
            None,
            id="a-telling-present",
        ),
        pytest.param(
            ["Teams|team|NOUN|2|nsubj", f"play|play|VERB|0|ROOT|{PRESENT}", "Friday|Friday|PROPN|2|npadvmod"],
            True,
            id="any-timetable",
        ),
        pytest.param(["Tune|tune|VERB|0|ROOT|VerbForm=Inf", "Friday|Friday|PROPN|1|npadvmod"], True, id="imperative"),
        pytest.param(
            [
                "He|he|PRON|2|nsubj",
                f"said|say|VERB|0|ROOT|{PAST}",
                "Friday|Friday|PROPN|6|npadvmod",
                "it|it|PRON|6|nsubj",
                "will|will|AUX|6|aux",
                "close|close|VERB|2|ccomp",
            ],
            False,
            id="said-on-the-day-it-will",
        ),
        pytest.param(
            [
                "Warnings|warning|NOUN|5|nsubj",
                "Friday|Friday|PROPN|5|npadvmod",
                "that|that|SCONJ|5|mark",
                "would|would|AUX|5|aux",
                "come|come|VERB|0|ROOT",
            ],
            None,
            id="that-walls-off-the-verb",
        ),
        pytest.param(
            [
                "They|they|PRON|2|nsubj",
                f"announced|announce|VERB|0|ROOT|{PAST}",
                "cuts|cut|NOUN|2|dobj",
                "starting|start|VERB|3|acl",
                "Friday|Friday|PROPN|4|npadvmod",
            ],
            True,
            id="starting",
        ),
        pytest.param(
            [
                "Shares|share|NOUN|2|nsubj",
                f"fell|fall|VERB|0|ROOT|{PAST}",
                "ahead|ahead|ADV|2|advmod",
                "of|of|ADP|3|prep",
                "Friday|Friday|PROPN|7|poss",
                "'s|'s|PART|5|case",
                "vote|vote|NOUN|4|pobj",
            ],
            True,
            id="ahead-of",
        ),
        pytest.param(
            [
                "They|they|PRON|2|nsubj",
                f"called|call|VERB|0|ROOT|{PAST}",
                "strikes|strike|NOUN|2|dobj",
                "for|for|ADP|3|prep",
                "Friday|Friday|PROPN|4|pobj",
            ],
            True,
            id="for-the-day",
        ),
        pytest.param(
            [
                "Roads|road|NOUN|3|nsubjpass",
                f"were|be|AUX|3|auxpass|{PAST}",
                "shut|shut|VERB|0|ROOT|Tense=Past|VerbForm=Part",
                "until|until|ADP|3|prep",
                "Friday|Friday|PROPN|4|pobj",
            ],
            True,
            id="shut-until",
        ),
        pytest.param(
            [
                "She|she|PRON|2|nsubj",
                f"stayed|stay|VERB|0|ROOT|{PAST}",
                "until|until|ADP|2|prep",
                "Friday|Friday|PROPN|3|pobj",
            ],
            False,
            id="stayed-until",
        ),
        pytest.param(["On|on|ADP|0|ROOT", "Friday|Friday|PROPN|1|pobj"], None, id="no-verb"),
        pytest.param(["by|by|ADP|0|ROOT", "Friday|Friday|PROPN|1|pobj"], True, id="by"),
    ],
)
def test_the_verb_above_a_time_says_where_it_lies(rules: Rules, rows: list[str], expected: bool | None) -> None:
    doc = parsed(*rows, published=PUBLISHED)
    (phrase,) = find(doc, rules)

    assert looks_ahead(doc, phrase, rules).ahead is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The fleet will sail on Friday", True, id="will"),
        pytest.param("The report is due Friday", True, id="due"),
        pytest.param("They must leave by Friday", True, id="by"),
        pytest.param("The fleet sailed on Friday", None, id="nothing-tells"),
    ],
)
def test_without_a_parse_the_words_before_a_time_say_where_it_lies(
    rules: Rules, text: str, expected: bool | None
) -> None:
    doc = bare(text)
    (phrase,) = find(doc, rules)

    assert looks_ahead(doc, phrase, rules).ahead is expected


def test_the_present_of_a_caption_tells_of_what_the_picture_shows(rules: Rules) -> None:
    rows = [
        "Trucks|truck|NOUN|2|nsubj",
        f"wait|wait|VERB|0|ROOT|{PRESENT}",
        "on|on|ADP|2|prep",
        "Friday|Friday|PROPN|3|pobj",
    ]
    body, caption = (parsed(*rows, published=PUBLISHED, role=role) for role in ("body", "caption"))

    assert looks_ahead(body, find(body, rules)[0], rules).ahead is True
    assert looks_ahead(caption, find(caption, rules)[0], rules).ahead is None
