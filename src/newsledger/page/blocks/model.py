"""Small networks over layout numbers, evaluated in plain NumPy: which role each line of a page probably has."""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsledger.page.blocks.columns import columns_of
from newsledger.page.blocks.context import Boxes, Floats, surround

Matrix = NDArray[np.float64]

#: What the model tells apart, in the order of its columns.
JUDGED = ("furniture", "body", "headline", "byline", "section", "caption", "credit", "standfirst", "date")
_FURTHEST = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Two layers of hidden units; the second sees the first of the lines around, too (see ``context``).

    Attributes:
        mean: Of each number, over the training pages.
        spread: Standard deviation of each number.
        inner: Weights from a line's numbers to its own hidden units.
        inner_bias: One for each of them.
        wide: Weights from the own units of a line and of what stands around it to the wide units.
        wide_bias: One for each of them.
        outer: Weights from the wide units to roles.
        near: Weights from the own units to roles.
        direct: Weights from numbers to roles.
        bias: One for each role.
    """

    mean: Floats
    spread: Floats
    inner: Floats
    inner_bias: Floats
    wide: Floats
    wide_bias: Floats
    outer: Floats
    near: Floats
    direct: Floats
    bias: Floats

    def judge(self, scaled: Floats, boxes: Boxes) -> Matrix:
        """Give the probability of each role of ``JUDGED`` for each line, as ``scale`` gives it, one at least."""
        own = np.tanh(scaled @ self.inner + self.inner_bias)
        wide = np.tanh(surround(own, boxes) @ self.wide + self.wide_bias)
        scores = wide @ self.outer + own @ self.near + scaled @ self.direct + self.bias
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float64)

    def scale(self, numbers: Matrix | Floats) -> Floats:
        """Give numbers as so many standard deviations from their mean."""
        scaled = (numbers.astype(np.float32) - self.mean) / self.spread
        return np.clip(scaled, -_FURTHEST, _FURTHEST, out=scaled)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockModel:
    """A few networks that began at other weights: the mean of what they say is surer than what one says.

    They have learnt from the same lines, and so have one scale.
    """

    networks: tuple[Network, ...]

    def judge(self, numbers: Matrix | Floats, boxes: Boxes) -> Matrix:
        """Give the probability of each role of ``JUDGED`` for each line.

        Args:
            numbers: What is measured of each line.
            boxes: Which lines stand in one element.
        """
        if not len(numbers):
            return np.zeros((0, len(JUDGED)))
        scaled = self.networks[0].scale(numbers)
        return np.asarray(np.mean([network.judge(scaled, boxes) for network in self.networks], axis=0))

    def to_json(self, kind: str) -> str:
        """Write the weights of a model for a kind of page, in four digits each."""
        networks = [{name: _rounded(getattr(one, name)) for name in Network.__slots__} for one in self.networks]
        told = {"columns": list(columns_of(kind)), "roles": list(JUDGED), "networks": networks}
        return json.dumps(told, separators=(",", ":")) + "\n"


def _rounded(values: Floats) -> Any:
    return [_rounded(row) for row in values] if values.ndim > 1 else [float(f"{value:.4g}") for value in values]


@lru_cache
def load_model(name: str) -> BlockModel:
    """Load a model that comes with the package: ``html``, for lines with markup, or ``dump``.

    Raises:
        ValueError: The file's columns are not those that ``features`` measures: ``make models`` writes it anew.
    """
    return _load((resources.files(__package__) / "data" / f"{name}.json").read_text("utf-8"), name)


def _load(source: str, name: str) -> BlockModel:
    told = json.loads(source)
    if tuple(told["columns"]) != columns_of(name) or tuple(told["roles"]) != JUDGED:
        raise ValueError(f"{name}: found weights for other numbers than are measured, expected those of `make models`")
    networks = (
        Network(**{name: np.array(values, dtype=np.float32) for name, values in parts.items()})
        for parts in told["networks"]
    )
    return BlockModel(networks=tuple(networks))
