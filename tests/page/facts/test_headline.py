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
