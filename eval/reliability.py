"""Draws how the confidence of findings fits the share that is right, for docs/confidence.md.

    python eval/reliability.py            # docs/images/confidence-KIND.svg, from eval/judged/features, by folds

Left, reliability: of each of 15 bins of equal mass its mean confidence against the share that is right; the nearer
to the line, the better. Right, precision against coverage: how many are right of those that a threshold shows, and
which share of the right ones that is.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from confidence_figures import Numbers, bins, error
from confidence_model import by_folds, calibrated, rising, table_of
from judged.features import HERE as JUDGED
from judged.features import read
from newsledger.model import WEIGHED

INTO = Path(__file__).parent.parent / "docs" / "images"
#: Of a panel, and of its place: left and top.
SIDE, TOP, LEFT, RIGHT = 220, 40, 50, 340
STYLE = (
    "text{font:12px sans-serif;fill:currentColor}path,line,rect{fill:none;stroke:currentColor}"
    ".faint{opacity:.35}circle{fill:currentColor}"
)
#: Thresholds of the curve.
STEPS = 50


def main() -> None:
    """Draw each kind that has been judged."""
    for kind in WEIGHED:
        path = JUDGED / "features" / f"{kind}.tsv"
        if not path.exists():
            print(f"{kind}: not judged yet")
            continue
        table = table_of(read(path))
        chance = calibrated(by_folds(table, rising()), table)
        INTO.mkdir(parents=True, exist_ok=True)
        (INTO / f"confidence-{kind}.svg").write_text(drawing(kind, chance, table.right, table.weights), "utf-8")
        print(f"{kind}: drawn")


def drawing(kind: str, chance: Numbers, right: Numbers, weights: Numbers) -> str:
    """Make the SVG of a kind."""
    told = f"{kind}: calibration error {error(chance, right, weights):.3f} over {len(right)} judged"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 310" role="img" aria-label="{told}">',
        f"<style>{STYLE}</style>",
        f'<text x="{LEFT}" y="20">{told}</text>',
        *_panel(LEFT, "confidence", "right"),
        f'<line class="faint" x1="{LEFT}" y1="{TOP + SIDE}" x2="{LEFT + SIDE}" y2="{TOP}"/>',
        *(_dot(LEFT, sure, share) for sure, share, _ in bins(chance, right, weights)),
        *_panel(RIGHT, "share of the right ones that is shown", "right"),
        _curve(RIGHT, list(_covered(chance, right, weights))),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _covered(chance: Numbers, right: Numbers, weights: Numbers) -> Iterator[tuple[float, float]]:
    for least in np.quantile(chance, np.linspace(0, 1 - 1 / STEPS, STEPS)):
        shown = chance >= least
        found = float(weights[shown] @ right[shown])
        yield found / float(weights @ right), found / float(weights[shown].sum())


def _panel(left: int, below: str, beside: str) -> Iterator[str]:
    yield f'<rect class="faint" x="{left}" y="{TOP}" width="{SIDE}" height="{SIDE}"/>'
    for share in (0.0, 0.5, 1.0):
        yield f'<text x="{left - 28}" y="{TOP + SIDE * (1 - share) + 4:.0f}">{share:g}</text>'
        yield f'<text x="{left + SIDE * share - 6:.0f}" y="{TOP + SIDE + 16}">{share:g}</text>'
    yield f'<text x="{left}" y="{TOP + SIDE + 36}">{below}</text>'
    yield f'<text x="{left - 28}" y="{TOP - 6}">{beside}</text>'


def _dot(left: int, sure: float, share: float) -> str:
    return f'<circle cx="{left + SIDE * sure:.1f}" cy="{TOP + SIDE * (1 - share):.1f}" r="4"/>'


def _curve(left: int, points: list[tuple[float, float]]) -> str:
    places = (f"{left + SIDE * covered:.1f} {TOP + SIDE * (1 - right):.1f}" for covered, right in points)
    return f'<path d="M {" L ".join(places)}"/>'


if __name__ == "__main__":
    main()
