"""Who is to act, and what would settle it."""

from newsledger.outlook import Rules
from outlook.clauses import actor, clause, find, place, statement

WILL_BE_CLOSED = (
    "Hale|Hale|PROPN|2|nsubj",
    "said|say|VERB|0|ROOT|Tense=Past|VerbForm=Fin",
    "roads|road|NOUN|6|nsubjpass",
    "will|will|AUX|6|aux",
    "be|be|AUX|6|auxpass|VerbForm=Inf",
    "closed|close|VERB|2|ccomp|Tense=Past|VerbForm=Part",
)


def test_parties_that_act_together_hold_a_plan_together(rules: Rules) -> None:
    doc = clause(
        "Kesh|Kesh|PROPN|5|nsubj",
        "and|and|CCONJ|1|cc",
        "Orlow|Orlow|PROPN|1|conj",
        "will|will|AUX|5|aux",
        "meet|meet|VERB|0|ROOT|VerbForm=Inf",
    )

    (found,) = find(doc, (actor(doc, "Kesh"), actor(doc, "Orlow")), (), (), (), rules)

    assert (found.holder, found.holder_ids) == (place(doc, "Kesh and Orlow"), ("Kesh", "Orlow"))
    assert found.settled_by.actor_ids == ("Kesh", "Orlow")


def test_a_person_who_tells_what_will_be_done_does_not_hold_it(rules: Rules) -> None:
    doc = clause(*WILL_BE_CLOSED)
    said = statement(doc, "Hale", "said", "roads will be closed")

    (found,) = find(doc, (actor(doc, "Hale", kind="person"),), (said,), (), (), rules)

    assert (found.kind, found.holder, found.holder_ids) == ("announced_plan", None, ())
    assert found.settled_by.actor_ids is None


def test_a_body_that_tells_what_will_be_done_holds_it(rules: Rules) -> None:
    doc = clause(*WILL_BE_CLOSED)
    said = statement(doc, "Hale", "said", "roads will be closed")

    (found,) = find(doc, (actor(doc, "Hale", kind="government"),), (said,), (), (), rules)

    assert found.holder_ids == ("Hale",)


def test_by_names_who_is_to_act(rules: Rules) -> None:
    doc = clause(
        "Roads|road|NOUN|4|nsubjpass",
        "will|will|AUX|4|aux",
        "be|be|AUX|4|auxpass|VerbForm=Inf",
        "closed|close|VERB|0|ROOT|Tense=Past|VerbForm=Part",
        "by|by|ADP|4|agent",
        "Kesh|Kesh|PROPN|5|pobj",
    )

    (found,) = find(doc, (actor(doc, "Kesh"),), (), (), (), rules)

    assert found.holder_ids == ("Kesh",)


def test_a_thing_that_nobody_is_said_to_decide_has_no_holder(rules: Rules) -> None:
    doc = clause(
        "Tolls|toll|NOUN|4|nsubjpass",
        "will|will|AUX|4|aux",
        "be|be|AUX|4|auxpass|VerbForm=Inf",
        "cut|cut|VERB|0|ROOT|Tense=Past|VerbForm=Part",
    )

    (found,) = find(doc, (), (), (), (), rules)

    assert found.holder is None


def test_who_is_named_by_by_would_have_to_act_and_not_the_body_that_it_is_done_to(rules: Rules) -> None:
    doc = clause(
        "Orlow|Orlow|PROPN|4|nsubjpass",
        "will|will|AUX|4|aux",
        "be|be|AUX|4|auxpass|VerbForm=Inf",
        "sued|sue|VERB|0|ROOT|Tense=Past|VerbForm=Part",
        "by|by|ADP|4|agent",
        "Kesh|Kesh|PROPN|5|pobj",
    )

    (found,) = find(doc, (actor(doc, "Kesh"), actor(doc, "Orlow", kind="organisation")), (), (), (), rules)

    assert found.holder_ids == ("Kesh",)
    assert (found.settled_by.actor_ids, found.settled_by.recipient_ids) == (("Kesh",), ("Orlow",))


def test_the_object_of_an_act_without_an_event_is_to_whom_it_would_be_done(rules: Rules) -> None:
    doc = clause(
        "Kesh|Kesh|PROPN|3|nsubj",
        "will|will|AUX|3|aux",
        "buy|buy|VERB|0|ROOT|VerbForm=Inf",
        "Orlow|Orlow|PROPN|3|dobj",
    )

    (found,) = find(doc, (actor(doc, "Kesh"), actor(doc, "Orlow")), (), (), (), rules)

    assert (found.settled_by.actor_ids, found.settled_by.recipient_ids) == (("Kesh",), ("Orlow",))


def test_against_names_to_whom_an_act_would_be_done(rules: Rules) -> None:
    doc = clause(
        "Kesh|Kesh|PROPN|3|nsubj",
        "will|will|AUX|3|aux",
        "file|file|VERB|0|ROOT|VerbForm=Inf",
        "suits|suit|NOUN|3|dobj",
        "against|against|ADP|4|prep",
        "Orlow|Orlow|PROPN|5|pobj",
    )

    (found,) = find(doc, (actor(doc, "Kesh"), actor(doc, "Orlow")), (), (), (), rules)

    assert found.settled_by.recipient_ids == ("Orlow",)
