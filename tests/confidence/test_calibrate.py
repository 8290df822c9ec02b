"""The last step is fitted to verdicts: confidence moves to the share that is right, and the order stays."""

from math import exp

import pytest

from newsledger.confidence import calibrate
from newsledger.confidence.rules import Calibration

BEFORE = Calibration(slope=1.2, intercept=-0.1)


def share(line: Calibration, at: float) -> float:
    return 1 / (1 + exp(-(line.slope * at + line.intercept)))


@pytest.mark.parametrize("right", [0.2, 0.5, 0.9])
def test_what_is_right_so_often_is_so_sure(right: float) -> None:
    judged = [(0.6, number < right * 400) for number in range(400)]

    line = calibrate(judged, BEFORE)

    before = next(at / 1000 for at in range(-3000, 3000) if share(BEFORE, at / 1000) >= 0.6)
    assert share(line, before) == pytest.approx(right, abs=0.02)


def test_the_order_stays() -> None:
    judged = [(0.3, number % 10 < 2) for number in range(100)] + [(0.8, number % 10 < 6) for number in range(100)]

    line = calibrate(judged, BEFORE)

    assert line.slope > 0
    assert share(line, 2.0) > share(line, -1.0)


def test_few_verdicts_change_little() -> None:
    line = calibrate([(0.5, True), (0.6, True)], BEFORE)

    assert line.slope == pytest.approx(BEFORE.slope, rel=0.2)
    assert share(line, 0.0) < 0.9
