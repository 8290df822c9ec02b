"""Who and whom in sentences of the shapes that users reported: a rule that one of these needs stays, however rare."""

import pytest

from newsledger import Reader
from newsledger.model import Event, Record

#: Sentence, trigger, actors, recipients: countries, or names where there is none.
SHAPES: tuple[tuple[str, str, list[str], list[str]], ...] = (
    ("The minister met President Lucia Maro of Peru Tuesday.", "met", ["minister"], ["Lucia Maro"]),
    ("Premier Anna Holm met Kofi Mensah and Ama Boateng.", "met", ["Anna Holm"], ["Ama Boateng", "Kofi Mensah"]),
    ("Six civilians were killed in Russian shelling on Friday.", "shelling", ["RUS"], ["Six civilians"]),
    ("Ghana condemned the arrest of Kofi Mensah.", "arrest", [], ["Kofi Mensah"]),
    ("The Besigye arrest drew criticism from Kenya.", "arrest", [], ["Besigye"]),
    ("Police defended the Besigye arrest on Friday.", "arrest", [], ["Besigye"]),
    ("Beijing has warned Manila, while urging Washington to stay out.", "warned", ["CHN"], ["PHL"]),
    ("Beijing has warned Manila, while urging Washington to stay out.", "urging", ["CHN"], ["USA"]),
    ("Chile and Peru are seeking to deepen a partnership.", "partnership", ["CHL", "PER"], []),
    (
        "The EU agreed on sanctions against Belarus over its attack on a Lithuanian envoy.",
        "attack",
        ["BLR"],
        ["Lithuanian envoy"],
    ),
    ("Ghana criticised Togo for its raid on a village.", "raid", ["TGO"], []),
    ("US-Iran talks resumed in Vienna on Monday.", "talks", ["IRN", "USA"], []),
    ("The deputy took part in talks with the king of Jordan.", "talks", ["deputy"], ["king of Jordan"]),
)

#: Sentence, trigger, and the words on each side, None where there are none.
WORDS: tuple[tuple[str, str, str | None, str | None], ...] = (
    ("During a visit to Ghana, President Lucia Maro praised the miners.", "visit", "President Lucia Maro", "Ghana"),
    ("The king praised the miners, and during a visit of envoys a bomb exploded in Chad.", "visit", "envoys", None),
    ("At a campaign rally on Monday, Senator Anna Holm called for calm.", "campaign rally", "Senator Anna Holm", None),
    ("President Lucia Maro signed an order imposing sanctions on Togo.", "sanctions", "President Lucia Maro", "Togo"),
    ("President Lucia Maro was rebuked by letter on Monday.", "rebuked", None, "President Lucia Maro"),
    ("Officer Kofi Mensah chased the envoy of Togo and arrested him.", "arrested", "Officer Kofi Mensah", "him"),
    ("The court halved the editor's sentence on Monday.", "halved the editor's sentence", "The court", "the editor"),
    ("The minister urged the rebels to release the hostages in the north.", "release", "the rebels", "the hostages"),
    ("Luis Mora elected as new prime minister", "elected", None, "Luis Mora"),
    ("Ann Cole has had her sentence reduced by the court.", "sentence reduced", "the court", "her"),
    ("Kofi Mensah was freed by a Lagos court. Yesterday it accused the army.", "accused", "it", "the army"),
)


@pytest.mark.parametrize(("sentence", "trigger", "actor", "recipient"), WORDS)
def test_whose_words_stand_on_each_side(
    reader: Reader, sentence: str, trigger: str, actor: str | None, recipient: str | None
) -> None:
    events = reader.read_text(sentence, published="2019-03-05").events

    (event,) = (one for one in events if one.trigger.of(sentence) == trigger)
    sides = [None if span is None else span.of(sentence) for span in (event.actor, event.recipient)]
    assert sides == [actor, recipient]


@pytest.mark.parametrize(("sentence", "trigger", "actors", "recipients"), SHAPES)
def test_who_does_it_to_whom(
    reader: Reader, sentence: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    record = reader.read_text(sentence, published="2019-03-05")

    (event,) = (one for one in record.events if one.trigger.of(sentence) == trigger)
    assert (parties(record, event.actor_ids), parties(record, event.recipient_ids)) == (actors, recipients)


def test_passengers_are_not_the_killed(reader: Reader) -> None:
    record = reader.read_text("A ferry with 340 people sank off Cebu, killing 18.", published="2019-03-05")

    assert [killed(event) for event in record.events if event.numbers] == [[18]]
    assert not any(event.actor_ids for event in record.events)


def killed(event: Event) -> list[int | float]:
    return [number.value for number in event.numbers if number.what == "killed"]


def parties(record: Record, ids: tuple[str, ...]) -> list[str]:
    states = ("country", "government")
    named = (actor for actor in record.actors if actor.id in ids)
    return sorted((actor.country or actor.name) if actor.kind in states else actor.name for actor in named)
