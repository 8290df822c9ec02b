"""Dates as pages write them."""

from datetime import date

import pytest

from newsledger.page import Rules
from newsledger.page.words.dates import find_days
from newsledger.page.words.stamps import resolve_given, resolve_metadata, resolve_url

DAY = date(2017, 1, 21)


@pytest.mark.parametrize(
    "text",
    [
        "2017-01-21",
        "Published 21 January 2017",
        "Sat Jan 21, 2017 3:04PM",
        "January 21st, 2017",
        "21st of January, 2017",
        "21. Januar 2017",
        "21 de enero de 2017",
        "le 21 janvier 2017",
        "21.01.2017",
        "21/01/2017",
        "01/21/2017",
        "2017年1月21日",
        "2017. 1. 21.",
        "21 января 2017",
        "21-Jan-2017",
    ],
)
def test_a_full_date_is_found(rules: Rules, text: str) -> None:
    assert [found.day for found in find_days(text, rules.months)] == [DAY]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("05/06/2017", id="month-or-day"),
        pytest.param("31 June 2017", id="no-such-day"),
        pytest.param("21 Harbour 2017", id="no-month"),
        pytest.param("January 2017", id="no-day"),
        pytest.param("Jan 21", id="no-year"),
        pytest.param("room 2017-01-211", id="too-long"),
        pytest.param("21 January 3017", id="far-year"),
    ],
)
def test_what_is_no_full_date_is_left_out(rules: Rules, text: str) -> None:
    assert list(find_days(text, rules.months)) == []


@pytest.mark.parametrize(
    ("value", "resolved"),
    [
        pytest.param("2017-01-21", "2017-01-21", id="day"),
        pytest.param("2017-01-21T15:04:05+03:30", "2017-01-21T15:04:05+03:30", id="zone"),
        pytest.param("2017-01-21T15:04:05.123Z", "2017-01-21T15:04:05Z", id="fraction"),
        pytest.param("2017-01-21 15:04", "2017-01-21T15:04", id="space"),
        pytest.param("Sat, 21 Jan 2017 15:04:05 GMT", "2017-01-21", id="mail-date"),
    ],
)
def test_metadata_keeps_its_precision(rules: Rules, value: str, resolved: str) -> None:
    found = resolve_metadata(value, "meta:date", rules.months)

    assert found is not None
    assert (found.value, found.day, found.basis) == (resolved, DAY, "metadata")
    assert found.receipt is not None
    assert found.receipt.field == "meta:date"


@pytest.mark.parametrize("value", ["", "yesterday", "2017-13-40", "0000-00-00T00:00:00Z", "1485011045"])
def test_metadata_that_is_no_date_gives_none(rules: Rules, value: str) -> None:
    assert resolve_metadata(value, "meta:date", rules.months) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        pytest.param("https://example.org/2017/01/21/lock", DAY, id="slashes"),
        pytest.param("https://example.org/news/2017/jan/21/lock", DAY, id="month-name"),
        pytest.param("https://example.org/2017-01-21-lock.html", DAY, id="dashes"),
        pytest.param("https://example.org/20170121/lock", DAY, id="run-together"),
        pytest.param("https://example.org/2017/01/lock", None, id="month-only"),
        pytest.param("https://example.org/a/2017132199", None, id="number"),
    ],
)
def test_an_address_may_hold_the_day(rules: Rules, url: str, day: date | None) -> None:
    found = resolve_url(url, rules.months)

    assert (found.day if found else None) == day


@pytest.mark.parametrize(
    ("given", "earliest", "latest"),
    [
        pytest.param("2017-01-21", "2017-01-21", "2017-01-21", id="day"),
        pytest.param("2016-02", "2016-02-01", "2016-02-29", id="leap-month"),
        pytest.param("2017-12", "2017-12-01", "2017-12-31", id="december"),
        pytest.param("2017", "2017-01-01", "2017-12-31", id="year"),
    ],
)
def test_a_given_date_never_gains_precision(given: str, earliest: str, latest: str) -> None:
    found = resolve_given(given)

    assert (found.value, str(found.earliest), str(found.latest), found.basis) == (given, earliest, latest, "given")
