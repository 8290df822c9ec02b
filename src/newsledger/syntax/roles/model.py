"""A multinomial logistic regression over hashed features: which role each word near a predicate has.

Its weights are adapted from PropBank's roles on UD English EWT and so are data under CC BY-SA 4.0;
``make models`` writes them, and their header names both sources.
"""

import io
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from newsledger.syntax.arrays import Ints
from newsledger.syntax.roles.candidates import Pairs
from newsledger.syntax.roles.features import BITS, Context, measure, signature

Scores = NDArray[np.float32]

#: What the model tells apart, in the order of its columns; the first is no argument.
ROLES = (
    *("", "ARG0", "ARG1", "ARG2", "ARG3", "ARG4", "ARGM-TMP", "ARGM-LOC", "ARGM-DIR", "ARGM-MNR", "ARGM-CAU"),
    *("ARGM-PRP", "ARGM-ADV", "ARGM-GOL", "ARGM-COM"),
)
#: Which columns are roles that a predicate has but once.
CORE = slice(1, 6)
_WIDTH = 16
#: What parts the header of the weights, which names their sources and licence, from the numbers.
END_OF_HEADER = b"---\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleModel:
    """Weights by feature and role.

    Attributes:
        paths: Ways from predicate to word that lead to arguments often enough to be looked at, sorted.
        rows: A row a place in the table: its weights for all roles as one number of 16 bytes, which is looked up
            twenty times as fast as a row of a matrix; each byte is a weight, in steps of ``step``.
        step: What one step is.
        header: Where the weights come from, and their licence.
    """

    paths: Ints
    rows: NDArray[np.complex128]
    step: float
    header: str

    @property
    def weights(self) -> NDArray[np.int8]:
        """The weights, a row a place, a column a role."""
        return self.rows.view(np.int8).reshape(-1, _WIDTH)[:, : len(ROLES)]

    def judge(self, context: Context, pairs: Pairs) -> tuple[Pairs, Scores]:
        """Give the pairs that are worth a look and the probability of each role for them."""
        kept = pairs.ruled
        if len(self.paths):
            places = np.minimum(np.searchsorted(self.paths, pairs.paths), len(self.paths) - 1)
            kept = kept | (self.paths[places] == pairs.paths)
        near = pairs.where(kept)
        total = np.zeros((len(near.tokens), _WIDTH), np.int16)
        for column in measure(context, near):
            total += self.rows.take(column).view(np.int8).reshape(-1, _WIDTH)
        scores = total[:, : len(ROLES)].astype(np.float32) * np.float32(self.step)
        powers = np.exp(scores - scores.max(axis=1, keepdims=True, initial=-np.inf))
        return near, np.asarray(powers / powers.sum(axis=1, keepdims=True))

    def to_bytes(self) -> bytes:
        """Write header and numbers, the same each time."""
        numbers = io.BytesIO()
        weights = self.weights
        rows = np.flatnonzero(weights.any(axis=1)).astype(np.int32)
        np.savez_compressed(
            numbers,
            paths=self.paths,
            rows=rows,
            weights=weights[rows],
            step=np.float64(self.step),
            signature=np.uint64(signature()),
        )
        return self.header.encode() + END_OF_HEADER + numbers.getvalue()


def read_model(data: bytes) -> RoleModel:
    """Read what ``to_bytes`` wrote.

    Raises:
        ValueError: The weights are of other features than are measured: ``make models`` writes them anew.
    """
    header, _, numbers = data.partition(END_OF_HEADER)
    with np.load(io.BytesIO(numbers)) as parts:
        if int(parts["signature"]) != signature():
            raise ValueError("found weights of other features than are measured, expected those of `make models`")
        weights = np.zeros((1 << BITS, len(ROLES)), np.int8)
        weights[parts["rows"]] = parts["weights"]
        return make_model(weights, paths=parts["paths"], step=float(parts["step"]), header=header.decode())


def make_model(weights: NDArray[np.int8], *, paths: Ints, step: float, header: str) -> RoleModel:
    """Make a model of weights, a row a place, a column a role."""
    wide = np.zeros((len(weights), _WIDTH), np.int8)
    wide[:, : len(ROLES)] = weights
    return RoleModel(paths=paths, rows=wide.view(np.complex128).ravel(), step=step, header=header)


@lru_cache(maxsize=1)
def load_model() -> RoleModel:
    """Load the model that comes with the package.

    Raises:
        ValueError: Its features are not those that are measured.
    """
    return read_model((resources.files("newsledger.syntax") / "data" / "roles.en.weights").read_bytes())
