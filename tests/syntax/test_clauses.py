"""What a predicate's own words say, on hand-made parses."""

import pytest

from newsledger import syntax
from newsledger.model import Annotated, Clause
from parses import parsed

PAST = "Tense=Past|VerbForm=Fin"
NOW = "Tense=Pres|VerbForm=Fin"
PART = "Aspect=Perf|Tense=Past|VerbForm=Part"
ING = "Aspect=Prog|Tense=Pres|VerbForm=Part"


def clause(rules: syntax.Rules, doc: Annotated, word: str) -> Clause:
    index = next(i for i, token in enumerate(doc.tokens) if token.text == word)
    return syntax.analyse(doc, rules).clauses[index]


@pytest.mark.parametrize(
    ("helpers", "morph", "expected"),
    [
        pytest.param([], PAST, ("past", "simple", "finite"), id="past"),
        pytest.param([], NOW, ("present", "simple", "finite"), id="present"),
        pytest.param([f"has|have|{NOW}"], PART, ("present", "perfect", "finite"), id="present-perfect"),
        pytest.param([f"was|be|{PAST}"], ING, ("past", "progressive", "finite"), id="past-progressive"),
        pytest.param(
            [f"had|have|{PAST}", f"been|be|{PART}"], ING, ("past", "perfect progressive", "finite"), id="all-of-it"
        ),
        pytest.param(["will|will|VerbForm=Fin"], "VerbForm=Inf", ("future", "simple", "finite"), id="future"),
        pytest.param(["may|may|VerbForm=Fin"], "VerbForm=Inf", ("present", "simple", "finite"), id="modal"),
        pytest.param(["to|to|"], "VerbForm=Inf", (None, "simple", "infinitive"), id="infinitive"),
    ],
)
def test_tense_aspect_and_form(
    rules: syntax.Rules, helpers: list[str], morph: str, expected: tuple[str | None, str, str]
) -> None:
    place = len(helpers) + 2
    rows = [f"{word}|{lemma}|{'PART' if word == 'to' else 'AUX'}|{place}|aux|{told}" for word, lemma, told in (
        helper.split("|", 2) for helper in helpers
    )]  # fmt: skip
    doc = parsed(f"Miners|miner|NOUN|{place}|nsubj", *rows, f"W|wait|VERB|0|ROOT|{morph}")

    found = clause(rules, doc, "W")

    assert (found.tense, found.aspect, found.form) == expected


GUILTY = parsed(
    "He|he|PRON|2|nsubj",
    f"pleaded|plead|VERB|0|ROOT|{PAST}",
    "not|not|PART|4|neg",
    "guilty|guilty|ADJ|2|acomp",
    "and|and|CCONJ|2|cc",
    f"requested|request|VERB|2|conj|{PAST}",
    "bail|bail|NOUN|6|dobj",
)
SHARED = parsed(
    "They|they|PRON|4|nsubj",
    f"did|do|AUX|4|aux|{PAST}",
    "not|not|PART|4|neg",
    "eat|eat|VERB|0|ROOT|VerbForm=Inf",
    "and|and|CCONJ|4|cc",
    "drink|drink|VERB|4|conj|VerbForm=Inf",
)
NO_BUS = parsed("No|no|DET|2|det", "bus|bus|NOUN|3|nsubj", f"came|come|VERB|0|ROOT|{PAST}")
NO_LONGER = parsed(
    "Buses|bus|NOUN|4|nsubj", "no|no|DET|3|neg", "longer|longer|ADV|4|advmod", f"come|come|VERB|0|ROOT|{PAST}"
)
NO_DOUBT = parsed(
    "Buses|bus|NOUN|4|nsubj", "no|no|DET|3|neg", "doubt|doubt|ADV|4|advmod", f"came|come|VERB|0|ROOT|{PAST}"
)
NOBODY = parsed("Nobody|nobody|PRON|2|nsubj", f"came|come|VERB|0|ROOT|{PAST}")
NEITHER = parsed(
    "They|they|PRON|3|nsubj",
    "neither|neither|CCONJ|3|preconj",
    f"ate|eat|VERB|0|ROOT|{PAST}",
    "nor|nor|CCONJ|3|cc",
    f"drank|drink|VERB|3|conj|{PAST}",
)


@pytest.mark.parametrize(
    ("doc", "word", "denied"),
    [
        pytest.param(GUILTY, "guilty", True, id="not-guilty"),
        pytest.param(GUILTY, "pleaded", False, id="pleaded"),
        pytest.param(GUILTY, "requested", False, id="and-requested"),
        pytest.param(SHARED, "eat", True, id="did-not-eat"),
        pytest.param(SHARED, "drink", True, id="and-drink"),
        pytest.param(NO_BUS, "came", True, id="no-bus-came"),
        pytest.param(NO_LONGER, "come", True, id="no-longer"),
        pytest.param(NO_DOUBT, "came", False, id="no-doubt"),
        pytest.param(NOBODY, "came", True, id="nobody-came"),
        pytest.param(NEITHER, "ate", True, id="neither-ate"),
        pytest.param(NEITHER, "drank", True, id="nor-drank"),
    ],
)
def test_a_negation_reaches_its_own_predicate(rules: syntax.Rules, doc: Annotated, word: str, denied: bool) -> None:
    assert clause(rules, doc, word).is_negated is denied


def test_governors_lead_up_through_prepositions(rules: syntax.Rules) -> None:
    doc = parsed(
        "Lima|Lima|PROPN|2|nsubj",
        f"agreed|agree|VERB|0|ROOT|{PAST}",
        "to|to|ADP|2|prep",
        "talks|talk|NOUN|3|pobj",
        "on|on|ADP|4|prep",
        f"leaving|leave|VERB|5|pcomp|{ING}",
    )

    chain = [(doc.tokens[one.token].text, one.relation) for one in syntax.analyse(doc, rules).governors(5)]

    assert chain == [("talks", "preposition"), ("agreed", "preposition")]


def test_governors_of_a_circle_come_to_an_end(rules: syntax.Rules) -> None:
    doc = parsed("ran|run|VERB|2|ccomp", "hid|hide|VERB|1|ccomp")

    assert len(list(syntax.analyse(doc, rules).governors(0))) == 1


def test_what_is_quoted_is_known(rules: syntax.Rules) -> None:
    doc = parsed(
        "“|“|PUNCT|3|punct",
        "~We|we|PRON|3|nsubj",
        f"won|win|VERB|5|ccomp|{PAST}",
        "”|”|PUNCT|3|punct",
        f"said|say|VERB|0|ROOT|{PAST}",
        "Lee|Lee|PROPN|5|nsubj",
    )

    found = syntax.analyse(doc, rules).clauses

    assert [found[2].quoted, found[4].quoted] == [True, False]


def test_a_participle_before_a_noun_is_attributive(rules: syntax.Rules) -> None:
    doc = parsed(
        f"occupied|occupy|VERB|2|amod|{PART}",
        "land|land|NOUN|3|nsubj",
        f"shrank|shrink|VERB|0|ROOT|{PAST}",
    )

    found = syntax.analyse(doc, rules).clauses

    assert [found[0].attributive, found[2].attributive] == [True, False]


def test_a_light_verb_and_its_noun_know_each_other(rules: syntax.Rules) -> None:
    doc = parsed(
        "Envoys|envoy|NOUN|2|nsubj",
        f"held|hold|VERB|0|ROOT|{PAST}",
        "talks|talk|NOUN|2|dobj",
    )

    found = syntax.analyse(doc, rules).clauses

    assert (found[1].pos, found[1].light, found[2].light) == ("light verb", 2, 1)


def test_every_member_of_a_coordination_is_an_argument(rules: syntax.Rules) -> None:
    doc = parsed(
        "Chad|Chad|PROPN|6|nsubj",
        ",|,|PUNCT|1|punct",
        "Mali|Mali|PROPN|1|conj",
        "and|and|CCONJ|3|cc",
        "Niger|Niger|PROPN|3|conj",
        f"signed|sign|VERB|0|ROOT|{PAST}",
    )

    found = syntax.analyse(doc, rules).clauses[5]

    assert [(one.head, one.joined_to) for one in found.arguments if one.role == found.arguments[0].role] == [
        (0, None),
        (2, 0),
        (4, 0),
    ]


def test_a_text_without_words_has_no_clauses(rules: syntax.Rules) -> None:
    doc = parsed("...|...|PUNCT|0|ROOT")

    assert syntax.analyse(doc, rules).clauses == {}


def test_a_noun_phrase_keeps_its_hyphens_and_no_mark_at_its_ends(rules: syntax.Rules) -> None:
    doc = parsed(
        "one|one|NUM|5|nummod",
        "kind|kind|ADV|4|advmod",
        "~-|-|PUNCT|4|punct",
        "~hearted|hearted|ADJ|5|amod",
        "miner|miner|NOUN|0|ROOT",
        ",|,|PUNCT|5|punct",
        "tired|tired|ADJ|5|acl",
    )

    assert syntax.analyse(doc, rules).noun_phrase(4).of(doc.text) == "one kind-hearted miner"


def test_a_clause_is_made_once_and_looked_up_like_in_a_table(rules: syntax.Rules) -> None:
    doc = parsed("Miners|miner|NOUN|2|nsubj", "dig|dig|VERB|0|root|Tense=Pres|VerbForm=Fin")

    found = syntax.analyse(doc, rules).clauses

    assert found[1] is found[1]
    assert (list(found), len(found), 1 in found, 7 in found) == ([0, 1], 2, True, False)
    assert found.get(7) is None
    assert dict(found) == dict(syntax.analyse(doc, rules).clauses)
