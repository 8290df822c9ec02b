"""Subjects and objects, own and understood, on hand-made parses."""

import pytest

from newsledger import syntax
from newsledger.model import Annotated
from parses import parsed

PAST = "Tense=Past|VerbForm=Fin"
PART = "Aspect=Perf|Tense=Past|VerbForm=Part"
ING = "Aspect=Prog|Tense=Pres|VerbForm=Part"

ACTIVE = parsed("Miners|miner|NOUN|2|nsubj", f"blocked|block|VERB|0|ROOT|{PAST}", "roads|road|NOUN|2|dobj")
PASSIVE = parsed(
    "Roads|road|NOUN|3|nsubjpass",
    f"were|be|AUX|3|auxpass|{PAST}",
    f"blocked|block|VERB|0|ROOT|{PART}",
    "by|by|ADP|3|agent",
    "miners|miner|NOUN|4|pobj",
)
SHARED = parsed(
    "Miners|miner|NOUN|2|nsubj",
    f"came|come|VERB|0|ROOT|{PAST}",
    "and|and|CCONJ|2|cc",
    f"blocked|block|VERB|2|conj|{PAST}",
    "roads|road|NOUN|4|dobj",
)
CONTROLLED = parsed(
    "Lima|Lima|PROPN|2|nsubj",
    f"told|tell|VERB|0|ROOT|{PAST}",
    "miners|miner|NOUN|2|dobj",
    "to|to|PART|5|aux",
    "go|go|VERB|2|xcomp|VerbForm=Inf",
)
PROMISED = parsed(
    "Lima|Lima|PROPN|2|nsubj",
    f"promised|promise|VERB|0|ROOT|{PAST}",
    "miners|miner|NOUN|2|dobj",
    "to|to|PART|5|aux",
    "pay|pay|VERB|2|xcomp|VerbForm=Inf",
)
RAISED = parsed(
    "Miners|miner|NOUN|2|nsubj",
    "seem|seem|VERB|0|ROOT|Tense=Pres|VerbForm=Fin",
    "to|to|PART|4|aux",
    "wait|wait|VERB|2|xcomp|VerbForm=Inf",
)
RELATIVE = parsed(
    "Miners|miner|NOUN|4|nsubj",
    "who|who|PRON|3|nsubj",
    f"waited|wait|VERB|1|relcl|{PAST}",
    f"left|leave|VERB|0|ROOT|{PAST}",
)
LEFT_OUT = parsed(
    "The|the|DET|2|det",
    "town|town|NOUN|5|nsubj",
    "they|they|PRON|4|nsubj",
    f"shelled|shell|VERB|2|relcl|{PAST}",
    f"burned|burn|VERB|0|ROOT|{PAST}",
)
PARTICIPLE = parsed(
    "Miners|miner|NOUN|4|nsubj",
    f"blocking|block|VERB|1|acl|{ING}",
    "roads|road|NOUN|2|dobj",
    f"left|leave|VERB|0|ROOT|{PAST}",
)
BARE_PASSIVE = parsed(
    "Troops|troop|NOUN|5|nsubj",
    f"sent|send|VERB|1|acl|{PART}",
    "to|to|ADP|2|prep",
    "Lima|Lima|PROPN|3|pobj",
    f"left|leave|VERB|0|ROOT|{PAST}",
)
SPEAKER_LAST = parsed(
    "Roads|road|NOUN|6|nsubj",
    "to|to|PART|3|aux",
    "close|close|VERB|1|acl|VerbForm=Inf",
    ",|,|PUNCT|6|punct",
    "envoys|envoy|NOUN|6|dep",
    "say|say|VERB|0|ROOT|Tense=Pres|VerbForm=Fin",
    "miners|miner|NOUN|6|nsubj",
)
QUOTED_AS = parsed(
    "Papers|paper|NOUN|2|nsubj",
    f"quoted|quote|VERB|0|ROOT|{PAST}",
    "miners|miner|NOUN|2|dobj",
    "as|as|ADP|2|prep",
    f"saying|say|VERB|4|pcomp|{ING}",
    "no|no|INTJ|5|intj",
)
HEADLINE = parsed(
    "Two|two|NUM|2|nummod",
    "men|man|NOUN|3|nsubj",
    f"arrested|arrest|VERB|0|ROOT|{PAST}",
    "over|over|ADP|3|prep",
    "fraud|fraud|NOUN|4|pobj",
)
BLAMED = parsed(
    "Lima|Lima|PROPN|2|nsubj",
    f"accused|accuse|VERB|0|ROOT|{PAST}",
    "miners|miner|NOUN|2|dobj",
    "of|of|ADP|2|prep",
    f"blocking|block|VERB|4|pcomp|{ING}",
    "roads|road|NOUN|5|dobj",
)
BOTH = parsed(
    "Police|police|NOUN|2|nsubj",
    f"arrested|arrest|VERB|0|ROOT|{PAST}",
    "and|and|CCONJ|2|cc",
    f"charged|charge|VERB|2|conj|{PAST}",
    "miners|miner|NOUN|4|dobj",
)
ASKED = parsed(
    "Lima|Lima|PROPN|2|nsubj",
    f"asked|ask|VERB|0|ROOT|{PAST}",
    "miners|miner|NOUN|2|dobj",
    "to|to|PART|5|aux",
    "pay|pay|VERB|2|advcl|VerbForm=Inf",
)
VOTED = parsed(
    "Lima|Lima|PROPN|0|ROOT",
    ":|:|PUNCT|1|punct",
    "Miner|miner|NOUN|4|nsubj",
    f"elected|elect|VERB|1|acl|{PAST}",
)
AFTER_ORDER = parsed(
    "Lima|Lima|PROPN|2|nsubj",
    f"told|tell|VERB|0|ROOT|{PAST}",
    "miners|miner|NOUN|2|dobj",
    "to|to|PART|5|aux",
    "pay|pay|VERB|2|xcomp|VerbForm=Inf",
    "and|and|CCONJ|5|cc",
    f"left|leave|VERB|5|conj|{PAST}",
)
OF_CHAD = parsed(
    "The|the|DET|2|det",
    "premier|premier|NOUN|8|nsubj",
    "of|of|ADP|2|prep",
    "Chad|Chad|PROPN|3|pobj",
    ",|,|PUNCT|4|punct",
    "who|who|PRON|7|nsubj",
    f"waited|wait|VERB|4|relcl|{PAST}",
    f"left|leave|VERB|0|ROOT|{PAST}",
)


@pytest.mark.parametrize(
    ("doc", "verb", "agent", "patient"),
    [
        pytest.param(ACTIVE, "blocked", "Miners", "roads", id="active"),
        pytest.param(PASSIVE, "blocked", "miners", "Roads", id="passive"),
        pytest.param(SHARED, "blocked", "Miners", "roads", id="shared-subject"),
        pytest.param(CONTROLLED, "go", "miners", None, id="object-control"),
        pytest.param(PROMISED, "pay", "Lima", None, id="subject-control"),
        pytest.param(RAISED, "wait", "Miners", None, id="raising"),
        pytest.param(RELATIVE, "waited", "Miners", None, id="relative"),
        pytest.param(LEFT_OUT, "shelled", "they", "town", id="object-left-out"),
        pytest.param(PARTICIPLE, "blocking", "Miners", "roads", id="participle"),
        pytest.param(BARE_PASSIVE, "sent", None, "Troops", id="bare-passive"),
        pytest.param(HEADLINE, "arrested", None, "men", id="headline-passive"),
        pytest.param(SPEAKER_LAST, "say", "miners", None, id="the-nearer-of-two-subjects"),
        pytest.param(QUOTED_AS, "saying", "miners", None, id="quoted-as"),
        pytest.param(BLAMED, "blocking", "miners", "roads", id="blamed-for-a-gerund"),
        pytest.param(BOTH, "arrested", "Police", "miners", id="shared-object"),
        pytest.param(ASKED, "pay", "miners", None, id="asked-for-what-looks-like-a-purpose"),
        pytest.param(VOTED, "elected", None, "Miner", id="headline-passive-below-a-place"),
        pytest.param(AFTER_ORDER, "left", "Lima", None, id="past-after-an-infinitive"),
        pytest.param(OF_CHAD, "waited", "premier", None, id="who-of-a-land"),
    ],
)
def test_who_does_it_and_to_whom_it_is_done(
    rules: syntax.Rules, doc: Annotated, verb: str, agent: str | None, patient: str | None
) -> None:
    found = syntax.analyse(doc, rules)

    index = next(i for i, token in enumerate(doc.tokens) if token.text == verb)
    assert (_word(doc, found.agent(index)), _word(doc, found.object(index))) == (agent, patient)


def test_a_raised_subject_is_told_from_a_controlled_one(rules: syntax.Rules) -> None:
    raised, controlled = (syntax.analyse(doc, rules).clauses for doc in (RAISED, CONTROLLED))

    assert [one.how for one in raised[3].arguments if one.head == 0] == ["raised"]
    assert [one.how for one in controlled[4].arguments if one.head == 2] == ["controlled"]


def _word(doc: Annotated, index: int | None) -> str | None:
    return None if index is None else doc.tokens[index].text
