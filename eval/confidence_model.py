"""Trains the confidence of findings on eval/judged/features; ``make models`` writes it into the package.

    python eval/confidence_model.py            # figures by folds of pages, then weights and calibration of all
    python eval/confidence_model.py --figures  # the figures alone

Each field has a model of its own, learnt where the field was judged: boosted stumps (Friedman 2001), the same each
time, in NumPy; those of a feature are one function of steps. A finding is right where all its fields are: their
shares are multiplied. A model that weighs a page has seen no finding of it, and the record of an entry is made without
the page that it stands in. No text is needed.
"""

import argparse
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from confidence_figures import Numbers, figures
from judged.features import HERE as JUDGED
from judged.features import Measured, read
from newsledger.confidence.scorer import Scorer
from newsledger.confidence.weights import ALL, Steps, Weights, chance_of, log_odds, records_told, told
from newsledger.lexicon import NOTHING
from newsledger.model import WEIGHED, Weighed

ROOT = Path(__file__).parent.parent
INTO = ROOT / "src" / "newsledger" / "confidence" / "data"
FOLDS = 5
#: Chosen on folds: rounds, how far each goes, what holds back small groups, bins of a feature, and of how many
#: findings the record of a wider group is worth where an entry has its own.
ROUNDS, RATE, HELD_BACK, BINS, WIDER = 320, 0.06, 20.0, 12, 3.0
#: What carries a word of the page itself counts from so many findings on: one says nothing of the next page.
WORDED, SEEN = frozenset({"act", "governor", "standing"}), 2
#: What a feature must add somewhere, in log-odds, to be worth the time that it takes.
LEAST = 0.03
#: A feature that has another value than most in fewer findings tells nothing that would last.
RARE = 8
HEADS = {
    "weights.tsv": "finding\tfield\tfeature\tabove\tadds",
    "entries.tsv": "finding\trecord\tentry\tjudged\tshares",
    "calibration.en.tsv": "finding\tslope\tintercept\tjudged\texample",
}
SOURCE = "# source: made by eval/confidence_model.py of findings that were judged by reading\n# licence: Apache-2.0\n"

Places = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Findings as numbers.

    Attributes:
        rows: The findings.
        right: 1 or 0 of each.
        weights: Of each; two readers of one finding share it.
        folds: Of each, by its page.
    """

    rows: tuple[Measured, ...]
    right: Numbers
    weights: Numbers
    folds: Places

    def of(self, chosen: Any) -> "Table":
        """Give some of the findings."""
        places = np.flatnonzero(chosen)
        return Table(
            rows=tuple(self.rows[at] for at in places),
            right=self.right[places],
            weights=self.weights[places],
            folds=self.folds[places],
        )

    def field(self, name: str) -> "Table":
        """Give those of which it is known whether a field is right, with that for what is to be learnt."""
        known = self.of([row.fields.get(name) is not None for row in self.rows])
        return replace(known, right=np.array([float(bool(row.fields[name])) for row in known.rows]))


def main() -> None:
    """Tell the figures of each kind, and write what was learnt."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--figures", action="store_true")
    options = parser.parse_args()
    written: dict[str, list[str]] = {name: [] for name in HEADS}
    for kind in sorted(WEIGHED):
        table = table_of(read(JUDGED / "features" / f"{kind}.tsv"))
        sure = by_folds(table, rising())
        print(f"{kind}: {len(table.rows)} judged")
        chance = calibrated(sure, table)
        for name, value in figures(kind, chance, table.right, table.weights):
            print(f"  {name:44} {value}")
        if not options.figures:
            _note(written, kind, table, platt(sure, table))
    if not options.figures:
        for name, lines in written.items():
            (INTO / name).write_text(SOURCE + HEADS[name] + "\n" + "".join(f"{line}\n" for line in lines), "utf-8")


def table_of(rows: Iterable[Measured]) -> Table:
    """Make a table of measured findings."""
    found = tuple(rows)
    readers: dict[tuple[str, str], int] = defaultdict(int)
    for row in found:
        readers[row.page, row.facts.finding] += 1
    return Table(
        rows=found,
        right=np.array([float(row.right) for row in found]),
        weights=np.array([1 / readers[row.page, row.facts.finding] for row in found]),
        folds=np.array([fold_of(row.page) for row in found]),
    )


def fold_of(page: str) -> int:
    """Say in which fold a page is."""
    return hashlib.sha256(page.encode()).digest()[0] % FOLDS


def rising() -> frozenset[str]:
    """Give the features of which more must never make a finding less sure."""
    lines = (INTO / "features.en.tsv").read_text("utf-8").splitlines()[3:]
    return frozenset(cells[0] for cells in (line.split("\t") for line in lines) if cells[2] == "+")


def by_folds(table: Table, signs: frozenset[str]) -> Numbers:
    """Give the log-odds of each finding by models that have not seen its page."""
    sure = np.zeros(len(table.rows))
    for fold in range(FOLDS):
        held = table.folds == fold
        if held.any():
            scorer = Scorer.of(train(table.of(~held), signs))
            sure[held] = scorer.weigh([row.facts for row in table.of(held).rows])[0]
    return sure


def train(table: Table, signs: frozenset[str]) -> dict[str, Weights]:
    """Learn the weights of each field of one kind of findings."""
    return filled({field: train_field(table.field(field), signs) for field in table.rows[0].fields}, table)


def filled(fields: Mapping[str, Weights], table: Table) -> dict[str, Weights]:
    """Give all fields the same entries: of one of which a field was never judged the next wider group tells of it."""
    full: dict[str, dict[str, dict[str, float]]] = {field: {} for field in fields}
    for name in sorted({name for weights in fields.values() for name in weights.records}):
        known = {entry for weights in fields.values() for entry in weights.records[name]}
        chains = {(*row.facts.entries.get(name, ()), ALL) for row in table.rows}
        tails = {chain[at]: chain[at:] for chain in sorted(chains) for at in range(len(chain)) if chain[at] in known}
        for field, weights in fields.items():
            full[field][name] = {entry: told(tail, weights.records[name])[0] for entry, tail in tails.items()}
    return {field: replace(weights, records=full[field]) for field, weights in fields.items()}


def train_field(table: Table, signs: frozenset[str]) -> Weights:
    """Learn the weights of one field, or of a whole that is one."""
    values = [dict(row.facts.values) for row in table.rows]
    for fold in range(FOLDS):
        held = np.flatnonzero(table.folds == fold)
        records = records_of(table.of(table.folds != fold))
        for at in held:
            values[at] |= records_told(table.rows[at].facts.entries, records)
    names = sorted({name for row in values for name in row})
    matrix = np.array([[float(row.get(name, 0)) for name in names] for row in values])
    kept = [at for at in range(len(names)) if _varies(matrix[:, at])]
    return boost(matrix[:, kept], [names[at] for at in kept], table, signs)


def records_of(table: Table) -> dict[str, dict[str, float]]:
    """Give each smoothed record of the entries, in log-odds: of few findings it is near that of the wider group."""
    return {name: _record(name, table) for name in sorted({name for row in table.rows for name in row.facts.entries})}


def _record(name: str, table: Table) -> dict[str, float]:
    overall = (float(table.weights @ table.right) + 1) / (float(table.weights.sum()) + 2)
    shares = {ALL: overall}
    counts: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    wider: dict[str, str] = {}
    for row, right, weight in zip(table.rows, table.right, table.weights, strict=True):
        chain = (*dict.fromkeys(row.facts.entries.get(name, ())), ALL)
        for entry, next_wider in pairwise(chain):
            counts[entry][0] += weight * right
            counts[entry][1] += weight
            wider[entry] = next_wider

    def share(entry: str) -> float:
        if entry not in shares:
            right, judged = counts[entry]
            shares[entry] = (right + WIDER * share(wider[entry])) / (judged + WIDER)
        return shares[entry]

    least = SEEN if name in WORDED else 0
    return {entry: log_odds(share(entry)) for entry in (*counts, ALL) if entry == ALL or counts[entry][1] >= least}


def _varies(column: Numbers) -> bool:
    _, counts = np.unique(column, return_counts=True)
    return len(column) - int(counts.max()) >= RARE


def boost(matrix: Numbers, names: Sequence[str], table: Table, signs: frozenset[str]) -> Weights:
    """Fit stumps, one after the other, each to what is left to tell."""
    cuts = [_cuts(matrix[:, at]) for at in range(len(names))]
    # A finding is behind each cut that its value exceeds: a column for each cut.
    behind = np.concatenate(
        [matrix[:, [at]] > cut[None, :] for at, cut in enumerate(cuts)], axis=1, dtype=np.float64, casting="unsafe"
    )
    of = np.repeat(np.arange(len(names)), [len(cut) for cut in cuts])
    must_rise = np.array([names[at] in signs for at in of.tolist()])
    share = (float(table.weights @ table.right) + 1) / (float(table.weights.sum()) + 2)
    base, adds = log_odds(share), np.zeros((len(of), 2))
    sure = np.full(len(table.rows), base)
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-sure))
        best, low, high = _stump(
            behind, table.weights * (table.right - chance), table.weights * chance * (1 - chance), must_rise
        )
        adds[best] += RATE * low, RATE * high
        sure += RATE * np.where(behind[:, best] > 0, high, low)
    return _gathered(matrix, names, cuts, adds, base, table)


def _cuts(column: Numbers) -> Numbers:
    values = np.unique(column)
    middles = (values[1:] + values[:-1]) / 2
    if len(middles) > BINS:
        wanted = np.quantile(column, np.linspace(0, 1, BINS + 2)[1:-1])
        middles = np.unique([middles[np.argmin(np.abs(middles - one))] for one in wanted])
    return middles


def _stump(behind: Numbers, slope: Numbers, bend: Numbers, must_rise: Any) -> tuple[int, float, float]:
    """Find the cut that tells most, and what is added on either side of it."""
    high_slope, high_bend = slope @ behind, bend @ behind
    low_slope, low_bend = slope.sum() - high_slope, bend.sum() - high_bend
    high, low = high_slope / (high_bend + HELD_BACK), low_slope / (low_bend + HELD_BACK)
    gain = high_slope * high + low_slope * low
    gain[must_rise & (high < low)] = -1
    best = int(np.argmax(np.round(gain, 9)))
    return best, float(low[best]), float(high[best])


def _gathered(
    matrix: Numbers, names: Sequence[str], cuts: Sequence[Numbers], adds: Numbers, base: float, table: Table
) -> Weights:
    """Gather the stumps of each feature into one function, its mean over the findings 0."""
    steps, first = {}, 0
    for at, cut in enumerate(cuts):
        low, high = adds[first : first + len(cut), 0], adds[first : first + len(cut), 1]
        first += len(cut)
        used = (low != 0) | (high != 0)
        if not used.any():
            continue
        lows, highs, above = low[used], high[used], cut[used]
        levels = np.array([highs[:number].sum() + lows[number:].sum() for number in range(len(above) + 1)])
        if np.ptp(levels) < LEAST:
            continue
        mean = float(table.weights @ levels[np.searchsorted(above, matrix[:, at])] / table.weights.sum())
        base += mean
        steps[names[at]] = Steps(
            above=tuple(round(float(one), 4) for one in above),
            adds=tuple(round(float(one) - mean, 4) for one in levels),
        )
    return Weights(base=round(base, 4), steps=steps, records=records_of(table))


def platt(sure: Numbers, table: Table) -> tuple[float, float]:
    """Fit Platt's line, with his own targets, by Newton's method."""
    total, right = float(table.weights.sum()), float(table.weights @ table.right)
    target = np.where(table.right > 0, (right + 1) / (right + 2), 1 / (total - right + 2))
    line, ones = np.array([1.0, 0.0]), np.stack([sure, np.ones(len(sure))], axis=1)
    for _ in range(30):
        chance = 1 / (1 + np.exp(-(ones @ line)))
        slope = ones.T @ (table.weights * (target - chance))
        bend = (ones * (table.weights * chance * (1 - chance))[:, None]).T @ ones + 1e-6 * np.eye(2)
        line = line + np.linalg.solve(bend, slope)
    return float(line[0]), float(line[1])


def calibrated(sure: Numbers, table: Table) -> Numbers:
    """Give the confidence of each finding, the line fitted to the other folds."""
    chance = np.zeros(len(sure))
    for fold in range(FOLDS):
        held = table.folds == fold
        slope, intercept = platt(sure[~held], table.of(~held))
        chance[held] = 1 / (1 + np.exp(-(slope * sure[held] + intercept)))
    return chance


def _note(written: Mapping[str, list[str]], kind: Weighed, table: Table, line: tuple[float, float]) -> None:
    """Note what was learnt of all findings of a kind, as lines of the package's data.

    Args:
        written: The lines of each file.
        kind: Of the findings.
        table: The findings.
        line: Of the calibration.
    """
    fields = train(table, rising())
    for field, weights in fields.items():
        written["weights.tsv"].append(f"{kind}\t{field}\t{ALL}\t{NOTHING}\t{weights.base:.4f}")
        for name, steps in sorted(weights.steps.items()):
            above = [NOTHING, *(f"{one:g}" for one in steps.above)]
            written["weights.tsv"] += [
                f"{kind}\t{field}\t{name}\t{a}\t{b:.4f}" for a, b in zip(above, steps.adds, strict=True)
            ]
    written["entries.tsv"] += _entries(kind, table, fields)
    slope, intercept = line
    middle = 1 / (1 + np.exp(-intercept))
    example = f"What the model gives even odds is right with *{middle:.2f}*."
    written["calibration.en.tsv"].append(f"{kind}\t{slope:.4f}\t{intercept:.4f}\t{len(table.rows)}\t{example}")


def _entries(kind: Weighed, table: Table, fields: Mapping[str, Weights]) -> Iterator[str]:
    """Note the records that some feature uses: of each entry the share of each field."""
    used = {name.rpartition("_")[0] for weights in fields.values() for name in weights.steps}
    records = next(iter(fields.values())).records
    judged: dict[tuple[str, str], float] = defaultdict(float)
    for row, weight in zip(table.rows, table.weights, strict=True):
        for name in used & row.facts.entries.keys():
            for entry in {*row.facts.entries[name], ALL} & records[name].keys():
                judged[name, entry] += weight
    yield f"{kind}\t{ALL}\t{ALL}\t{NOTHING}\t{' '.join(fields)}"
    for (name, entry), number in sorted(judged.items()):
        odds = (weights.records[name][entry] for weights in fields.values())
        shares = " ".join(f"{min(max(chance_of(one), 0.001), 0.999):.3f}" for one in odds)
        yield f"{kind}\t{name}\t{entry}\t{number:g}\t{shares}"


if __name__ == "__main__":
    main()
