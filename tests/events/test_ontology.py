import pytest

from newsledger.events.ontology import WIDEST, code_of, load_codes, plover_type
from newsledger.model import EventType, PloverType, Standing


@pytest.mark.parametrize(
    ("event_type", "standing", "expected"),
    [
        pytest.param("CONSULT", "happened", "CONSULT", id="happened"),
        pytest.param("ASSAULT", "ongoing", "ASSAULT", id="ongoing"),
        pytest.param("ASSAULT", "alleged", "ASSAULT", id="alleged"),
        pytest.param("CONSULT", "planned", "AGREE", id="planned-verbal-cooperation"),
        pytest.param("RETREAT", "planned", "AGREE", id="planned-material-cooperation"),
        pytest.param("SANCTION", "planned", "THREATEN", id="planned-material-conflict"),
        pytest.param("REJECT", "planned", "REJECT", id="planned-verbal-conflict"),
        pytest.param("AID", "hypothetical", None, id="hypothetical"),
        pytest.param("AID", "denied", None, id="denied"),
        pytest.param("OTHER", "happened", None, id="other"),
    ],
)
def test_older_coders_book_an_event_by_its_standing(
    event_type: EventType, standing: Standing, expected: PloverType | None
) -> None:
    assert plover_type(event_type, standing) == expected


@pytest.mark.parametrize(
    ("event_type", "standing", "own", "expected"),
    [
        pytest.param("CONSULT", "happened", "042", "042", id="own-code"),
        pytest.param("CONSULT", "happened", None, "040", id="widest"),
        pytest.param("CONSULT", "planned", "042", "036", id="intent-to-meet"),
        pytest.param("SANCTION", "planned", "163", "1312", id="threat-of-sanctions"),
        pytest.param("ASSAULT", "hypothetical", "190", None, id="not-booked"),
    ],
)
def test_the_cameo_code_follows_the_booked_type(
    event_type: EventType, standing: Standing, own: str | None, expected: str | None
) -> None:
    code = code_of(load_codes(), event_type, plover_type(event_type, standing), own)

    assert (code and code.code) == expected


def test_every_type_has_a_widest_code_in_the_table() -> None:
    assert set(WIDEST.values()) <= set(load_codes())


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        pytest.param("happened", "SUPPORT", id="signed"),
        pytest.param("planned", "AGREE", id="to-be-signed"),
        pytest.param("denied", None, id="not-signed"),
    ],
)
def test_a_signed_accord_is_booked_as_older_coders_book_it(standing: Standing, expected: str | None) -> None:
    assert plover_type("AGREE", standing, "057") == expected
