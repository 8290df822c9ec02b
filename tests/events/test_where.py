"""Where an event is told to be, in its own clause and in those around it, on sentences of our own."""

import pytest

from newsledger import Reader


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        pytest.param("Rebels struck a convoy in Lima, killing ten soldiers.", "killing", "Lima", id="participle"),
        pytest.param("Rebels shot at a convoy in Lima, killing ten soldiers.", "killing", "Lima", id="convoy"),
        pytest.param("Rebels hit a convoy of Chad, wounding ten men in Lima.", "hit", "Lima", id="before-participle"),
        pytest.param("Rebels killed two men and wounded four in Lima.", "killed", "Lima", id="joined-verbs"),
        pytest.param("The attack on soldiers of Chad took place in Lima.", "attack", "Lima", id="took-place"),
        pytest.param("The talks with Chad began in Lima on Monday.", "talks", "Lima", id="began"),
        pytest.param("Chad spoke of the clashes reported in Lima.", "clashes", "Lima", id="reported"),
        pytest.param("The Oslo talks between Chad and Mali failed.", "talks", "Oslo", id="town-before-noun"),
        pytest.param("Chad saw clashes and protests in Lima.", "clashes", "Lima", id="joined-nouns"),
        pytest.param("An attack on a hotel in Lima killed ten soldiers.", "killed", "Lima", id="target"),
        pytest.param("Ten soldiers were killed in a raid on Monday in Lima.", "raid", "Lima", id="deed-in-clause"),
        pytest.param("He fled the town of Lima, where rebels killed ten.", "killed", "Lima", id="where"),
        pytest.param("Ten soldiers died when rebels bombed a hotel in Lima.", "bombed", "Lima", id="own"),
        pytest.param("Ten soldiers were killed when a bomb exploded in Lima.", "killed", "Lima", id="when"),
        pytest.param(
            "A bomb killed ten soldiers near a post in Marn district.", "killed", "Marn district", id="district"
        ),
        pytest.param("Nurses marched in the streets of Lima.", "marched", "the streets of Lima", id="streets"),
        pytest.param(
            "Leaders of Chad and Mali met in the Polish capital Warsaw.", "met", "the Polish capital Warsaw", id="name"
        ),
        pytest.param(
            "Chad spoke of a raid near Lima, in which ten soldiers were killed.", "killed", "Lima", id="in-which"
        ),
        pytest.param(
            "The attack on a base of the army near Lima in Peru killed ten.", "attack", "Lima", id="town-of-land"
        ),
        pytest.param("Chad condemned the attack in Paris.", "condemned", None, id="spoken-of"),
        pytest.param("The minister of Chad resigned in Parliament.", "resigned", None, id="no-place"),
        pytest.param("Mali attacked rebels in Operation Storm.", "attacked", None, id="operation"),
        pytest.param("Police in Lima arrested a man who killed a judge of Chad.", "killed", None, id="other-clause"),
    ],
)
def test_an_event_has_the_place_of_its_scene(reader: Reader, sentence: str, trigger: str, expected: str | None) -> None:
    record = reader.read_text(sentence)
    found = {event.trigger.of(sentence): event.place and event.place.of(sentence) for event in record.events}

    assert found.get(trigger) == expected


def test_a_town_and_its_land_are_one_place_of_one_happening(reader: Reader) -> None:
    lead = "LIMA, 4 May - The army killed ten rebels in Peru on Friday, a spokesman said."
    text = f"Army kills ten rebels in Lima\n\n{lead}"
    events = reader.read_text(text).events

    assert [one.place.of(text) for one in events if one.place] == ["Lima", "Peru"]
    assert [one.same_as for one in events] == [None, events[0].id]
