"""One article, many addresses."""

import pytest

from newsledger.page import Rules
from page.pages import BODY, paragraphs, read_dump, read_html

ARTICLE = f"<article><h1>Old lock closes for two years</h1>{paragraphs()}</article>"
OWN = "https://www.harbour.example/news/lock"


@pytest.mark.parametrize(
    ("head", "url", "canonical", "field"),
    [
        pytest.param(f"<link rel=canonical href='{OWN}'>", None, OWN, "link:canonical", id="link"),
        pytest.param("<link rel=canonical href='/news/lock'>", f"{OWN}?x=1", OWN, "link:canonical", id="relative"),
        pytest.param(f"<meta property=og:url content='{OWN}?utm_source=x'>", None, OWN, "meta:og:url", id="open-graph"),
        pytest.param("", f"{OWN}?fbclid=1", OWN, "url", id="own-address"),
        pytest.param("", "https://m.harbour.example/news/lock", OWN, "url", id="mobile"),
        pytest.param(
            f"<link rel=canonical href='https://www.harbour.example/'><meta property=og:url content='{OWN}'>",
            f"{OWN}/",
            OWN,
            "meta:og:url",
            id="front-page-is-none",
        ),
        pytest.param("<link rel=canonical href='javascript:alert(1)'>", OWN, OWN, "url", id="javascript"),
        pytest.param(
            "<link rel=canonical href='https://a:b@www.harbour.example/news/lock'>",
            None,
            OWN,
            "link:canonical",
            id="password",
        ),
        pytest.param(
            "<base href='https://evil.example/'><link rel=canonical href='/news/lock'>",
            OWN,
            OWN,
            "link:canonical",
            id="foreign-base",
        ),
        pytest.param(
            "<base href='/news/'><link rel=canonical href='lock'>", f"{OWN}/old/x", OWN, "link:canonical", id="own-base"
        ),
        pytest.param(
            "<base href='javascript:x'><link rel=canonical href='lock'>",
            f"{OWN}",
            OWN,
            "link:canonical",
            id="script-base",
        ),
    ],
)
def test_the_canonical_address(rules: Rules, head: str, url: str | None, canonical: str, field: str) -> None:
    article = read_html(rules, ARTICLE, head=head, url=url)

    assert (article.canonical_url, article.receipts["canonical_url"].field) == (canonical, field)


def test_a_page_that_names_none_has_none(rules: Rules) -> None:
    article = read_html(rules, ARTICLE, head="<link rel=canonical href='data:text/html,x'>")

    assert article.canonical_url is None
    assert "canonical_url" not in article.receipts


def test_all_addresses_that_the_page_names(rules: Rules) -> None:
    head = f"""<link rel=canonical href='{OWN}'><link rel=amphtml href='{OWN}/amp'>
    <link rel=alternate hreflang=no href='https://www.harbour.example/no/sluse'>
    <link rel=alternate media='only screen and (max-width: 640px)' href='https://m.harbour.example/news/lock'>
    <link rel=alternate type=application/rss+xml href=/feed><meta property=og:url content='http{OWN[5:]}'>
    <link rel=alternate hreflang=de href='javascript:alert(1)'><link rel=stylesheet href=/s.css>"""
    mirrors = (
        "<footer><p>If this site is blocked: https://mirror.example/lock</p><p>Partner: www.seamen.example</p></footer>"
    )

    article = read_html(rules, f"{ARTICLE}<footer>{mirrors}</footer>", head=head, url=OWN)

    assert set(article.addresses) == {
        OWN,
        f"{OWN}/amp",
        "https://www.harbour.example/no/sluse",
        "https://m.harbour.example/news/lock",
        "https://mirror.example/lock",
    }


@pytest.mark.parametrize(
    ("lines", "addresses"),
    [
        pytest.param(("Alternate address: www.seanews.example",), ("www.seanews.example",), id="on-the-line"),
        pytest.param(
            ("Unsere Seite ist auch erreichbar unter", "seanews.example", "und news.sea.example"),
            ("seanews.example", "news.sea.example"),
            id="below",
        ),
        pytest.param(("Зеркало сайта: https://more.example/a",), ("https://more.example/a",), id="russian"),
        pytest.param(("Our sponsors: www.nets.example",), (), id="sponsor"),
        pytest.param(("Write to us at anna@seanews.example",), (), id="mail"),
    ],
)
def test_mirrors_in_a_dump(rules: Rules, lines: tuple[str, ...], addresses: tuple[str, ...]) -> None:
    article = read_dump(rules, "Old lock closes for two years", *BODY, *lines, "Share this article")

    assert article.addresses == addresses
