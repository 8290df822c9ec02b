"""Texts that are parsed as one batch give what each gives by itself."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from batches import annotate_all, read_texts
from newsledger import Reader
from newsledger.model import Annotated, Capture

TEXTS = (
    "The minister said on Tuesday that she hoped for talks.",
    "Troops crossed the river.\n\nTwo villages were shelled. “We fled,” said Anna Roe.",
    "—",
    "The king will visit Chad in May.\n\nHe was in Oslo on Monday.",
)


def test_a_parse_in_a_batch_is_the_parse_of_the_text_alone(reader: Reader) -> None:
    captures = [Capture(data=text, published="2017-03-01", kind="text") for text in TEXTS]

    together, alone = list(annotate_all(reader, captures)), [reader.annotate(capture) for capture in captures]

    assert [replace(doc, vectors=None) for doc in together] == [replace(doc, vectors=None) for doc in alone]
    # Sums of the pipeline differ in their last digits with what else is in a batch, and so a number at a step's edge.
    for one, other in zip(together, alone, strict=True):
        assert np.abs(_steps(one) - _steps(other)).max(initial=0) <= 1


def _steps(doc: Annotated) -> NDArray[np.int64]:
    assert doc.vectors is not None
    return np.frombuffer(doc.vectors.steps, np.int8).astype(np.int64)


def test_a_record_in_a_batch_is_the_record_of_the_text_alone(reader: Reader) -> None:
    together = list(read_texts(reader, TEXTS, published="2017-03-01"))

    assert together == [reader.read_text(text, published="2017-03-01") for text in TEXTS]
