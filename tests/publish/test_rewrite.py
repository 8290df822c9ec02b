"""A page of a server becomes one of files: which links lead where, and what is left out with the others."""

from collections.abc import Callable

import pytest
from lxml import html

from newsledger.publish.site.links import Links, actor_file, file_of
from newsledger.publish.site.rewrite import rewrite

FILES = {"/": "index.html", "/there": "there.html", "/static/web.css": "static/web.css", "/one": "a/b/one.html#f-1"}


def rewritten(body: str, *, at: str = "a/b/one.html", path: str = "/here", with_words: bool = True) -> str:
    page = f"<!doctype html><html><head><title>x</title></head><body>{body}</body></html>"
    made = html.fromstring(rewrite(page, at, path, FILES.get, with_words=with_words).decode())
    inside = made.find("body")
    assert inside is not None
    return (inside.text or "") + "".join(html.tostring(one, encoding="unicode") for one in inside)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param('<a href="/there">x</a>', '<a href="../../there.html">x</a>', id="two-folders-up"),
        pytest.param('<a href="/one">x</a>', '<a href="#f-1">x</a>', id="a-part-of-this-page"),
        pytest.param('<a href="https://x.example/">x</a>', '<a href="https://x.example/">x</a>', id="elsewhere"),
        pytest.param('<a href="#f-2">x</a>', '<a href="#f-2">x</a>', id="here"),
        pytest.param('<p>by <a href="/lost">Ann</a>.</p>', "<p>by Ann.</p>", id="words-stay"),
        pytest.param('<p>a · <a href="/here?tab=due">Due</a></p>', "<p>a </p>", id="another-view-goes"),
        pytest.param('<p>a · <a href="/x.csv">CSV</a> · b</p>', "<p>a · b</p>", id="data-goes"),
        pytest.param('<nav><a href="/lost">x</a></nav><p>y</p>', "<p>y</p>", id="an-empty-holder-goes"),
        pytest.param(
            '<ul><li><a href="/there">x</a></li><li><a href="/here?a=1">y</a></li></ul>',
            '<ul><li><a href="../../there.html">x</a></li></ul>',
            id="an-item-goes",
        ),
        pytest.param(
            '<div class="notes"><p><a href="/here?sure=all">3 more</a> are less sure.</p></div>',
            '<div class="notes"><p>3 more are less sure.</p></div>',
            id="a-number-stays",
        ),
        pytest.param('<form class="ask" action="/there"><input></form>', "", id="a-question-goes"),
        pytest.param('<form method="post" action="/write"><input></form>', "", id="writing-goes"),
        pytest.param('<button class="copy" data-copy="/x">Copy</button>', "", id="an-address-of-the-server"),
    ],
)
def test_a_link_leads_to_a_file_or_is_left_out(before: str, after: str) -> None:
    assert rewritten(before).strip() == after


def test_quotations_are_left_out_where_no_words_may_be_told() -> None:
    body = '<p>Ann said:</p><blockquote>“words”</blockquote><button class="copy" data-copy="words">Copy</button>'

    assert "words" in rewritten(body)
    assert rewritten("<p>Ann said:</p><blockquote>“words”</blockquote>", with_words=False) == "<p>Ann said:</p>"


def links(finding_of: Callable[[str], str | None] = lambda _: None) -> Links:
    return Links(
        articles=frozenset({"3b01"}),
        stories=frozenset({"3b01"}),
        happenings=frozenset({"3b01:1-2"}),
        actors={"country:GHA:ghana": "actor/69/ghana.html"},
        plain={"/due": "due.html", "/due?show=week": "due/week.html"},
        heads={"country:GHA:accra": "country:GHA:ghana"},
        home_of={"f1": "3b01", "f2": "gone"}.get,
        finding_of=finding_of,
        today="2018-04-20",
    )


@pytest.mark.parametrize(
    ("address", "file"),
    [
        pytest.param("/article/3b01", "article/3b/3b01.html", id="article"),
        pytest.param("/article/3b01?f=f1#f-f1", "article/3b/3b01.html#f-f1", id="lit"),
        pytest.param("/article/3b01?tab=due", None, id="tab"),
        pytest.param("/article/3b01.json", "article/3b/3b01.json", id="data"),
        pytest.param("/article/3b01.annotations.json", None, id="other-data"),
        pytest.param("/article/gone", None, id="not-published"),
        pytest.param("/happening/3b01%3A1-2", "happening/3b/3b01-1-2.html", id="happening"),
        pytest.param("/finding/f1", "article/3b/3b01.html#f-f1", id="finding"),
        pytest.param("/finding/f2", None, id="finding-not-published"),
        pytest.param("/actor?key=country%3AGHA%3Aaccra", "actor/69/ghana.html", id="another-key"),
        pytest.param("/actor?key=x", None, id="no-actor"),
        pytest.param("/due?show=week&today=2018-04-20", "due/week.html", id="today"),
        pytest.param("/due?show=week&today=2018-04-21", None, id="another-day"),
        pytest.param("/events?actor=Ghana", None, id="a-question"),
    ],
)
def test_an_address_leads_to_its_file(address: str, file: str | None) -> None:
    assert links().file(address) == file


def test_a_happening_without_a_page_leads_to_what_tells_it() -> None:
    assert links(lambda _: "f1").file("/happening/9") == "article/3b/3b01.html#f-f1"
    assert links(lambda _: "f2").file("/happening/9") is None


@pytest.mark.parametrize("key", ["person:-:con", "person:-:ö ß", "person:-:a/../b", "x" * 300, "person:-:\ud800"])
def test_any_name_makes_a_name_of_a_file_that_every_disk_takes(key: str) -> None:
    name = actor_file(key)

    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-./")
    assert len(name) < 100
    assert ".." not in name
    assert name.rpartition("/")[2] not in ("con.html", "nul.html")
    assert actor_file(key) != actor_file(key + "x")


def test_the_colon_of_a_happening_is_in_no_name_of_a_file() -> None:
    assert file_of("happening", "3b01:000081-90") == "happening/3b/3b01-000081-90.html"
