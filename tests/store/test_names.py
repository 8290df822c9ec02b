"""Names as people write them."""

import pytest

from newsledger.store.questions import Asked, Match, near, read_name, told


def asked(
    *forms: str, key: str | None = None, country: str | None = None, sector: str | None = None, likely: bool = False
) -> Asked:
    return Asked(key=key, country=country, sector=sector, forms=forms, likely=likely)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        pytest.param("Anna Berg", asked("anna berg"), id="name"),
        pytest.param("The Greens", asked("greens"), id="article"),
        pytest.param("Berg, Anna", asked("berg anna", "anna berg"), id="turned-around"),
        pytest.param("Anna J. Berg", asked("anna j berg", "anna berg"), id="initial"),
        pytest.param("RUS", asked("rus", country="RUS"), id="country"),
        pytest.param("GOV", asked("gov", sector="GOV"), id="sector"),
        pytest.param("RUS MIL", asked("rus mil", country="RUS", sector="MIL"), id="both"),
        pytest.param("RUS?", asked("rus", country="RUS", likely=True), id="inferred-too"),
        pytest.param("RUS? MIL", asked("rus mil", country="RUS", sector="MIL", likely=True), id="inferred-and-sector"),
        pytest.param("role:RUS?:police", asked(key="role:RUS?:police"), id="key-of-inferred"),
        pytest.param("RUSMIL", asked("rusmil", country="RUS", sector="MIL"), id="both-together"),
        pytest.param("RUS ABC", asked("rus abc"), id="no-sector"),
        pytest.param("Rus", asked("rus"), id="small-letters-are-no-code"),
        pytest.param("person:NOR:anna berg", asked(key="person:NOR:anna berg"), id="key"),
    ],
)
def test_a_name_is_read(written: str, meant: Asked) -> None:
    assert read_name(written) == meant


def test_near_names_are_those_with_a_slip() -> None:
    assert near("lavrow", ["lavrov", "berg", "lavrova", "lab"]) == ("lavrov", "lavrova")


def test_several_actors_of_a_name_are_told() -> None:
    matches = tuple(
        Match(key=f"person:-:{name.lower()}", name=name, kind="person", country=None, articles=1)
        for name in ("Anna Berg", "Nils Berg")
    )

    assert told("Berg", matches[:1]) is None
    note = told("Berg", matches)
    assert note is not None
    assert note.startswith("2 actors match 'Berg': Anna Berg (person:-:anna berg), Nils Berg")
