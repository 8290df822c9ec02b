"""Who held which office of a country on a day, out of the lists."""

from datetime import date

import pytest

from newsledger.actors import OfficeHolders, Rules


@pytest.fixture(scope="module")
def holders(rules: Rules) -> OfficeHolders:
    return OfficeHolders.build(rules)


@pytest.mark.parametrize(
    ("words", "office"),
    [
        pytest.param("the French president", ("FRA", "president"), id="adjective"),
        pytest.param("France's president", ("FRA", "president"), id="possessive"),
        pytest.param("president of France", ("FRA", "president"), id="of"),
        pytest.param("U.S. Secretary of State", ("USA", "secretary of state"), id="of-within-the-office"),
        pytest.param("Prime Minister of the United Kingdom", ("GBR", "prime minister"), id="capitals"),
        pytest.param("a future French president", None, id="another-word"),
        pytest.param("California secretary of state", None, id="a-part-of-a-country"),
        pytest.param("the US senator", None, id="many-at-once"),
        pytest.param("the president", None, id="no-country"),
        pytest.param("", None, id="no-words"),
    ],
)
def test_words_name_an_office_where_they_say_nothing_else(
    holders: OfficeHolders, words: str, office: tuple[str, str] | None
) -> None:
    assert holders.office_in(words) == office


@pytest.mark.parametrize(
    ("office", "day", "name"),
    [
        pytest.param(("GBR", "prime minister"), date(2005, 1, 1), "Tony Blair", id="in-a-term"),
        pytest.param(("FRA", "president"), date(2013, 1, 1), "François Hollande", id="next-term"),
        pytest.param(("FRA", "president"), date(1700, 1, 1), None, id="before-all"),
        pytest.param(("FRA", "beadle"), date(2013, 1, 1), None, id="no-such-office"),
    ],
)
def test_an_office_has_one_holder_on_a_day(
    holders: OfficeHolders, office: tuple[str, str], day: date, name: str | None
) -> None:
    assert holders.on(*office, day) == name
