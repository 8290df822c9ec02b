"""What is found in a whole parse, with what the other rooms found there."""

from dataclasses import replace
from datetime import date

import pytest

from newsledger.model import Annotated, Expectation
from newsledger.outlook import Rules
from outlook.clauses import (
    PUBLISHED,
    SAID_IT_WOULD_CLOSE,
    THREATENED_UNLESS,
    WILL_CLOSE,
    actor,
    clause,
    event,
    find,
    place,
    statement,
    timex,
)
from parses import parsed

FRIDAY = date(2019, 3, 8)


def only(doc: Annotated, rules: Rules) -> Expectation:
    (found,) = find(doc, (), (), (), (), rules)
    return found


def test_will_makes_an_announced_plan_of_its_subject(rules: Rules) -> None:
    doc = clause(*WILL_CLOSE)
    kesh = actor(doc, "Kesh")
    friday = timex(doc, "Friday", FRIDAY, FRIDAY)

    (found,) = find(doc, (kesh,), (), (friday,), (), rules)

    assert (found.kind, found.strength, found.negated) == ("announced_plan", "firm", False)
    assert (found.holder, found.holder_ids) == (place(doc, "Kesh"), ("Kesh",))
    assert found.action == place(doc, "close the bridge")
    assert (found.earliest, found.latest, found.window_basis) == (FRIDAY, FRIDAY, "stated")
    assert found.window == (place(doc, "Friday"),)
    assert found.rule == "modals/will"


def test_a_text_without_any_cue_has_no_expectations(rules: Rules) -> None:
    doc = clause("Kesh|Kesh|PROPN|2|nsubj", "slept|sleep|VERB|0|ROOT|Tense=Past|VerbForm=Fin", ".|.|PUNCT|2|punct")

    assert find(doc, (), (), (), (), rules) == ()


def test_an_empty_article_has_no_expectations(rules: Rules) -> None:
    assert find(parsed("x|x|X|0|ROOT"), (), (), (), (), rules) == ()


def test_reported_would_is_the_speakers_plan(rules: Rules) -> None:
    doc = clause(*SAID_IT_WOULD_CLOSE)
    said = statement(doc, "Kesh", "said", "it would close the bridge")
    kesh = actor(doc, "Kesh", "it")

    (found,) = find(doc, (kesh,), (said,), (), (), rules)

    assert (found.kind, found.speaker, found.statement) == ("announced_plan", place(doc, "Kesh"), said.id)
    assert (found.holder, found.holder_ids) == (place(doc, "it"), ("Kesh",))


def test_a_person_who_says_he_would_promises(rules: Rules) -> None:
    doc = clause(*SAID_IT_WOULD_CLOSE)
    said = statement(doc, "Kesh", "said", "it would close the bridge")

    (found,) = find(doc, (actor(doc, "Kesh", "it", kind="person"),), (said,), (), (), rules)

    assert found.kind == "promise"


def test_would_without_a_report_is_none(rules: Rules) -> None:
    assert find(clause(*SAID_IT_WOULD_CLOSE), (), (), (), (), rules) == ()


def test_would_of_a_day_gone_by_is_none(rules: Rules) -> None:
    doc = clause(*SAID_IT_WOULD_CLOSE[:-1], "Monday|Monday|PROPN|5|npadvmod", ".|.|PUNCT|2|punct")
    said = statement(doc, "Kesh", "said", "it would close the bridge Monday")
    monday = timex(doc, "Monday", date(2019, 3, 4), date(2019, 3, 4))

    assert find(doc, (), (said,), (monday,), (), rules) == ()


def test_a_threat_with_unless_is_an_ultimatum(rules: Rules) -> None:
    doc = clause(*THREATENED_UNLESS)

    found = only(doc, rules)

    assert (found.kind, found.strength) == ("ultimatum", "conditional")
    assert found.action == place(doc, "strike")
    assert found.condition == place(doc, "unless wages rose")
    assert found.holder == found.speaker == place(doc, "Orlow")


def test_will_not_is_a_denied_plan(rules: Rules) -> None:
    doc = clause(
        "Hale|Hale|PROPN|4|nsubj",
        "will|will|AUX|4|aux|VerbForm=Fin",
        "not|not|PART|4|neg",
        "resign|resign|VERB|0|ROOT|VerbForm=Inf",
        ".|.|PUNCT|4|punct",
    )

    found = only(doc, rules)

    assert (found.kind, found.negated, found.settled_by.negated) == ("denied_plan", True, True)


def test_verbs_with_objects_of_their_own_are_two_expectations(rules: Rules) -> None:
    doc = clause(
        "Kesh|Kesh|PROPN|3|nsubj",
        "will|will|AUX|3|aux|VerbForm=Fin",
        "raise|raise|VERB|0|ROOT|VerbForm=Inf",
        "tolls|toll|NOUN|3|dobj",
        "and|and|CCONJ|3|cc",
        "cut|cut|VERB|3|conj|VerbForm=Inf",
        "wages|wage|NOUN|6|dobj",
        ".|.|PUNCT|3|punct",
    )

    found = find(doc, (), (), (), (), rules)

    assert [one.action.of(doc.text) for one in found] == ["raise tolls", "cut wages"]


def test_bare_verbs_that_share_an_object_are_one_expectation(rules: Rules) -> None:
    doc = clause(
        "Kesh|Kesh|PROPN|3|nsubj",
        "will|will|AUX|3|aux|VerbForm=Fin",
        "copy|copy|VERB|0|ROOT|VerbForm=Inf",
        "or|or|CCONJ|3|cc",
        "sell|sell|VERB|3|conj|VerbForm=Inf",
        "lists|list|NOUN|5|dobj",
        ".|.|PUNCT|3|punct",
    )

    assert only(doc, rules).action == place(doc, "copy or sell lists")


def test_the_event_at_the_action_tells_what_would_settle_it(rules: Rules) -> None:
    doc = clause(
        "Kesh|Kesh|PROPN|3|nsubj",
        "will|will|AUX|3|aux|VerbForm=Fin",
        "hold|hold|VERB|0|ROOT|VerbForm=Inf",
        "talks|talk|NOUN|3|dobj",
        ".|.|PUNCT|3|punct",
    )

    (found,) = find(doc, (), (), (), (event(doc, "talks", ("Kesh",)),), rules)

    assert found.event == "event talks"
    assert (found.settled_by.event_type, found.settled_by.actor_ids) == ("CONSULT", ("Kesh",))
    assert found.settled_by.recipient_ids is None


def test_without_an_event_only_the_negation_is_known(rules: Rules) -> None:
    found = only(clause(*WILL_CLOSE), rules)

    assert found.event is None
    assert (found.settled_by.event_type, found.settled_by.actor_ids, found.settled_by.negated) == (None, None, False)


def test_what_is_said_again_points_to_its_first_mention(rules: Rules) -> None:
    doc = clause(*WILL_CLOSE, "---", *WILL_CLOSE)

    first, second = find(doc, (), (), (), (), rules)

    assert first.id != second.id
    assert (first.same_as, second.same_as) == (None, first.id)


def test_a_denial_is_not_the_same_as_the_plan(rules: Rules) -> None:
    denied = [row.replace("|3|", "|4|").replace("0|ROOT", "0|ROOT") for row in WILL_CLOSE]
    denied.insert(2, "not|not|PART|4|neg")
    denied[4] = denied[4].replace("|5|det", "|6|det")
    doc = clause(*WILL_CLOSE, "---", *denied)

    plan, denial = find(doc, (), (), (), (), rules)

    assert (plan.negated, denial.negated, denial.same_as) == (False, True, None)


@pytest.mark.parametrize(
    ("negated", "basis"),
    [pytest.param(False, "stated", id="a-day"), pytest.param(True, "none", id="not-that-day")],
)
def test_a_time_that_is_denied_is_no_window(rules: Rules, negated: bool, basis: str) -> None:
    doc = clause(*WILL_CLOSE)
    friday = replace(timex(doc, "Friday", FRIDAY, FRIDAY), negated=negated)

    (found,) = find(doc, (), (), (friday,), (), rules)

    assert found.window_basis == basis


def test_reading_twice_gives_the_same(rules: Rules) -> None:
    doc = clause(*WILL_CLOSE)

    assert find(doc, (), (), (), (), rules) == find(doc, (), (), (), (), rules)


def test_the_days_are_those_of_the_time_expression(rules: Rules) -> None:
    doc = clause(*WILL_CLOSE)
    soon = replace(timex(doc, "Friday", PUBLISHED, None), vague=True)

    (found,) = find(doc, (), (), (soon,), (), rules)

    assert (found.earliest, found.latest, found.window_basis) == (PUBLISHED, None, "vague")
