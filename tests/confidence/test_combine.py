"""Several reports of one happening make it surer, copies do not."""

import pytest

from newsledger.confidence import combined


@pytest.mark.parametrize(
    ("reports", "sure"),
    [
        pytest.param([(0.6, "a")], 0.6, id="one-report"),
        pytest.param([(0.6, "a"), (0.5, "b")], 0.8, id="two-independent-reports"),
        pytest.param([(0.6, "a"), (0.5, "a"), (0.4, "a")], 0.6, id="copies-count-once-with-the-surest"),
        pytest.param([(0.6, "a"), (0.4, "a"), (0.5, "b")], 0.8, id="a-copy-beside-an-independent-report"),
        pytest.param([(0.8, "a"), (0.8, "b"), (0.8, "c")], 0.955, id="no-surer-than-readers-agree"),
        pytest.param([(0.98, "a"), (0.1, "b")], 0.98, id="never-less-sure-than-the-surest"),
        pytest.param([(None, "a"), (0.6, "b")], 0.6, id="what-is-not-known-adds-nothing"),
        pytest.param([(None, "a"), (None, "b")], None, id="nothing-known"),
        pytest.param([], None, id="no-report"),
    ],
)
def test_reports_are_combined(reports: list[tuple[float | None, str]], sure: float | None) -> None:
    assert combined(reports) == sure


def test_each_kind_has_the_ceiling_of_its_own_readers() -> None:
    reports = [(0.8, "a"), (0.8, "b")]

    assert combined(reports, of="expectations") == 0.883
    assert combined(reports, of="events") == 0.955
    assert combined(reports, of="countries") == 0.96


def test_the_order_of_reports_does_not_matter() -> None:
    reports = [(0.31, "a"), (0.47, "b"), (0.2, "a"), (0.11, "c")]

    assert combined(reports) == combined(reversed(reports))
