"""The vectors that a pipeline's tagger and parser see of each word, kept in few bytes."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsledger.model import Vectors

Rows = NDArray[np.int8]
#: Steps in one. The numbers of ``DEFAULT_PIPELINE`` lie between -5 and 7 but for few in a thousand.
STEPS = 16


def rounded_rows(tensor: Any, chosen: Sequence[int]) -> Rows | None:
    """Round the vectors of some words to steps; None where the pipeline gives none, or not one a word.

    Args:
        tensor: spaCy's ``Doc.tensor``: a row a token, or nothing; what it holds is up to the pipeline.
        chosen: The words.
    """
    if not isinstance(tensor, np.ndarray) or tensor.ndim != 2 or len(tensor) <= max(chosen, default=-1):
        return None
    steps = np.rint(tensor[list(chosen)] * STEPS).clip(-127, 127)
    return np.asarray(steps, np.int8)


def join_vectors(rows: Sequence[Rows | None], size: int, model: str) -> Vectors | None:
    """Put the vectors of an article's sentences together; None where one lacks them."""
    known = [some for some in rows if some is not None]
    if not known or len(known) < len(rows) or len({some.shape[1] for some in known}) > 1:
        return None
    joined = np.concatenate(known)
    if len(joined) != size:
        return None
    return Vectors(model=model, width=joined.shape[1], steps=joined.tobytes())
