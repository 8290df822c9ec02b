"""How well confidence is calibrated and how well it ranks: the figures that eval/confidence_model.py tells."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from newsledger.model import SHOWN_FROM, Weighed

#: Bins of equal mass in which the calibration error is told.
MASSES = 15

Numbers = np.ndarray[Any, np.dtype[np.float64]]


def figures(kind: Weighed, chance: Numbers, right: Numbers, weights: Numbers) -> Iterator[tuple[str, str]]:
    """Tell how well a kind is weighed.

    Args:
        kind: Of the findings.
        chance: The confidence of each.
        right: 1 or 0 of each.
        weights: Of each.
    """
    yield "right of all", f"{np.average(right, weights=weights):.3f}"
    yield "area under the curve", f"{area(chance, right, weights):.3f}"
    yield "calibration error, 15 equal-mass bins", f"{error(chance, right, weights):.3f}"
    order = np.argsort(-chance, kind="stable")
    third = order[: max(len(order) // 3, 1)]
    yield "right of the surest third", f"{np.average(right[third], weights=weights[third]):.3f}"
    balanced = best(chance, right, weights)
    yield "best balance (F0.5) from", f"{balanced:g}"
    for least in sorted({SHOWN_FROM[kind], balanced, 0.4, 0.5, 0.6, 0.7, 0.8}):
        shown = chance >= least
        if shown.any():
            found = float(weights[shown] @ right[shown])
            share, of_right = found / float(weights[shown].sum()), found / max(float(weights @ right), 1e-9)
            mark = "  the default" if least == SHOWN_FROM[kind] else ""
            yield f"right of those from {least:g}, share of the right ones", f"{share:.3f} {of_right:.3f}{mark}"


def best(chance: Numbers, right: Numbers, weights: Numbers) -> float:
    """Give the threshold, in steps of a twentieth, of the best balance that counts a wrong finding twice.

    That is the highest F0.5 (van Rijsbergen 1979) of the share that is right and the share of the right ones.
    """

    def balance(least: float) -> float:
        shown = chance >= least
        if not shown.any():
            return 0.0
        found = float(weights[shown] @ right[shown])
        share, of_right = found / float(weights[shown].sum()), found / max(float(weights @ right), 1e-9)
        return 1.25 * share * of_right / max(0.25 * share + of_right, 1e-9)

    return max((step / 20 for step in range(20)), key=balance)


def area(chance: Numbers, right: Numbers, weights: Numbers) -> float:
    """Give the chance that a right finding is surer than a wrong one (Hanley and McNeil 1982)."""
    yes, no = right > 0, right == 0
    pairs = weights[yes][:, None] * weights[no][None, :]
    over = chance[yes][:, None] - chance[no][None, :]
    return float((pairs * ((over > 0) + 0.5 * (over == 0))).sum() / max(pairs.sum(), 1e-9))


def bins(chance: Numbers, right: Numbers, weights: Numbers) -> Iterator[tuple[float, float, float]]:
    """Part findings into bins of equal mass: of each its mean confidence, the share that is right, its weight."""
    for places in np.array_split(np.argsort(chance, kind="stable"), min(MASSES, len(chance))):
        mass = weights[places]
        sure, share = np.average(chance[places], weights=mass), np.average(right[places], weights=mass)
        yield float(sure), float(share), float(mass.sum())


def error(chance: Numbers, right: Numbers, weights: Numbers) -> float:
    """Give the expected calibration error over bins of equal mass (Naeini 2015, Nixon 2019)."""
    gaps = [(abs(sure - share), mass) for sure, share, mass in bins(chance, right, weights)]
    return sum(gap * mass for gap, mass in gaps) / sum(mass for _, mass in gaps)
