import pytest

from newsledger.model import Annotated, Span
from parses import parsed


@pytest.fixture
def doc() -> Annotated:
    return parsed(
        "The|the|DET|2|det",
        "minister|minister|NOUN|6|nsubj",
        "of|of|ADP|2|prep",
        "the|the|DET|5|det",
        "interior|interior|NOUN|3|pobj",
        "resigned|resign|VERB|0|ROOT",
        ".|.|PUNCT|6|punct",
        "===",
        "He|he|PRON|2|nsubj",
        "left|leave|VERB|0|ROOT",
        ".|.|PUNCT|2|punct",
    )


def test_a_subtree_holds_all_below_in_text_order(doc: Annotated) -> None:
    assert doc.subtree(1) == (0, 1, 2, 3, 4)
    assert doc.subtree(1, without=["prep"]) == (0, 1)


def test_the_ancestors_of_a_word_lead_up_to_its_root(doc: Annotated) -> None:
    assert list(doc.ancestors(3)) == [4, 2, 1, 5]
    assert list(doc.ancestors(8)) == []


def test_the_cover_of_a_subtree_cuts_its_words(doc: Annotated) -> None:
    assert doc.cover(doc.subtree(1)).of(doc.text) == "The minister of the interior"


def test_the_head_of_a_span_is_the_word_that_hangs_outside(doc: Annotated) -> None:
    assert doc.head_in(Span(start=0, end=28)) == 1
    assert doc.head_in(Span(start=38, end=40)) is None


def test_tokens_are_found_by_the_code_points_that_they_share(doc: Annotated) -> None:
    assert list(doc.tokens_in(Span(start=5, end=15))) == [1, 2]
    assert list(doc.tokens_in(Span(start=39, end=42))) == [7]
    assert list(doc.tokens_in(Span(start=900, end=901))) == []


def test_sentences_never_cross_blocks(doc: Annotated) -> None:
    assert [sentence.block for sentence in doc.sentences] == [0, 1]
    assert doc.sentence_at(8).span.of(doc.text) == "He left."
