"""Forms of dates, lengths and times of day that papers write, each with what must not be one."""

import pytest

from newsledger.times import Rules
from times.bare import times_of


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("It fell on March the 6th .", "March the 6th", "2017-03-06", id="month-the-day"),
        pytest.param("It fell on March twenty - third .", "March twenty - third", "2017-03-23", id="spoken-day"),
        pytest.param("It is dated 15.03.2017 .", "15.03.2017", "2017-03-15", id="points"),
        pytest.param("It is dated 2017/03/15 .", "2017/03/15", "2017-03-15", id="year-first"),
        pytest.param("It ran from May 3 to 7 , 2016 .", "May 3", "2016-05-03", id="range-takes-its-year"),
        pytest.param("They landed on 5 - 6 June 1944 .", "5", "1944-06-05", id="first-of-two-days"),
        pytest.param("It fell in the 1800s .", "the 1800s", "18", id="century"),
        pytest.param("It fell in the nineteen nineties .", "the nineteen nineties", "199", id="spoken-decade"),
        pytest.param("It fell in ' 68 .", "' 68", "1968", id="short-year"),
        pytest.param("It fell in 2Q16 .", "2Q16", "2016-Q2", id="quarter-code"),
        pytest.param("The fourth and fifth quarters of 2016 .", "The fourth", "2016-Q4", id="first-of-two-quarters"),
        pytest.param("On the first Monday in May .", "the first Monday in May", "2017-05-01", id="nth-weekday"),
        pytest.param("In the last week of May 2016 .", "the last week of May 2016", "2016-W22", id="last-week"),
        pytest.param("On Friday of last week .", "Friday of last week", "2017-03-10", id="weekday-of-week"),
        pytest.param("It opens Friday week .", "Friday week", "2017-03-24", id="british-week"),
        pytest.param("The Labor Day weekend 2016 .", "The Labor Day weekend 2016", "2016-W35-WE", id="feast-weekend"),
        pytest.param("It took two years and six months .", "two years and six months", "P2Y6M", id="made-length"),
        pytest.param("It took two or three weeks .", "two or three weeks", "P3W", id="upper-end"),
        pytest.param("It took 10 - 15 years .", "10 - 15 years", "P15Y", id="figures-range"),
        pytest.param("A decades - old row .", "decades - old", "PXDE", id="decades-old"),
        pytest.param("They meet every other week .", "every other week", "P2W", id="every-other"),
        pytest.param("It opens at half past nine .", "half past nine", "2017-03-15T09:30", id="half-past"),
        pytest.param("It opens at six tonight .", "six tonight", "2017-03-15T18:00", id="hour-tonight"),
        pytest.param("It opens by mid - year .", "mid - year", "2017", id="mid-year"),
        pytest.param("It fell from the same month last year .", "the same month last year", "2016-03", id="same-month"),
        pytest.param("It was larger in the past .", "the past", "PAST_REF", id="the-past"),
    ],
)
def test_a_form_has_its_words_and_value(rules: Rules, text: str, words: str, value: str) -> None:
    first = times_of(rules, text)[0]

    assert (first.span.of(text), first.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("A man in his 30s .", None, id="age"),
        pytest.param("A high in the 30s .", None, id="degrees"),
        pytest.param("A fiscal year is long .", None, id="any-fiscal-year"),
        pytest.param("The year he left was hard .", "2017", id="unparsed-clause"),
        pytest.param("The 2 , 000 men left .", None, id="count"),
        pytest.param("She read March of the Mothers .", None, id="month-of"),
        pytest.param("He is 30 years old .", None, id="years-old"),
    ],
)
def test_other_words_are_no_time(rules: Rules, text: str, value: str | None) -> None:
    assert [timex.value for timex in times_of(rules, text)] == ([value] if value else [])


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param("It fell in Ramadan 2016 .", "2016-06-06", "2016-07-05", id="ramadan"),
        pytest.param("It fell in Holy Week 2016 .", "2016-03-20", "2016-03-26", id="holy-week"),
    ],
)
def test_a_feast_of_many_days_allows_them_all(rules: Rules, text: str, first: str, last: str) -> None:
    (timex,) = times_of(rules, text)

    assert (str(timex.earliest), str(timex.latest)) == (first, last)
