"""Who does what to whom by the roles of the clause, where the slots of a frame give nobody or one without a role."""

import pytest

from newsledger import Reader
from newsledger.model import Capture, Record

#: Sentence, trigger, actor, recipient.
TOLD = (
    pytest.param(
        "Three banks gave money to a group backing Maria Lopez.",
        *("backing", "a group", "Maria Lopez"),
        id="people-without-a-name",
    ),
    pytest.param(
        "The harbour was occupied by two rebel bands.", "occupied", "two rebel bands", "The harbour", id="by-agent"
    ),
    pytest.param(
        "Ana Silva rebuffed a Labour heckler in Leeds.", "rebuffed", "Ana Silva", "a Labour heckler", id="whose"
    ),
    pytest.param(
        "German officials summoned the Malian ambassador in Berlin to complain about a raid.",
        *("complain", "German officials", None),
        id="controller",
    ),
    pytest.param(
        "The premier of Mali phoned President Rosa Quispe on Friday to promise help.",
        *("promise", "The premier of Mali", "President Rosa Quispe"),
        id="whom-one-calls",
    ),
    pytest.param(
        "Ana Silva will not lift the embargo until Chad frees the prisoners.",
        *("lift the embargo", "Ana Silva", "Chad"),
        id="condition-of-a-refusal",
    ),
    pytest.param("Two guards resigned in protest on Friday.", "protest", "Two guards", None, id="in-protest"),
    pytest.param("Two gunmen died in a clash with police.", "clash", "Two gunmen", "police", id="in-a-clash"),
)
#: Sentence, trigger, how older coders book it.
BOOKED = (
    pytest.param("Ana Silva will not meet the Malian envoy.", "meet", "REJECT", id="refused"),
    pytest.param("Ana Silva failed to meet the Malian envoy.", "meet", "REJECT", id="failed"),
    pytest.param("Ana Silva did not meet the Malian envoy.", "meet", None, id="not-done"),
    pytest.param("Chad will not attack Mali.", "attack", None, id="no-attack"),
)
#: Sentence, trigger: nobody does it there.
NOBODY = (
    pytest.param("Mali banned ads that urge voters to stay at home.", "urge", id="thing"),
    pytest.param("The attack on a church in Mali left ten dead.", "left", id="act"),
    pytest.param("Mali welcomed the offer of air support.", "support", id="kind"),
)


def read(reader: Reader, sentence: str) -> Record:
    (record,) = reader.read_all([Capture(data=sentence, kind="text")])
    assert isinstance(record, Record)
    return record


@pytest.mark.parametrize(("sentence", "trigger", "actor", "recipient"), TOLD)
def test_a_role_names_a_party(reader: Reader, sentence: str, trigger: str, actor: str, recipient: str | None) -> None:
    record = read(reader, sentence)

    event = next(one for one in record.events if one.trigger.of(record.article.text).startswith(trigger))
    assert event.actor is not None
    assert event.actor.of(record.article.text) == actor
    if recipient is not None:
        assert event.recipient is not None
        assert event.recipient.of(record.article.text) == recipient


@pytest.mark.parametrize(("sentence", "trigger"), NOBODY)
def test_no_thing_nor_act_is_a_party_by_its_role(reader: Reader, sentence: str, trigger: str) -> None:
    record = read(reader, sentence)

    events = [one for one in record.events if one.trigger.of(record.article.text).startswith(trigger)]
    assert all(one.actor is None for one in events)


@pytest.mark.parametrize(("sentence", "trigger", "booked"), BOOKED)
def test_who_will_not_do_it_is_booked_as_refusing(
    reader: Reader, sentence: str, trigger: str, booked: str | None
) -> None:
    record = read(reader, sentence)

    event = next(one for one in record.events if one.trigger.of(record.article.text).startswith(trigger))
    assert event.standing == "denied"
    assert (event.plover_type, event.quad) == (booked, None if booked is None else 3)
