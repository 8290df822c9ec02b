"""Two words of one sentence for one happening: joined, with the parties that each leaves open."""

import pytest

from newsledger import Reader
from newsledger.model import Event


def events(reader: Reader, text: str) -> tuple[Event, ...]:
    return reader.read_text(text + "\n\nThe premier of Norway spoke on Sunday.", published="2017-03-01").events


@pytest.mark.parametrize(
    ("sentence", "happenings"),
    [
        pytest.param("The army's raid on the camp killed nine rebels.", 1, id="subject"),
        pytest.param("Nine rebels were killed in a raid by the army.", 1, id="in"),
        pytest.param("The president met the king for talks in Geneva.", 1, id="for"),
        pytest.param("The president and the king discussed the border at a meeting in Vienna.", 1, id="at"),
        pytest.param("The minister held talks with the envoy during a meeting in Paris.", 1, id="light-verb"),
        pytest.param("Nearly 300 soldiers were killed in the war.", 2, id="wide"),
        pytest.param("The president met the king after talks in Geneva.", 2, id="after"),
        pytest.param("The raid angered the king, and the rebels killed nine guards.", 2, id="two-clauses"),
    ],
)
def test_a_verb_and_the_noun_in_its_clause_are_one_happening(reader: Reader, sentence: str, happenings: int) -> None:
    own = [event for event in events(reader, sentence) if event.event_type in ("ASSAULT", "CONSULT")]

    assert len(own) == 2
    assert sum(event.same_as is None for event in own) == happenings


def test_each_lends_the_other_the_parties_that_it_leaves_open(reader: Reader) -> None:
    text = "Nine rebels were killed in a raid by the army."

    killed, raid = events(reader, text)

    assert [side and side.of(text) for side in (killed.actor, killed.recipient)] == ["the army", "Nine rebels"]
    assert [side and side.of(text) for side in (raid.actor, raid.recipient)] == ["the army", "Nine rebels"]
