"""A ledger made of hostile pages: no foreign script, style, request or link comes out of it."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html

from newsledger import Reader, codec
from newsledger.model import Capture, Record
from newsledger.show import html_page
from newsledger.store import Entry, keep, open_ledger, take_apart
from web.conftest import AT, site

EVIL = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% for x in y %}",
    "</title></style><style>*{display:none}</style>",
    "\u202eturned\u202c",
    "\u2067\u200fisolated\u2069",
    "</script><script>alert(2)</script>",
    "=HYPERLINK(1)",
)


def text_of(evil: str) -> str:
    return (
        f"Minister {evil} Berg denies plan\n\nNorway's minister Anna Berg {evil} said on Monday that France will "
        f"sign the {evil} treaty by May 3. “We {evil} never attacked Sweden,” she said. Police arrested two men."
    )


def evil_record(reader: Reader, evil: str) -> Record:
    record = reader.read(text_of(evil), url="https://paper.example/a", published="2019-03-04")
    article = replace(
        record.article,
        headline=f"Plan {evil}",
        publisher=f"Paper {evil}",
        byline=(f"Ann {evil}",),
        section=(f"News {evil}",),
        url="javascript:alert(document.domain)",
        canonical_url="javascript:alert(2)",
        addresses=(f"data:text/html,{evil}", "vbscript:x", "//evil.example/x", "HTTPS://evil.example/", "mailto:a@b.c"),
    )
    actors = tuple(replace(actor, role=f"boss {evil}") for actor in record.actors)
    return codec.seal(replace(record, article=article, actors=actors))


@pytest.fixture(scope="module")
def hostile(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "ledger.db"
    with open_ledger(path, new=True) as store:
        run = store.begin("<b>add</b>", at=AT)
        for number, evil in enumerate(EVIL):
            record = evil_record(reader, evil)
            capture = Capture(data=text_of(evil), url=f"javascript:alert({number})")
            store.put([Entry(kept=keep(capture, address=capture.url), outcome=take_apart(record, settled={}))], run=run)
    return path


def test_what_a_hostile_page_says_stays_text(hostile: Path) -> None:
    client = site(hostile)
    waiting, seen, met = (
        [
            "/",
            "/events?sure=all",
            "/statements?sure=all",
            "/due?sure=all",
            "/search?q=treaty",
            "/review",
            "/corrections",
        ],
        set(),
        0,
    )
    while waiting and met < 160:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        answer = client.get(here)
        assert answer.status_code == 200, here
        if "text/html" not in answer.headers["content-type"]:
            continue
        met += 1
        tree = html.document_fromstring(answer.text)
        assert all(src.startswith("/static/") for src in tree.xpath("//script/@src"))
        assert not tree.xpath("//script[not(@src)] | //style | //*[@style] | //img | //iframe | //svg[@onload]")
        assert not [name for element in tree.xpath("//*") for name in element.attrib if name[:2] == "on"]
        assert not set("\u202e\u2067\u200f\u2069") & set(answer.text)
        for link in tree.xpath("//@href | //@src | //@action"):
            assert not urlsplit(link).scheme, link
            assert link.startswith(("/", "#")), link
            assert not link.startswith("//"), link
            waiting.append(link.partition("#")[0])
    assert met > 60


@pytest.mark.parametrize("evil", [*EVIL, "x" * 3000])
def test_the_page_of_one_file_holds_no_foreign_script_link_or_turned_word(reader: Reader, evil: str) -> None:
    page = html_page(evil_record(reader, evil))

    tree = html.document_fromstring(page)
    assert [len(tree.xpath(f"//{tag}")) for tag in ("script", "style", "head/title")] == [1, 1, 1]
    assert not tree.xpath("//@style | //img | //iframe | //link | //base | //form | //*[@src] | //svg[@onload]")
    assert not [name for element in tree.xpath("//*") for name in element.attrib if name[:2] == "on"]
    assert all(link.startswith("#") for link in tree.xpath("//@href"))
    assert not set("\u202e\u2067\u200f\u2069") & set(page)


def test_a_line_of_a_megabyte_is_shown_in_one_file_and_on_the_site(reader: Reader, tmp_path: Path) -> None:
    line = f"Minister Anna Berg said on Monday that Norway will sign. {'y' * 1_000_000}</script>"
    record, path = reader.read(f"Norway to sign\n\n{line}", url="https://paper.example/a"), tmp_path / "ledger.db"
    with open_ledger(path, new=True) as store:
        kept = keep(Capture(data=line, url="https://paper.example/a"), address="https://paper.example/a")
        store.put([Entry(kept=kept, outcome=take_apart(record, settled={}))], run=store.begin("add", at=AT))

    shown = html_page(record)
    answer = site(path).get(f"/article/{record.article.id}")

    assert answer.status_code == 200
    for page in (shown, answer.text):
        assert page.count("y" * 1_000_000) == 1
        assert "&lt;/script&gt;" in page
        assert len(page) < len(line) + 60_000


def test_search_words_and_names_come_back_as_text(hostile: Path) -> None:
    client = site(hostile)

    for parameter in (
        "/search?q=",
        "/events?actor=",
        "/statements?by=",
        "/due?holder=",
        "/actors?name=",
        "/events?type=",
        "/review?at=",
        "/review?kind=",
        "/review?done=",
    ):
        for evil in EVIL:
            answer = client.get(parameter + evil.replace("&", "%26").replace("#", "%23"))
            tree = html.document_fromstring(answer.text)
            assert all(src.startswith("/static/") for src in tree.xpath("//script/@src"))
            assert not tree.xpath("//script[not(@src)] | //style | //img | //svg[@onload]")
            assert "49" not in tree.xpath("string(//main)").partition("{{")[0]


def test_a_spreadsheet_gets_no_formula(reader: Reader, tmp_path: Path) -> None:
    path, record = (
        tmp_path / "ledger.db",
        reader.read(text_of(""), url="https://paper.example/a", published="2019-03-04"),
    )
    named = replace(record.article, headline="=HYPERLINK(1)", publisher="@SUM(1)")
    with open_ledger(path, new=True) as store:
        kept = keep(Capture(data=text_of(""), url="https://paper.example/a"), address="https://paper.example/a")
        told = take_apart(codec.seal(replace(record, article=named)), settled={})
        store.put([Entry(kept=kept, outcome=told)], run=store.begin("add", at=AT))

    cells = next(csv.DictReader(io.StringIO(site(path).get("/articles.csv").text))).values()

    assert "'=HYPERLINK(1)" in cells
    assert "'@SUM(1)" in cells
    assert not any(cell.startswith(("=", "@", "+", "-")) for cell in cells)


def test_a_redirect_to_elsewhere_is_never_given(hostile: Path) -> None:
    client = site(hostile)

    for path in ("//evil.example/", "/\\evil.example", "/events/", "/%2F%2Fevil.example", "/..//evil.example"):
        answer = client.get(path, follow_redirects=False)
        assert not answer.headers.get("location", "/").startswith(("//", "http://evil", "https://evil")), path
