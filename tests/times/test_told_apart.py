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
        pytest.param("In the years that followed, the town grew.", ["PXY"], id="units-that-followed"),
        pytest.param("The years that he spent there were long.", [], id="units-of-a-clause"),
        pytest.param("The mill lost money in the 2013 period.", ["2013"], id="period-of-a-year"),
        pytest.param(
            "Net fell in the first quarter. It had a profit in the 2013 period.",
            ["2014-Q1", "2013-Q1"],
            id="the-quarter-reported-on-in-another-year",
        ),
        pytest.param("Its 2013 quarter was poor.", ["2013-Q2"], id="quarter-of-a-year-is-no-length"),
        pytest.param("The mill lost money in the 2013 first half.", ["2013-H1"], id="half-behind-its-year"),
        pytest.param(
            "Orders rose in February from the same month last year.", ["2014-02", "2013-02"], id="month-last-named"
        ),
        pytest.param("Orders fell from the same quarter a year ago.", ["2013-Q2"], id="same-quarter-a-year-ago"),
        pytest.param(
            "Net rose in the first quarter after a flat fourth quarter. It had lost money a year earlier.",
            ["2014-Q1", "2013-Q4", "2013-Q1"],
            id="a-quarter-that-another-is-held-against",
        ),
        pytest.param("He sold a mill. Two months later he sold another.", ["P2M"], id="nothing-to-count-from"),
        pytest.param("The change is since year-end.", ["2013-12-31"], id="since-year-end"),
        pytest.param("It closes at year-end.", ["2014-12-31"], id="year-end-to-come"),
        pytest.param("It will be gone by the end of the decade.", ["201"], id="end-of-the-decade"),
        pytest.param("It was the work of the decade.", [], id="a-decade-without-an-end"),
        pytest.param("He left the Winter Meetings early.", [], id="season-of-a-name"),
        pytest.param("He left in the winter.", ["2013-WI"], id="season"),
        pytest.param("He knelt before a Christmas tree.", [], id="feast-of-a-thing"),
        pytest.param("He left before Christmas.", ["2013-12-25"], id="feast"),
    ],
)
def test_the_values_of_a_sentence(reader: Reader, text: str, values: list[str]) -> None:
    record = reader.read_text(text, published="2014-05-07")

    assert [timex.value for timex in record.times] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("Police arrested the mayor on July 3.", "2013-07-03", id="finite-past"),
        pytest.param("The mayor has been held since July 3.", "2013-07-03", id="since"),
        pytest.param("The army has ruled since a July 3 coup.", "2013-07-03", id="since-a-deed"),
        pytest.param("The mayor was arrested in July.", "2013-07", id="passive-month"),
        pytest.param("Police arrested the mayor on May 8.", "2014-05-08", id="a-day-ahead-in-the-east"),
        pytest.param("The hearing was due on July 3.", "2014-07-03", id="due"),
        pytest.param("The offer had been set to expire on July 3.", "2014-07-03", id="set-to"),
        pytest.param("The vote was scheduled for July 3.", "2014-07-03", id="scheduled-for"),
        pytest.param("The union announced a strike on July 3.", "2014-07-03", id="the-day-of-what-is-announced"),
        pytest.param("She said that he was leaving on July 3.", "2014-07-03", id="past-progressive-of-a-plan"),
        pytest.param("The port will shut on July 3.", "2014-07-03", id="future"),
    ],
)
def test_what_is_told_as_done_lies_before_publication(reader: Reader, text: str, value: str) -> None:
    record = reader.read_text(text, published="2014-05-07")

    assert [timex.value for timex in record.times if timex.value] == [value]


@pytest.mark.parametrize(
    ("published", "value"),
    [
        pytest.param("1989-11-02", "199", id="next-year"),
        pytest.param("1985-11-02", "189", id="years-off"),
        pytest.param("2014-05-07", "199", id="gone"),
    ],
)
def test_a_decade_in_two_figures_may_be_about_to_begin(reader: Reader, published: str, value: str) -> None:
    record = reader.read_text("It will grow in the early '90s.", published=published)

    assert [timex.value for timex in record.times] == [value]


def test_a_month_behind_a_title_is_a_person_even_where_nobody_parsed_the_text(rules: Rules) -> None:
    assert times_of(rules, "mr. May spoke .") == ()
    assert len(times_of(rules, "no May like it .")) == 1
