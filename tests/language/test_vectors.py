import numpy as np
import pytest
import spacy

from newsledger import Reader
from newsledger.language.vectors import join_vectors, rounded_rows
from newsledger.syntax import mend
from parses import article

BODY = ("The miners blocked  the road.", "Police\n\ncame on Friday. Nobody spoke.", "x " * 400)


def test_each_word_of_an_article_has_a_vector(reader: Reader) -> None:
    doc = reader.parser.annotate(article(("headline", "Mayor resigns"), *BODY))

    assert doc.vectors is not None
    assert doc.vectors.model == reader.parser.info.sha256
    assert len(doc.vectors.steps) == doc.vectors.width * len(doc.tokens)


def test_the_vector_of_a_word_is_that_of_the_pipeline_in_steps(reader: Reader) -> None:
    text = "The  miners blocked the road."
    doc = reader.parser.annotate(article(text))
    tensor = spacy.load(reader.parser.info.name)(text).tensor

    assert doc.vectors is not None
    steps = np.frombuffer(doc.vectors.steps, np.int8).reshape(-1, doc.vectors.width)
    assert doc.tokens[1].text == "miners"
    assert np.array_equal(steps[1], np.rint(tensor[2] * 16).clip(-127, 127))  # 1 is the second space


def test_an_article_has_the_same_vectors_alone_and_among_sixty_others(reader: Reader) -> None:
    asked = article("The miners blocked the road.", "Police came on Friday.")
    alone = reader.parser.annotate(asked).vectors

    for number in range(60):
        reader.parser.annotate(article(f"Ship {number} left the port of Lima with {number} tons of rice. " * 3))

    assert reader.parser.annotate(asked).vectors == alone


def test_a_mended_parse_keeps_its_vectors(reader: Reader) -> None:
    doc = reader.parser.annotate(article(("headline", "Chile to lift ban on rum")))
    mended = mend(doc, reader.parser.info.name, reader.rules["syntax"].mends)

    assert mended.tokens != doc.tokens
    assert mended.vectors == doc.vectors


@pytest.mark.parametrize(
    "tensor", [None, [], np.zeros(0), np.zeros((0, 0)), np.zeros((2, 96))], ids=["none", "list", "flat", "empty", "few"]
)
def test_a_pipeline_without_a_vector_for_each_word_gives_none(tensor: object) -> None:
    rows = rounded_rows(tensor, [0, 1, 2])

    assert rows is None
    assert join_vectors([rounded_rows(np.ones((3, 4)), [0, 2]), rows], 5, "sha") is None


def test_numbers_out_of_reach_are_the_farthest_step() -> None:
    rows = rounded_rows(np.array([[100.0, -100.0, 0.5]]), [0])

    assert rows is not None
    assert rows.tolist() == [[127, -127, 8]]
