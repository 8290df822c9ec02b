"""What holds for any page."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsledger.errors import PageError
from newsledger.model import Article, Capture
from newsledger.page import Rules, read_article

CALM = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<div class=caption>", "</div>", "<h1>", "<li>", "<a href=x>", "</a>", "<br>", "<table><td>"),
        *(
            "<figure><figcaption>",
            "<script>",
            "</script>",
            "<!--",
            "<time datetime=2017-01-21>",
            "<meta charset=x>",
            "<",
        ),
        *("The council voted on Monday to close it. ", "By Anna Holm", "Photo: AFP", "(AP)", "BERGEN (AP) - ", "12:48"),
        *("Read more: x", "Comments", "News / Norway", "21 January 2017", "© 2017 Sea News", "\n", "\n\n", " ", "\0"),
        *(
            "\ud800",
            "é",
            "北京",
            "“",
            "”",
            "(L)",
            "Home",
            "subscribe to continue reading",
            "www.x.example",
            "&amp;",
            "&#0;",
        ),
    ]
)
PAGES = st.lists(PIECES, max_size=40).map("".join)


def check(article: Article) -> None:
    text = article.text
    assert all(block.start < block.end <= len(text) for block in article.blocks)
    edges = [0, *(edge for block in article.blocks for edge in (block.start, block.end)), len(text)]
    assert all(before <= after for before, after in pairwise(edges))
    assert not any(text[before:after].strip() for before, after in zip(edges[::2], edges[1::2], strict=True))
    spans = [span for receipt in article.receipts.values() for span in receipt.spans]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(receipt.field or receipt.spans for receipt in article.receipts.values())


@CALM
@given(data=PAGES | st.text(max_size=200) | st.binary(max_size=300))
@pytest.mark.parametrize("media_type", [None, "text/html", "text/plain"])
def test_any_page_reads_or_says_why_not(rules: Rules, media_type: str | None, data: str | bytes) -> None:
    capture = Capture(data=data, media_type=media_type)
    try:
        article = read_article(capture, rules)
    except PageError:
        return

    check(article)
    assert read_article(capture, rules) == article
    if media_type == "text/plain" and isinstance(data, str):
        assert article.text == data


@CALM
@given(text=PAGES | st.text(max_size=200))
def test_any_clean_text_reads(rules: Rules, text: str) -> None:
    article = read_article(Capture(data=text, kind="text"), rules)

    check(article)
    assert article.text == text
    assert {block.role for block in article.blocks} <= {"headline", "dateline", "body"}
