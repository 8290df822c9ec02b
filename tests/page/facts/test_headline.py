"""The path of sections, from its line, the markup and the address."""

import pytest

from newsledger.page import Rules
from page.pages import paragraphs, read_html

URL = "https://www.harbour.example/2017/01/21/lock-closes"


def crumbs(*names: str) -> str:
    items = ", ".join(f'{{"name": "{name}"}}' for name in names)
    return f'<script type="application/ld+json">{{"@type": "BreadcrumbList", "itemListElement": [{items}]}}</script>'


@pytest.mark.parametrize(
    ("line", "head", "url", "section", "field"),
    [
        pytest.param("<p class=kicker>High water</p>", "", URL, ("High water",), None, id="line"),
        pytest.param(
            "<p class=kicker>HIGH WATER</p>",
            "<meta property=article:section content=Europe>",
            URL,
            ("Europe",),
            "meta:article:section",
            id="kicker-beside-a-section",
        ),
        pytest.param(
            "<div class=breadcrumb>World › Europe</div>",
            "<meta property=article:section content=Featured>",
            URL,
            ("World", "Europe"),
            None,
            id="path",
        ),
        pytest.param(
            "",
            crumbs("Home", "World", "Europe", "Old lock closes"),
            URL,
            ("World", "Europe"),
            "json-ld:BreadcrumbList",
            id="breadcrumb",
        ),
        pytest.param(
            "", "<meta name=sections content='News,Europe'>", URL, ("News", "Europe"), "meta:sections", id="list"
        ),
        pytest.param(
            "",
            "<meta property=article:section content='Arts, Culture and Media'>",
            URL,
            ("Arts, Culture and Media",),
            "meta:article:section",
            id="comma-in-a-name",
        ),
        pytest.param("", "<meta property=article:section content=Uncategorized>", URL, (), None, id="no-section"),
        pytest.param(
            "",
            "<meta property=article:section content=All>",
            "https://harbour.example/world/us-news/lock",
            ("world", "us news"),
            "url",
            id="address",
        ),
        pytest.param("", "", "https://harbour.example/lock-closes/1234/world", (), None, id="not-the-last-part"),
    ],
)
def test_where_the_section_comes_from(
    rules: Rules, line: str, head: str, url: str, section: tuple[str, ...], field: str | None
) -> None:
    article = read_html(rules, f"<article>{line}<h1>Old lock closes</h1>{paragraphs()}</article>", head=head, url=url)

    assert article.section == section
    if section:
        assert article.receipts["section"].field == field


def titled(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


@pytest.mark.parametrize(
    ("printed", "head", "headline"),
    [
        pytest.param(
            "Harbours - Old lock closes for two years",
            titled("Old lock closes for two years"),
            "Old lock closes for two years",
            id="kicker",
        ),
        pytest.param(
            "Sea-lock closes for two years",
            titled("lock closes for two years"),
            "Sea-lock closes for two years",
            id="no-kicker",
        ),
        pytest.param(
            "Mayor: Old lock closes for two years",
            titled("Mayor: Old lock closes for two years"),
            "Mayor: Old lock closes for two years",
            id="given-whole",
        ),
        pytest.param(
            "Harbour News",
            "<meta property=og:site_name content='Harbour News'><title>Harbour News - Old lock closes</title>",
            "Old lock closes",
            id="the-site's-name",
        ),
        pytest.param("Harbour News", "<meta property=og:site_name content='Harbour News'>", "Harbour News", id="alone"),
    ],
)
def test_the_headline_is_as_printed_without_kicker_and_site(
    rules: Rules, printed: str, head: str, headline: str
) -> None:
    article = read_html(rules, f"<article><h1>{printed}</h1>{paragraphs()}</article>", head=head, url=URL)

    assert article.headline == headline
    for span in article.receipts["headline"].spans:
        assert span.of(article.text) == headline


TOLD = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Lock closes, and barges wait"}</script>'
)


@pytest.mark.parametrize(
    ("body", "head", "headline"),
    [
        pytest.param(
            "<h1>Lock closing 2017: what you need to know</h1><h2>Lock closes, and barges wait</h2>",
            TOLD,
            "Lock closes, and barges wait",
            id="the-article's-own-below-one-for-search-engines",
        ),
        pytest.param("<h1>Old lock closes | Opinion</h1>", "", "Old lock closes", id="section-after-a-bar"),
        pytest.param(
            "<h1>Key takeaways</h1>",
            "<meta property=og:title content='Old lock closes for two years'>",
            "Old lock closes for two years",
            id="a-box's-heading",
        ),
        pytest.param(
            "<h1>港口 〉船閘 〉舊船閘關閉兩年</h1>",
            "<meta property=og:title content='舊船閘關閉兩年'>",
            "舊船閘關閉兩年",
            id="path-without-spaces",
        ),
    ],
)
def test_which_printed_words_are_the_headline(rules: Rules, body: str, head: str, headline: str) -> None:
    assert read_html(rules, f"<article>{body}{paragraphs()}</article>", head=head).headline == headline
