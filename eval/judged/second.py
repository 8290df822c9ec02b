"""Fits what a second pipeline tells of how sure a finding is; run by hand, for no requirement brings one.

    python eval/judged/second.py PIPELINE

Both pipelines read the judged pages. What is added in log-odds to the confidence where they parse the clause of a
finding alike, and where not, is fitted by folds of pages to tell figures, then on all for ``second.en.tsv``.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))
from cached_parses import parse
from confidence_figures import Numbers, area, error
from confidence_model import FOLDS, INTO, SOURCE, Table, by_folds, platt, rising, table_of
from judged.draw import pages
from judged.features import HERE, read
from newsledger.confidence import parsed_alike
from newsledger.model import Capture, Weighed
from newsledger.pipeline import Reader

KINDS: tuple[Weighed, ...] = ("events", "expectations", "statements")
HEAD = "finding\talike\tdiffers\tjudged\texample\n"
Flags = np.ndarray[Any, np.dtype[np.bool_]]


def main() -> None:
    """Tell the figures of each kind, and write what was learnt."""
    reader = Reader.load("en", second=sys.argv[1])
    tables = {kind: table_of(read(HERE / "features" / f"{kind}.tsv")) for kind in KINDS}
    alike = dict(_alike(reader, {row.page for table in tables.values() for row in table.rows}))
    lines = []
    for kind, table in tables.items():
        same = np.array([alike[row.page, row.facts.finding] for row in table.rows])
        odds = by_folds(table, rising())
        line = platt(odds, table)
        odds = line[0] * odds + line[1]
        both = np.zeros(len(odds))
        for fold in range(FOLDS):
            held = table.folds == fold
            both[held] = odds[held] + _added(_fit(odds[~held], same[~held], table.of(~held)), same[held])
        print(
            f"{kind}: parsed alike {same.mean():.3f}; right of these {_right(table, same):.3f}, "
            f"of the others {_right(table, ~same):.3f}"
        )
        for name, one in (("alone", odds), ("with the second", both)):
            chance = 1 / (1 + np.exp(-one))
            ranked, off = area(chance, table.right, table.weights), error(chance, table.right, table.weights)
            print(f"  {name}: area {ranked:.3f}, calibration error {off:.3f}")
        agree, differ = _fit(odds, same, table)
        example = f"Where the parses differ *{_right(table, ~same):.2f}* are right, else {_right(table, same):.2f}."
        lines.append(f"{kind}\t{agree:.3f}\t{differ:.3f}\t{len(table.rows)}\t{example}\n")
    (INTO / "second.en.tsv").write_text(
        SOURCE.replace("confidence_model", "judged/second") + HEAD + "".join(lines), "utf-8"
    )


def _alike(reader: Reader, wanted: set[str]) -> Iterator[tuple[tuple[str, str], bool]]:
    """Say of each finding of the judged pages whether both pipelines parse its clause alike."""
    if reader.second is None:
        return
    for page, text in pages():
        if page["id"] in wanted:
            doc = parse(reader, Capture(data=text, published=page["published"]))
            found = parsed_alike(reader.find(doc), reader.analyse(doc).doc, reader.second.annotate(doc.article))
            yield from (((page["id"], finding), same) for finding, same in found.items())


def _fit(odds: Numbers, same: Flags, table: Table) -> tuple[float, float]:
    """Find what is added where parses agree and where not, each such that the confidences sum to what is right."""
    return _shift(odds, same, table), _shift(odds, ~same, table)


def _shift(odds: Numbers, chosen: Flags, table: Table) -> float:
    shift, right, weights = 0.0, table.right[chosen], table.weights[chosen]
    for _ in range(30):
        chance = 1 / (1 + np.exp(-(odds[chosen] + shift)))
        shift += float(weights @ (right - chance)) / (float(weights @ (chance * (1 - chance))) + 1)
    return shift


def _added(fitted: tuple[float, float], same: Flags) -> Numbers:
    return np.where(same, *fitted)


def _right(table: Table, chosen: Flags) -> float:
    return float(np.average(table.right[chosen], weights=table.weights[chosen]))


if __name__ == "__main__":
    main()
