"""A small network, with one hidden layer: which role each word near a predicate has.

It reads hashed features, and the vectors of predicate and word that the pipeline's own tagger and parser see.

Its weights are adapted from PropBank's roles on UD English EWT and so are data under CC BY-SA 4.0;
``make models`` writes them, and their header names both sources.
"""

import io
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from newsledger.model import Vectors
from newsledger.syntax.arrays import Flags, Ints, vector_rows
from newsledger.syntax.roles.candidates import Pairs
from newsledger.syntax.roles.features import BITS, Context, Places, measure, signature

Scores = NDArray[np.float32]

#: What the model tells apart, in the order of its columns; the first is no argument.
ROLES = (
    *("", "ARG0", "ARG1", "ARG2", "ARG3", "ARG4", "ARGM-TMP", "ARGM-LOC", "ARGM-DIR", "ARGM-MNR", "ARGM-CAU"),
    *("ARGM-PRP", "ARGM-ADV", "ARGM-GOL", "ARGM-COM"),
)
#: Which columns are roles that a predicate has but once.
CORE = slice(1, 6)
#: What parts the header of the weights, which names their sources and licence, from the numbers.
END_OF_HEADER = b"---\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleModel:
    """Weights by feature and role.

    Attributes:
        paths: Ways from predicate to word that lead to arguments often enough to be looked at, sorted.
        silent: Checksums of lemmas of nouns and adjectives that name no act, sorted: they have no arguments.
        slots: A row of ``rows`` for each place in the table; of a place that training has not seen the first.
        rows: Weights of the hidden units in steps of ``step``; the first row is empty.
        step: What one step is.
        parser: sha256 of the pipeline whose vectors it reads; of another they count as nothing.
        projection: From the vectors of predicates, and from those of words, to hidden units, in steps of ``stride``.
        stride: What one step is, where vectors are in steps, too.
        bias: What is added to each hidden unit.
        top: From hidden units to roles, a row a unit; the last row is what is added to each role.
        header: Where the weights come from, and their licence.
    """

    paths: Ints
    silent: Ints
    slots: NDArray[np.int32]
    rows: NDArray[np.int16]
    step: float
    parser: str
    projection: NDArray[np.float32]
    stride: float
    bias: NDArray[np.float32]
    top: NDArray[np.float32]
    header: str

    def judge(self, context: Context, pairs: Pairs) -> tuple[Pairs, Scores]:
        """Give the pairs that are worth a look and the probability of each role for them."""
        near = pairs.where(pairs.ruled | _known(self.paths, pairs.paths))
        return near, self.score(measure(context, near), context.tree.vectors)

    def score(self, places: Places, vectors: Vectors | None) -> Scores:
        """Give the probability of each role for each pair."""
        hidden = self._added(places.of_pairs)
        hidden += self._told(places.of_predicates, places.predicates, vectors, 0).take(places.left, axis=0)
        hidden += self._told(places.of_words, places.words, vectors, 1).take(places.right, axis=0)
        hidden += self.bias
        np.maximum(hidden, 0, out=hidden)
        scores = hidden @ self.top[:-1] + self.top[-1]
        scores -= scores.max(axis=1, keepdims=True, initial=-np.inf)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=1, keepdims=True)
        return np.asarray(scores)

    def speaks(self, lemmas: Ints) -> Flags:
        """Say of each lemma of a noun or adjective whether it may have arguments."""
        return ~_known(self.silent, lemmas)

    def _told(self, places: Ints, tokens: Ints, vectors: Vectors | None, part: int) -> Scores:
        """Give what the features of predicates or of words, and their vectors, add to the hidden units."""
        total = self._added(places)
        if vectors is not None and vectors.model == self.parser:
            rows = vector_rows(vectors).take(tokens, axis=0).astype(np.float32)
            # Sums of whole numbers, so that each machine comes to the same.
            total += (rows @ self.projection[part]) * np.float32(self.stride)
        return total

    def _added(self, places: Ints) -> Scores:
        rows = self.rows.take(self.slots.take(places), axis=0)
        return np.asarray(np.add.reduce(rows, axis=0, dtype=np.int16) * np.float32(self.step))

    def to_bytes(self) -> bytes:
        """Write header and numbers, the same each time."""
        numbers = io.BytesIO()
        seen = self.slots.nonzero()[0].astype(np.int32)
        np.savez_compressed(
            numbers,
            paths=self.paths,
            silent=self.silent,
            seen=np.diff(seen, prepend=np.int32(0)),
            rows=self.rows[self.slots[seen]].astype(np.int8),
            step=np.float64(self.step),
            parser=np.frombuffer(self.parser.encode(), np.uint8),
            projection=self.projection.astype(np.int8),
            stride=np.float64(self.stride),
            bias=self.bias,
            top=self.top,
            signature=np.uint64(signature()),
        )
        return self.header.encode() + END_OF_HEADER + numbers.getvalue()


def _known(values: Ints, asked: Ints) -> Flags:
    """Say which numbers are among sorted ones."""
    if not len(values):
        return np.zeros(len(asked), bool)
    return np.asarray(values.take(np.minimum(np.searchsorted(values, asked), len(values) - 1)) == asked)


def read_model(data: bytes) -> RoleModel:
    """Read what ``to_bytes`` wrote.

    Raises:
        ValueError: The weights are of other features than are measured: ``make models`` writes them anew.
    """
    header, _, numbers = data.partition(END_OF_HEADER)
    with np.load(io.BytesIO(numbers)) as parts:
        if int(parts["signature"]) != signature():
            raise ValueError("found weights of other features than are measured, expected those of `make models`")
        seen = np.cumsum(parts["seen"])
        slots = np.zeros(1 << BITS, np.int32)
        slots[seen] = np.arange(1, len(seen) + 1)
        return RoleModel(
            paths=parts["paths"],
            silent=parts["silent"],
            slots=slots,
            rows=np.concatenate([np.zeros((1, parts["rows"].shape[1])), parts["rows"]]).astype(np.int16),
            step=float(parts["step"]),
            parser=parts["parser"].tobytes().decode(),
            projection=parts["projection"].astype(np.float32),
            stride=float(parts["stride"]),
            bias=parts["bias"],
            top=parts["top"],
            header=header.decode(),
        )


@lru_cache(maxsize=1)
def load_model() -> RoleModel:
    """Load the model that comes with the package.

    Raises:
        ValueError: Its features are not those that are measured.
    """
    return read_model((resources.files("newsledger.syntax") / "data" / "roles.en.weights").read_bytes())
