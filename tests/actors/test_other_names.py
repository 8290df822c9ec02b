"""Other names of those whom the lists know, by the keys that articles give them."""

import pytest

from newsledger.actors.other_names import other_names
from newsledger.actors.rules import Rules


@pytest.mark.parametrize(
    ("key", "name"),
    [
        pytest.param("country:UKR:ukraine", "Kiev", id="capital"),
        pytest.param("country:UKR:ukraine", "Kyiv", id="capital-otherwise-spelt"),
        pytest.param("person:LBY:muammar gaddafi", "Muammar Qaddafi", id="spelling"),
        pytest.param("person:LBY:muammar gaddafi", "Kadafi", id="short-name"),
        pytest.param("organisation:-:united nations", "U.N.", id="abbreviation"),
        pytest.param("government:RUS:government", "Kremlin", id="metonym"),
    ],
)
def test_a_listed_name_belongs_to_a_key(rules: Rules, key: str, name: str) -> None:
    assert name in other_names(rules)[key]


def test_adjectives_and_places_are_no_names(rules: Rules) -> None:
    names = {name for found in other_names(rules).values() for name in found}

    assert not names & {"Ukrainian", "Aarhus"}
