"""Who publishes the page."""

from newsledger.page import Rules
from page.pages import paragraphs, read_html

OWNED = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "Lock Media AG"}}</script>'
    "<meta property=og:site_name content='Tägliche Post'>"
)


def test_the_paper_of_the_host_comes_before_the_company_that_owns_it(rules: Rules) -> None:
    body = f"<article><h1>Old lock closes</h1>{paragraphs()}</article>"

    assert read_html(rules, body, head=OWNED, url="https://www.taglichepost.example/lock").publisher == "Tägliche Post"
    assert read_html(rules, body, head=OWNED, url="https://www.news.example/lock").publisher == "Lock Media AG"
