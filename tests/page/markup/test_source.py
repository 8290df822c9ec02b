"""What of a page's source is worth a tree."""

from newsledger.model import Capture
from newsledger.page import Rules, read_article
from newsledger.page.markup.source import cut_source
from newsledger.page.words.line import MOST_LINES, read_lines


def test_a_page_of_common_size_stays_as_it_is() -> None:
    page = "<html><body>" + "<p>The council met.</p>" * 5_000

    assert cut_source(page) == (page, True)


def test_a_page_of_too_many_tags_ends_before_the_next_one() -> None:
    source, whole = cut_source("<html><body>" + "<b>x</b>" * 300_000)

    assert not whole
    assert len(source) <= 8 * 150_000 + 12


def test_a_comment_of_ten_million_signs_costs_the_article_behind_it_nothing() -> None:
    source, whole = cut_source(f"<p>One</p><!--{'-' * 11_000_000}--><p>Two</p>")

    assert (source, whole) == ("<p>One</p><p>Two</p>", True)


def test_an_article_whose_page_was_cut_is_not_complete(rules: Rules) -> None:
    story = "".join(f"<p>The council met on day {day} and voted for the bridge over the river.</p>" for day in range(9))
    page = f"<html><body><article><h1>Council votes for bridge</h1>{story}</article>{'<b>x</b>' * 200_000}"

    article = read_article(Capture(data=page), rules)

    assert article.complete is False
    assert article.receipts["complete"].field == "limit:tags"


def test_a_clean_text_of_too_many_lines_says_so_and_keeps_every_letter(rules: Rules) -> None:
    text = "The council met.\n\n" * (MOST_LINES + 50)

    article = read_article(Capture(data=text, kind="text"), rules)

    assert article.text == text
    assert len(article.blocks) == MOST_LINES + 1
    assert (article.blocks[-1].role, article.complete) == ("furniture", False)
    assert article.receipts["complete"].field == "limit:lines"


def test_lines_end_where_python_ends_them() -> None:
    text = "a\nb\r\nc\rd\x0be\x0cf\x1cg\x1dh\x1ei\x85j\u2028k\u2029l\n\n"

    assert [line.text for line in read_lines(text)] == text.split()
    assert [line.text for line in read_lines("a\n\n" * 9, 3)][:3] == ["a"] * 3
