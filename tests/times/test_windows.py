from datetime import date

import pytest

from newsledger.times import Rules, find, resolve
from parses import parsed
from times.bare import PUBLISHED, times_of

OPEN = None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        pytest.param("It opens soon .", "2017-03-15", "2017-06-13", id="soon"),
        pytest.param("It opens in coming days .", "2017-03-16", "2017-03-29", id="coming-days"),
        pytest.param("It opens in the next few weeks .", "2017-03-22", "2017-05-10", id="next-few-weeks"),
        pytest.param("It opens in the coming months .", "2017-04-14", "2018-03-15", id="coming-months"),
        pytest.param("It opens within a few days .", "2017-03-15", "2017-03-22", id="within-a-few-days"),
        pytest.param("It opens in the near future .", "2017-03-15", OPEN, id="near-future"),
        pytest.param("It opens next month .", "2017-04-01", "2017-04-30", id="next-month"),
        pytest.param("It opens in the next month .", "2017-03-15", "2017-04-15", id="the-next-month"),
        pytest.param("It opens within ten days .", "2017-03-15", "2017-03-25", id="within-ten-days"),
        pytest.param("It opens in ten days .", "2017-03-25", "2017-03-25", id="in-ten-days"),
        pytest.param("It opens in two months .", "2017-05-01", "2017-05-31", id="in-two-months"),
        pytest.param("It opens over the next decade .", "2017-03-15", "2027-03-15", id="over-the-next-decade"),
        pytest.param("It opens by April 3 .", "2017-03-15", "2017-04-03", id="by"),
        pytest.param("It opens by June 2018 .", "2017-03-15", "2018-06-30", id="by-month"),
        pytest.param("It opened by June 1912 .", OPEN, "1912-06-30", id="by-long-ago"),
        pytest.param("It opens before June 2018 .", "2017-03-15", "2018-05-31", id="before"),
        pytest.param("It opens before the end of May 2018 .", "2017-03-15", "2018-05-31", id="before-the-end"),
        pytest.param("It opens later this year .", "2017-03-15", "2017-12-31", id="later-this-year"),
        pytest.param("It opens until June 2018 .", "2017-03-15", "2018-06-30", id="until"),
        pytest.param("It opens not until June 2018 .", "2018-06-01", OPEN, id="not-until"),
        pytest.param("It opens after June 2018 .", "2018-06-01", OPEN, id="after"),
        pytest.param("It is open since 2014 .", "2014-01-01", "2017-03-15", id="since"),
        pytest.param("It is open so far .", OPEN, "2017-03-15", id="so-far"),
        pytest.param("It was seen recently .", "2016-12-15", "2017-03-15", id="recently"),
        pytest.param("It was seen in recent weeks .", "2017-01-18", "2017-03-15", id="recent-weeks"),
        pytest.param("It was seen over the past two years .", "2015-03-15", "2017-03-15", id="past-two-years"),
        pytest.param("It opens in the next three years .", "2017-03-15", "2020-03-15", id="in-the-next-years"),
        pytest.param("In the past three years , nothing .", "2014-03-15", "2017-03-15", id="fragment"),
        pytest.param("It opens in two to three weeks .", "2017-03-27", "2017-04-09", id="two-to-three-weeks"),
        pytest.param("It opens in 2 to 3 months .", "2017-05-01", "2017-06-30", id="figures-to-figures"),
        pytest.param("It opens in June 2018 at the earliest .", "2018-06-01", OPEN, id="at-the-earliest"),
        pytest.param("It opens in June 2018 at the latest .", "2017-03-15", "2018-06-30", id="at-the-latest"),
        pytest.param("It is open from June 2018 onwards .", "2018-06-01", OPEN, id="onwards"),
        pytest.param("It meets at least ten days after he resigns .", "2017-03-25", OPEN, id="at-least-after"),
        pytest.param("It is shut until further notice .", "2017-03-15", OPEN, id="until-further-notice"),
        pytest.param("The upcoming vote .", "2017-03-15", OPEN, id="upcoming"),
        pytest.param("It opens in mid-May .", "2017-05-10", "2017-05-20", id="mid-month"),
        pytest.param("It opens at the end of May .", "2017-05-31", "2017-05-31", id="end-of-month"),
    ],
)
def test_words_allow_their_days(rules: Rules, text: str, earliest: str | None, latest: str | None) -> None:
    timex = times_of(rules, text)[-1]

    assert (timex.earliest, timex.latest) == (_day(earliest), _day(latest))


def test_since_is_open_at_its_end_though_known_until_publication(rules: Rules) -> None:
    (timex,) = times_of(rules, "It is open since 2014 .")

    assert (timex.open_start, timex.open_end) == (False, True)
    assert timex.value == "2014"


def test_so_far_is_a_window_and_no_timex3(rules: Rules) -> None:
    (timex,) = times_of(rules, "It is open so far .")

    assert (timex.type, timex.value) == (None, None)
    assert timex.open_start


def test_a_convention_is_vague_and_a_date_is_not(rules: Rules) -> None:
    soon, dated = times_of(rules, "It opens soon and on May 3 , 2018 .")

    assert soon.vague
    assert not dated.vague


def test_not_in_coming_weeks_is_negated(rules: Rules) -> None:
    doc = parsed(
        "This|this|PRON|3|nsubj",
        "will|will|AUX|3|aux",
        "be|be|AUX|0|ROOT",
        "not|not|PART|3|neg",
        "in|in|ADP|3|prep",
        "coming|come|VERB|7|amod",
        "weeks|week|NOUN|5|pobj",
        published=PUBLISHED,
    )

    (timex,) = resolve(doc, find(doc, rules), rules)

    assert timex.negated
    assert timex.vague


def test_not_before_a_day_starts_there_and_denies_nothing(rules: Rules) -> None:
    doc = parsed(
        "It|it|PRON|4|nsubj",
        "will|will|AUX|4|aux",
        "not|not|PART|4|neg",
        "open|open|VERB|0|ROOT",
        "before|before|ADP|4|prep",
        "March|March|PROPN|5|pobj",
        "20|20|NUM|6|nummod",
        published=PUBLISHED,
    )

    (timex,) = resolve(doc, find(doc, rules), rules)

    assert (timex.earliest, timex.latest, timex.open_end, timex.negated) == (date(2017, 3, 20), None, True, False)


def test_both_ends_of_a_range_have_the_days_of_all_of_it(rules: Rules) -> None:
    first, last = times_of(rules, "It was shut from May 2015 to July 2015 .")

    assert (first.earliest, first.latest) == (date(2015, 5, 1), date(2015, 7, 31))
    assert (last.earliest, last.latest) == (first.earliest, first.latest)


@pytest.mark.parametrize(
    ("word", "earliest", "latest"),
    [
        pytest.param("by", "2017-03-15", "2018-12-31", id="by"),
        pytest.param("before", "2017-03-15", "2018-12-31", id="before-may-be-in-its-last-week"),
        pytest.param("after", "2018-01-01", OPEN, id="after"),
        pytest.param("in", "2018-01-01", "2018-12-31", id="in-bounds-nothing"),
    ],
)
def test_a_year_inside_a_thing_is_bounded_with_it(rules: Rules, word: str, earliest: str, latest: str | None) -> None:
    doc = parsed(
        "It|it|PRON|3|nsubj",
        "will|will|AUX|3|aux",
        "close|close|VERB|0|ROOT",
        f"{word}|{word}|ADP|3|prep",
        "the|the|DET|6|det",
        "opening|opening|NOUN|4|pobj",
        "of|of|ADP|6|prep",
        "the|the|DET|10|det",
        "2018|2018|NUM|10|nummod",
        "games|game|NOUN|7|pobj",
        published=PUBLISHED,
    )

    (timex,) = resolve(doc, find(doc, rules), rules)

    assert (timex.earliest, timex.latest) == (_day(earliest), _day(latest))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("No date has been set .", "No date", id="no-date"),
        pytest.param("He did not announce a date .", "not announce a date", id="not-announced"),
        pytest.param("She has yet to set a date .", "yet to set a date", id="yet-to-set"),
        pytest.param("There is no firm date for it .", "no firm date", id="no-firm-date"),
    ],
)
def test_a_day_that_is_not_set_is_a_denied_window_and_no_timex3(rules: Rules, text: str, words: str) -> None:
    (timex,) = times_of(rules, text)

    assert timex.span.of(text) == words
    assert (timex.type, timex.value, timex.earliest, timex.latest) == (None, None, None, None)
    assert timex.negated
    assert timex.open_start
    assert timex.open_end


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A date has been set .", id="set"),
        pytest.param("No date stands on the coin .", id="nobody-sets"),
        pytest.param("No dates were eaten .", id="other-noun"),
    ],
)
def test_a_day_that_is_set_or_that_nobody_sets_is_not_denied(rules: Rules, text: str) -> None:
    assert times_of(rules, text) == ()


def test_what_lies_ahead_has_no_days_in_a_story_of_the_past(rules: Rules) -> None:
    doc = parsed(
        "At|at|ADP|5|prep",
        "some|some|DET|3|det",
        "point|point|NOUN|1|pobj",
        "he|he|PRON|5|nsubj",
        "left|leave|VERB|0|ROOT|Tense=Past",
        published=PUBLISHED,
    )

    (timex,) = resolve(doc, find(doc, rules), rules)

    assert (timex.earliest, timex.latest, timex.vague) == (None, None, False)


def test_a_half_of_a_month_is_half_its_days_and_its_early_days_are_a_third(rules: Rules) -> None:
    (half,), (early,) = (times_of(rules, text) for text in ("in the second half of May .", "in early May ."))

    assert (half.earliest.day, half.latest.day) == (16, 31)  # type: ignore[union-attr]  # both are dated
    assert (early.earliest.day, early.latest.day) == (1, 11)  # type: ignore[union-attr]  # likewise
