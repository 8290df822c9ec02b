"""What the room knows: its features, the weights that were learnt, the calibration."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsledger.confidence.scorer import Scorer
from newsledger.confidence.weights import load_weights
from newsledger.lexicon import Lexicon, Schema
from newsledger.model import WEIGHED, Weighed

_KINDS = frozenset(WEIGHED)
SCHEMAS: Mapping[str, Schema] = {
    "features": Schema(
        columns=("feature", "of", "sign", "reason", "example"),
        key=("feature",),
        codes={"of": _KINDS, "sign": frozenset({"+"})},
    ),
    "calibration": Schema(
        columns=("finding", "slope", "intercept", "judged", "example"), key=("finding",), codes={"finding": _KINDS}
    ),
    "second": Schema(
        columns=("finding", "alike", "differs", "judged", "example"), key=("finding",), codes={"finding": _KINDS}
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A feature.

    Attributes:
        of: The kinds that have it.
        rising: More of it must never make a finding less sure.
        reason: Why it tells something.
    """

    of: frozenset[str]
    rising: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """The last step: Platt's line (1999) from what the model gives to a share that is right."""

    slope: float
    intercept: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Second:
    """What is added, in log-odds, where a second pipeline parses the clause of a finding alike, and where not."""

    alike: float
    differs: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the room knows.

    Attributes:
        features: By name.
        scorers: The weights of each kind.
        calibrations: Of each kind.
        seconds: Of each kind that a second pipeline tells of.
    """

    features: Mapping[str, Feature]
    scorers: Mapping[Weighed, Scorer] = field(repr=False)
    calibrations: Mapping[Weighed, Calibration]
    seconds: Mapping[str, Second]

    def feature(self, name: str) -> Feature:
        """Give a feature by its name; those of a party stand under "party", whichever role it has."""
        role, dot, rest = name.partition(".")
        return self.features[f"party.{rest}" if dot else role]

    @classmethod
    def build(cls, lexicons: Mapping[str, Lexicon]) -> "Rules":
        """Make the rules of the room's lexicons."""
        lines = {row["finding"]: row for row in lexicons["calibration"].rows}
        return cls(
            features={
                row["feature"]: Feature(of=frozenset(row.words("of")), rising=row["sign"] == "+", reason=row["reason"])
                for row in lexicons["features"].rows
            },
            scorers={kind: Scorer.of(weights) for kind, weights in load_weights().items()},
            calibrations={
                kind: Calibration(slope=float(lines[kind]["slope"]), intercept=float(lines[kind]["intercept"]))
                for kind in WEIGHED
            },
            seconds={
                row["finding"]: Second(alike=float(row["alike"]), differs=float(row["differs"]))
                for row in lexicons["second"].rows
            },
        )
