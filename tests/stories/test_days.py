"""Days that matter: named by many independent reports, and long after."""

from dataclasses import replace
from datetime import date

import pytest

from happenings import report, shuffled
from newsledger.model import Report
from newsledger.stories import rank_days

LANDMARK, ORDINARY = date(2019, 3, 1), date(2019, 3, 2)


def naming(key: str, day: str | None, *days: date) -> Report:
    return replace(report(key, "", day), days=days)


def test_a_day_that_is_named_long_after_comes_first() -> None:
    ranked = rank_days([naming("a", "2019-03-03", ORDINARY), naming("b", "2019-09-03", LANDMARK)])

    assert [one.day for one in ranked][:2] == [LANDMARK, ORDINARY]


def test_more_reports_weigh_more_and_a_copy_weighs_nothing() -> None:
    given = [naming("a", None, ORDINARY), naming("b", None, LANDMARK), naming("c", None, LANDMARK)]

    apart, together = rank_days(given), rank_days(given, [("b", "c")])

    assert [(one.day, one.weight, one.reports) for one in apart] == [(LANDMARK, 2.0, 2), (ORDINARY, 1.0, 1)]
    assert [(one.day, one.weight, one.reports) for one in together] == [(LANDMARK, 1.0, 1), (ORDINARY, 1.0, 1)]


def test_a_day_to_come_and_the_day_of_a_page_weigh_little() -> None:
    ranked = rank_days([naming("a", "2019-03-03", LANDMARK, date(2019, 4, 1))])

    assert [(one.day, one.weight) for one in ranked][1:] == [(date(2019, 3, 3), 0.25), (date(2019, 4, 1), 0.25)]


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_reports_changes_nothing(seed: int) -> None:
    given = [naming(key, f"2019-0{number}-03", LANDMARK, ORDINARY) for number, key in enumerate("abcdefg", 3)]

    assert rank_days(shuffled(given, seed)) == rank_days(given)
