import pytest

from events.clauses import analysed
from newsledger.events import Rules
from newsledger.events.standing import judge
from parses import parsed

PAST = "Tense=Past|VerbForm=Fin"


@pytest.mark.parametrize(
    ("rows", "index", "expected"),
    [
        pytest.param(("They|they|PRON|2|nsubj", f"met|meet|VERB|0|ROOT|{PAST}"), 1, "happened", id="past"),
        pytest.param(
            ("They|they|PRON|3|nsubj", "will|will|AUX|3|aux", "meet|meet|VERB|0|ROOT|VerbForm=Inf"),
            2,
            "planned",
            id="will",
        ),
        pytest.param(
            ("They|they|PRON|3|nsubj", "may|may|AUX|3|aux", "meet|meet|VERB|0|ROOT|VerbForm=Inf"),
            2,
            "hypothetical",
            id="may",
        ),
        pytest.param(
            (
                "They|they|PRON|4|nsubj",
                "did|do|AUX|4|aux",
                "not|not|PART|4|neg",
                "meet|meet|VERB|0|ROOT|VerbForm=Inf",
            ),
            3,
            "denied",
            id="not",
        ),
        pytest.param(
            (
                "They|they|PRON|4|nsubj",
                "may|may|AUX|4|aux",
                "not|not|PART|4|neg",
                "meet|meet|VERB|0|ROOT|VerbForm=Inf",
            ),
            3,
            "hypothetical",
            id="may-not",
        ),
        pytest.param(("Nobody|nobody|PRON|2|nsubj", f"met|meet|VERB|0|ROOT|{PAST}"), 1, "denied", id="nobody"),
        pytest.param(
            (
                "They|they|PRON|3|nsubj",
                "are|be|AUX|3|aux",
                "meeting|meet|VERB|0|ROOT|Aspect=Prog|Tense=Pres|VerbForm=Part",
            ),
            2,
            "ongoing",
            id="progressive",
        ),
        pytest.param(
            (
                "They|they|PRON|2|nsubj",
                f"threatened|threaten|VERB|0|ROOT|{PAST}",
                "to|to|PART|4|aux",
                "leave|leave|VERB|2|xcomp|VerbForm=Inf",
            ),
            3,
            "hypothetical",
            id="threatened-to",
        ),
        pytest.param(
            (
                "They|they|PRON|2|nsubj",
                f"agreed|agree|VERB|0|ROOT|{PAST}",
                "to|to|PART|4|aux",
                "leave|leave|VERB|2|xcomp|VerbForm=Inf",
            ),
            3,
            "planned",
            id="agreed-to",
        ),
        pytest.param(
            (
                "They|they|PRON|4|nsubj",
                "did|do|AUX|4|aux",
                "not|not|PART|4|neg",
                "agree|agree|VERB|0|ROOT|VerbForm=Inf",
                "to|to|PART|6|aux",
                "leave|leave|VERB|4|xcomp|VerbForm=Inf",
            ),
            5,
            "denied",
            id="not-agreed-to",
        ),
        pytest.param(
            (
                "They|they|PRON|2|nsubj",
                f"denied|deny|VERB|0|ROOT|{PAST}",
                "leaving|leave|VERB|2|xcomp|VerbForm=Part",
            ),
            2,
            "denied",
            id="denied-doing",
        ),
        pytest.param(
            (
                "They|they|PRON|2|nsubj",
                f"said|say|VERB|0|ROOT|{PAST}",
                "he|he|PRON|5|nsubj",
                "would|would|AUX|5|aux",
                "leave|leave|VERB|2|ccomp|VerbForm=Inf",
            ),
            4,
            "planned",
            id="said-would",
        ),
        pytest.param(
            (
                "They|they|PRON|2|nsubj",
                f"held|hold|VERB|0|ROOT|{PAST}",
                "no|no|DET|4|det",
                "talks|talk|NOUN|2|dobj",
            ),
            3,
            "denied",
            id="no-talks",
        ),
        pytest.param(
            (
                "They|they|PRON|3|nsubj",
                "will|will|AUX|3|aux",
                "hold|hold|VERB|0|ROOT|VerbForm=Inf",
                "talks|talk|NOUN|3|dobj",
            ),
            3,
            "planned",
            id="will-hold-talks",
        ),
        pytest.param(
            ("the|the|DET|3|det", "alleged|alleged|ADJ|3|amod", "attack|attack|NOUN|0|ROOT"), 2, "alleged", id="alleged"
        ),
    ],
)
def test_standing_comes_from_the_clause_and_what_it_hangs_from(
    rules: Rules, rows: tuple[str, ...], index: int, expected: str
) -> None:
    assert judge(analysed(parsed(*rows)), index, rules).standing == expected


@pytest.mark.parametrize(
    ("rows", "index", "expected"),
    [
        pytest.param(
            (
                "Rumours|rumour|NOUN|5|nsubj",
                "that|that|SCONJ|4|mark",
                "rebels|rebel|NOUN|4|nsubj",
                f"fired|fire|VERB|1|acl|{PAST}",
                f"were|be|AUX|0|ROOT|{PAST}",
                "false|false|ADJ|5|acomp",
            ),
            3,
            "denied",
            id="false-rumour",
        ),
        pytest.param(
            (
                "They|they|PRON|2|nsubj",
                f"need|need|VERB|0|ROOT|{PAST}",
                "a|a|DET|4|det",
                "ceasefire|ceasefire|NOUN|2|dobj",
            ),
            3,
            "hypothetical",
            id="needed",
        ),
        pytest.param(
            (
                "Talks|talk|NOUN|5|nsubj",
                "on|on|ADP|1|prep",
                "a|a|DET|4|det",
                "ceasefire|ceasefire|NOUN|2|pobj",
                f"failed|fail|VERB|0|ROOT|{PAST}",
            ),
            3,
            "hypothetical",
            id="spoken-of",
        ),
        pytest.param(
            (
                "Talks|talk|NOUN|5|nsubj",
                "on|on|ADP|1|prep",
                "the|the|DET|4|det",
                "war|war|NOUN|2|pobj",
                f"failed|fail|VERB|0|ROOT|{PAST}",
            ),
            3,
            "happened",
            id="spoken-of-but-known",
        ),
        pytest.param(
            (
                "They|they|PRON|2|nsubj",
                f"ended|end|VERB|0|ROOT|{PAST}",
                "a|a|DET|5|det",
                "ceasefire|ceasefire|NOUN|5|compound",
                "proposal|proposal|NOUN|2|dobj",
            ),
            3,
            "hypothetical",
            id="before-a-noun-of-wish",
        ),
        pytest.param(
            (
                "They|they|PRON|2|nsubj",
                f"had|have|VERB|0|ROOT|{PAST}",
                "to|to|PART|4|aux",
                "flee|flee|VERB|2|xcomp|VerbForm=Inf",
            ),
            3,
            "happened",
            id="had-to",
        ),
        pytest.param(
            (
                "Air|air|NOUN|2|compound",
                "Strikes|strike|PROPN|3|compound",
                "Kill|kill|VERB|0|ROOT|VerbForm=Inf",
                "Miners|miner|NOUN|3|dobj",
            ),
            2,
            "happened",
            id="bare-verb-of-a-headline",
        ),
        pytest.param(
            (
                "She|she|PRON|2|nsubj",
                f"told|tell|VERB|0|ROOT|{PAST}",
                "him|he|PRON|2|dobj",
                "to|to|PART|5|aux",
                "pay|pay|VERB|2|xcomp|VerbForm=Inf",
                "and|and|CCONJ|5|cc",
                f"barred|bar|VERB|5|conj|{PAST}",
            ),
            6,
            "happened",
            id="past-joined-to-infinitive",
        ),
    ],
)
def test_what_is_wished_denied_or_forced_is_judged_so(
    rules: Rules, rows: tuple[str, ...], index: int, expected: str
) -> None:
    assert judge(analysed(parsed(*rows)), index, rules).standing == expected
