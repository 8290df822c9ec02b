"""A ledger as a site of files: what is in it, that its links hold, and that the same ledger gives the same bytes."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree, html

from ledger.grouped import put
from newsledger import codec
from newsledger.errors import AbsentError, SourceError
from newsledger.ledger.grouping import group_all
from newsledger.model import Record
from newsledger.publish import Settings, publish
from newsledger.store import ActorQuestion, EventQuestion, Store, StoryQuestion, open_ledger
from newsledger.store.corrections import Judge, corrected
from publish.conftest import ADDRESSES, published, tree
from publish.crawl import faults, reached
from store.conftest import GOLDEN, edited, entry_of, from_golden

AT = "2026-01-01T00:00:00+00:00"


def settings_of(kept: Store) -> dict[str, Settings]:
    story = kept.ask_stories(StoryQuestion(), limit=1).rows[0].id
    return {
        "quotes": Settings(),
        "none": Settings(text="none"),
        "full": Settings(text="full", addresses=ADDRESSES),
        "story": Settings(story=story),
        "actor": Settings(actor="Ghana"),
        "month": Settings(month="2018-03", addresses=ADDRESSES),
        "earlier": Settings(today="2018-04-02"),
    }


@pytest.mark.parametrize("name", ["quotes", "none", "full", "story", "actor", "month", "earlier"])
def test_every_link_leads_to_a_file_of_the_site_and_every_page_is_reached(
    ledger: Path, kept: Store, tmp_path: Path, name: str
) -> None:
    folder = published(ledger, tmp_path / "site", settings_of(kept)[name])

    pages = {path.resolve() for path in folder.rglob("*.html") if not path.name.endswith(".card.html")}
    assert len(pages) > 10
    assert faults(folder) == []
    # The newest month of stories stands at the beginning of all, too; nothing may be due.
    lost = [path for path in pages - set(reached(folder)) if path.parent.name not in ("stories", "due")]
    assert lost == []


def test_one_is_counted_as_one(tmp_path: Path) -> None:
    record = from_golden(GOLDEN[0])
    record = replace(record, statements=record.statements[:1], events=(), expectations=())
    with open_ledger(tmp_path / "one.db", new=True) as store:
        put(store, [record])
    folder = published(tmp_path / "one.db", tmp_path / "site")

    about = (folder / "about.html").read_text(encoding="utf-8")
    (article,) = (path.read_text(encoding="utf-8") for path in (folder / "article").rglob("*.html"))
    assert "1 article says:" in about
    assert '1 statement"' in article


def test_no_address_of_a_server_is_left(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert "127.0.0.1" not in page
        assert re.findall(r'(?:href|src|action|data-copy)="/', page) == []
        assert html.fromstring(page).xpath("//form[contains(@class, 'ask')]") == [] or "asking" in page


def test_the_same_ledger_gives_the_same_bytes_and_nothing_is_written_twice(ledger: Path, tmp_path: Path) -> None:
    settings = Settings(addresses=ADDRESSES)
    first, second = (published(ledger, tmp_path / name, settings) for name in ("a", "b"))
    times = {path: path.stat().st_mtime_ns for path in first.rglob("*") if path.is_file()}
    with open_ledger(ledger) as store:
        again = publish(store, first, settings)

    assert tree(first) == tree(second)
    assert (again.written, again.removed) == (0, 0)
    assert again.unchanged == len(tree(first)) - len(["MANIFEST"])
    assert {
        path.name
        for path, was in times.items()
        if path.exists() and path.parent.name != ".newsledger" and path.stat().st_mtime_ns != was
    } == {"MANIFEST"}


def numbered(store: Store) -> list[Record]:
    """Give the records of a ledger by day, those of one story among others."""
    records = sorted(store.records(), key=lambda one: (one.article.date_published.value or "", one.article.id))
    return [replace(one, article=replace(one.article)) for one in records]


def grow(store: Store, records: list[Record]) -> None:
    run = store.begin("add", at=AT)
    for record in records:
        address = record.article.url or f"https://paper.example/{record.article.id}"
        store.put([entry_of(record, address=address)], run=run)
    store.end(run, at=AT)
    for _ in group_all(store):
        pass


def test_what_is_written_anew_after_each_change_is_what_a_new_site_would_be(kept: Store, tmp_path: Path) -> None:
    records = numbered(kept)
    path, folder = tmp_path / "ledger.db", tmp_path / "site"
    settings = Settings(addresses=ADDRESSES)
    step = max(1, len(records) // 5)
    with open_ledger(path, new=True) as store:
        told = []
        for first in range(0, len(records), step):
            grow(store, records[first : first + step])
            told.append(publish(store, folder, settings))
            assert tree(folder) == tree(published(path, tmp_path / f"new-{first}", settings)), first
        for row in store.ask_events(EventQuestion(), limit=3).rows:
            judge = Judge(by="Ann", at="2026-03-02T12:00:00.000+00:00", why=None)
            store.corrections.keep([corrected((row.id, "event"), "wrong", judge, field="standing", value="denied")])
        judged = publish(store, folder, settings)
        assert tree(folder) == tree(published(path, tmp_path / "judged", settings))
        assert judged.written > 0
        run = store.begin("forget", at=AT)
        store.forget(records[3].article.id, why="asked for", run=run)
        for _ in group_all(store):
            pass
        removed = publish(store, folder, settings)

    assert tree(folder) == tree(published(path, tmp_path / "without", settings))
    assert records[3].article.id not in "".join(tree(folder))
    assert removed.removed > 0
    assert faults(folder) == []


def test_one_new_article_rewrites_only_what_it_changes(kept: Store, tmp_path: Path) -> None:
    records = numbered(kept)
    path, folder = tmp_path / "ledger.db", tmp_path / "site"
    with open_ledger(path, new=True) as store:
        grow(store, records)
        publish(store, folder, Settings())
        before = tree(folder)
        other = replace(records[0].article, url="https://other.example/1", canonical_url=None, publisher="Other Paper")
        text = records[0].article.text
        word = max(text.split(), key=len)
        new = edited(codec.seal(replace(records[0], article=other)), word, word[::-1])
        grow(store, [new])
        told = publish(store, folder, Settings())
    after = tree(folder)

    changed = {name for name, content in before.items() if after.get(name) != content}
    assert told.written == len([name for name in after if before.get(name) != after[name] and name != "MANIFEST"])
    assert len(changed) < len(before) / 4
    pages = {name for name in changed if name.startswith("article/") and name.endswith(".html")}
    assert pages == {f"article/{records[0].article.id[:2]}/{records[0].article.id}.html"}


def test_another_setting_makes_all_anew_and_drops_what_does_not_belong(ledger: Path, tmp_path: Path) -> None:
    folder = published(ledger, tmp_path / "site", Settings(addresses=ADDRESSES))
    published(ledger, folder, Settings(text="none"))

    assert tree(folder) == tree(published(ledger, tmp_path / "fresh", Settings(text="none")))


def test_a_folder_whose_state_was_lost_is_made_whole_and_strangers_are_left_alone(ledger: Path, tmp_path: Path) -> None:
    folder = published(ledger, tmp_path / "site", Settings(addresses=ADDRESSES))
    (folder / ".newsledger" / "state.json").write_text("{")
    (folder / "CNAME").write_text("record.example")
    (folder / "about.html").write_text("something else")
    published(ledger, folder)

    assert (folder / "CNAME").read_text() == "record.example"
    fresh = tree(published(ledger, tmp_path / "fresh"))
    assert tree(folder) == {**fresh, "CNAME": b"record.example"}


def test_quotes_hold_no_more_than_the_words_of_findings_and_none_holds_none(ledger: Path, tmp_path: Path) -> None:
    with open_ledger(ledger) as store:
        record = max(store.records(), key=lambda one: len(one.statements))
    name = f"article/{record.article.id[:2]}/{record.article.id}.html"
    shown = {}
    for text in ("quotes", "none", "full"):
        folder = published(ledger, tmp_path / text, Settings(text=text))
        shown[text] = " ".join(
            html.fromstring((folder / name).read_bytes()).xpath("//article")[0].text_content().split()
        )

    long = [" ".join(span.of(record.article.text).split()) for one in record.statements for span in one.content]
    long = [words for words in long if len(words.split()) > 5]
    between = [
        " ".join(block.span.of(record.article.text).split()) for block in record.article.blocks if block.role == "body"
    ]
    assert long
    assert all(words in shown["full"] for words in long)
    assert [words for words in long if words in shown["quotes"]]
    assert [words for words in long if words in shown["none"]] == []
    assert [words for words in between if words in shown["full"]] == between
    assert len(shown["none"]) < len(shown["quotes"]) < len(shown["full"])


def test_none_tells_no_quotation_anywhere(ledger: Path, tmp_path: Path) -> None:
    folder = published(ledger, tmp_path / "none", Settings(text="none"))
    with open_ledger(ledger) as store:
        quoted = {
            " ".join(span.of(record.article.text).split())
            for record in store.records()
            for one in record.statements
            for span in one.content
            if one.form == "direct"
        }
        titles = " ".join(record.article.headline or "" for record in store.records())

    words = {one for one in quoted if len(one.split()) > 6 and one not in titles}
    everything = " ".join(
        content.decode("utf-8", "replace") for name, content in tree(folder).items() if name[-3:] != "png"
    )
    everything = " ".join(everything.split())
    assert words
    assert [one for one in words if one in everything] == []


def test_there_are_feeds_maps_and_a_calendar_that_their_readers_can_read(site: Path) -> None:
    atom = {"a": "http://www.w3.org/2005/Atom"}
    for path in [*site.rglob("*.atom"), *site.rglob("*.xml")]:
        tree_of = etree.fromstring(path.read_bytes())
        for href in tree_of.xpath("//a:entry/a:link/@href", namespaces=atom):
            assert href.startswith(ADDRESSES[0])
            assert (site / href.removeprefix(ADDRESSES[0]).partition("#")[0]).is_file()
    for path in site.rglob("*.feed.json"):
        feed = json.loads(path.read_bytes())
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert len(feed["items"]) == path.with_suffix("").with_suffix(".atom").read_text(encoding="utf-8").count(
            "<entry>"
        )
    pages = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap-1.xml").read_text(encoding="utf-8"))
    assert all((site / page.removeprefix(ADDRESSES[0])).is_file() for page in pages)
    assert "news:publication_date" in (site / "sitemap-news.xml").read_text(encoding="utf-8")
    assert "Sitemap: https://record.example/news/sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")
    assert (site / "due.ics").read_bytes().count(b"BEGIN:VEVENT") > 0
    urls = re.findall(r"^URL:(.*?)\r?$", (site / "due.ics").read_bytes().replace(b"\r\n ", b"").decode(), re.MULTILINE)
    assert urls
    assert all((site / one.removeprefix(ADDRESSES[0]).partition("#")[0]).is_file() for one in urls)
    told = json.loads((site / ".well-known" / "mirrors.json").read_bytes())
    assert (told["canonical"], tuple(told["mirrors"])) == (ADDRESSES[0], ADDRESSES)


def test_every_json_can_be_read(site: Path) -> None:
    for path in site.rglob("*.json"):
        if ".newsledger" not in path.parts:
            json.loads(path.read_bytes())


def test_a_happening_has_a_card_that_can_be_shown_and_embedded(site: Path) -> None:
    from PIL import Image  # noqa: PLC0415 - only here

    page = next(path for path in site.glob("happening/*/*.html") if not path.name.endswith(".card.html"))
    head = html.fromstring(page.read_bytes())
    picture = head.xpath("//meta[@property='og:image']/@content")[0]
    described = head.xpath("//link[@type='application/json+oembed']/@href")[0]
    told = json.loads((site / described.removeprefix(ADDRESSES[0])).read_bytes())
    data = json.loads(head.xpath("//script[@type='application/ld+json']/text()")[0])

    with Image.open(site / picture.removeprefix(ADDRESSES[0])) as image:
        assert image.size == (1200, 630)
    assert etree.fromstring(page.with_suffix(".svg").read_bytes()).get("viewBox") == "0 0 1200 630"
    card = html.fromstring(page.with_suffix(".card.html").read_bytes())
    assert re.search(r'src="([^"]+)"', told["html"])[1].endswith(".card.html")  # type: ignore[index]
    assert "default-src 'none'" in card.xpath("//meta[@http-equiv]/@content")[0]
    assert data["@type"] == "Quotation"
    assert data["text"] in " ".join(head.xpath("//blockquote")[0].text_content().split())
    assert "ClaimReview" not in page.read_text(encoding="utf-8")


def test_a_page_names_its_canonical_address_and_the_alternates(site: Path) -> None:
    for path in site.glob("article/*/*.html"):
        page = html.fromstring(path.read_bytes())
        name = path.relative_to(site).as_posix()
        assert page.xpath("//link[@rel='canonical']/@href") == [f"{ADDRESSES[0]}{name}"]
        assert f"{ADDRESSES[1]}{name}" in page.xpath("//link[@rel='alternate']/@href")
        assert set(page.xpath("//footer//a/@href")) >= set(ADDRESSES)


def test_what_is_asked_for_and_not_there_is_told_and_nothing_is_published(ledger: Path, tmp_path: Path) -> None:
    with pytest.raises(AbsentError, match="no story"):
        published(ledger, tmp_path / "site", Settings(story="0000000000000000"))
    with pytest.raises(AbsentError, match="nobody"):
        published(ledger, tmp_path / "site", Settings(actor="Nobody Whatsoever"))

    assert tree(tmp_path / "site") == {}


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"addresses": ("record.example/",)}, id="no-scheme"),
        pytest.param({"addresses": ("https://record.example",)}, id="no-slash"),
        pytest.param({"addresses": ("https://record.example/?q=1/",)}, id="query"),
        pytest.param({"month": "2018"}, id="year"),
        pytest.param({"today": "yesterday"}, id="today"),
        pytest.param({"month": "2018-03", "actor": "Ghana"}, id="two-questions"),
    ],
)
def test_a_setting_that_makes_no_sense_cannot_be_made(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="expected"):
        Settings(**wrong)  # type: ignore[arg-type]


def test_an_empty_ledger_is_published_too(tmp_path: Path) -> None:
    open_ledger(tmp_path / "empty.db", new=True).close()
    folder = published(tmp_path / "empty.db", tmp_path / "site")

    assert "Nothing has been read yet" in (folder / "index.html").read_text(encoding="utf-8")
    assert faults(folder) == []


def test_two_publishers_do_not_write_into_one_folder(ledger: Path, tmp_path: Path) -> None:
    from newsledger.publish.folder.write import alone  # noqa: PLC0415 - only here

    with alone(tmp_path / "site"), pytest.raises(SourceError, match="another publisher"):
        published(ledger, tmp_path / "site")


def test_publishing_needs_no_server() -> None:
    asked = "import sys, newsledger.publish; print(sorted({'starlette', 'uvicorn', 'httpx', 'PIL'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_an_actor_has_a_page_from_three_articles_on(site: Path, kept: Store) -> None:
    rows = kept.ask_actors(ActorQuestion(), limit=1000).rows

    assert len(list(site.glob("actor/*/*.html"))) == sum(row.articles >= 3 for row in rows)
