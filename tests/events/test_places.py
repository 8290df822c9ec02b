"""Where a place is, by its name and by what stands beside it."""

import pytest

from newsledger import Reader
from newsledger.events.setting.places import Gazetteer

GAZETTEER = Gazetteer()


@pytest.mark.parametrize(
    ("name", "own", "near", "country", "has_point"),
    [
        pytest.param("Paris", (), (), "FRA", True, id="by-far-the-biggest"),
        pytest.param("Paris", ("USA",), (), "USA", True, id="country-beside-it"),
        pytest.param("Paris", (), ("USA",), "FRA", True, id="a-visitor-moves-no-city"),
        pytest.param("Tripoli", (), ("LBN",), "LBN", True, id="country-in-the-sentence"),
        pytest.param("Tripoli", (), (), None, False, id="one-of-two"),
        pytest.param("Springfield", (), ("USA",), "USA", False, id="many-in-one-country"),
        pytest.param("Lebanon", (), ("USA",), "LBN", False, id="country-not-the-town"),
        pytest.param("Texas", (), (), "USA", False, id="state"),
        pytest.param("New Jersey", (), (), "USA", False, id="state-of-two-words"),
        pytest.param("Rhode Island", (), (), "USA", False, id="another"),
        pytest.param("Jersey", (), (), "JEY", False, id="an-island-that-is-none"),
        pytest.param("New", (), (), None, False, id="half-a-name"),
        pytest.param("Of", (), (), None, False, id="small-town-with-nothing-beside-it"),
        pytest.param("Nowhereville", (), (), None, False, id="unknown"),
    ],
)
def test_a_place_is_found_where_only_one_can_be_meant(
    name: str, own: tuple[str, ...], near: tuple[str, ...], country: str | None, has_point: bool
) -> None:
    found = GAZETTEER.find(name, own, near)

    assert (found and found.country) == country
    assert bool(found and found.latitude is not None) is has_point


@pytest.mark.parametrize(
    ("text", "words", "country", "latitude"),
    [
        pytest.param(
            "Militants killed 12 people in the northern city of Mosul on Sunday.",
            "the northern city of Mosul",
            "IRQ",
            36.3,
            id="city-of",
        ),
        pytest.param("The presidents of Libya and Chad met in Tripoli.", "Tripoli", "LBY", 32.9, id="sentence"),
        pytest.param("Police in riot gear arrested a minister in Syria.", "Syria", "SYR", None, id="country"),
        pytest.param("The army bombed the rebels in March.", None, None, None, id="month"),
        pytest.param("The premier met the envoy in private.", None, None, None, id="no-place"),
    ],
)
def test_an_event_has_the_place_of_its_own_clause(
    reader: Reader, text: str, words: str | None, country: str | None, latitude: float | None
) -> None:
    event = next(event for event in reader.read_text(text).events if event.plover_type)

    assert (event.place and event.place.of(text)) == words
    assert event.place_country == country
    assert (event.latitude is None) if latitude is None else event.latitude == pytest.approx(latitude, abs=0.1)
