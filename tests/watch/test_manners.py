"""How long hosts are left alone, and what they allow."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from newsledger.watch.manners import (
    DAY,
    SHORTEST,
    fresh_for,
    later_after_failure,
    next_look,
    read_robots,
    retry_after,
    rhythm_of,
    robots_rules,
)

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
HTTP_NOW, HTTP_LATER = "Mon, 02 Mar 2026 12:00:00 GMT", "Mon, 02 Mar 2026 14:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        pytest.param({}, 0, id="nothing-said"),
        pytest.param({"cache-control": "public, max-age=1800"}, 1_800, id="max-age"),
        pytest.param({"cache-control": 'max-age="1800"'}, 1_800, id="in-quotes"),
        pytest.param({"cache-control": "s-maxage=9000, max-age=60"}, 60, id="of-private-caches"),
        pytest.param({"cache-control": "max-age=1800", "age": "600"}, 1_200, id="some-of-it-has-passed"),
        pytest.param({"cache-control": "max-age=0", "expires": HTTP_LATER}, 0, id="max-age-wins"),
        pytest.param({"cache-control": "no-cache", "expires": HTTP_LATER}, 0, id="no-cache"),
        pytest.param({"expires": HTTP_LATER}, 7_200, id="expires"),
        pytest.param({"expires": HTTP_LATER, "date": "Mon, 02 Mar 2026 13:00:00 GMT"}, 3_600, id="by-its-own-clock"),
        pytest.param({"expires": "0"}, 0, id="expired"),
        pytest.param({"expires": "Thu, 01 Jan 1970 00:00:00 GMT"}, 0, id="long-past"),
        pytest.param({"cache-control": "max-age=315360000"}, DAY, id="ten-years"),
        pytest.param({"cache-control": "max-age=soon"}, 0, id="no-number"),
    ],
)
def test_an_answer_holds_as_long_as_it_says(headers: dict[str, str], seconds: int) -> None:
    assert fresh_for(headers, NOW) == seconds


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        pytest.param(None, None, id="nothing-said"),
        pytest.param("120", 120, id="seconds"),
        pytest.param("0", 0, id="at-once"),
        pytest.param("99999999999", DAY, id="three-thousand-years"),
        pytest.param(HTTP_LATER, 7_201, id="a-date"),
        pytest.param("Sun, 01 Mar 2026 12:00:00 GMT", 0, id="a-date-that-has-passed"),
        pytest.param("later", None, id="a-word"),
        pytest.param("-5", None, id="a-negative-number"),
    ],
)
def test_a_host_says_when_it_wants_to_be_asked_again(value: str | None, seconds: int | None) -> None:
    assert retry_after({"retry-after": value} if value else {}, NOW) == seconds


@pytest.mark.parametrize(
    ("hours", "rhythm"),
    [
        pytest.param(range(0, 20, 2), 3_240, id="every-two-hours"),
        pytest.param([n / 60 for n in range(20)], SHORTEST, id="every-minute"),
        pytest.param(range(0, 2_400, 240), DAY, id="every-ten-days"),
        pytest.param([100, 101, 102], 61_200, id="silent-for-four-days"),
        pytest.param([-5, -4, 0, 4], 3_600, id="in-the-future"),
    ],
)
def test_a_source_is_looked_at_as_often_as_it_brings_something(hours: list[float], rhythm: int) -> None:
    dates = [NOW - timedelta(hours=one) for one in hours]

    assert rhythm_of(dates, NOW, None, is_new=True) == rhythm


def test_a_source_without_dates_is_looked_at_oftener_when_it_brings_something() -> None:
    assert rhythm_of([], NOW, None, is_new=True) == 3_600
    assert rhythm_of([], NOW, 3_600, is_new=True) == 1_800
    assert rhythm_of([], NOW, 3_600, is_new=False) == 5_400
    assert rhythm_of([], NOW, DAY, is_new=False) == DAY


def test_the_longest_of_what_a_source_asks_for_counts_and_a_day_at_most() -> None:
    assert next_look(NOW, rhythm=900, asked=(None, 0, 7_200)) == NOW + timedelta(hours=2)
    assert next_look(NOW, rhythm=900, asked=(10 * DAY,)) == NOW + timedelta(days=1)
    assert next_look(NOW, rhythm=900) == NOW + timedelta(minutes=15)


def test_hours_and_days_in_which_a_source_wants_no_visit_are_left_out() -> None:
    assert next_look(NOW, rhythm=900, skip_hours={12, 13}) == NOW.replace(hour=14)
    assert next_look(NOW, rhythm=900, skip_days={0}) == datetime(2026, 3, 3, tzinfo=UTC)


def test_what_fails_is_asked_ever_less_often() -> None:
    waits = [int((later_after_failure(NOW, failures) - NOW).total_seconds()) for failures in range(1, 12)]

    assert waits[:4] == [900, 1_800, 3_600, 7_200]
    assert waits == sorted(waits)
    assert waits[-1] == DAY
    assert later_after_failure(NOW, 1, asked=DAY) == NOW + timedelta(days=1)


@pytest.mark.parametrize(
    ("status", "standing", "hours"),
    [
        pytest.param(200, "rules", 24, id="there"),
        pytest.param(404, "open", 24, id="none"),
        pytest.param(403, "open", 24, id="not-for-us"),
        pytest.param(410, "open", 24, id="gone"),
        pytest.param(429, "closed", 0.25, id="too-busy"),
        pytest.param(500, "closed", 0.25, id="broken"),
        pytest.param(None, "closed", 0.25, id="no-answer"),
    ],
)
def test_a_site_that_cannot_say_is_left_alone(status: int | None, standing: str, hours: float) -> None:
    found = read_robots(status, b"User-agent: *\nDisallow: /", NOW, failures=0)

    assert (found.standing, found.until) == (standing, NOW + timedelta(hours=hours))


def test_a_robots_that_cannot_be_had_is_asked_for_ever_less_often() -> None:
    assert read_robots(503, b"", NOW, failures=3).until == NOW + timedelta(hours=2)
    assert read_robots(503, b"", NOW, failures=99).until == NOW + timedelta(days=1)
    assert read_robots(503, b"", NOW, failures=0, retry=DAY).until == NOW + timedelta(days=1)


ROBOTS = """User-agent: *
Disallow: /

User-agent: Newsledger
User-agent: other
Disallow: /private
Allow: /private/open
Disallow: /*.pdf$
Crawl-delay: 7
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [("/", True), ("/private/a", False), ("/private/open/a", True), ("/a.pdf", False), ("/a.pdf?b", True)],
)
def test_the_longest_rule_that_fits_counts(path: str, allowed: bool) -> None:
    assert robots_rules("rules", ROBOTS).allows(f"https://paper.example{path}") is allowed


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        pytest.param(ROBOTS, 7, id="seconds"),
        pytest.param("User-agent: *\nRequest-rate: 1/30", 30, id="rate"),
        pytest.param("User-agent: *\nCrawl-delay: 9999999", DAY, id="for-months"),
        pytest.param("User-agent: *\nCrawl-delay: soon", 0, id="no-number"),
        pytest.param("", 0, id="empty"),
        pytest.param("<html><body>Not found</body></html>", 0, id="a-page"),
    ],
)
def test_a_site_says_how_long_it_wants_to_be_left_alone_between_two_questions(text: str, delay: float) -> None:
    assert robots_rules("rules", text).delay == delay


def test_a_closed_site_allows_nothing_and_an_open_one_everything() -> None:
    assert not robots_rules("closed", "").allows("https://paper.example/")
    assert robots_rules("open", "").allows("https://paper.example/private")


def test_a_robots_made_to_cost_time_is_read_in_little() -> None:
    hostile = "User-agent: *\n" + "Disallow: /" + "*a" * 2_000 + "$\n" * 1 + "Disallow: /b\n" * 20_000
    found = read_robots(200, hostile.encode(), NOW, failures=0)
    began = time.process_time()

    robots_rules(found.standing, found.text).allows("https://paper.example/" + "a" * 4_000)

    assert time.process_time() - began < 2
