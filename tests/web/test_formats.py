"""The calendar of what is due, and citations."""

import json
from dataclasses import replace
from datetime import date, datetime

import pytest
from lxml import etree
from starlette.testclient import TestClient

from newsledger.model import Due, Listed, Origin, Passage
from newsledger.show.card import Card, svg
from newsledger.show.exchange import Citation, as_bibtex, as_csl, as_text, calendar
from newsledger.show.phrases import iso
from newsledger.store import ArticleQuestion, EventQuestion, HappeningQuestion, Store
from newsledger.web.formats.atom import feed
from store.conftest import golden
from web.conftest import TODAY

DUE = Due(
    id="0123456789abcdef",
    happening="0123456789abcdef:000000-000009",
    state="dated",
    kind="promise",
    earliest="2018-05-01",
    due="2018-05-03",
    holder="Anna Berg",
    negated=False,
    strength="firm",
    condition=None,
    window="by May 3",
    settled=None,
    since=None,
    why=None,
    day="2018-04-20",
    rule="test",
    article=Origin(id="a", url=None, headline="Plan; signed", publisher="Paper", published="2018-04-20"),
    words=Passage(
        start=6, end=21, exact="sign the treaty", sentence="Berg, sign the treaty; soon", sentence_start=0, block="body"
    ),
)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_an_entry_lasts_from_its_first_day_to_the_day_after_its_last() -> None:
    lines = unfolded("".join(calendar([DUE], stamp="2018-04-20", link=lambda row: f"http://x/finding/{row.id}")))

    assert "DTSTART;VALUE=DATE:20180501" in lines
    assert "DTEND;VALUE=DATE:20180504" in lines
    assert "SUMMARY:Anna Berg sign the treaty" in lines
    assert "UID:0123456789abcdef@newsledger" in lines
    assert "URL:http://x/finding/0123456789abcdef" in lines
    assert any("Berg\\, sign the treaty\\; soon" in line for line in lines)


def test_what_has_no_last_day_is_in_no_calendar() -> None:
    text = "".join(calendar([replace(DUE, due=None, earliest=None)], stamp="2018-04-20", link=lambda _: ""))

    assert "VEVENT" not in text


@pytest.mark.parametrize("words", ["ж" * 200, "a" * 300, "🙂" * 80, "BEGIN:VEVENT\r\nX:1"])
def test_no_line_is_longer_than_the_standard_allows_and_none_can_be_slipped_in(words: str) -> None:
    text = "".join(calendar([replace(DUE, holder=words)], stamp="2018-04-20", link=lambda _: ""))

    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.count("\r\nBEGIN:VEVENT\r\n") == 1
    assert all("\n" not in line and "\r" not in line for line in text.split("\r\n"))


def test_the_calendar_of_the_site_has_an_entry_for_everything_with_a_last_day(client: TestClient, kept: Store) -> None:
    rows = kept.ask_happenings(HappeningQuestion(today=TODAY, expected=True, state="any"), limit=10_000).rows

    answer = client.get("/due.ics?sure=all")

    assert answer.headers["content-type"].startswith("text/calendar")
    assert answer.text.count("BEGIN:VEVENT") == sum(row.due is not None for row in rows) > 5


CITED = Citation(
    article=replace(
        golden("court-report").article,
        headline="Fees & fines: 50% of {all}",
        publisher="Paper_1",
        byline=("Ann Berg", "Bo Cole"),
        url="https://paper.example/a",
        canonical_url=None,
    ),
    key="0123",
    quote="“He paid $5.”",
    place="body ¶2, 10–20",
    accessed="2018-04-20",
)


def test_a_citation_says_who_what_where_and_the_words() -> None:
    told = as_text(CITED)

    assert told.startswith("Ann Berg, Bo Cole, “Fees & fines: 50% of {all}”, Paper_1, 9 Feb 2018, body ¶2, 10–20")
    assert ": “He paid $5.” https://paper.example/a." in told


def test_what_is_not_known_is_left_out_of_a_citation() -> None:
    bare = replace(CITED.article, headline=None, publisher=None, byline=(), url="javascript:alert(1)")

    told = [write(replace(CITED, article=bare, quote="")) for write in (as_text, as_bibtex, as_csl)]

    assert not any("None" in one or "javascript" in one or "“”" in one for one in told)
    assert "author" not in told[1]


def test_bibtex_escapes_what_tex_would_take_for_its_own() -> None:
    told = as_bibtex(CITED)

    assert r"title = {{Fees \& fines: 50\% of \{all\}}}" in told
    assert r"Paper\_1" in told
    assert r"He paid \$5" in told
    assert "author = {{Ann Berg} and {Bo Cole}}" in told
    assert told.startswith("@misc{newsledger0123,\n")


def test_csl_is_json_with_the_parts_of_a_date() -> None:
    (item,) = json.loads(as_csl(CITED))

    assert item["type"] == "article-newspaper"
    assert item["issued"] == {"date-parts": [[2018, 2, 9]]}
    assert item["accessed"] == {"date-parts": [[2018, 4, 20]]}
    assert item["author"] == [{"literal": "Ann Berg"}, {"literal": "Bo Cole"}]


def test_the_files_of_a_citation_are_there(client: TestClient, kept: Store) -> None:
    row = kept.ask_events(EventQuestion(actor="Ghana"), limit=1).rows[0]

    bibtex = client.get(f"/finding/{row.id}.bib")
    csl = client.get(f"/finding/{row.id}.csl.json")
    record = client.get(f"/article/{row.article.id}.json")
    notes = client.get(f"/article/{row.article.id}.annotations.json")

    assert f"newsledger{row.id}" in bibtex.text
    assert csl.json()[0]["id"] == f"newsledger-{row.id}"
    assert record.json()["article"]["id"] == row.article.id
    assert notes.json()["type"] == "AnnotationCollection"
    assert date.fromisoformat(TODAY).year == csl.json()[0]["accessed"]["date-parts"][0][0]


def test_the_newest_articles_are_a_feed(client: TestClient, kept: Store) -> None:
    rows = kept.ask_articles(ArticleQuestion(), limit=50).rows

    answer = client.get("/articles.atom")

    tree = etree.fromstring(answer.content)
    names = {"a": "http://www.w3.org/2005/Atom"}
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert tree.xpath("//a:entry/a:id/text()", namespaces=names) == [f"urn:newsledger:{row.article.id}" for row in rows]
    links = tree.xpath("//a:entry/a:link/@href", namespaces=names)
    assert all(client.get(link).status_code == 200 for link in links)
    assert tree.xpath("string(/a:feed/a:link/@href)", namespaces=names).endswith("/articles.atom")
    moments = tree.xpath("//a:updated/text()", namespaces=names)
    assert all(datetime.fromisoformat(moment) for moment in moments)


def test_a_feed_of_hostile_words_is_sound() -> None:
    origin = Origin(id="a", url=None, headline="]]><x>\x00 & \u202e", publisher='"<b>', published="2018-03")

    text = feed([Listed(article=origin, versions=1, opening="<script>")], title="<t>", address="http://x", itself='"')

    tree = etree.fromstring(text.encode())
    assert len(tree.findall("{*}entry")) == 1
    assert tree.findtext("{*}entry/{*}updated") == "2018-03-01T00:00:00Z"
    assert tree.findtext("{*}entry/{*}summary") == "<script>"
    assert "\u202e" not in text


@pytest.mark.parametrize(("url", "lines"), [("https://paper.example/1", 1), (None, 0), ("https://a b\r\nX:1", 0)])
def test_without_a_site_an_entry_leads_to_its_article(url: str | None, lines: int) -> None:
    row = replace(DUE, article=replace(DUE.article, url=url))

    written = "".join(calendar([row], stamp="2018-04-20")).split("\r\n")

    assert [line for line in written if line.startswith("URL:")] == [f"URL:{url}"] * lines


def test_a_card_has_the_words_their_standing_their_source_and_its_day(client: TestClient, kept: Store) -> None:
    rows = kept.ask_happenings(HappeningQuestion(today=TODAY, state="happened"), limit=99).rows
    row = max(rows, key=lambda row: row.reports)

    answer = client.get(f"/happening/{row.id}.svg")

    assert answer.headers["content-type"].startswith("image/svg+xml")
    tree = etree.fromstring(answer.content)
    texts = [" ".join(text.itertext()) for text in tree.iter("{http://www.w3.org/2000/svg}text")]
    assert "happened" in texts
    assert " ".join(row.words.sentence.split()) in " ".join(texts)
    headline = " ".join((row.article.headline or "").split())
    day = iso((row.article.published or "")[:10])
    assert any(text.startswith(headline[:20]) and text.endswith(day) for text in texts), texts


def test_every_finding_that_can_be_cited_has_a_card(client: TestClient, kept: Store) -> None:
    events = kept.ask_events(EventQuestion(), limit=30).rows
    assert events

    for row in events:
        answer = client.get(f"/finding/{row.id}.svg")
        assert answer.status_code == 200
        assert etree.fromstring(answer.content).get("role") == "img"
    assert client.get("/finding/0000000000000000.svg").status_code == 404


def test_words_on_a_card_stay_words() -> None:
    drawn = svg(Card(standing="said", told="A", words='</text><script>x</script> & "', source="\u202eB", title="T"))

    tree = etree.fromstring(drawn)
    assert {etree.QName(element).localname for element in tree.iter()} == {"svg", "rect", "text"}
    assert "\u202e" not in drawn.decode()
