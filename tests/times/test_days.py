from datetime import date

import pytest

from newsledger.times.values.days import (
    easter,
    move,
    named_day,
    shift,
    unit_of,
    value_at,
    weekday_near,
    window_of,
)


@pytest.mark.parametrize(
    ("start", "count", "unit", "expected"),
    [
        pytest.param(date(2016, 1, 31), 1, "M", date(2016, 2, 29), id="month-end-is-kept-short"),
        pytest.param(date(2016, 2, 29), 1, "Y", date(2017, 2, 28), id="leap-day"),
        pytest.param(date(2016, 3, 4), -2, "W", date(2016, 2, 19), id="weeks-back"),
        pytest.param(date(2016, 3, 4), 1, "Q", date(2016, 6, 4), id="quarter"),
        pytest.param(date(2016, 3, 4), -3, "10Y", date(1986, 3, 4), id="decades"),
        pytest.param(date(2016, 3, 4), 5, "H", date(2016, 3, 4), id="hours-stay-on-the-day"),
        pytest.param(date(2016, 3, 4), -9, "1000Y", date.min, id="before-the-calendar"),
        pytest.param(date(2016, 3, 4), 9, "1000Y", date.max, id="after-the-calendar"),
        pytest.param(date(9999, 12, 31), 1, "D", date.max, id="last-day"),
        pytest.param(date(9999, 11, 30), 1, "M", date(9999, 12, 30), id="last-month"),
    ],
)
def test_counting_on_from_a_day(start: date, count: int, unit: str, expected: date) -> None:
    assert move(start, count, unit) == expected


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        pytest.param("2016", date(2016, 1, 1), date(2016, 12, 31), id="year"),
        pytest.param("2016-02", date(2016, 2, 1), date(2016, 2, 29), id="month"),
        pytest.param("2016-03-04", date(2016, 3, 4), date(2016, 3, 4), id="day"),
        pytest.param("2016-03-04T17:00", date(2016, 3, 4), date(2016, 3, 4), id="time"),
        pytest.param("2016-W09", date(2016, 2, 29), date(2016, 3, 6), id="week"),
        pytest.param("2016-W09-WE", date(2016, 3, 5), date(2016, 3, 6), id="weekend"),
        pytest.param("2016-Q4", date(2016, 10, 1), date(2016, 12, 31), id="quarter"),
        pytest.param("2016-H1", date(2016, 1, 1), date(2016, 6, 30), id="half"),
        pytest.param("2015-WI", date(2015, 12, 1), date(2016, 2, 29), id="winter"),
        pytest.param("199", date(1990, 1, 1), date(1999, 12, 31), id="decade"),
        pytest.param("18", date(1800, 1, 1), date(1899, 12, 31), id="century"),
    ],
)
def test_a_value_allows_its_days(value: str, first: date, last: date) -> None:
    assert window_of(value) == (first, last)


@pytest.mark.parametrize("value", ["PAST_REF", "P3Y", "XXXX-WXX-5", "2015-02-29", "2016-W60", "0000", ""])
def test_a_value_without_days_of_its_own_allows_none(value: str) -> None:
    assert window_of(value) is None


@pytest.mark.parametrize("unit", ["D", "M", "Y", "W", "WE", "Q", "6M", "10Y", "100Y"])
def test_a_day_written_in_a_unit_is_of_that_unit_and_holds_the_day(unit: str) -> None:
    day = date(2016, 3, 5)

    value = value_at(day, unit)
    window = window_of(value)

    assert unit_of(value) == unit
    assert window is not None
    assert window[0] <= day <= window[1]


@pytest.mark.parametrize(
    ("value", "count", "unit", "expected"),
    [
        pytest.param("1989-Q3", -1, "Y", "1988-Q3", id="quarter-a-year-before"),
        pytest.param("2016-SU", 1, "Y", "2017-SU", id="season-a-year-on"),
        pytest.param("2016-01", -1, "M", "2015-12", id="month"),
        pytest.param("PAST_REF", 1, "Y", None, id="no-calendar-value"),
    ],
)
def test_counting_on_from_a_value_keeps_its_exactness(value: str, count: int, unit: str, expected: str | None) -> None:
    assert shift(value, count, unit) == expected


def test_a_weekday_is_looked_for_from_the_day_itself() -> None:
    friday = date(2016, 3, 4)

    assert weekday_near(friday, 5, step=-1) == friday
    assert weekday_near(friday, 4, step=1) == date(2016, 3, 10)
    assert weekday_near(friday, 6, step=-1) == date(2016, 2, 27)


@pytest.mark.parametrize(
    ("rule", "year", "expected"),
    [
        pytest.param("12-25", 2016, date(2016, 12, 25), id="fixed"),
        pytest.param("easter-2", 2016, date(2016, 3, 25), id="good-friday"),
        pytest.param("11-4th-4", 2016, date(2016, 11, 24), id="fourth-thursday"),
        pytest.param("05--1th-1", 2016, date(2016, 5, 30), id="last-monday"),
        pytest.param("2016=02-08,2017=01-28", 2017, date(2017, 1, 28), id="table"),
        pytest.param("2016=02-08,2017=01-28", 2018, None, id="year-that-the-table-lacks"),
    ],
)
def test_a_named_day_follows_its_rule(rule: str, year: int, expected: date | None) -> None:
    assert named_day(rule, year) == expected


@pytest.mark.parametrize(("year", "month", "day"), [(1961, 4, 2), (2000, 4, 23), (2016, 3, 27), (2038, 4, 25)])
def test_easter_is_that_of_the_almanac(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)
