"""Texts that are parsed as one batch give what each gives by itself."""

from batches import annotate_all, read_texts
from newsledger import Reader
from newsledger.model import Capture

TEXTS = (
    "The minister said on Tuesday that she hoped for talks.",
    "Troops crossed the river.\n\nTwo villages were shelled. “We fled,” said Anna Roe.",
    "—",
    "The king will visit Chad in May.\n\nHe was in Oslo on Monday.",
)


def test_a_parse_in_a_batch_is_the_parse_of_the_text_alone(reader: Reader) -> None:
    captures = [Capture(data=text, published="2017-03-01", kind="text") for text in TEXTS]

    assert list(annotate_all(reader, captures)) == [reader.annotate(capture) for capture in captures]


def test_a_record_in_a_batch_is_the_record_of_the_text_alone(reader: Reader) -> None:
    together = list(read_texts(reader, TEXTS, published="2017-03-01"))

    assert together == [reader.read_text(text, published="2017-03-01") for text in TEXTS]
