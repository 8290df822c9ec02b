import pytest

from newsledger.actors import find_mentions
from newsledger.actors.rules import Rules
from parses import parsed

CASES = [
    pytest.param(
        ("The|the|DET|2|det", "campaign|campaign|NOUN|3|nsubj|Number=Sing", "denied|deny|VERB|0|ROOT"),
        ["The campaign"],
        id="a campaign that speaks",
    ),
    pytest.param(
        ("The|the|DET|2|det", "campaign|campaign|NOUN|3|nsubj|Number=Sing", "lasted|last|VERB|0|ROOT"),
        [],
        id="a campaign that goes on",
    ),
    pytest.param(
        (
            "Voters|voter|NOUN|2|nsubj|Number=Plur",
            "left|leave|VERB|0|ROOT",
            "her|her|PRON|4|poss",
            "campaign|campaign|NOUN|2|dobj|Number=Sing",
        ),
        ["Voters", "her campaign", "her"],
        id="somebody's campaign",
    ),
    pytest.param(
        (
            "Haverty|Haverty|PROPN|2|nsubj",
            "shook|shake|VERB|0|ROOT",
            "his|his|PRON|4|poss",
            "head|head|NOUN|2|dobj|Number=Sing",
        ),
        ["his"],
        id="a head that is shaken",
    ),
    pytest.param(
        (
            "The|the|DET|2|det",
            "head|head|NOUN|6|nsubj|Number=Sing",
            "of|of|ADP|2|prep",
            "the|the|DET|5|det",
            "bank|bank|NOUN|3|pobj|Number=Sing",
            "left|leave|VERB|0|ROOT",
        ),
        ["The head", "the bank"],
        id="the head of a body",
    ),
    pytest.param(
        (
            "The|the|DET|2|det",
            "source|source|NOUN|5|nsubj|Number=Sing",
            "of|of|ADP|2|prep",
            "worry|worry|NOUN|3|pobj|Number=Sing",
            "stayed|stay|VERB|0|ROOT",
        ),
        [],
        id="a source of something",
    ),
    pytest.param(
        ("The|the|DET|2|det", "source|source|NOUN|3|nsubj|Number=Sing", "spoke|speak|VERB|0|ROOT"),
        ["The source"],
        id="a source that speaks",
    ),
    pytest.param(
        (
            "The|the|DET|2|det",
            "party|party|NOUN|3|nsubj|Number=Sing",
            "needs|need|VERB|0|ROOT",
            "a|a|DET|5|det",
            "leader|leader|NOUN|3|dobj|Number=Sing",
        ),
        ["The party"],
        id="one who is only wished for",
    ),
    pytest.param(
        (
            "The|the|DET|2|det",
            "party|party|NOUN|3|nsubj|Number=Sing",
            "met|meet|VERB|0|ROOT",
            "a|a|DET|5|det",
            "leader|leader|NOUN|3|dobj|Number=Sing",
        ),
        ["The party", "a leader"],
        id="one who is met",
    ),
]


@pytest.mark.parametrize(("rows", "expected"), CASES)
def test_a_noun_is_told_from_the_thing_of_its_spelling(
    rules: Rules, rows: tuple[str, ...], expected: list[str]
) -> None:
    doc = parsed(*rows)

    found = [mention.span.of(doc.text) for mention in find_mentions(doc, rules)]

    assert [words for words in found if words != "Haverty"] == expected
