"""Titles of works, labels and shown opposition are nobody; names of several parts stay whole."""

import pytest

from newsledger import Reader


def named(reader: Reader, text: str) -> list[str]:
    return [actor.name for actor in reader.read_text(text, published="2003-03-01").actors]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The bill, known as the “Justice Against Sponsors of Misrule Act,” passed.", id="law"),
        pytest.param("It ran under the words “Haverty Embarrasses Lindal Mayor” that day.", id="headline"),
        pytest.param("Correction: This page was changed on Monday.", id="label"),
        pytest.param("The plan met fierce opposition.", id="opposition-shown"),
        pytest.param("It was seen on Harwick Apprentice that week.", id="a-show"),
        pytest.param("The freighter Lindal sank on Friday. The Lindal was old.", id="a-ship-by-its-noun"),
        pytest.param("The INS Vesper sped north. The Vesper was new.", id="a-ship-by-its-letters"),
        pytest.param("At least 11 people died.", id="whom-something-befell"),
        pytest.param("She washed her full, scarred body.", id="a-body-of-flesh"),
        pytest.param("The list had Best New Harwick on it.", id="an-award"),
        pytest.param("The road ends in Bavaria, a state of lakes.", id="a-place-that-is-a-state"),
    ],
)
def test_nobody_is_named(reader: Reader, text: str) -> None:
    assert named(reader, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("The “Lindal Workers Party” said no.", "Lindal Workers Party", id="body-in-quotation-marks"),
        pytest.param("The opposition rejected the plan.", "opposition", id="the-opposition"),
        pytest.param("Haverty: This is wrong. Anna Haverty said more.", "Anna Haverty", id="who-speaks-before-a-colon"),
        pytest.param("Thousands of people marched.", "people", id="an-amount-of-people-acts"),
        pytest.param("It denied a request from 20 MPs.", "20 MPs", id="counted-lawmakers"),
        pytest.param("State Rep. Anna Haverty said no.", "Anna Haverty", id="a-word-before-the-title"),
        pytest.param("Minister of Public Works Anna Haverty said no.", "Anna Haverty", id="the-field-of-an-office"),
        pytest.param("President Haverty quits\n\nHaverty left on Monday.", "Haverty", id="a-headline-told-below"),
        pytest.param("Danish Fisheries Minister Eva Haverty said no.", "Eva Haverty", id="a-composed-office"),
        pytest.param("Raksha Mantri Rajnath Haverty said no.", "Rajnath Haverty", id="an-office-in-another-tongue"),
        pytest.param("Harwick Circuit Judge Anna Haverty said no.", "Anna Haverty", id="an-office-with-its-town"),
        pytest.param("L.A. Superior Court Judge Carl R. Lind said no.", "Carl R. Lind", id="an-office-with-its-court"),
        pytest.param("Omar al-Haverty said no.", "Omar al-Haverty", id="a-particle-and-its-hyphen"),
    ],
)
def test_somebody_is_named(reader: Reader, text: str, name: str) -> None:
    assert name in named(reader, text)


def test_a_town_before_the_dash_of_a_first_sentence_is_nobody(reader: Reader) -> None:
    text = "Minister urges calm\n\nHarwick, Norway — Transport Minister Kari Lund urged calm on Monday."

    assert "Harwick" not in named(reader, text)


@pytest.mark.parametrize(
    ("text", "sector", "role"),
    [
        pytest.param("Fisheries Minister Eva Haverty said no.", "GOV", "fisheries minister", id="composed"),
        pytest.param("The fisheries ministry said no.", "GOV", "fisheries ministry", id="composed-body"),
        pytest.param("Police Capt. Eva Haverty said no.", "COP", "captain", id="a-rank-of-the-police"),
        pytest.param("Sheriff's Deputy Eva Haverty said no.", "COP", "deputy", id="a-sheriffs"),
        pytest.param("Army Capt. Eva Haverty said no.", "MIL", "captain", id="a-rank-of-the-army"),
    ],
)
def test_an_office_has_its_sector_and_noun(reader: Reader, text: str, sector: str, role: str) -> None:
    (actor,) = reader.read_text(text, published="2003-03-01").actors

    assert (actor.sector, actor.role) == (sector, role)


def test_and_joins_no_names_in_a_headline(reader: Reader) -> None:
    names = named(reader, "The Letter That Anna And Jan Haverty Hid For Years")

    assert not any(" And " in name for name in names)


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        pytest.param("Greenpeace President Anna Haverty said no.", "NGO", id="of-a-listed-body"),
        pytest.param("President Anna Haverty said no.", "GOV", id="of-a-state"),
    ],
)
def test_the_head_of_a_body_has_its_sector(reader: Reader, text: str, sector: str) -> None:
    (actor,) = [actor for actor in reader.read_text(text).actors if actor.name == "Anna Haverty"]

    assert actor.sector == sector


def test_an_acronym_in_the_plural_is_no_person(reader: Reader) -> None:
    (actor,) = reader.read_text("Lawyers left, and PLUBs sued.").actors[1:]

    assert (actor.name, actor.kind) == ("PLUBs", "organisation")
