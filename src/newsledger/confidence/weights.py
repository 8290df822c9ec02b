"""The weights: how often an entry was right, and what each value of a feature adds.

They are made by ``make models`` (eval/confidence_model.py) of findings that were judged by reading.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from math import log

from newsledger.confidence.facts import Facts
from newsledger.model import WEIGHED, Weighed

#: Features that are made of the record of entries; "*" is the record of all findings of a kind.
ENTRY, GROUP, ALL = "entry_record", "group_record", "*"
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
    """What was learnt of one kind of findings: an additive model of steps (Hastie and Tibshirani 1990).

    Attributes:
        base: Log-odds of a finding of which nothing is known.
        steps: By the feature.
        records: The smoothed share that was right, in log-odds, by entry or group.
    """

    base: float
    steps: Mapping[str, Steps]
    records: Mapping[str, float]

    def parts(self, facts: Facts) -> dict[str, float]:
        """Give what each feature of a finding adds to the base, in log-odds."""
        values = {**facts.values, **record_of(facts.entries, self.records)}
        told = values.get
        # The function of steps is written out here: it is asked some forty times for each finding.
        return {name: one.adds[bisect_left(one.above, told(name, 0))] for name, one in self.steps.items()}


def record_of(entries: Sequence[str], records: Mapping[str, float]) -> dict[str, float]:
    """Look up the record of an entry, and of the first wider group that is known."""
    known = [(number, records[entry]) for number, entry in enumerate((*entries, ALL)) if entry in records]
    if not known:
        return {}
    wider = next((record for number, record in known if number), known[0][1])
    return {ENTRY: known[0][1], GROUP: wider, "entry_known": known[0][0] == 0}


def load_weights() -> Mapping[Weighed, Weights]:
    """Load the weights that come with the package."""
    steps = [line.split("\t") for line in _lines("weights.tsv")]
    entries = [line.split("\t") for line in _lines("entries.tsv")]
    return {
        kind: Weights(
            base=next((float(adds) for of, name, _, adds in steps if (of, name) == (kind, ALL)), 0.0),
            steps=_steps((name, above, adds) for of, name, above, adds in steps if of == kind and name != ALL),
            records={entry: log_odds(float(share)) for of, entry, share, _ in entries if of == kind},
        )
        for kind in WEIGHED
    }


def log_odds(share: float) -> float:
    """Turn a share into log-odds."""
    return log(share / (1 - share))


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
