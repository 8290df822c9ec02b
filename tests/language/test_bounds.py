"""Sentences longer or deeper than any that people write: cut and flattened, once, for all rooms."""

from itertools import pairwise

import pytest

from newsledger import Reader
from newsledger.language.bounds import DEEPEST, LONGEST_SENTENCE, bound_sentence
from newsledger.language.pieces import MOST_READ, batches, cut_pieces
from newsledger.model import Annotated, Span, Token
from parses import article


def chain(length: int, first: int = 0) -> list[Token]:
    """A sentence in which each word hangs from the word before."""
    return [
        Token(
            text="x",
            lemma="x",
            upos="NOUN",
            morph="",
            head=first + max(0, number - 1),
            deprel="conj" if number else "ROOT",
            span=Span(start=2 * number, end=2 * number + 1),
        )
        for number in range(length)
    ]


def depth(tokens: list[Token], first: int) -> int:
    depths: list[int] = []
    for number, token in enumerate(tokens):
        depths.append(0 if token.head == first + number else depths[token.head - first] + 1)
    return max(depths)


@pytest.mark.parametrize("length", [1, DEEPEST, DEEPEST + 1])
def test_a_sentence_of_common_length_and_depth_stays_as_it_is(length: int) -> None:
    tokens = chain(length, first=7)

    assert list(bound_sentence(tokens, 7)) == [tokens]


@pytest.mark.parametrize("length", [LONGEST_SENTENCE, LONGEST_SENTENCE + 1, 1_500])
def test_a_chain_of_any_length_becomes_trees_of_bounded_length_and_depth(length: int) -> None:
    sentences = list(bound_sentence(chain(length, first=7), 7))

    assert sum(map(len, sentences)) == length
    first = 7
    for sentence in sentences:
        assert len(sentence) <= LONGEST_SENTENCE
        assert depth(sentence, first) <= DEEPEST
        assert [number for number, token in enumerate(sentence, first) if token.head == number] == [first]
        first += len(sentence)


def test_the_words_of_a_cut_sentence_keep_their_order_and_their_place(reader: Reader) -> None:
    text = "Talks with " + " and ".join(["France", "Germany", "Italy"] * 500) + " ended in Rome."

    doc = reader.parser.annotate(article(text))

    assert max(len(sentence.indices) for sentence in doc.sentences) <= LONGEST_SENTENCE
    assert [token.span.of(text) for token in doc.tokens] == text.replace(".", " .").split()
    assert all(before.end == after.start for before, after in pairwise(doc.sentences))
    _check_heads(doc)


def test_a_row_of_signs_has_no_words_and_what_stands_around_it_has(reader: Reader) -> None:
    doc = reader.parser.annotate(article("He left. " + "— " * 9_000 + "She stayed."))

    assert [token.text for token in doc.tokens if token.text != "—"] == ["He", "left", ".", "She", "stayed", "."]
    assert len(doc.tokens) < 20


def test_a_short_row_of_signs_is_read_as_it_stands(reader: Reader) -> None:
    doc = reader.parser.annotate(article("He left. " + "— " * 9 + "She stayed."))

    assert [token.text for token in doc.tokens].count("—") == 9


def test_an_article_of_more_words_than_any_is_cut_and_says_so(reader: Reader) -> None:
    paragraph = "The council met in the old hall on Monday and nobody voted for the plan of the mayor. "
    long = article(*[paragraph * 40] * 200)

    doc = reader.parser.annotate(long)

    assert len(doc.text) > MOST_READ
    assert MOST_READ - 100 < doc.tokens[-1].span.end < MOST_READ + 2 * len(long.blocks)
    assert doc.tokens[-1].text in paragraph.split()
    assert doc.article.complete is False
    assert doc.article.receipts["complete"].field == "limit:words"


def test_an_article_of_common_length_is_not_told_as_cut(reader: Reader) -> None:
    doc = reader.parser.annotate(article("The council met."))

    assert doc.article.complete is None
    assert "complete" not in doc.article.receipts


def test_what_is_longer_than_any_word_is_cut_before_the_tokenizer_sees_it() -> None:
    pieces, whole = cut_pieces(article("He left. " + "a:" * 3_000 + " She stayed."))

    assert whole
    assert max(piece.end - piece.start for _, piece in pieces) <= 1_009
    assert sum(piece.end - piece.start for _, piece in pieces) == 6_021


def test_a_batch_holds_a_bounded_number_of_characters() -> None:
    pieces, whole = cut_pieces(article(*["x" * 15_000] * 10))

    held = [sum(piece.end - piece.start for _, piece in batch) for batch in batches(pieces)]
    assert whole
    assert max(held) <= 40_000
    assert sum(held) == 150_000


def _check_heads(doc: Annotated) -> None:
    for index, token in enumerate(doc.tokens):
        assert doc.sentence_of[token.head] == doc.sentence_of[index]
