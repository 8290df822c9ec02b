"""Weighs findings with parts of the model left out, for docs/confidence.md; folds by pages, or by kits of pages.

    python eval/confidence_ablation.py            # without each group of features, and with one model for all fields
    python eval/confidence_ablation.py --by-kit   # a model weighs only pages of a kit that it has not seen

Folds by pages have pages of one story, and of one outlet, on both sides; folds by kits have neither.
"""

import argparse
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import replace
from functools import partial

import numpy as np

from confidence_figures import area, error
from confidence_model import Table, by_folds, calibrated, rising, table_of
from judged.features import HERE as JUDGED
from judged.features import Measured, read
from newsledger.model import Weighed

KINDS: tuple[Weighed, ...] = ("events", "statements", "expectations")
#: Groups of features, by what their names begin with.
GROUPS = {
    "page": ("page_",),
    "sentence and word": ("sentence_", "word_", "clause_"),
    "parties": ("actor.", "recipient.", "source.", "holder."),
    "left out": ("other", "agent_left", "bearer_left", "actor_sure", "times"),
}


def main() -> None:
    """Tell the figures of each kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--by-kit", action="store_true")
    by_kit = parser.parse_args().by_kit
    for kind in KINDS:
        table = table_of(read(JUDGED / "features" / f"{kind}.tsv"))
        cases = [("folds by kit", _by_kit(table))] if by_kit else _cases(table)
        for name, case in cases:
            sure = by_folds(case, rising())
            chance = calibrated(sure, case)
            ranked, off = area(chance, case.right, case.weights), error(chance, case.right, case.weights)
            print(f"{kind}: {name}: area {ranked:.3f}, calibration error {off:.3f}")


def _by_kit(table: Table) -> Table:
    kits = [row.page.removeprefix("fresh-read-").partition("-")[0] for row in table.rows]
    return replace(table, folds=np.array([sorted(set(kits)).index(kit) for kit in kits]))


def _cases(table: Table) -> Iterator[tuple[str, Table]]:
    yield "all", table
    yield "one model for all fields", _changed(table, lambda row: replace(row, fields={"right": row.right}))
    yield "only the record of the entry", _changed(table, lambda row: _with(row, {}, {"entry"}))
    yield "no record but that of the entry", _changed(table, lambda row: _with(row, row.facts.values, {"entry"}))
    for name, begins in GROUPS.items():
        yield f"without: {name}", _changed(table, partial(_without, begins=begins))


def _changed(table: Table, change: Callable[[Measured], Measured]) -> Table:
    return replace(table, rows=tuple(change(row) for row in table.rows))


def _with(row: Measured, values: Mapping[str, float], records: Container[str]) -> Measured:
    entries = {name: chain for name, chain in row.facts.entries.items() if name in records}
    return replace(row, facts=replace(row.facts, values=values, entries=entries))


def _without(row: Measured, begins: tuple[str, ...]) -> Measured:
    values = {name: value for name, value in row.facts.values.items() if not name.startswith(begins)}
    return replace(row, facts=replace(row.facts, values=values))


if __name__ == "__main__":
    main()
