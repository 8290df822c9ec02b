"""The weights: how often an entry was right, and what each value of a feature adds.

They are made by ``make models`` (eval/confidence_model.py) of findings that were judged by reading.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from math import exp, log

from newsledger.confidence.facts import Facts
from newsledger.model import WEIGHED, Weighed

#: The record of all findings of a kind, and that of the entry that fired.
ALL, ENTRY = "*", "entry"
_DATA = "newsledger.confidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """What a feature adds, as a function of steps.

    Attributes:
        above: The values above which the next step is reached, rising.
        adds: What is added below the first of them, and after each; in log-odds, its mean over the judged is 0.
    """

    above: tuple[float, ...]
    adds: tuple[float, ...]

    def of(self, value: float) -> float:
        """Give what a value adds."""
        return self.adds[bisect_left(self.above, value)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What was learnt of one field of one kind of findings: an additive model of steps (Hastie and Tibshirani 1990).

    Attributes:
        base: Log-odds of a finding of which nothing is known.
        steps: By the feature.
        records: The smoothed share of which the field was right, in log-odds, by the name of the record and the entry.
    """

    base: float
    steps: Mapping[str, Steps]
    records: Mapping[str, Mapping[str, float]]

    def parts(self, facts: Facts) -> dict[str, float]:
        """Give what each feature of a finding adds to the base, in log-odds."""
        told = {**facts.values, **records_told(facts.entries, self.records)}.get
        # The function of steps is written out here: it is asked some two hundred times for each finding.
        return {name: one.adds[bisect_left(one.above, told(name, 0))] for name, one in self.steps.items()}


def records_told(
    entries: Mapping[str, tuple[str, ...]], records: Mapping[str, Mapping[str, float]]
) -> dict[str, float]:
    """Look up each record of a finding: that of its narrowest entry that is known, and of the next wider group."""
    told: dict[str, float] = {}
    for name, known in records.items():
        chain = (*entries.get(name, ()), ALL)
        found = [known[entry] for entry in chain if entry in known]
        if found:
            narrowest = chain[0] in known
            told[f"{name}_record"] = found[0]
            told[f"{name}_group"] = found[1] if narrowest and len(found) > 1 else found[0]
            if name == ENTRY:
                told["entry_known"] = narrowest
    return told


def load_weights() -> Mapping[Weighed, Mapping[str, Weights]]:
    """Load the weights that come with the package: of each kind by the field."""
    steps: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for line in _lines("weights.tsv"):
        kind, field, *row = line.split("\t")
        steps[kind, field].append((row[0], row[1], row[2]))
    records = _records()
    return {
        kind: {
            field: Weights(
                base=next((float(adds) for name, _, adds in rows if name == ALL), 0.0),
                steps=_steps(row for row in rows if row[0] != ALL),
                records=_used(records.get((kind, field), {}), {row[0] for row in rows}),
            )
            for (of, field), rows in steps.items()
            if of == kind
        }
        for kind in WEIGHED
    }


def _used(records: Mapping[str, Mapping[str, float]], features: Iterable[str]) -> Mapping[str, Mapping[str, float]]:
    """Give the records that some feature of a field is made of."""
    names = {feature.rpartition("_")[0] for feature in features}
    return {name: record for name, record in records.items() if name in names}


def log_odds(share: float) -> float:
    """Turn a share into log-odds."""
    return log(share / (1 - share))


def chance_of(odds: float) -> float:
    """Turn log-odds into a share."""
    return 1 / (1 + exp(-odds))


def _records() -> Mapping[tuple[str, str], Mapping[str, Mapping[str, float]]]:
    """Read the shares of entries; a line has one for each field of its kind, under ``*`` stand the fields' names."""
    fields: dict[str, list[str]] = {}
    found: dict[tuple[str, str], dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    for line in _lines("entries.tsv"):
        kind, name, entry, _, shares = line.split("\t")
        if name == ALL:
            fields[kind] = shares.split()
            continue
        for field, share in zip(fields[kind], shares.split(), strict=True):
            found[kind, field][name][entry] = log_odds(float(share))
    return found


def _steps(rows: Iterable[tuple[str, str, str]]) -> dict[str, Steps]:
    """Gather rows of one feature each: the value above which a step is reached (``-`` for the first), what it adds."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, above, adds in rows:
        found.setdefault(name, []).append((above, adds))
    return {
        name: Steps(above=tuple(float(one) for one, _ in rows[1:]), adds=tuple(float(one) for _, one in rows))
        for name, rows in found.items()
    }


def _lines(name: str) -> Iterator[str]:
    lines = (files(_DATA) / "data" / name).read_text("utf-8").splitlines()
    # Two lines of source and licence, and the header.
    yield from lines[3:]
