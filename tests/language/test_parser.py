import pytest

from newsledger import Reader
from newsledger.errors import ModelError
from newsledger.language import MODEL_SHA256, Parser
from parses import article


def test_words_of_a_parse_are_cut_from_the_article(reader: Reader) -> None:
    doc = reader.parser.annotate(article(("headline", "Mayor resigns"), "Anna Berg left.  She did not say why."))

    assert [token.span.of(doc.text) for token in doc.tokens] == [token.text for token in doc.tokens]
    assert [doc.role_at(0), doc.role_at(2)] == ["headline", "body"]
    assert len(doc.sentences) == 3


def test_only_blocks_that_are_read_have_tokens(reader: Reader) -> None:
    doc = reader.parser.annotate(article(("furniture", "Share this"), ("credit", "(AP)"), "It rained."))

    assert [token.text for token in doc.tokens] == ["It", "rained", "."]


def test_lemma_and_features_come_with_each_word(reader: Reader) -> None:
    doc = reader.parser.annotate(article("The ministers have gone."))

    gone = next(token for token in doc.tokens if token.text == "gone")
    assert (gone.lemma, gone.upos) == ("go", "VERB")
    assert "VerbForm=Part" in gone.morph


def test_heads_lie_in_the_same_sentence(reader: Reader) -> None:
    doc = reader.parser.annotate(article("He left.\n\nShe\tstayed ,  they say.", "\u200b \u00a0x"))

    for index, token in enumerate(doc.tokens):
        assert doc.sentence_of[token.head] == doc.sentence_of[index]


def test_a_very_long_line_is_cut_into_pieces_that_keep_all_its_words(reader: Reader) -> None:
    text = "word " * 9_000

    doc = reader.parser.annotate(article(text.strip()))

    assert len(doc.tokens) == 9_000


def test_a_lone_surrogate_is_read_over(reader: Reader) -> None:
    doc = reader.parser.annotate(article("He \ud800 left."))

    assert [token.span.of(doc.text) for token in doc.tokens] == ["He", "\ud800", "left", "."]


def test_the_full_stop_of_a_title_ends_no_sentence(reader: Reader) -> None:
    doc = reader.parser.annotate(article("On Monday Sgt. Anna Berg and Supt. Carl Lund left the city."))

    assert len(doc.sentences) == 1


def test_a_premier_in_short_before_a_name_is_no_hour(reader: Reader) -> None:
    doc = reader.parser.annotate(
        article("On Monday Anna Berg will meet PM Lund in Oslo, and call him at 3 PM Tuesday.")
    )

    (title,) = (token for token in doc.tokens if token.text == "PM" and token.deprel == "compound")
    assert (title.span.of(doc.text), doc.tokens[title.head].text, len(doc.sentences)) == ("PM", "Lund", 1)


def test_a_pipeline_that_is_not_installed_is_named_with_the_command_that_mends_it() -> None:
    with pytest.raises(ModelError, match="pip install en-no-such"):
        Parser.load("en_no_such")


def test_the_installed_model_is_the_one_that_was_tested(reader: Reader) -> None:
    assert reader.parser.info.sha256 == MODEL_SHA256


def test_words_of_one_article_are_known_in_the_next(reader: Reader) -> None:
    story = article("The glimmerfish of Port Vessin were counted, quoth Mayor Ondelia Quarr.")
    first = reader.parser.annotate(story)
    known = len(reader.parser._pipeline.vocab)  # noqa: SLF001 -- it is what grows

    second = reader.parser.annotate(story)

    assert second == first
    assert len(reader.parser._pipeline.vocab) == known  # noqa: SLF001 -- as above
