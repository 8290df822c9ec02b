from dataclasses import replace
from datetime import date

import pytest

from newsledger import Reader
from newsledger.model import ActorKind, Record, SettledBy
from newsledger.show import settlement
from newsledger.show.settlement.verbs import base_of, past
from show.sample import DUE, RECORD


@pytest.fixture
def record() -> Record:
    return RECORD


def test_a_clause_that_is_hoped_for_is_quoted_and_does_not_take_place(reader: Reader) -> None:
    record = reader.read_text("The villagers hope this is the start of a thaw.", published="2019-03-06")
    (due,) = record.expectations

    assert "took place" not in settlement(due, record)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        pytest.param(
            {"settled_by": SettledBy()},
            "Settled when it is reported that this came about: “We will meet Carl Lund”. Due on 8 Mar 2019.",
            id="nobody-is-named",
        ),
        pytest.param(
            {"settled_by": SettledBy(actor_ids=("berg",))},
            "Settled when it is reported that Anna Berg met Carl Lund. Due on 8 Mar 2019.",
            id="a-party",
        ),
        pytest.param(
            {"settled_by": SettledBy(event_type="CONSULT", actor_ids=("berg", "lund"))},
            "Settled when it is reported that Anna Berg met Carl Lund. Due on 8 Mar 2019.",
            id="who-is-met-is-not-told-twice",
        ),
        pytest.param(
            {"settled_by": SettledBy(actor_ids=("berg",), negated=True), "earliest": None},
            "Broken when it is reported that Anna Berg met Carl Lund. Holds until 8 Mar 2019.",
            id="negated",
        ),
        pytest.param(
            {"settled_by": SettledBy(actor_ids=("berg",), negated=True), "latest": date(2019, 4, 8)},
            "Broken when it is reported that Anna Berg met Carl Lund. Holds from 8 Mar 2019 to 8 Apr 2019.",
            id="negated-with-both-ends",
        ),
        pytest.param(
            {"settled_by": SettledBy(actor_ids=("berg",)), "latest": date(2019, 4, 8)},
            "Settled when it is reported that Anna Berg met Carl Lund. Due between 8 Mar 2019 and 8 Apr 2019.",
            id="both-ends",
        ),
        pytest.param(
            {"settled_by": SettledBy(actor_ids=("berg",)), "earliest": None},
            "Settled when it is reported that Anna Berg met Carl Lund. Due by 8 Mar 2019.",
            id="open-start",
        ),
        pytest.param(
            {"settled_by": SettledBy(actor_ids=("berg",)), "latest": None},
            "Settled when it is reported that Anna Berg met Carl Lund. Due from 8 Mar 2019.",
            id="open-end",
        ),
        pytest.param(
            {"settled_by": SettledBy(actor_ids=("berg",)), "earliest": None, "latest": None},
            "Settled when it is reported that Anna Berg met Carl Lund.",
            id="no-window",
        ),
    ],
)
def test_the_settling_sentence_is_a_template_over_the_fields(
    record: Record, change: dict[str, object], sentence: str
) -> None:
    assert settlement(replace(DUE, **change), record) == sentence  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "kind", "shown"),
    [
        pytest.param("European Union", "organisation", "the European Union", id="body"),
        pytest.param("county's governor", "role", "the county's governor", id="described"),
        pytest.param("Both soldiers", "group", "both soldiers", id="begins-a-sentence"),
        pytest.param("her office", "organisation", "her office", id="owned"),
        pytest.param("Orlow's minister", "role", "Orlow's minister", id="owner-named"),
        pytest.param("Anna Council", "person", "Anna Council", id="person-of-that-name"),
        pytest.param("rebels", "group", "rebels", id="some"),
        pytest.param("as many as 200 men", "group", "as many as 200 men", id="counted"),
    ],
)
def test_a_party_stands_in_the_settling_sentence_as_in_any_other(
    record: Record, name: str, kind: ActorKind, shown: str
) -> None:
    renamed = replace(record, actors=tuple(replace(one, name=name, kind=kind) for one in record.actors))
    due = replace(DUE, settled_by=SettledBy(actor_ids=("berg",)))
    assert settlement(due, renamed).startswith(f"Settled when it is reported that {shown} met ")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param("Chile and Peru will hold talks in Lusk.", "Chile and Peru held talks in Lusk", id="two-do-it"),
        pytest.param("The rebels will be disarmed, Chile said.", "“The rebels will be disarmed”", id="undergone"),
        pytest.param("Chile does not plan to copy or sell the list.", "Chile copied or sold the list", id="two-verbs"),
        pytest.param("Mayor Elsa Brandt is considering closing the pool.", "Elsa Brandt closed the pool", id="gerund"),
        pytest.param("Mayor Elsa Brandt hopes to be a judge.", "Elsa Brandt was a judge", id="state"),
        pytest.param("Kenya vowed to veto it.", "Kenya vetoed it", id="regular"),
        pytest.param("Further talks are expected.", "that further talks took place", id="several"),
        pytest.param("The winner will next face Poland.", "“The winner will next face Poland”", id="next"),
        pytest.param(
            "The crews left for Lusk, where the river may flood the market on Friday.",
            "“the river may flood the market”",
            id="where",
        ),
        pytest.param(
            "The holders, who approved the plan last April, will receive a million.",
            "“The holders, who approved the plan last April, will receive a million”",
            id="insertion",
        ),
        pytest.param("The dam could break.", "this came about: “The dam could break”", id="a-thing"),
        pytest.param("The dam will not break.", "this proved wrong: “The dam will not break”", id="a-thing-denied"),
        pytest.param("Mayor Elsa Brandt promised to cut taxes on Monday in Lusk.", "Elsa Brandt cut taxes", id="time"),
    ],
)
def test_an_action_is_told_in_the_past(text: str, sentence: str, reader: Reader) -> None:
    found = reader.read_text(text, published="2019-03-06")

    assert sentence in settlement(found.expectations[0], found)


@pytest.mark.parametrize(
    ("verb", "done"),
    [
        ("visit", "visited"),
        ("carry", "carried"),
        ("carrying", "carried"),
        ("stay", "stayed"),
        ("stop", "stopped"),
        ("stopping", "stopped"),
        ("admit", "admitted"),
        ("close", "closed"),
        ("filing", "filed"),
        ("withdrawing", "withdrew"),
        ("bring", "brought"),
        ("panic", "panicked"),
        ("be", "was"),
        ("having", "had"),
        ("veto", "vetoed"),
        ("quiz", "quizzed"),
    ],
)
def test_verbs_are_put_into_the_past(verb: str, done: str) -> None:
    assert past(verb) == done


@pytest.mark.parametrize(
    ("verb", "base"),
    [("travels", "travel"), ("flies", "fly"), ("goes", "go"), ("is", "be"), ("has", "have"), ("reaches", "reach")],
)
def test_a_present_has_a_base_form(verb: str, base: str) -> None:
    assert base_of(verb) == base
