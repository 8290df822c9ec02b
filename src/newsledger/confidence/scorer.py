"""The weights of a kind, laid out so that all findings of a page are weighed at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from newsledger.confidence.facts import Facts
from newsledger.confidence.weights import ENTRY, Steps, Weights, told

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]
#: Of each entry of a record its log-odds, as far as some field asks for them: as the narrowest, as the wider group.
Odds = Mapping[str, tuple[tuple[float, ...], tuple[float, ...]]]
#: Steps are summed in whole ten-thousandths of log-odds: the sum is the same in whatever order a machine adds.
UNIT = 1e-4


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorer:
    """An additive model for each field of a kind; a *part* is what one feature adds to one field.

    Attributes:
        values: The features that are measured: the first numbers in the row of a finding.
        records: The records that are looked up: the numbers that follow.
        base: Of each field.
        columns: Of each step the place in the row of its value; the steps of a part follow each other.
        above: Of each step the value above which it is reached; the first of a part is reached by all.
        rises: What each step adds to the one before.
        starts: The first step of each part.
        fields: The field of each part.
        in_field: For each part 1 in the column of its field.
        names: Of all features, sorted.
        in_name: For each part 1 in the column of its feature.
    """

    values: tuple[str, ...]
    records: Mapping[str, Odds]
    base: Numbers
    columns: Places
    above: Numbers
    rises: Numbers
    starts: Places
    fields: Places
    in_field: Numbers
    names: tuple[str, ...]
    in_name: Numbers

    @classmethod
    def of(cls, weights: Mapping[str, Weights]) -> "Scorer":
        """Lay out the weights of each field of a kind; a record has the same entries in each."""
        parts = [(at, name, one) for at, field in enumerate(weights.values()) for name, one in field.steps.items()]
        fields, features = [at for at, _, _ in parts], [name for _, name, _ in parts]
        columns = _looked_up(weights)
        values = sorted(set(features) - {name for _, name in columns})
        places = [values.index(name) if name in values else len(values) + columns[at, name] for at, name, _ in parts]
        names = sorted(set(features))
        sizes = [len(one.adds) for _, _, one in parts]
        return cls(
            values=tuple(values),
            records={name: _odds(name, weights) for name in _names(weights)},
            base=np.array([round(one.base / UNIT) for one in weights.values()], float),
            columns=np.repeat(np.array(places, int), sizes),
            above=np.array([above for _, _, one in parts for above in (-np.inf, *one.above)]),
            rises=np.array([rise for _, _, one in parts for rise in _rises(one)]),
            starts=np.array([0, *accumulate(sizes)][:-1], int),
            fields=np.array(fields, int),
            in_field=np.eye(len(weights))[fields],
            names=tuple(names),
            in_name=np.eye(len(names))[[names.index(name) for name in features]],
        )

    def weigh(self, findings: Sequence[Facts]) -> tuple[Numbers, Numbers]:
        """Weigh findings before calibration: all fields have to be right, each where the ones before it are.

        Args:
            findings: What speaks for and against each.

        Returns:
            Of each the log-odds that all fields are right; and what each feature adds to them: the less sure a field
            is, the more counts what its features say.
        """
        rows = np.array([self._row(one) for one in findings], float)
        steps = (np.take(rows, self.columns, axis=1) > self.above) * self.rises
        parts = np.add.reduceat(steps, self.starts, axis=1)
        shares = 1 / (1 + np.exp(-UNIT * (self.base + parts @ self.in_field)))
        whole = shares.prod(axis=1)
        doubts = (1 - shares) / (1 - whole)[:, None]
        adds = (UNIT * parts * doubts[:, self.fields]) @ self.in_name
        return np.log(whole) - np.log1p(-whole), adds

    def _row(self, facts: Facts) -> list[float]:
        """Put the numbers of a finding in a row; the last is whether its entry is known."""
        measured, entries = facts.values.get, facts.entries.get
        row = [measured(name, 0) for name in self.values]
        entry_known = False
        for name, odds in self.records.items():
            narrowest, wider, is_known = told(entries(name, ()), odds)
            row += narrowest[0]
            row += wider[1]
            entry_known |= is_known and name == ENTRY
        row.append(entry_known)
        return row


def _rises(steps: Steps) -> Iterator[float]:
    adds = [round(one / UNIT) for one in steps.adds]
    yield adds[0]
    yield from (after - before for before, after in pairwise(adds))


def _names(weights: Mapping[str, Weights]) -> list[str]:
    """Give the records that some feature is made of."""
    used = {feature.rpartition("_")[0] for field in weights.values() for feature in field.steps}
    return sorted({name for field in weights.values() for name in field.records if name in used})


def _looked_up(weights: Mapping[str, Weights]) -> dict[tuple[int, str], int]:
    """Give the place of each number that is looked up, by the field and the feature."""
    found = [
        (place, feature)
        for name in _names(weights)
        for feature in (f"{name}_record", f"{name}_group")
        for place, field in enumerate(weights.values())
        if feature in field.steps
    ]
    places = {key: place for place, key in enumerate(found)}
    return places | {(place, f"{ENTRY}_known"): len(found) for place in range(len(weights))}


def _odds(name: str, weights: Mapping[str, Weights]) -> Odds:
    """Give for each entry of a record what stands in a row."""
    as_narrowest = [field.records[name] for field in weights.values() if f"{name}_record" in field.steps]
    as_wider = [field.records[name] for field in weights.values() if f"{name}_group" in field.steps]
    entries = {entry for field in weights.values() for entry in field.records.get(name, ())}
    return {
        entry: (tuple(known[entry] for known in as_narrowest), tuple(known[entry] for known in as_wider))
        for entry in entries
    }
