from datetime import date

import pytest

from newsledger.times import Rules, find, resolve
from times.bare import PUBLISHED, bare, times_of


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        pytest.param("It rained on March 4 , 2016 .", "March 4, 2016", "DATE", "2016-03-04", id="full-date"),
        pytest.param("It rained on 4 March 2016 .", "4 March 2016", "DATE", "2016-03-04", id="day-first"),
        pytest.param("It rained on the 4th of March .", "the 4th of March", "DATE", "2017-03-04", id="nth-of"),
        pytest.param("It rained on 2016 - 03 - 04 .", "2016 - 03 - 04", "DATE", "2016-03-04", id="iso"),
        pytest.param("It rained on 25/03/2016 .", "25/03/2016", "DATE", "2016-03-25", id="slashes-day-first"),
        pytest.param("It rained in March 2016 .", "March 2016", "DATE", "2016-03", id="month-year"),
        pytest.param("It rained in June last year .", "June last year", "DATE", "2016-06", id="month-last-year"),
        pytest.param("It rained in early May 2016 .", "early May 2016", "DATE", "2016-05", id="early-month"),
        pytest.param("It rained last October .", "last October", "DATE", "2016-10", id="last-month-name"),
        pytest.param("It will rain next May .", "next May", "DATE", "2017-05", id="next-month-name"),
        pytest.param("It rained on Friday .", "Friday", "DATE", "2017-03-10", id="weekday-looks-back"),
        pytest.param("It rained on Wednesday .", "Wednesday", "DATE", "2017-03-15", id="publication-weekday"),
        pytest.param("It rained last Wednesday .", "last Wednesday", "DATE", "2017-03-08", id="last-weekday"),
        pytest.param("It rained next Thursday .", "next Thursday", "DATE", "2017-03-16", id="next-weekday"),
        pytest.param("It rained Friday night .", "Friday night", "TIME", "2017-03-10TNI", id="weekday-part"),
        pytest.param("It rained late yesterday .", "late yesterday", "DATE", "2017-03-14", id="late-yesterday"),
        pytest.param("It rained last night .", "last night", "TIME", "2017-03-14TNI", id="last-night"),
        pytest.param("It rained last week .", "last week", "DATE", "2017-W10", id="last-week"),
        pytest.param("It rained this year .", "this year", "DATE", "2017", id="this-year"),
        pytest.param("It rained last summer .", "last summer", "DATE", "2016-SU", id="last-summer"),
        pytest.param("It rained in the winter of 1998 .", "the winter of 1998", "DATE", "1998-WI", id="winter-year"),
        pytest.param("It rained in the early 1990s .", "the early 1990s", "DATE", "199", id="decade"),
        pytest.param("It rained in the ' 90s .", "the ' 90s", "DATE", "199", id="short-decade"),
        pytest.param("It rained in the 19th century .", "the 19th century", "DATE", "18", id="century"),
        pytest.param("It rained in the third quarter .", "the third quarter", "DATE", "2016-Q3", id="quarter"),
        pytest.param(
            "It rained in the third quarter of 2014 .", "the third quarter of 2014", "DATE", "2014-Q3", id="of-year"
        ),
        pytest.param("It rained in the first half of 2014 .", "the first half of 2014", "DATE", "2014-H1", id="half"),
        pytest.param("It rained in Q2 2014 .", "Q2 2014", "DATE", "2014-Q2", id="quarter-code"),
        pytest.param("It rained in fiscal 2014 .", "fiscal 2014", "DATE", "2014", id="fiscal-year"),
        pytest.param("It rained in FY17 .", "FY17", "DATE", "2017", id="fiscal-code"),
        pytest.param("It rained on Christmas Eve .", "Christmas Eve", "DATE", "2016-12-24", id="holiday"),
        pytest.param("It rained on Easter Monday 2016 .", "Easter Monday 2016", "DATE", "2016-03-28", id="easter"),
        pytest.param("It changed after 9/11 .", "9/11", "DATE", "2001-09-11", id="named-day"),
        pytest.param("It rained in 1998 .", "1998", "DATE", "1998", id="year"),
        pytest.param(
            "It rained in nineteen ninety - four .", "nineteen ninety - four", "DATE", "1994", id="year-in-words"
        ),
        pytest.param("It rained in 2014/15 .", "2014/15", "DATE", "2014/2015", id="year-pair"),
        pytest.param("It closes by year - end .", "year - end", "DATE", "2017-12-31", id="year-end"),
        pytest.param("It rained at 5 p.m. Friday .", "5 p.m. Friday", "TIME", "2017-03-10T17:00", id="hour-day"),
        pytest.param(
            "It rained at 12:05 a.m. Friday .", "12:05 a.m. Friday", "TIME", "2017-03-10T00:05", id="midnight"
        ),
        pytest.param("It rained at noon Friday .", "noon Friday", "TIME", "2017-03-10T12:00", id="noon"),
        pytest.param(
            "It rained at 4 in the morning .", "4 in the morning", "TIME", "2017-03-15T04:00", id="in-the-morning"
        ),
        pytest.param("It rained two years ago .", "two years ago", "DATE", "2015", id="years-ago"),
        pytest.param("It rained ten days ago .", "ten days ago", "DATE", "2017-03-05", id="days-ago"),
        pytest.param("It rained half a century ago .", "half a century ago", "DATE", "1967", id="half-a-century-ago"),
        pytest.param("It rained weeks ago .", "weeks ago", "DATE", "PAST_REF", id="uncounted-ago"),
        pytest.param("It ends ten days from now .", "ten days from now", "DATE", "2017-03-25", id="from-now"),
        pytest.param("It took six months .", "six months", "DURATION", "P6M", id="months"),
        pytest.param("It took nearly two hours .", "nearly two hours", "DURATION", "PT2H", id="nearly"),
        pytest.param("It took an hour and a half .", "an hour and a half", "DURATION", "PT1H30M", id="and-a-half"),
        pytest.param("A two - week truce .", "two - week", "DURATION", "P2W", id="hyphen"),
        pytest.param("It rained for days .", "days", "DURATION", "PXD", id="bare-plural"),
        pytest.param("Over the past three years .", "the past three years", "DURATION", "P3Y", id="past-years"),
        pytest.param("In recent months .", "recent months", "DATE", "PAST_REF", id="recent-months"),
        pytest.param("In coming weeks .", "coming weeks", "DATE", "FUTURE_REF", id="coming-weeks"),
        pytest.param("Over the next few days .", "the next few days", "DURATION", "PXD", id="next-few-days"),
        pytest.param("They meet every Tuesday .", "every Tuesday", "SET", "XXXX-WXX-2", id="every-weekday"),
        pytest.param("They meet twice a week .", "twice a week", "SET", "P1W", id="twice-a-week"),
        pytest.param("They meet daily .", "daily", "SET", "P1D", id="daily"),
        pytest.param("They now hold it .", "now", "DATE", "PRESENT_REF", id="now"),
    ],
)
def test_a_time_has_its_words_type_and_value(rules: Rules, text: str, words: str, kind: str, value: str) -> None:
    doc = bare(text)

    (timex,) = resolve(doc, find(doc, rules), rules)

    assert timex.span.of(doc.text) == words
    assert (timex.type, timex.value) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He may leave .", id="may"),
        pytest.param("He is 30 years old .", id="age"),
        pytest.param("A man in his 30s .", id="age-by-decade"),
        pytest.param("It paid $ 1990 .", id="money"),
        pytest.param("It has 1500 people .", id="count"),
        pytest.param("They won 10:35 .", id="score"),
        pytest.param("The last bus left .", id="last-thing"),
        pytest.param("The day belonged to him .", id="the-day"),
    ],
)
def test_words_that_are_no_time_are_left_alone(rules: Rules, text: str) -> None:
    assert times_of(rules, text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("It rained on Friday .", "XXXX-WXX-5", id="weekday"),
        pytest.param("It rained on May 3 .", "XXXX-05-03", id="month-day"),
        pytest.param("It rained in May .", "XXXX-05", id="month"),
        pytest.param("It rained last week .", "XXXX-WXX", id="week"),
        pytest.param("It rained yesterday .", "XXXX-XX-XX", id="yesterday"),
        pytest.param("It rained in the third quarter .", "XXXX-Q3", id="quarter"),
    ],
)
def test_without_a_publication_day_a_relative_time_keeps_its_value_and_has_no_window(
    rules: Rules, text: str, value: str
) -> None:
    (timex,) = times_of(rules, text, published=None)

    assert timex.value == value
    assert (timex.earliest, timex.latest, timex.anchor) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("It sank on May 3 , 1911 . She was sold two weeks earlier .", "1911-04-19", id="weeks-earlier"),
        pytest.param("It sank on May 3 , 1911 . She was raised the next day .", "1911-05-04", id="next-day"),
        pytest.param("It sank in 1911 . He died two years later .", "1913", id="years-later"),
        pytest.param("It sank in 1911 . He died the following year .", "1912", id="following-year"),
        pytest.param("It sank in 1911 . He died that year .", "1911", id="that-year"),
        pytest.param("It sank on Oct. 3 - 5 .", "2016-10-05", id="range-of-days"),
        pytest.param("Net in the third quarter of 2016 rose from a year earlier .", "2015-Q3", id="quarter-before"),
    ],
)
def test_a_time_is_counted_from_the_last_date_named(rules: Rules, text: str, value: str) -> None:
    first, second = times_of(rules, text)

    assert second.value == value
    assert second.anchor in (first.span, PUBLISHED)


def test_a_captions_date_is_the_captions_and_never_what_the_body_counts_from(rules: Rules) -> None:
    caption = bare("He speaks on May 3 , 1911 .", role="caption")
    (timex,) = resolve(caption, find(caption, rules), rules)

    assert timex.block_role == "caption"


def test_a_text_of_old_years_reads_a_bare_month_in_the_year_last_named(rules: Rules) -> None:
    text = "In 1861 war came . In 1862 it grew . In 1863 it turned . In 1864 it ebbed . In May he fell ."

    assert times_of(rules, text)[-1].value == "1864-05"


def test_times_are_in_text_order_with_ids_of_their_own(rules: Rules) -> None:
    found = times_of(rules, "On Friday and on Friday and in May .")

    assert [timex.span.start for timex in found] == sorted(timex.span.start for timex in found)
    assert len({timex.id for timex in found}) == 3


def test_a_rule_names_the_pattern_and_the_entries_that_made_a_time(rules: Rules) -> None:
    (timex,) = times_of(rules, "It rained since last May .")

    assert timex.rule == "patterns/relative_month+timewords/last+timewords/may+windows/governor since"


def test_reading_twice_is_equal(rules: Rules) -> None:
    text = "It rained on Friday , two weeks after May 3 , 2016 , and soon again ."

    assert times_of(rules, text) == times_of(rules, text)


def test_a_publication_day_at_the_ends_of_the_calendar_is_read(rules: Rules) -> None:
    text = "On Friday , last May , next year , two centuries ago , in coming months , by Christmas , in May ."

    assert times_of(rules, text, published=date.min)
    assert times_of(rules, text, published=date.max)
