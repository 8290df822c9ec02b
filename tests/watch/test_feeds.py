"""What feeds list, however they are written."""

import gzip
import json
import time
from contextlib import suppress
from random import Random
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.pipeline import load_page_rules
from newsledger.watch.feeds import Item, NotAFeedError, Outline, parse_feed, read_outlines, write_outlines
from watch.shapes import BASE, CONTENT, DC, LOCK, ON_SUNDAY, SHAPES, Shape, atom, item, rss

MONTHS = load_page_rules()[0].months


def items_of(data: bytes, media_type: str | None = None) -> tuple[Item, ...]:
    return parse_feed(data, url=BASE, months=MONTHS, media_type=media_type).items


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_every_item_of_a_feed_is_found(shape: Shape) -> None:
    feed = parse_feed(shape.data, url=BASE, months=MONTHS, media_type=shape.media_type)

    assert tuple((one.link, one.title, one.published) for one in feed.items) == shape.items
    assert feed.kind == shape.kind


def test_there_are_sixty_shapes_beside_those_of_dates() -> None:
    assert len([shape for shape in SHAPES if not shape.name.startswith("date-")]) >= 60


def test_the_longest_text_of_an_item_is_its_own() -> None:
    more = (
        "<description>Short.</description><content:encoded><![CDATA[<p>The lock closes in May.</p>]]></content:encoded>"
    )

    (found,) = items_of(rss(item(more=more), space=CONTENT))

    assert found.markup == "<p>The lock closes in May.</p>"


def test_a_text_of_xhtml_keeps_its_tags() -> None:
    text = '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <b>lock</b>.</p></div></content>'

    (found,) = items_of(atom(f'<entry><title>Lock</title><link href="{LOCK}"/>{text}</entry>'))

    assert "<p>The <b>lock</b>.</p>" in (found.markup or "")


@pytest.mark.parametrize(
    ("element", "names"),
    [
        pytest.param("<author>desk@paper.example (Anna Holm)</author>", ("Anna Holm",), id="rss"),
        pytest.param("<author>desk@paper.example</author>", (), id="an-address-alone"),
        pytest.param("<author>Anna Holm &lt;anna@paper.example&gt;</author>", ("Anna Holm",), id="name-first"),
        pytest.param(
            "<dc:creator>Anna Holm</dc:creator><dc:creator>Per Aas</dc:creator>", ("Anna Holm", "Per Aas"), id="two"
        ),
        pytest.param("<author><name>Anna Holm</name><email>a@b.example</email></author>", ("Anna Holm",), id="atom"),
    ],
)
def test_authors_are_named_without_their_addresses(element: str, names: tuple[str, ...]) -> None:
    (found,) = items_of(rss(item(more=element), space=DC))

    assert found.authors == names


@pytest.mark.parametrize(
    ("head", "pace"),
    [
        pytest.param("<ttl>90</ttl>", 5_400, id="ttl"),
        pytest.param("<ttl>soon</ttl>", None, id="no-number"),
        pytest.param(
            "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 1_800, id="twice"
        ),
        pytest.param("<sy:updatePeriod>daily</sy:updatePeriod><ttl>60</ttl>", 86_400, id="the-longer-of-both"),
    ],
)
def test_a_feed_says_how_long_it_wants_to_be_left_alone(head: str, pace: int | None) -> None:
    data = rss(item(), head=head, space='xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"')

    assert parse_feed(data, url=BASE, months=MONTHS).pace == pace


def test_hours_and_days_to_be_skipped_are_told_unless_they_are_all() -> None:
    hours = "<skipHours><hour>0</hour><hour>23</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays>"
    all_days = "".join(f"<day>{day}</day>" for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))

    some = parse_feed(rss(item(), head=hours), url=BASE, months=MONTHS)
    every = parse_feed(rss(item(), head=f"<skipDays>{all_days}</skipDays>"), url=BASE, months=MONTHS)

    assert [sorted(one) for one in (some.skip_hours, some.skip_days, every.skip_days)] == [[0, 23], [6], []]


def test_an_index_of_sitemaps_names_more_with_their_last_change() -> None:
    data = b"<sitemapindex><sitemap><loc>/news.xml.gz</loc><lastmod>2026-03-01</lastmod></sitemap></sitemapindex>"

    feed = parse_feed(gzip.compress(data), url=BASE, months=MONTHS)

    assert (feed.kind, feed.more) == ("sitemap-index", (("https://paper.example/news.xml.gz", "2026-03-01"),))


def test_a_page_names_its_feeds_and_its_own_articles() -> None:
    page = b"""<!DOCTYPE html><html><head><title>The Paper</title>
        <link rel="alternate" type="application/rss+xml" href="/rss"><link rel="stylesheet" href="/a.css"></head><body>
        <a href="/about">About us and them</a><a href="/2026/03/01/lock">Old lock closes today</a>
        <a href="/world/old-lock-closes-for-two-years#comments">Lock</a>
        <a href="https://other.example/2026/03/01/x">One two three</a>
        <a href="/pictures/a-lock-in-the-rain.jpg">Picture</a></body></html>"""

    feed = parse_feed(page, url="https://paper.example/", months=MONTHS)

    assert feed.more == (("https://paper.example/rss", None),)
    assert [one.link for one in feed.items] == [
        "https://paper.example/2026/03/01/lock",
        "https://paper.example/world/old-lock-closes-for-two-years",
    ]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\x89PNG\r\n\x1a\n", id="a-picture"),
        pytest.param(b'{"error": "busy"}', id="other-json"),
        pytest.param(b"[" * 100_000, id="deep-json"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'/>", id="other-xml"),
        pytest.param(b"\x1f\x8b\x08\x00broken", id="broken-gzip"),
        pytest.param(b"busy, come again", id="words"),
    ],
)
def test_what_is_no_feed_is_told(data: bytes) -> None:
    with pytest.raises(NotAFeedError, match="expected"):
        items_of(data)


def test_a_gzip_that_unpacks_to_gigabytes_is_cut() -> None:
    bomb = gzip.compress(rss(item()) + b" " * 10_000_000)

    feed = parse_feed(bomb, url=BASE, months=MONTHS, limit=1_000_000)

    assert [one.published for one in feed.items] == [ON_SUNDAY]


@pytest.mark.parametrize(
    ("start", "many"),
    [
        pytest.param(b"<rss><channel>", b"<a/>", id="xml"),
        pytest.param(b"<html>", b"<a>", id="html"),
        pytest.param(b'{"items":[', b"{},", id="json"),
    ],
)
def test_what_would_fill_the_memory_is_not_read(start: bytes, many: bytes) -> None:
    with pytest.raises(NotAFeedError, match="expected a feed of at most 3,000,000"):
        items_of(start + many * 3_000_000)


def test_xml_that_is_nested_without_end_does_no_harm() -> None:
    deep = b"<rss><channel>" + item().encode() + b"<a>" * 100_000

    assert [one.link for one in items_of(deep)] == [LOCK]


def test_of_a_hundred_thousand_items_the_newest_are_taken() -> None:
    many = "".join(
        f"<item><link>https://p.example/{day}</link><pubDate>{day}</pubDate></item>"
        for day in range(1772355600, 1772361600)
    )

    feed = parse_feed(rss(many), url=BASE, months=MONTHS)

    assert (len(feed.items), feed.left_out, feed.items[-1].link) == (5_000, 1_000, "https://p.example/1772361599")


def test_a_list_of_feeds_is_written_and_read() -> None:
    given = (Outline(url="https://paper.example/rss?a=1&b=2", title="The “Paper”", home="https://paper.example/"),)

    assert read_outlines(write_outlines(given, title="mine").encode()) == given


def test_a_list_of_feeds_in_folders_has_each_once() -> None:
    nested = b"""<opml version="1.0"><body><outline text="News"><outline type="rss" text="P" XMLURL="https://p.example/rss"/>
        <outline xmlUrl="https://p.example/rss"/></outline><outline text="none"/></body></opml>"""

    assert read_outlines(nested) == (Outline(url="https://p.example/rss", title="P"),)
    assert read_outlines(rss(item())) is None


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b'<rss xml:base="http://[x"><channel><item><link>/lock</link></item></channel></rss>', id="root"),
        pytest.param(
            b'<rss><channel xml:base="http://[x"><item><link>/lock</link></item></channel></rss>', id="channel"
        ),
        pytest.param(b'<rss><channel><item xml:base="http://[x"><link>/lock</link></item></channel></rss>', id="item"),
    ],
)
def test_a_base_that_is_no_address_counts_for_nothing(data: bytes) -> None:
    assert [one.link for one in items_of(data)] == [urljoin(BASE, "/lock")]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"<rss>" + b"<!DOCTYPE[" * 100_000 + b"</rss>", id="document-types-without-end"),
        pytest.param(b"<html><a href='/" + b"a" * 8_000 + b"'>an old lock</a></html>", id="a-long-word-in-a-link"),
        pytest.param(b"<html><a href='/" + b"1" * 40_000 + b"x'>an old lock</a></html>", id="a-long-number-in-a-link"),
        pytest.param(b"<html><a href='/" + b"a-b-" * 8_000 + b"'>an old lock</a></html>", id="many-words-in-a-link"),
    ],
)
def test_what_was_made_to_cost_time_is_read_in_little(data: bytes) -> None:
    before = time.process_time()

    items_of(data)

    assert time.process_time() - before < 3  # before: minutes


def test_what_stands_behind_a_document_type_is_read() -> None:
    typed = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b"> ]>' + rss(item()).partition(b"?>")[2]

    assert [one.link for one in items_of(typed)] == [LOCK]


@pytest.mark.parametrize("charset", ["undefined", "idna", "unicode_escape", "hex", "no-such-one"])
@pytest.mark.parametrize(
    "data", [b"<rss><channel><title>\xff</title></channel></rss>", b"<html><title>a</title></html>"]
)
def test_an_encoding_that_none_has_does_no_harm(data: bytes, charset: str) -> None:
    assert items_of(data, f"text/html; charset={charset}") == ()


def test_a_title_has_no_letter_that_steers_a_terminal_or_that_no_list_can_hold() -> None:
    feed = parse_feed(
        json.dumps({"title": "The\x1b[31m \x00Paper\x9b2J\uffff", "items": []}).encode(), url=BASE, months=MONTHS
    )

    assert feed.title == "The[31m Paper2J"
    assert "The[31m Paper2J" in write_outlines([Outline(url=BASE, title=feed.title)], title="mine")


@given(st.sampled_from(SHAPES), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_no_feed_however_broken_does_harm(shape: Shape, chance: Random) -> None:
    data = bytearray(shape.data)
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(data) + 1)
        data[start : start + chance.randrange(12)] = chance.choice(
            (b"", b"<", b"&", b"\xff", b"]]>", b"<item>", b"\x00")
        )

    with suppress(NotAFeedError):
        for one in items_of(bytes(data)):
            assert one.identity is not None
            assert one.link is None or one.link.startswith(("http://", "https://"))
