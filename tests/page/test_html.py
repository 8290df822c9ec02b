"""HTML pages in the shapes of real ones."""

import pytest

from newsledger.errors import PageError
from newsledger.model import Capture
from newsledger.page import Rules, read_article
from page.pages import BODY, of_role, paragraphs, read_dump, read_html, roles

ARTICLE = f"<article><h1>Old lock closes for two years</h1>{paragraphs()}</article>"
MENU = "<nav><ul><li><a href=/w>World</a><li><a href=/s>Sport</a><li><a href=/m>Money</a></ul></nav>"
FOOTER = "<footer><p>© 2017 Harbour News. All rights reserved.</p></footer>"


def test_the_body_is_found_between_menu_and_footer(rules: Rules) -> None:
    article = read_html(rules, MENU + ARTICLE + FOOTER)

    assert of_role(article, "body") == list(BODY)
    assert of_role(article, "headline") == ["Old lock closes for two years"]
    assert roles(article)[:3] == ["furniture"] * 3
    assert roles(article)[-1] == "furniture"


def test_a_page_with_all_its_parts(rules: Rules) -> None:
    body = f"""
    <header>{MENU}</header>
    <div class="breadcrumbs"><a href=/>Home</a> &rsaquo; <a href=/e>Europe</a></div>
    <h1 class="headline">Old lock closes for two years</h1>
    <p class="standfirst">Barges must take the long way round</p>
    <div class="byline">By <a rel=author>Anna Holm</a></div>
    <time class="published" datetime="2017-01-21T15:04:00+01:00">21 January 2017</time>
    <figure><img src=a.jpg>
    <figcaption>Barges wait at the gate of the old lock. <span>Photo: Ida Berg/AFP</span></figcaption></figure>
    <div class="article-body">{paragraphs(*BODY)}
      <aside class="related"><p><a href=/x>Tunnel opens a year too late</a></p></aside>
      {paragraphs("The wall was built in 1902. It has been repaired six times since then, most recently in 1988.")}
      <p class="correction">Correction: The wall was built in 1902, not in 1920, as we wrote at first.</p>
    </div>{FOOTER}"""

    article = read_html(rules, body, url="https://harbour.example/lock")

    assert of_role(article, "standfirst") == ["Barges must take the long way round"]
    assert of_role(article, "caption") == ["Barges wait at the gate of the old lock."]
    assert of_role(article, "credit") == ["Photo: Ida Berg/AFP"]
    assert of_role(article, "related") == ["Tunnel opens a year too late"]
    assert of_role(article, "correction") == [
        "Correction: The wall was built in 1902, not in 1920, as we wrote at first."
    ]
    assert len(of_role(article, "body")) == 4
    assert (article.section, article.byline, article.publisher) == (("Europe",), ("Anna Holm",), "Harbour News")
    assert article.receipts["byline"].spans[0].of(article.text) == "Anna Holm"
    assert (article.date_published.value, article.date_published.basis) == ("2017-01-21T15:04:00+01:00", "metadata")
    assert article.language == "en"


def test_fields_that_no_words_tell_come_from_the_markup(rules: Rules) -> None:
    head = """<title>Old lock closes for two years - Harbour News</title>
    <link rel=canonical href="https://harbour.example/lock">
    <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Old lock closes for two years",
      "author": {"name": "Anna Holm"}, "publisher": {"name": "Harbour News"}, "articleSection": "Europe",
      "datePublished": "2017-01-21", "dateModified": "2017-01-22", "isAccessibleForFree": true}</script>"""

    article = read_html(rules, ARTICLE, head=head)

    assert (article.section, article.byline, article.publisher) == (("Europe",), ("Anna Holm",), "Harbour News")
    assert article.canonical_url == "https://harbour.example/lock"
    assert {name: receipt.field for name, receipt in article.receipts.items()} == {
        "headline": None,
        "section": "json-ld:articleSection",
        "byline": "json-ld:author",
        "publisher": "json-ld:publisher",
        "canonical_url": "link:canonical",
        "complete": "json-ld:isAccessibleForFree",
    }
    assert article.date_published.day != (article.date_modified and article.date_modified.day)
    assert article.complete is True


def test_a_given_date_wins_over_the_pages_own(rules: Rules) -> None:
    head = "<meta property='article:published_time' content='2017-01-21T08:00:00Z'>"

    assert read_html(rules, ARTICLE, head=head, published="2016").date_published.value == "2016"


@pytest.mark.parametrize(
    ("url", "line", "value", "basis"),
    [
        pytest.param("https://harbour.example/2017/01/21/lock", "", "2017-01-21", "url", id="address"),
        pytest.param(
            "https://harbour.example/2017/01/22/l",
            "<p>Published 21 January 2017</p>",
            "2017-01-22",
            "url",
            id="address",
        ),
        pytest.param(
            "https://harbour.example/lock", "<p>Published 21 January 2017</p>", "2017-01-21", "text", id="words"
        ),
        pytest.param("https://harbour.example/lock", "", None, "unknown", id="none"),
    ],
)
def test_where_the_date_comes_from(rules: Rules, url: str, line: str, value: str | None, basis: str) -> None:
    page = f"<article><h1>Old lock closes for two years</h1>{line}{paragraphs()}</article>"

    dated = read_html(rules, page, url=url).date_published

    assert (dated.value, dated.basis) == (value, basis)


def test_a_stub_before_a_pay_wall_is_not_complete(rules: Rules) -> None:
    wall = "<p>Subscribe to continue reading this article. Already have an account? Log in.</p>"

    article = read_html(rules, f"<article><h1>Old lock closes</h1>{paragraphs(*BODY[:2])}{wall}</article>")

    assert article.complete is False
    assert "Subscribe" not in " ".join(of_role(article, "body"))


def test_an_article_told_not_to_be_free_is_not_complete(rules: Rules) -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'

    assert read_html(rules, ARTICLE, head=head).complete is False


def test_live_entries_have_their_times(rules: Rules) -> None:
    entries = "".join(
        f"<div class='liveblog-entry'><time datetime='2017-01-21T{hour}:05Z'>{hour}.05</time><p>{text}</p></div>"
        for hour, text in zip((14, 13, 12), BODY, strict=True)
    )

    article = read_html(rules, f"<h1>Lock closes: live</h1>{entries}")

    live = [block for block in article.blocks if block.role == "live_entry" and block.end - block.start > 20]
    assert [block.at for block in live] == ["2017-01-21T14:05Z", "2017-01-21T13:05Z", "2017-01-21T12:05Z"]


def test_scripts_are_no_words(rules: Rules) -> None:
    article = read_html(rules, f"<script>document.write('evil')</script>{ARTICLE}<style>p {{ color: red }}</style>")

    assert "evil" not in article.text
    assert "color" not in article.text


def test_mirrors_with_other_furniture_have_the_same_id(rules: Rules) -> None:
    page = read_html(rules, MENU + ARTICLE + FOOTER)
    mirror = read_html(rules, f"<div>Mirror of the harbour</div>{ARTICLE}")
    dump = read_dump(rules, "Home", "Old lock closes for two years", *BODY, "Share this article")

    assert page.id == mirror.id == dump.id
    assert page.text_sha256 != mirror.text_sha256


@pytest.mark.parametrize("body", ["<script>x()</script>", "<p></p><div> </div>", "<img src=a.jpg>"])
def test_markup_without_words_is_an_error(rules: Rules, body: str) -> None:
    with pytest.raises(PageError, match="without any words"):
        read_html(rules, body)


def test_a_page_of_too_many_elements_for_the_library_is_read_without_it(rules: Rules) -> None:
    article = read_html(rules, f"<div>{'<i></i>' * 30_000}</div>{ARTICLE}")

    assert of_role(article, "body") == list(BODY)


def test_one_endless_line_is_read(rules: Rules) -> None:
    data = "<html><body><p>" + "The ferry left and <b>came</b> back. " * 150_000

    article = read_article(Capture(data=data), rules)

    assert len(article.blocks) == 1


def test_a_headline_that_leads_to_its_own_page_is_found_in_a_title_of_many_parts(rules: Rules) -> None:
    title = "Old lock closes for two years | Bergen, harbour, old lock, council, Anna Holm | Sea-Times - Mobile news"
    top = "<h1 class='headline'><a href='/'>Sea-Times</a></h1><p><a href='/lock'>Old lock closes for two years</a></p>"
    article = read_html(rules, top + paragraphs(), head=f"<title>{title}</title>")

    assert article.headline == "Old lock closes for two years"


def test_a_title_of_nothing_but_names_of_the_site_gives_no_headline(rules: Rules) -> None:
    head = (
        "<title>Sea News, seanews.example</title><meta property='og:title' content='Sea News, seanews.example'>"
        "<meta property='og:site_name' content='Sea News'>"
    )
    top = "<div>www.seanews.example</div><div>Old lock closes for two years</div>"
    article = read_html(rules, top + paragraphs(), head=head, url="https://www.seanews.example/?id=3")

    assert article.headline == "Old lock closes for two years"
