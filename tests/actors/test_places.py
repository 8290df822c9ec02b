import pytest

from newsledger.actors import find_mentions
from newsledger.actors.mentions.places import find_places
from newsledger.actors.rules import Rules
from parses import parsed

STOP = ".|.|PUNCT|2|punct"


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            ("It|it|PRON|2|nsubj", "rained|rain|VERB|0|ROOT", "in|in|ADP|2|prep", "Harwick|Harwick|PROPN|3|pobj", STOP),
            id="in",
        ),
        pytest.param(
            (
                "the|the|DET|2|det",
                "town|town|NOUN|0|ROOT",
                "of|of|ADP|2|prep",
                "Harwick|Harwick|PROPN|3|pobj",
                "burned|burn|VERB|2|acl",
            ),
            id="town of",
        ),
        pytest.param(
            (
                "Harwick|Harwick|PROPN|0|ROOT",
                ",|,|PUNCT|1|punct",
                "a|a|DET|5|det",
                "small|small|ADJ|5|amod",
                "town|town|NOUN|1|appos",
            ),
            id="a town",
        ),
    ],
)
def test_an_article_shows_which_names_are_places(rules: Rules, rows: tuple[str, ...]) -> None:
    assert find_places(parsed(*rows), rules) == {"Harwick"}


def test_what_is_in_somebodys_view_is_no_place(rules: Rules) -> None:
    doc = parsed("In|in|ADP|0|ROOT", "Haverty|Haverty|PROPN|4|poss", "'s|'s|PART|2|case", "view|view|NOUN|1|pobj", STOP)

    assert find_places(doc, rules) == frozenset()


def test_a_name_that_is_a_place_elsewhere_in_the_article_acts_only_where_it_speaks(rules: Rules) -> None:
    in_harwick = (
        "It|it|PRON|2|nsubj",
        "rained|rain|VERB|0|ROOT",
        "in|in|ADP|2|prep",
        "Harwick|Harwick|PROPN|3|pobj",
        STOP,
    )
    grew = parsed(*in_harwick, "---", "Harwick|Harwick|PROPN|2|nsubj", "grew|grow|VERB|0|ROOT")
    denied = parsed(*in_harwick, "---", "Harwick|Harwick|PROPN|2|nsubj", "denied|deny|VERB|0|ROOT")

    assert [mention.span.of(grew.text) for mention in find_mentions(grew, rules)] == []
    assert [mention.span.of(denied.text) for mention in find_mentions(denied, rules)] == ["Harwick", "Harwick"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            ("in|in|ADP|0|ROOT", "northern|northern|ADJ|3|amod", "Norway|Norway|PROPN|1|pobj"), [], id="a part of it"
        ),
        pytest.param(
            (
                "a|a|DET|2|det",
                "treaty|treaty|NOUN|0|ROOT",
                "between|between|ADP|2|prep",
                "Norway|Norway|PROPN|3|pobj",
                "and|and|CCONJ|4|cc",
                "Chile|Chile|PROPN|4|conj",
            ),
            ["Norway", "Chile"],
            id="a treaty between two",
        ),
        pytest.param(
            (
                "They|they|PRON|2|nsubj",
                "cut|cut|VERB|0|ROOT",
                "aid|aid|NOUN|2|dobj",
                "to|to|ADP|2|prep",
                "Norway|Norway|PROPN|4|pobj",
            ),
            ["They", "Norway"],
            id="aid that is cut",
        ),
        pytest.param(
            (
                "They|they|PRON|2|nsubj",
                "sent|send|VERB|0|ROOT",
                "ships|ship|NOUN|2|dobj",
                "to|to|ADP|2|prep",
                "Norway|Norway|PROPN|4|pobj",
            ),
            ["They"],
            id="ships that are sent",
        ),
    ],
)
def test_a_state_is_told_from_its_land_by_what_leads_to_it(
    rules: Rules, rows: tuple[str, ...], expected: list[str]
) -> None:
    doc = parsed(*rows)

    assert [mention.span.of(doc.text) for mention in find_mentions(doc, rules)] == expected


@pytest.mark.parametrize(
    ("verb", "preposition", "expected"),
    [
        pytest.param("spoke|speak", "at", [], id="spoke at it"),
        pytest.param("went|go", "to", [], id="went to it"),
        pytest.param("appealed|appeal", "to", ["the United Nations"], id="appealed to it"),
    ],
)
def test_a_body_where_something_is_done_is_a_place(
    rules: Rules, verb: str, preposition: str, expected: list[str]
) -> None:
    doc = parsed(
        "Someone|someone|PRON|2|nsubj",
        f"{verb}|VERB|0|ROOT",
        f"{preposition}|{preposition}|ADP|2|prep",
        "the|the|DET|6|det",
        "United|United|PROPN|6|compound",
        "Nations|Nations|PROPN|3|pobj",
    )

    assert [mention.span.of(doc.text) for mention in find_mentions(doc, rules)] == expected


def test_a_case_at_law_names_no_actor(rules: Rules) -> None:
    doc = parsed(
        "Anna|Anna|PROPN|2|compound",
        "Haverty|Haverty|PROPN|5|nsubj",
        "v.|v.|ADP|2|prep",
        "Lind|Lind|PROPN|3|pobj",
        "ended|end|VERB|0|ROOT",
    )

    assert find_mentions(doc, rules) == ()
