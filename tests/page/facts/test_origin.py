"""Where a report comes from, when another paper or an agency wrote it."""

import pytest

from newsledger.page import Rules
from page.pages import BODY, paragraphs, read_dump, read_html

HEADLINE = "Old lock closes for two years"


@pytest.mark.parametrize(
    ("line", "origin", "words"),
    [
        pytest.param("The Associated Press contributed to this report.", "Associated Press", None, id="contributed"),
        pytest.param("AP contributed", "Associated Press", "AP", id="contributed-short"),
        pytest.param("With inputs from PTI", "Press Trust of India", "PTI", id="inputs"),
        pytest.param("© 2017 AFP", "Agence France-Presse", "AFP", id="copyright"),
        pytest.param("Source: Xinhua", "Xinhua", "Xinhua", id="source"),
        pytest.param("Quelle: hafen.example, ab/dpa", "Deutsche Presse-Agentur", "dpa", id="german-source"),
        pytest.param("(Avec AFP)", "Agence France-Presse", "AFP", id="french"),
        pytest.param("Con información de EFE", "Agencia EFE", "EFE", id="spanish"),
        pytest.param(
            "This article was originally published by the Harbour Weekly on 3 May 2016.",
            "Harbour Weekly",
            "Harbour Weekly",
            id="first-published",
        ),
        pytest.param("First published in The Pilot", "The Pilot", "The Pilot", id="first-published-in"),
        pytest.param(
            "This article is republished from The Pilot under a Creative Commons licence.",
            "The Pilot",
            "The Pilot",
            id="republished",
        ),
        pytest.param("Dieser Artikel erschien zuerst in der Hafenpost.", "Hafenpost", "Hafenpost", id="german"),
        pytest.param("Share this article", None, None, id="none"),
        pytest.param("This story was originally published in January 2017.", None, None, id="a-month"),
        pytest.param("© 2017 Harbour News", None, None, id="the-paper-itself"),
    ],
)
def test_a_line_below_the_article_names_its_origin(
    rules: Rules, line: str, origin: str | None, words: str | None
) -> None:
    article = read_dump(rules, HEADLINE, *BODY, line)

    assert article.origin == origin
    if words:
        assert [span.of(article.text) for span in article.receipts["origin"].spans] == [words]


@pytest.mark.parametrize(
    "line",
    [
        "The source: AFP reporters saw three barges turn round at the gate on Monday.",
        "The plan was first published in the Harbour Weekly, which the council owns, and drew many letters.",
        "Reuters contributed money to the pilots’ chest in the war, the chairwoman said, and so did others.",
    ],
)
def test_what_the_article_tells_is_no_origin(rules: Rules, line: str) -> None:
    assert read_dump(rules, HEADLINE, BODY[0], line, *[f"{BODY[1][:-1]} {n}." for n in range(6)]).origin is None


@pytest.mark.parametrize(
    ("head", "origin", "publisher"),
    [
        pytest.param(
            '<meta property="og:site_name" content="Harbour News"><script type="application/ld+json">'
            '{"@type": "NewsArticle", "publisher": {"name": "Associated Press"}}</script>',
            "Associated Press",
            "Harbour News",
            id="agency-as-publisher",
        ),
        pytest.param(
            '<meta property="og:site_name" content="Harbour News"><script type="application/ld+json">'
            '{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "AFP"}}</script>',
            "Agence France-Presse",
            "Harbour News",
            id="agency-as-author",
        ),
        pytest.param('<meta property="og:site_name" content="Reuters">', None, "Reuters", id="the-agencys-own-page"),
    ],
)
def test_what_the_markup_says_of_agencies(rules: Rules, head: str, origin: str | None, publisher: str) -> None:
    article = read_html(rules, f"<article><h1>{HEADLINE}</h1>{paragraphs()}</article>", head=head)

    assert (article.origin, article.publisher) == (origin, publisher)


def test_an_agencys_own_page_has_no_other_origin(rules: Rules) -> None:
    body = f"<article><h1>{HEADLINE}</h1><p>BERGEN (Reuters) - {BODY[0]}</p>{paragraphs(*BODY[1:])}</article>"

    own = read_html(rules, body, head='<meta property="og:site_name" content="Reuters">')
    other = read_html(rules, body, head='<meta property="og:site_name" content="Harbour News">')

    assert (own.origin, other.origin) == (None, "Reuters")
