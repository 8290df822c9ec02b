import pytest

from newsledger.actors import Rules
from newsledger.actors.identity.persons import parts


@pytest.mark.parametrize(
    ("name", "other"),
    [
        pytest.param("J. Haverty", "Jan Haverty", id="initial"),
        pytest.param("Jan P. Haverty", "Jan Haverty", id="middle name left out"),
        pytest.param("Seo Min-jun", "Seo Min Jun", id="hyphen"),
        pytest.param("Tarık Özgür", "Tarik Ozgur", id="accents"),
        pytest.param("Tarik el-Gazari", "Tarik al-Qazari", id="article and letter"),
        pytest.param("Yusuf Barakhi", "Yousuf Baraqi", id="vowels and kh"),
        pytest.param("Mykola Haverskyy", "Mykola Haversky", id="ending"),
        pytest.param("Bill Haverty", "William Haverty", id="pet name"),
        pytest.param("Ana Lind Haverty", "Lind Haverty", id="two surnames"),
        pytest.param("Enrique Lind", "Enrique Lind Haverty", id="second surname left out"),
        pytest.param("Robert “Bo” Haverty", "Robert Haverty", id="nickname"),
    ],
)
def test_two_forms_of_one_name_are_one_person(rules: Rules, name: str, other: str) -> None:
    assert rules.persons.is_same(name, other)
    assert rules.persons.is_same(other, name)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        pytest.param("Anna Haverty", "Peter Haverty", id="given names"),
        pytest.param("George W. Haverty", "George H. Haverty", id="middle initials"),
        pytest.param("Jan Haverty", "Jan Haverty Jr.", id="father and son"),
        pytest.param("Seo Min-jun", "Seo Min-ho", id="family name first"),
        pytest.param("Sam Baker", "Sam Becker", id="vowels that tell"),
        pytest.param("Ann Lee", "Ann Li", id="short names"),
    ],
)
def test_names_of_two_persons_are_two(rules: Rules, name: str, other: str) -> None:
    assert not rules.persons.is_same(name, other)


@pytest.mark.parametrize(
    ("short", "name", "expected"),
    [
        pytest.param("Haverty", "Anna Haverty", True, id="surname"),
        pytest.param("Lind Haverty", "Anna Lind Haverty", True, id="double surname"),
        pytest.param("Haverty", "Tarik al-Haverty", True, id="without the article"),
        pytest.param("al-Haverty", "Tarik Haverty", True, id="with an article"),
        pytest.param("Seo", "Seo Min-jun", True, id="family name first"),
        pytest.param("Haverty", "Anna Lind", False, id="another"),
        pytest.param("Anna Lind Haverty", "Haverty", False, id="longer"),
    ],
)
def test_a_short_form_is_a_part_of_the_name(rules: Rules, short: str, name: str, expected: bool) -> None:
    assert rules.persons.may_shorten(short, name) is expected


def test_particles_make_no_full_name(rules: Rules) -> None:
    assert not rules.persons.is_full("al-Haverty")
    assert rules.persons.is_full("Tarik al-Haverty")


@pytest.mark.parametrize("name", ["", " ", "-", "’", "Jr.", "“”", "\ud800"])
def test_any_string_has_parts(rules: Rules, name: str) -> None:
    assert isinstance(parts(name), tuple)
    assert rules.persons.is_same(name, name) in (True, False)
    assert rules.persons.may_shorten(name, "Anna Haverty") in (True, False)
