"""Days in addresses and metadata."""

import pytest

from newsledger.page import Rules
from newsledger.page.words.stamps import resolve_metadata, resolve_url


@pytest.mark.parametrize(
    ("url", "value"),
    [
        pytest.param("https://example.org/2017/01/21", "2017-01-21", id="ends-in-day"),
        pytest.param("https://example.org/2017/0121/lock.html", "2017-01-21", id="month-and-day-together"),
        pytest.param("https://example.org/lock-20170121", "2017-01-21", id="run-together-at-end"),
        pytest.param("https://example.org/lock-20170121.html", "2017-01-21", id="before-ending"),
        pytest.param("https://example.org/a?id=7&date=2017-01-21", "2017-01-21", id="query"),
        pytest.param("https://example.org/a?date=2017%2D01%2D21&x=1", "2017-01-21", id="escaped"),
        pytest.param("https://example.org/2017/1/21/lock", "2017-01-21", id="no-nought"),
        pytest.param("https://example.org/2017/january/21/lock", "2017-01-21", id="long-name"),
        pytest.param("https://example.org/2017/01/lock", "2017-01", id="month"),
        pytest.param(
            "https://web.archive.org/web/20190304050607/https://example.org/2017/01/21/a", "2017-01-21", id="archived"
        ),
        pytest.param("https://web.archive.org/web/20190304050607/https://example.org/a", None, id="capture-alone"),
        pytest.param("https://example.org/article/20173121", None, id="no-month"),
        pytest.param("https://example.org/story-120170121456", None, id="inside-a-number"),
        pytest.param("https://example.org/articles/194709-13-locks", None, id="number-and-number"),
        pytest.param("https://example.org/review-of-2017", None, id="year"),
    ],
)
def test_a_day_or_a_month_in_an_address(rules: Rules, url: str, value: str | None) -> None:
    found = resolve_url(url, rules.months)

    assert (found.value if found else None) == value


def test_an_empty_field_is_no_date(rules: Rules) -> None:
    assert resolve_metadata("1970-01-01T00:00:00Z", "meta:date", rules.months) is None


def test_a_date_as_programs_print_it(rules: Rules) -> None:
    found = resolve_metadata("Sat Jan 21 19:20:36 CET 2017", "json-ld:datePublished", rules.months)

    assert found is not None
    assert found.value == "2017-01-21"
