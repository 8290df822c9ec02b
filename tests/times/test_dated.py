"""Days by what stands around them, and years before Christ."""

from datetime import date

import pytest

from newsledger.times import Rules
from newsledger.times.values.eras import before_christ, stand_in
from newsledger.times.values.reading import Reading
from times.bare import times_of


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        pytest.param(
            "It fell on the night of 12 May 1743 .", "the night of 12 May 1743", "TIME", "1743-05-12TNI", id="night"
        ),
        pytest.param(
            "It fell on the morning of May 12 .", "the morning of May 12", "TIME", "2017-05-12TMO", id="month-first"
        ),
        pytest.param(
            "It fell on the night of 12/13 May 1743 .",
            "the night of 12/13 May 1743",
            "TIME",
            "1743-05-12TNI",
            id="pair",
        ),
        pytest.param("It fell on 12/13 May 1743 .", "12/13 May 1743", "DATE", "1743-05-12", id="pair-alone"),
        pytest.param("It fell on the 14th .", "the 14th", "DATE", "2017-03-14", id="nth-of-the-pages-month"),
        pytest.param("It fell in 146 BC .", "146 BC", "DATE", "BC0146", id="bc"),
        pytest.param(
            "He died on March 15 , 44 B.C. , in Rome .", "March 15, 44 B.C.", "DATE", "BC0044-03-15", id="bc-day"
        ),
        pytest.param("It burned in AD 70 .", "AD 70", "DATE", "0070", id="ad"),
        pytest.param("It dates from the 3rd century BC .", "the 3rd century BC", "DATE", "BC02", id="bc-century"),
        pytest.param("The war of 264 - 241 BC .", "264 - 241 BC", "DATE", "BC0264/BC0241", id="bc-years"),
    ],
)
def test_a_day_told_by_its_night_or_era_has_its_value(
    rules: Rules, text: str, words: str, kind: str, value: str
) -> None:
    (timex,) = times_of(rules, text)

    assert timex.span.of(text.replace(" ,", ",")) == words
    assert (timex.type, timex.value) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It is on the 14th floor .", id="unknown-word-after"),
        pytest.param("It is the 14th .", id="no-word-before"),
        pytest.param("The 14th of them fell .", id="of-them"),
        pytest.param("The BC ferry sank .", id="no-number"),
        pytest.param("In 9000 BC .", id="too-early"),
    ],
)
def test_what_only_looks_like_such_a_day_is_none(rules: Rules, text: str) -> None:
    assert times_of(rules, text) == ()


def test_a_pair_of_days_allows_both(rules: Rules) -> None:
    (timex,) = times_of(rules, "It fell on 30/31 May 1743 .")

    assert (timex.earliest, timex.latest) == (date(1743, 5, 30), date(1743, 5, 31))


def test_an_nth_day_is_of_the_month_last_named_in_a_text_of_history(rules: Rules) -> None:
    found = times_of(
        rules, "War began in 1870 and ended in 1871 . It fell on 2 August 1870 , and on the 6th .", published=None
    )

    assert found[-1].value == "1870-08-06"
    assert found[-1].anchor == found[-2].span


def test_years_before_christ_are_counted_downwards(rules: Rules) -> None:
    found = times_of(rules, "He came in 218 BC . He won two years later .", published=None)

    assert found[-1].value == "BC0216"
    assert (found[-1].earliest, found[-1].latest) == (None, None)


def test_a_year_before_christ_stands_in_a_later_one_and_comes_back() -> None:
    stood = stand_in("BC0044-03")

    assert stood == "7957-03"
    assert before_christ(Reading(type="DATE", value=stood), stood).value == "BC0044-03"
    assert stand_in("1944-03") == "1944-03"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param(
            "It was shelled on 9 April , 6 June , and 5 September 1855 .",
            ["1855-04-09", "1855-06-06", "1855-09-05"],
            id="list-of-days",
        ),
        pytest.param("In March , April and May 1948 .", ["1948-03", "1948-04", "1948-05"], id="list-of-months"),
        pytest.param("From November to March 1946 .", ["1945-11", "1946-03"], id="over-the-years-end"),
        pytest.param("On 14–15 January 1944 .", ["1944-01-14", "1944-01-15"], id="one-word-for-two-days"),
        pytest.param("In the winter of 1941 - 42 .", ["1941-WI"], id="winter-of-two-years"),
        pytest.param("From the 5th to the 15th century .", ["04", "14"], id="centuries"),
        pytest.param("In the 60s BC .", ["BC006"], id="decade-bc"),
        pytest.param("From 264 to 241 BC .", ["BC0264", "BC0241"], id="year-before-another-bc"),
        pytest.param(
            "He came on May 3 . In 1911 it rained .", ["2017-05-03", "1911"], id="another-sentence-is-no-list"
        ),
    ],
)
def test_a_date_takes_what_it_lacks_from_the_next_of_its_list(rules: Rules, text: str, values: list[str]) -> None:
    assert [timex.value for timex in times_of(rules, text)] == values
