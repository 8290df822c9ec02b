"""Clean article text."""

import pytest

from newsledger.model import Article, Capture
from newsledger.page import Rules, read_article
from page.pages import of_role


def read(rules: Rules, text: str) -> Article:
    return read_article(Capture(data=text, kind="text"), rules)


def test_the_text_is_kept_to_the_last_character(rules: Rules) -> None:
    text = "\n\n  The ferry left.\r\n\r\n\tIt came back. \n\n"

    article = read(rules, text)

    assert article.text == text
    assert of_role(article, "body") == ["The ferry left.", "It came back."]


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_no_words_give_an_article_without_blocks(rules: Rules, text: str) -> None:
    assert read(rules, text).blocks == ()


def test_a_first_short_line_that_is_no_sentence_is_the_headline(rules: Rules) -> None:
    article = read(rules, "Lock closes for two years\n\nThe council voted on Monday to close the old lock.")

    assert article.headline == "Lock closes for two years"
    assert article.receipts["headline"].spans[0].of(article.text) == "Lock closes for two years"
    assert of_role(article, "body") == ["The council voted on Monday to close the old lock."]


@pytest.mark.parametrize(
    ("first", "is_headline"),
    [
        pytest.param("Council Votes To Close Old Lock.", True, id="capitals-and-stop"),
        pytest.param("The council closed the lock.", False, id="sentence"),
        pytest.param("“We will wait”", False, id="quotation"),
        pytest.param("Among the reasons:", False, id="colon"),
        pytest.param("Lock", False, id="one-word"),
    ],
)
def test_what_else_may_stand_first(rules: Rules, first: str, is_headline: bool) -> None:
    article = read(rules, f"{first}\n\nBarges will take the northern canal until the walls are rebuilt.")

    assert of_role(article, "headline") == ([first] if is_headline else [])


def test_a_sentence_before_a_dateline_is_the_headline(rules: Rules) -> None:
    article = read(rules, "The lock will be closed.\n\nBERGEN (Reuters) - The council voted to close the old lock.")

    assert of_role(article, "headline") == ["The lock will be closed."]
    assert of_role(article, "dateline") == ["BERGEN (Reuters) -"]
    assert article.origin == "Reuters"
    assert article.receipts["origin"].spans[0].of(article.text) == "Reuters"


def test_a_paragraph_that_is_all_dateline_is_one_block(rules: Rules) -> None:
    article = read(rules, "\n\nNAIROBI, Kenya (AP) _\n\nThe ferry left at noon with all its passengers on board.")

    assert [block.role for block in article.blocks] == ["dateline", "body"]


def test_single_line_breaks_part_paragraphs(rules: Rules) -> None:
    article = read(rules, "The ferry left at noon.\nIt came back at night.\nNobody was hurt.")

    assert len(of_role(article, "body")) == 3


def test_lines_wrapped_at_a_width_are_one_paragraph(rules: Rules) -> None:
    wrapped = (
        "The harbour council voted on Monday to close the\n"
        "old lock for two years while its walls are being\n"
        "rebuilt, and nobody was sorry.\n"
    )
    text = f"{wrapped}\n{wrapped}"

    article = read(rules, text)

    assert of_role(article, "body") == [wrapped.strip()] * 2


def test_a_list_of_short_lines_is_not_wrapped(rules: Rules) -> None:
    article = read(rules, "The figures:\nTotal: 192\nWounded: 40\nMissing: none so far, officials say on Monday")

    assert len(article.blocks) == 4


def test_a_place_and_a_colon_begin_a_report_but_not_a_talk(rules: Rules) -> None:
    report = read(
        rules, "QUETTA: The mine will open again on Friday, its owner says.\n\nThe workers have their doubts."
    )
    talk = read(rules, "CHAIR: The meeting is open now.\n\nHOLM: I have a question to ask of the council.")

    assert of_role(report, "dateline") == ["QUETTA:"]
    assert of_role(talk, "dateline") == []


def test_bytes_that_are_no_utf8_are_read(rules: Rules) -> None:
    assert read_article(Capture(data=b"caf\xe9", kind="text"), rules).text == "caf\ufffd"


def test_a_given_date_is_kept_as_it_was_given(rules: Rules) -> None:
    dated = read_article(Capture(data="The ferry left.", kind="text", published="2017-01"), rules).date_published

    assert (dated.value, dated.basis) == ("2017-01", "given")
    assert (str(dated.earliest), str(dated.latest)) == ("2017-01-01", "2017-01-31")
    assert dated.day is None
