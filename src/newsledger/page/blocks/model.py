"""A small network over layout numbers, evaluated in plain NumPy: which role each line of a page probably has."""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsledger.page.blocks.columns import COLUMNS

Matrix = NDArray[np.float64]

#: What the model tells apart, in the order of its columns.
JUDGED = ("furniture", "body", "headline", "byline", "section", "caption", "credit")
_FURTHEST = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockModel:
    """One layer of hidden units beside a linear one, with the training pages' mean and spread of each number.

    Attributes:
        mean: Of each number.
        spread: Standard deviation of each number.
        inner: Weights from numbers to hidden units.
        inner_bias: One for each hidden unit.
        outer: Weights from hidden units to roles.
        direct: Weights from numbers to roles.
        bias: One for each role.
    """

    mean: Matrix
    spread: Matrix
    inner: Matrix
    inner_bias: Matrix
    outer: Matrix
    direct: Matrix
    bias: Matrix

    def judge(self, numbers: Matrix) -> Matrix:
        """Give the probability of each role of ``JUDGED`` for each line."""
        scaled = numbers - self.mean
        scaled /= self.spread
        np.clip(scaled, -_FURTHEST, _FURTHEST, out=scaled)
        scores = np.tanh(scaled @ self.inner + self.inner_bias) @ self.outer + scaled @ self.direct + self.bias
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True))

    def to_json(self) -> str:
        """Write the weights, in four digits each."""
        parts = {name: _rounded(getattr(self, name)) for name in self.__slots__}
        return json.dumps({"columns": list(COLUMNS), "roles": list(JUDGED), **parts}, separators=(",", ":")) + "\n"


def _rounded(values: Matrix) -> Any:
    return [_rounded(row) for row in values] if values.ndim > 1 else [float(f"{value:.4g}") for value in values]


@lru_cache
def load_model(name: str) -> BlockModel:
    """Load a model that comes with the package: ``html``, for lines with markup, or ``dump``.

    Raises:
        ValueError: The file's columns are not those that ``features`` measures: ``make models`` writes it anew.
    """
    return _load((resources.files(__package__) / "data" / f"{name}.json").read_text("utf-8"), name)


def _load(source: str, name: str) -> BlockModel:
    parts = json.loads(source)
    columns, roles = parts.pop("columns"), parts.pop("roles")
    if tuple(columns) != COLUMNS or tuple(roles) != JUDGED:
        raise ValueError(f"{name}: found weights for other numbers than are measured, expected those of `make models`")
    return BlockModel(**{part: np.array(values) for part, values in parts.items()})
