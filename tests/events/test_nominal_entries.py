"""A noun for what a verb says has the verb's entries, with the arguments in the noun's own places."""

import pytest

from newsledger import Reader
from newsledger.events import Rules
from newsledger.model import Event, Record

_CONTEXT = "\n\nThe prime minister of Norway spoke on Sunday."


def _event(reader: Reader, text: str, word: str) -> tuple[Record, Event | None]:
    record = reader.read_text(text + _CONTEXT, published="2019-03-05")
    return record, next((one for one in record.events if one.trigger.of(record.article.text) == word), None)


@pytest.mark.parametrize(
    ("text", "word", "actor", "recipient"),
    [
        pytest.param(
            "The dissolution of the party by the council angered Norway.",
            "dissolution",
            "the council",
            "the party",
            id="of-and-by",
        ),
        pytest.param("Norway condemned the toppling of the king on Monday.", "toppling", None, "the king", id="gerund"),
        pytest.param(
            "The farmers marched after the minister's removal on Monday.",
            "removal",
            None,
            "minister",
            id="owner-is-the-object",
        ),
    ],
)
def test_arguments_stand_in_the_nouns_places(
    reader: Reader, text: str, word: str, actor: str | None, recipient: str
) -> None:
    record, event = _event(reader, text, word)

    assert event is not None
    assert (event.actor and event.actor.of(record.article.text)) == actor
    assert event.recipient is not None
    assert recipient in event.recipient.of(record.article.text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("The removal of the stains took the council a week.", "removal", id="not-what-the-verb-asks-for"),
        pytest.param("Norway spoke of oil drilling on Monday.", "drilling", id="gerund-of-nothing"),
        pytest.param("The clerk spoke to Norway of self-punishment.", "punishment", id="self"),
    ],
)
def test_a_noun_without_its_verbs_object_is_no_act(reader: Reader, text: str, word: str) -> None:
    assert _event(reader, text, word)[1] is None


@pytest.mark.parametrize(
    ("noun", "verb"),
    [("signing", "sign"), ("banning", "ban"), ("closing", "close"), ("freeing", "free"), ("lying", None)],
)
def test_gerunds_are_spelt(rules: Rules, noun: str, verb: str | None) -> None:
    found = rules.nominals.get(noun)

    assert (found.verb if found else None) == verb


def test_an_act_is_named_again_by_the_noun_of_its_verb(reader: Reader) -> None:
    record = reader.read_text(
        "The court ordered that the four clerks be hanged on Friday.\n\nThe hanging was put off, the minister said.",
        published="2019-03-05",
    )

    assert "hanging" in [one.trigger.of(record.article.text) for one in record.events]


def test_one_word_has_one_sense_in_an_article(reader: Reader) -> None:
    union = "The port was shut. The union had called on its members to vote. The strike would hurt the city, it said."
    war = "Two bombs fell on the port. The union had called on its members to vote. The strike would hurt the city."

    found = [_event(reader, text, "strike")[1] for text in (union, war)]

    assert [event and event.event_type for event in found] == ["PROTEST", None]
