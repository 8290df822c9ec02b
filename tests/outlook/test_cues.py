"""The words that say of an act that it is to come, one frame at a time."""

import pytest

from newsledger.outlook import Rules
from outlook.clauses import clause, cues

PRESENT = "Tense=Pres|VerbForm=Fin"
PAST = "Tense=Past|VerbForm=Fin"


@pytest.mark.parametrize(
    ("rows", "content", "rule"),
    [
        pytest.param(
            (
                "Kesh|Kesh|PROPN|2|nsubj",
                f"plans|plan|VERB|0|ROOT|{PRESENT}",
                "to|to|PART|4|aux",
                "sail|sail|VERB|2|xcomp",
            ),
            "sail",
            "prospects/plan to",
            id="to",
        ),
        pytest.param(
            (
                "Kesh|Kesh|PROPN|3|nsubjpass",
                "is|be|AUX|3|auxpass",
                "expected|expect|VERB|0|ROOT|Tense=Past|VerbForm=Part",
                "to|to|PART|5|aux",
                "sail|sail|VERB|3|xcomp",
            ),
            "sail",
            "prospects/expect be_to",
            id="be-to",
        ),
        pytest.param(
            (
                "Kesh|Kesh|PROPN|2|nsubj",
                f"expects|expect|VERB|0|ROOT|{PRESENT}",
                "prices|price|NOUN|5|nsubj",
                "to|to|PART|5|aux",
                "fall|fall|VERB|2|ccomp",
            ),
            "fall",
            "prospects/expect object_to",
            id="object-to",
        ),
        pytest.param(
            (
                "Kesh|Kesh|PROPN|2|nsubj",
                f"hopes|hope|VERB|0|ROOT|{PRESENT}",
                "peace|peace|NOUN|4|nsubj",
                f"lasts|last|VERB|2|ccomp|{PRESENT}",
            ),
            "lasts",
            "prospects/hope that",
            id="that",
        ),
        pytest.param(
            (
                "Kesh|Kesh|PROPN|2|nsubj",
                f"ruled|rule|VERB|0|ROOT|{PAST}",
                "out|out|ADP|2|prt",
                "sailing|sail|VERB|2|xcomp",
            ),
            "sailing",
            "prospects/rule out ing",
            id="ing",
        ),
        pytest.param(
            (
                "Kesh|Kesh|PROPN|2|nsubj",
                f"plans|plan|VERB|0|ROOT|{PRESENT}",
                "a|a|DET|4|det",
                "march|march|NOUN|2|dobj",
            ),
            "march",
            "prospects/plan object",
            id="object",
        ),
        pytest.param(
            (
                "Kesh|Kesh|PROPN|2|nsubj",
                f"has|have|VERB|0|ROOT|{PRESENT}",
                "no|no|DET|4|det",
                "plans|plan|NOUN|2|dobj",
                "to|to|PART|6|aux",
                "sail|sail|VERB|4|acl",
            ),
            "sail",
            "prospects/plan noun_to",
            id="noun-to",
        ),
        pytest.param(
            (
                "Kesh|Kesh|PROPN|2|nsubj",
                f"renewed|renew|VERB|0|ROOT|{PAST}",
                "its|its|PRON|4|poss",
                "promise|promise|NOUN|2|dobj",
                "of|of|ADP|4|prep",
                "aid|aid|NOUN|5|pobj",
            ),
            "aid",
            "prospects/promise of noun_of",
            id="noun-of",
        ),
        pytest.param(
            (
                "Kesh|Kesh|PROPN|3|nsubj",
                "is|be|AUX|3|aux",
                "going|go|VERB|0|ROOT",
                "to|to|PART|5|aux",
                "sail|sail|VERB|3|xcomp",
            ),
            "sail",
            "modals/going",
            id="going",
        ),
        pytest.param(
            ("Hale|Hale|PROPN|3|nsubj", "to|to|PART|3|aux", "visit|visit|VERB|0|ROOT", "Orlow|Orlow|PROPN|3|dobj"),
            "visit",
            "modals/to",
            id="headline",
        ),
        pytest.param(
            (
                "Kesh|Kesh|PROPN|2|nsubj",
                f"fears|fear|VERB|0|ROOT|{PRESENT}",
                "dams|dam|NOUN|5|nsubj",
                "will|will|AUX|5|aux",
                "break|break|VERB|2|ccomp",
            ),
            "break",
            "prospects/fear that",
            id="attitude-above-a-modal",
        ),
        pytest.param(
            (
                "It|it|PRON|2|nsubj",
                f"is|be|AUX|0|ROOT|{PRESENT}",
                "likely|likely|ADJ|2|acomp",
                "dams|dam|NOUN|6|nsubj",
                "will|will|AUX|6|aux",
                "break|break|VERB|2|ccomp",
            ),
            "break",
            "prospects/likely that",
            id="attitude-beside-is",
        ),
    ],
)
def test_a_word_tells_what_is_to_come(rows: tuple[str, ...], content: str, rule: str, rules: Rules) -> None:
    doc = clause(*rows)

    found = cues(doc, rules)

    assert [(doc.tokens[cue.content].text, cue.rule) for cue in found] == [(content, rule)]


def test_a_modal_before_hope_adds_no_expectation_of_its_own(rules: Rules) -> None:
    doc = clause(
        "Kesh|Kesh|PROPN|3|nsubj",
        "will|will|AUX|3|aux",
        "hope|hope|VERB|0|ROOT|VerbForm=Inf",
        "to|to|PART|5|aux",
        "win|win|VERB|3|xcomp|VerbForm=Inf",
    )

    assert [cue.rule for cue in cues(doc, rules)] == ["prospects/hope to"]


def test_no_plans_are_negated(rules: Rules) -> None:
    doc = clause(
        "Kesh|Kesh|PROPN|2|nsubj",
        f"has|have|VERB|0|ROOT|{PRESENT}",
        "no|no|DET|4|det",
        "plans|plan|NOUN|2|dobj",
        "to|to|PART|6|aux",
        "sail|sail|VERB|4|acl",
    )

    (cue,) = cues(doc, rules)

    assert cue.negated


def test_the_owner_of_a_plan_is_its_party(rules: Rules) -> None:
    doc = clause(
        "Hale|Hale|PROPN|3|poss",
        "'s|'s|PART|1|case",
        "plan|plan|NOUN|6|nsubj",
        "to|to|PART|5|aux",
        "sail|sail|VERB|3|acl",
        f"failed|fail|VERB|0|ROOT|{PAST}",
    )

    (cue,) = cues(doc, rules)

    assert cue.party == 0


def test_a_light_verb_leaves_the_action_to_its_noun(rules: Rules) -> None:
    doc = clause(
        "The|the|DET|2|det",
        "trial|trial|NOUN|4|nsubj",
        "will|will|AUX|4|aux",
        "begin|begin|VERB|0|ROOT|VerbForm=Inf",
    )

    (cue,) = cues(doc, rules)

    assert (doc.tokens[cue.content].text, cue.kind) == ("trial", "scheduled_event")


def test_a_present_verb_of_a_timetable_waits_for_a_day_to_come(rules: Rules) -> None:
    doc = clause("Hale|Hale|PROPN|2|nsubj", f"arrives|arrive|VERB|0|ROOT|{PRESENT}")

    (cue,) = cues(doc, rules)

    assert (cue.dated, cue.rule) == (True, "futurates/arrive")


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        pytest.param("panel|panel|NOUN|3|nsubj", ["sail"], id="somebody"),
        pytest.param("goal|goal|NOUN|3|nsubj", [], id="what-is-explained"),
    ],
)
def test_is_to_gives_somebody_a_task(subject: str, found: list[str], rules: Rules) -> None:
    doc = clause(
        "The|the|DET|2|det", subject, f"is|be|AUX|0|ROOT|{PRESENT}", "to|to|PART|5|aux", "sail|sail|VERB|3|xcomp"
    )

    assert [doc.tokens[cue.content].text for cue in cues(doc, rules) if cue.rule == "modals/to"] == found
