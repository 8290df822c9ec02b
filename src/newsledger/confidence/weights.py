"""The weights: how often an entry was right, and what each value of a feature adds.

They are made by ``make models`` (eval/confidence_model.py) of findings that were judged by reading.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from math import exp, log
from typing import TypeVar

from newsledger.model import WEIGHED, Weighed

Known = TypeVar("Known")
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


def told(chain: Sequence[str], known: Mapping[str, Known]) -> tuple[Known, Known, bool]:
    """Look up a record of a finding.

    Args:
        chain: Its entries, the narrowest first, then ever wider groups.
        known: What is known of each entry; of all under ``*``.

    Returns:
        What is known of the narrowest, of the next wider group that is known, and whether the narrowest itself is.
    """
    narrowest = known.get(chain[0]) if chain else None
    for entry in chain[1:]:
        wider = known.get(entry)
        if wider is not None:
            break
    else:
        wider = known[ALL]
    return (wider, wider, False) if narrowest is None else (narrowest, wider, True)


def records_told(
    entries: Mapping[str, tuple[str, ...]], records: Mapping[str, Mapping[str, float]]
) -> dict[str, float]:
    """Look up each record of a finding, as features."""
    found: dict[str, float] = {}
    for name, known in records.items():
        narrowest, wider, is_known = told(entries.get(name, ()), known)
        found[f"{name}_record"], found[f"{name}_group"] = narrowest, wider
        if name == ENTRY:
            found[f"{name}_known"] = is_known
    return found


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
                records=records.get((kind, field), {}),
            )
            for (of, field), rows in steps.items()
            if of == kind
        }
        for kind in WEIGHED
    }


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
