from datetime import date

import pytest

from newsledger.model import shift_day


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        pytest.param(date(2019, 2, 27), 2, date(2019, 3, 1), id="on"),
        pytest.param(date(2019, 3, 1), -1, date(2019, 2, 28), id="back"),
        pytest.param(date(1, 1, 3), -7, date.min, id="before the year 1"),
        pytest.param(date(9999, 12, 30), 14, date.max, id="after 9999"),
        pytest.param(date(2019, 1, 1), 10**12, date.max, id="more than a calendar holds"),
    ],
)
def test_days_are_counted_on_within_the_calendar(day: date, days: int, expected: date) -> None:
    assert shift_day(day, days) == expected
