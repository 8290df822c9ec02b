"""Two lengths with one unit, points counted from a day, bare units and bare months, as the model parses them."""

import pytest

from newsledger import Reader
from newsledger.times import Rules
from times.bare import times_of


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("He got terms of six and nine years.", ["P6Y", "P9Y"], id="two-lengths"),
        pytest.param("It takes between 12 and 18 months.", ["P12M", "P18M"], id="two-lengths-in-figures"),
        pytest.param("It takes 12 to 18 months.", ["P18M"], id="a-range-is-one"),
        pytest.param("It was shut for a hundred and five days.", ["P105D"], id="one-number"),
        pytest.param("It took months.", ["PXM"], id="bare-unit-that-is-spent"),
        pytest.param("Days of rain flooded the town.", ["PXD"], id="bare-unit-of-something"),
        pytest.param("The days were long.", [], id="days-that-are-no-length"),
        pytest.param("The mill opens two weeks from today.", ["2014-W21"], id="from-today"),
        pytest.param("The mill opens three days from Monday.", ["2014-05-15"], id="days-from-a-weekday"),
        pytest.param("Eight years from now it will close.", ["2022"], id="from-now"),
        pytest.param("He will be freed in March.", ["2015-03"], id="bare-month-ahead"),
        pytest.param("The vote is in November.", ["2014-11"], id="bare-month-of-a-calendar"),
        pytest.param("The vote was in November.", ["2013-11"], id="bare-month-back"),
    ],
)
def test_the_values_of_a_sentence(reader: Reader, text: str, values: list[str]) -> None:
    record = reader.read_text(text, published="2014-05-07")

    assert [timex.value for timex in record.times] == values


def test_a_month_behind_a_title_is_a_person_even_where_nobody_parsed_the_text(rules: Rules) -> None:
    assert times_of(rules, "mr. May spoke .") == ()
    assert len(times_of(rules, "no May like it .")) == 1
