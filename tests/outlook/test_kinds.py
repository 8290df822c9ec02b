"""What kind of expectation a bare "will" makes, and who holds it."""

import pytest

from newsledger.outlook import Rules
from outlook.clauses import actor, clause, find, place, statement


def will(subject: str, verb: str, *rest: str) -> tuple[str, ...]:
    return (subject.replace("@", "3|nsubj"), "will|will|AUX|3|aux", f"{verb}|{verb}|VERB|0|ROOT|VerbForm=Inf", *rest)


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        pytest.param(will("Kesh|Kesh|PROPN|@", "sail"), "announced_plan", id="another"),
        pytest.param(will("We|we|PRON|@", "sail"), "promise", id="we"),
        pytest.param(will("Prices|price|NOUN|@", "fall"), "forecast", id="in-nobodys-power"),
        pytest.param(will("We|we|PRON|@", "win"), "forecast", id="own-success"),
        pytest.param(will("This|this|PRON|@", "end"), "forecast", id="a-thing"),
        pytest.param(will("Storms|storm|NOUN|@", "block", "roads|road|NOUN|3|dobj"), "forecast", id="a-cause"),
        pytest.param(will("Kesh|Kesh|PROPN|@", "sail", "probably|probably|ADV|3|advmod"), "forecast", id="a-hedge"),
        pytest.param(
            will("Courts|court|NOUN|@", "hold", "hearings|hearing|NOUN|3|dobj"), "scheduled_event", id="a-calendar"
        ),
    ],
)
def test_the_verb_and_its_subject_decide_the_kind(rows: tuple[str, ...], kind: str, rules: Rules) -> None:
    (found,) = find(clause(*rows), (), (), (), (), rules)

    assert found.kind == kind


def test_a_hedge_makes_it_conditional(rules: Rules) -> None:
    doc = clause(*will("Kesh|Kesh|PROPN|@", "sail", "probably|probably|ADV|3|advmod"))

    (found,) = find(doc, (), (), (), (), rules)

    assert found.strength == "conditional"


WARNED = (
    "Hale|Hale|PROPN|2|nsubj",
    "said|say|VERB|0|ROOT|Tense=Past|VerbForm=Fin",
    "Kesh|Kesh|PROPN|5|nsubj",
    "will|will|AUX|5|aux",
    "strike|strike|VERB|2|ccomp|VerbForm=Inf",
)


def test_a_warning_of_anothers_act_is_the_warners_forecast(rules: Rules) -> None:
    doc = clause(*WARNED)
    said = statement(doc, "Hale", "said", "Kesh will strike", "warn")

    (found,) = find(doc, (actor(doc, "Hale"), actor(doc, "Kesh")), (said,), (), (), rules)

    assert (found.kind, found.holder, found.holder_ids) == ("forecast", place(doc, "Hale"), ("Hale",))


def test_the_outlets_own_forecast_has_no_holder(rules: Rules) -> None:
    (found,) = find(clause(*will("Prices|price|NOUN|@", "fall")), (), (), (), (), rules)

    assert (found.holder, found.holder_ids, found.speaker) == (None, (), None)


def test_we_in_a_statement_are_its_source(rules: Rules) -> None:
    doc = clause(*(row.replace("Kesh|Kesh|PROPN", "we|we|PRON") for row in WARNED))
    said = statement(doc, "Hale", "said", "we will strike")

    (found,) = find(doc, (actor(doc, "Hale"),), (said,), (), (), rules)

    assert (found.kind, found.holder, found.holder_ids) == ("promise", place(doc, "we"), ("Hale",))


def test_a_hope_is_held_by_who_hopes(rules: Rules) -> None:
    doc = clause(
        "Kesh|Kesh|PROPN|2|nsubj",
        "hopes|hope|VERB|0|ROOT|Tense=Pres|VerbForm=Fin",
        "peace|peace|NOUN|5|nsubj",
        "will|will|AUX|5|aux",
        "last|last|VERB|2|ccomp|VerbForm=Inf",
    )

    (found,) = find(doc, (), (), (), (), rules)

    assert (found.kind, found.strength, found.holder) == ("hope", "aspirational", place(doc, "Kesh"))


def test_a_hope_that_something_will_be_is_a_hope(rules: Rules) -> None:
    doc = clause(
        "Kesh|Kesh|PROPN|2|nsubj",
        "hopes|hope|VERB|0|ROOT|Tense=Pres|VerbForm=Fin",
        "lessons|lesson|NOUN|5|nsubj",
        "will|will|AUX|5|aux|VerbForm=Fin",
        "start|start|VERB|2|ccomp|VerbForm=Inf",
    )

    (found,) = find(doc, (), (), (), (), rules)

    assert (found.kind, found.action) == ("hope", place(doc, "start"))


def test_a_warning_of_ones_own_act_is_an_ultimatum(rules: Rules) -> None:
    doc = clause(
        "Hale|Hale|PROPN|2|nsubj",
        "warned|warn|VERB|0|ROOT|Tense=Past|VerbForm=Fin",
        "that|that|SCONJ|6|mark",
        "he|he|PRON|6|nsubj",
        "would|would|AUX|6|aux",
        "strike|strike|VERB|2|ccomp|VerbForm=Inf",
    )
    said = statement(doc, "Hale", "warned", "that he would strike", "warn")

    (found,) = find(doc, (actor(doc, "Hale", "he", kind="person"),), (said,), (), (), rules)

    assert (found.kind, found.strength) == ("ultimatum", "conditional")


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        pytest.param("threatens|threaten|VERB|0|ROOT|Tense=Pres|VerbForm=Fin", ["forecast"], id="present"),
        pytest.param("threatened|threaten|VERB|0|ROOT|Tense=Past|VerbForm=Fin", [], id="past"),
    ],
)
def test_a_thing_that_threatens_sets_nobody_an_ultimatum(word: str, kinds: list[str], rules: Rules) -> None:
    doc = clause(
        "Flood|flood|NOUN|2|nsubj",
        word,
        "to|to|PART|4|aux",
        "reach|reach|VERB|2|xcomp|VerbForm=Inf",
        "Kesh|Kesh|PROPN|4|dobj",
    )

    assert [found.kind for found in find(doc, (), (), (), (), rules)] == kinds
