"""Fits the last step to findings that somebody has judged."""

from collections.abc import Sequence
from math import exp, log

from newsledger.confidence.rules import Calibration

#: No confidence is quite 0 or 1.
_EDGE = 0.0005
#: Newton's method has converged long before.
_STEPS = 50
#: A pull towards the line that changes nothing, worth so many findings: few verdicts change little.
_PULL = 4.0


def calibrate(judged: Sequence[tuple[float, bool]], before: Calibration) -> Calibration:
    """Fit Platt's line anew (Platt 1999), by Newton's method.

    Args:
        judged: The confidence of each finding, and whether it was right.
        before: The line by which these were made.

    Returns:
        The line that makes of the same model the confidence that fits.
    """
    points = [(_log_odds(confidence), _target(judged, right=right)) for confidence, right in judged]
    slope, intercept = 1.0, 0.0
    for _ in range(_STEPS):
        chances = [1 / (1 + exp(-(slope * at + intercept))) for at, _ in points]
        down = sum((target - p) * at for (at, target), p in zip(points, chances, strict=True)) - _PULL * (slope - 1)
        left = sum(target - p for (_, target), p in zip(points, chances, strict=True))
        bends = [p * (1 - p) for p in chances]
        a = sum(b * at * at for (at, _), b in zip(points, bends, strict=True)) + _PULL
        b = sum(b * at for (at, _), b in zip(points, bends, strict=True))
        c = sum(bends) + _EDGE
        ground = a * c - b * b
        slope, intercept = slope + (c * down - b * left) / ground, intercept + (a * left - b * down) / ground
    return Calibration(slope=slope * before.slope, intercept=slope * before.intercept + intercept)


def _log_odds(confidence: float) -> float:
    share = min(max(confidence, _EDGE), 1 - _EDGE)
    return log(share / (1 - share))


def _target(judged: Sequence[tuple[float, bool]], *, right: bool) -> float:
    """Give Platt's target: of few findings nobody learns that all are right."""
    total = sum(one == right for _, one in judged)
    return (total + 1) / (total + 2) if right else 1 / (total + 2)
