"""What a time is counted from in a text of history."""

from datetime import date

import pytest

from newsledger.times import Rules
from newsledger.times.values.told import told_season, told_year
from times.bare import times_of

WAR = "War began in 1911 . They lost in 1912 . Peace came in 1913 . "


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("It fell in November 1569 , and was free by January .", "1570-01", id="over-the-years-end"),
        pytest.param("He left in May 1911 and came home in December .", "1911-12", id="same-year"),
        pytest.param("He left in December 1911 , having come in August .", "1911-08", id="never-far-ahead"),
        pytest.param("It burned on April 22 , 1916 . They fought on Monday .", "1916-04-24", id="weekday-after-a-day"),
        pytest.param("It burned in 1916 . They fought on Monday .", "XXXX-WXX-1", id="weekday-after-a-year"),
        pytest.param("He came in October 1912 . That winter the port froze .", "1912-WI", id="that-winter"),
        pytest.param("He came in January 1912 . That winter the port froze .", "1911-WI", id="that-winter-under-way"),
        pytest.param("He came in October 1912 . The following spring he died .", "1913-SP", id="following-spring"),
        pytest.param("He came in 1912 . The next year he died .", "1913", id="next-year"),
        pytest.param("He came on July 14 , 1912 . The next month he died .", "1912-08", id="next-month"),
        pytest.param("He came in August 1912 . He was home by Christmas .", "1912-12-25", id="holiday"),
        pytest.param("He came on May 3 , 1912 . He left a fortnight later .", "1912-05-17", id="fortnight"),
        pytest.param("He came on May 3 , 1912 . Three and a half months later he left .", "1912-08", id="half-month"),
    ],
)
@pytest.mark.parametrize("published", [None, date(2017, 3, 15)])
def test_a_text_of_history_counts_from_the_date_last_named(
    rules: Rules, text: str, value: str, published: date | None
) -> None:
    found = times_of(rules, WAR + text, published=published)

    assert found[-1].value == value


def test_a_day_is_counted_from_the_last_day_though_a_month_was_named_since(rules: Rules) -> None:
    found = times_of(
        rules, WAR + "It fell on May 3 , 1913 . May 1913 was dry . Two days later he died .", published=None
    )

    assert found[-1].value == "1913-05-05"


def test_news_with_one_old_year_stays_news(rules: Rules) -> None:
    found = times_of(rules, "The pact of 1997 was hailed . The king will sign it on March 20 .")

    assert found[-1].value == "2017-03-20"


def test_a_text_without_a_day_that_says_yesterday_is_no_history(rules: Rules) -> None:
    found = times_of(rules, WAR + "He spoke yesterday . He left on Monday .", published=None)

    assert found[-1].value == "XXXX-WXX-1"


@pytest.mark.parametrize(
    ("month", "last", "year"),
    [
        pytest.param(1, "1569-11", 1570, id="over-the-years-end"),
        pytest.param(8, "1569-11", 1569, id="too-far-on"),
        pytest.param(5, "1569", 1569, id="of-a-year"),
        pytest.param(5, "156", None, id="of-a-decade"),
        pytest.param(5, "PAST_REF", None, id="of-no-date"),
    ],
)
def test_a_month_has_the_year_of_the_date_before(month: int, last: str, year: int | None) -> None:
    assert told_year(month, last) == year


@pytest.mark.parametrize(
    ("name", "rel", "last", "year"),
    [
        pytest.param("SP", None, "1942-10", 1943, id="bare-runs-on"),
        pytest.param("SP", "same", "1942-10", 1942, id="that-does-not"),
        pytest.param("SP", "following", "1942", 1943, id="following-a-year"),
        pytest.param("SP", "following", "1942-01-03", 1942, id="following-a-day"),
        pytest.param("SU", "previous", "1942-10", 1942, id="previous"),
        pytest.param("SU", "previous", "1942", 1941, id="previous-to-a-year"),
        pytest.param("WI", None, "1942-03", 1941, id="the-winter-just-over"),
        pytest.param("WI", "following", "1942-03", 1942, id="following-winter"),
        pytest.param("SU", None, "194", None, id="of-a-decade"),
    ],
)
def test_a_season_has_the_year_that_the_date_before_gives_it(
    name: str, rel: str | None, last: str, year: int | None
) -> None:
    assert told_season(name, rel, last) == year


def test_weekdays_belong_to_the_story_where_nothing_is_near_the_pages_own_year(rules: Rules) -> None:
    text = WAR + "It burned on April 22 , 1916 . They fought on Monday . They lost on Wednesday ."

    assert times_of(rules, text)[-1].value == "1916-04-26"
    assert times_of(rules, text.replace("War began", "In 2017 he wrote : war began"))[-1].value == "2017-03-15"


def test_a_day_of_another_year_is_not_that_night(rules: Rules) -> None:
    found = times_of(
        rules, WAR + "It fell on May 3 , 1913 . He came back in 1916 . That night it rained .", published=None
    )

    assert found[-1].value == "XXXX-XX-XXTNI"
