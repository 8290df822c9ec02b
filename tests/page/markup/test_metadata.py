"""What markup says of a page."""

import time

import pytest

from newsledger.lexicon import load_lexicon
from newsledger.page import SCHEMAS
from newsledger.page.markup.metadata import read_metadata, read_trust
from newsledger.page.markup.tree import parse_html
from page.conftest import DATA

REF = '{"@id": "a"}'
LOOP = f'[{{"@type": "NewsArticle", "author": {{"@id": "a"}}}}, {{"@id": "a", "name": [{", ".join([REF] * 50)}]}}]'
TRUST = read_trust(load_lexicon(DATA / "metadata.en.tsv", SCHEMAS["metadata"]).rows)


def facts(head: str, kind: str) -> list[tuple[str, str]]:
    tree = parse_html(f"<html lang=en><head>{head}</head><body><p>x</p></body></html>")
    assert tree is not None
    return [(fact.value, fact.field) for fact in read_metadata(tree, TRUST).get(kind, ())]


def ld(json: str) -> str:
    return f"<script type='application/ld+json'>{json}</script>"


def test_json_ld_is_trusted_before_meta_tags_and_these_before_the_title() -> None:
    head = "<title>Title</title><meta property='og:title' content='Open graph'>" + ld(
        '{"@type": "NewsArticle", "headline": "Linked data"}'
    )

    assert facts(head, "headline") == [
        ("Linked data", "json-ld:headline"),
        ("Open graph", "meta:og:title"),
        ("Title", "title"),
    ]


@pytest.mark.parametrize(
    "json",
    [
        pytest.param('{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Anna Holm"}}', id="person"),
        pytest.param('[{"@type": ["Article", "NewsArticle"], "author": "Anna Holm"}]', id="list-of-types"),
        pytest.param('{"@graph": [{"@type": "Report", "author": [{"name": "Anna Holm"}]}]}', id="graph"),
        pytest.param(
            '{"@graph": [{"@type": "Article", "author": {"@id": "#a"}}, {"@id": "#a", "name": "Anna Holm"}]}',
            id="reference",
        ),
        pytest.param(
            '{"@type": "WebPage", "mainEntity": {"@type": "https://schema.org/Article", "author": "Anna Holm"}}',
            id="entity",
        ),
        pytest.param(
            '// <![CDATA[\n{"@type": "NewsArticle", "author": "Anna\n Holm"}\n// ]]>', id="wrapped-and-broken"
        ),
    ],
)
def test_json_ld_is_read_in_its_many_shapes(json: str) -> None:
    assert facts(ld(json), "byline")[0][0] == "Anna Holm"


@pytest.mark.parametrize(
    "json",
    [
        pytest.param("", id="empty"),
        pytest.param("{", id="broken"),
        pytest.param("[" * 100_000, id="deep"),
        pytest.param("null", id="null"),
        pytest.param('{"@type": 5, "headline": 7}', id="numbers"),
        pytest.param('{"@type": "NewsArticle", "headline": {"name": null}, "author": [null, {}]}', id="nulls"),
        pytest.param('{"@type": "Product", "headline": "Buy"}', id="other-type"),
        pytest.param('{"@type": "Article", "@id": "#a", "author": {"@id": "#a"}}', id="circle"),
    ],
)
def test_json_ld_of_any_other_shape_says_nothing(json: str) -> None:
    assert facts(ld(json), "headline") == []
    assert facts(ld(json), "byline") == []


def test_dates_of_publication_and_change_are_apart() -> None:
    head = (
        "<meta property='article:published_time' content='2017-01-21T08:00:00Z'>"
        "<meta property='article:modified_time' content='2017-01-22T08:00:00Z'>"
    )

    assert facts(head, "published") == [("2017-01-21T08:00:00Z", "meta:article:published_time")]
    assert facts(head, "modified") == [("2017-01-22T08:00:00Z", "meta:article:modified_time")]


def test_microdata_and_marked_times_are_read() -> None:
    tree = parse_html(
        "<body><h1 itemprop='headline name'>Lock closes</h1>"
        "<time itemprop=datePublished datetime='2017-01-21'>Saturday</time>"
        "<time class='entry-date' datetime='2017-01-20'></time><time datetime='2011-01-01'></time></body>"
    )
    assert tree is not None

    found = read_metadata(tree, TRUST)

    assert [(fact.value, fact.field) for fact in found["headline"]] == [("Lock closes", "itemprop:headline")]
    assert [fact.value for fact in found["published"]] == ["2017-01-21", "2017-01-20"]


def test_the_canonical_address_the_language_and_the_breadcrumb_are_read() -> None:
    head = "<link rel=canonical href='/lock'>" + ld(
        '{"@type": "BreadcrumbList", "itemListElement": [{"item": {"name": "World"}}, {"name": "Europe"}, 3]}'
    )

    assert facts(head, "canonical_url") == [("/lock", "link:canonical")]
    assert facts(head, "language") == [("en", "html:lang")]
    assert [value for value, _ in facts(head, "breadcrumb")] == ["World", "Europe"]


def test_free_access_is_told_as_true_or_false() -> None:
    assert facts(ld('{"@type": "NewsArticle", "isAccessibleForFree": false}'), "free")[0][0] == "false"
    assert facts(ld('{"@type": "NewsArticle", "isAccessibleForFree": "True"}'), "free")[0][0] == "True"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<div itemprop=author itemscope>" * 3_000 + "<i></i>" * 30_000, id="nested-things"),
        pytest.param(f"{'<time class=published>' * 200}{'<i>x</i>' * 30_000}", id="nested-times"),
        pytest.param(
            f"<script type=application/ld+json>{LOOP}</script>",
            id="things-that-refer-to-themselves",
        ),
        pytest.param("<script type=application/ld+json>{" + '"a":"b" "c" ' * 50_000 + "</script>", id="broken-strings"),
        pytest.param("<script type=application/ld+json>[" + "/*," * 200_000 + "</script>", id="open-comments"),
        pytest.param('<script type=application/ld+json>{"a": ' + "[" * 100_000 + "</script>", id="brackets"),
        pytest.param("<meta name=author content=x>" * 20_000, id="many-metas"),
    ],
)
def test_a_hostile_page_costs_little(body: str) -> None:
    tree = parse_html(f"<body>{body}</body>")
    assert tree is not None
    start = time.process_time()

    read_metadata(tree, TRUST)

    assert time.process_time() - start < 2
