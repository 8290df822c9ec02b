"""The site as a client meets it: what it answers, to whom, and whether its links and numbers hold."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html
from starlette.testclient import TestClient

from newsledger.store import (
    Change,
    EventQuestion,
    HappeningQuestion,
    OutlookQuestion,
    SearchQuestion,
    Store,
    Watched,
    open_ledger,
)
from newsledger.web.drawing import month
from newsledger.web.guard import POLICY
from newsledger.web.pages import due
from web.conftest import TODAY, site

PAGES = (
    "/",
    "/?day=2018-04-04",
    "/?since=3",
    "/articles?since=3",
    "/stories",
    "/stories?about=cocoa",
    "/search",
    "/search?q=cocoa",
    "/search?q=passport&versions=all",
    "/articles",
    "/articles?changed=yes",
    "/due",
    "/due?show=overdue",
    "/slips",
    "/slips?sure=all&holder=Ghana",
    "/due?view=month&month=2018-04",
    "/events",
    "/events?actor=Ghana&standing=happened&by=year",
    "/statements",
    "/statements?about=ban",
    "/matrix",
    "/map",
    "/map?view=closer&standing=happened",
    "/events?at=none",
    "/events?view=standing&sure=all",
    "/actors",
    "/actor?key=country:GHA:ghana",
    "/compare?a=country:GHA:ghana&b=country:CIV:ivory+coast",
    "/sources",
    "/review",
    "/review/persons",
    "/corrections",
    "/help",
    "/wall",
)


def tree_of(client: TestClient, address: str) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return html.document_fromstring(answer.text)


def rows_of(client: TestClient, address: str) -> list[dict[str, object]]:
    """Give the rows behind an address of a page, by its twin."""
    path, mark, query = address.partition("?")
    answer = client.get(f"{path}.json{mark}{query}")
    assert answer.status_code == 200, address
    rows: list[dict[str, object]] = answer.json()["rows"]
    return rows


@pytest.mark.parametrize("address", PAGES)
def test_each_page_is_there_and_lets_nothing_else_in(client: TestClient, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 200
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert len(answer.content) < 150_000
    tree = html.document_fromstring(answer.text)
    assert not tree.xpath("//style | //*[@style] | //script[not(@src)] | //iframe | //object | //embed")
    assert all(name[:2] != "on" for element in tree.xpath("//*") for name in element.attrib)
    loaded = [*tree.xpath("//script/@src"), *tree.xpath("//link/@href"), *tree.xpath("//img/@src")]
    assert all(one.startswith("/static/") for one in loaded)
    assert len(tree.xpath("//h1")) == 1


def test_the_policy_has_no_loophole() -> None:
    assert "unsafe" not in POLICY
    assert "*" not in POLICY
    assert "data:" not in POLICY
    assert POLICY.startswith("default-src 'none'")


def test_no_link_of_the_site_leads_nowhere(client: TestClient) -> None:
    waiting, seen = ["/"], {"/"}
    ids: dict[str, set[str]] = {}
    fragments: list[tuple[str, str]] = []
    while waiting and len(ids) < 300:
        here = waiting.pop(0)
        answer = client.get(here)
        assert answer.status_code == 200, here
        if "text/html" not in answer.headers["content-type"]:
            continue
        tree = html.document_fromstring(answer.text)
        ids[here] = set(tree.xpath("//@id"))
        for link in tree.xpath("//a/@href"):
            if link.startswith("http"):
                continue
            address, _, fragment = link.partition("#")
            address = address or here
            fragments.append((address, fragment))
            if address not in seen:
                seen.add(address)
                waiting.append(address)
    assert len(ids) > 150
    assert {urlsplit(here).path.split("/")[1] for here in ids} >= {"", "article", "finding", "actor", "events", "due"}
    assert [(a, f) for a, f in fragments if f and a in ids and f not in ids[a]] == []


def test_every_page_that_one_gets_to_can_be_got_to_again_by_its_address(client: TestClient) -> None:
    address = "/events?actor=Ghana&standing=happened&from=2018-01-01&to=2018-12-31&by=year&sure=all"

    tree = tree_of(client, address)

    form = tree.xpath("//form[@class='ask']")[0]
    said = {name: value for name, value in form.form_values() if value}
    assert said == {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}


def test_a_month_with_much_in_it_tells_what_is_drawn_and_how_much_more_there_is(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = html.document_fromstring(client.get("/due?view=month&month=2018-04").text)
    number = len(whole.xpath("//*[starts-with(@id, 'f-')]"))
    monkeypatch.setattr(due, "LISTED", 1)
    monkeypatch.setattr(month, "_ROWS", 0)

    short = html.document_fromstring(client.get("/due?view=month&month=2018-04").text)

    assert number > 1
    assert len(short.xpath("//*[starts-with(@id, 'f-')]")) == 1
    assert f"{number - 1} more may be in" in short.text_content()


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8765", "[::2]", ""])
def test_a_strange_host_is_answered_with_nothing(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})

    assert answer.status_code == 421
    assert "Ghana" not in answer.text
    assert answer.headers["content-security-policy"] == POLICY


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8765", "LOCALHOST", "[::1]:8765", "localhost."])
def test_this_machine_is_answered_by_each_of_its_names(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


def test_another_name_is_answered_where_it_is_allowed(ledger: Path) -> None:
    assert site(ledger, hosts=("News.example",)).get("/", headers={"host": "news.example"}).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_written(client: TestClient, method: str) -> None:
    answer = client.request(method, "/events")

    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize("is_cut", [True, False], ids=["the proxy cuts it off", "the proxy leaves it"])
def test_behind_a_prefix_every_link_has_it(ledger: Path, is_cut: bool) -> None:
    behind = site(ledger, prefix="/news")

    tree = tree_of(behind, "/due" if is_cut else "/news/due")

    links = tree.xpath("//a/@href | //form/@action | //script/@src | //link/@href")
    assert all(link.startswith(("/news/", "#")) for link in links)
    assert behind.get(links[0] if links[0] != "#content" else links[1]).status_code == 200
    assert behind.get(tree.xpath("//script/@src")[0]).status_code == 200


def test_a_file_of_the_site_may_be_kept_for_ever(client: TestClient) -> None:
    style = tree_of(client, "/").xpath("//link[@rel='stylesheet']/@href")[0]

    answer = client.get(style)

    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith("text/css")
    assert "@import" not in answer.text
    assert "url(" not in answer.text
    assert client.get("/static/web.css").status_code == 404


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/nothing", 404, "no page at this address"),
        ("/article/0000000000000000", 404, "no article"),
        ("/finding/0000000000000000", 404, "no finding"),
        ("/actor?key=person:XXX:nobody", 404, "nobody in this ledger"),
        ("/actor", 404, "no actor"),
        ("/events?from=yesterday", 400, "ISO day"),
        ("/events?type=DANCE", 400, "expected one of"),
        ("/events?known=2018-13", 400, "a year, a month, a day or none"),
        ("/events?after=x", 400, "cursor"),
        ("/events?at=1,2,3", 400, "south,west,north,east"),
        ("/events?at=1,2,0,3", 400, "degrees"),
        ("/map?view=x", 400, "expected one of"),
        ("/due?show=settled&after=x", 400, "cursor"),
        ("/due?view=year", 400, "expected one of"),
        ("/due?view=month&month=2018", 400, "month"),
        ("/search?q=%22", 400, ""),
        ("/sources?below=-1", 400, "a number"),
    ],
)
def test_what_cannot_be_answered_is_said_in_words(client: TestClient, address: str, status: int, words: str) -> None:
    answer = client.get(address)

    assert answer.status_code == status
    assert words.lower() in html.document_fromstring(answer.text).text_content().lower()
    assert "Traceback" not in answer.text


def test_a_name_that_nobody_has_is_told_where_the_rows_would_stand(client: TestClient) -> None:
    text = tree_of(client, "/events?actor=Gahna").text_content()

    assert "nobody in this ledger is called" in text
    assert "No event answers that." in text


def test_data_says_what_is_wrong_as_data(client: TestClient) -> None:
    answer = client.get("/events.json?from=x")

    assert answer.status_code == 400
    assert "ISO day" in answer.json()["error"]
    assert client.get("/events.csv?from=x").status_code == 400
    assert client.get("/article/0000000000000000.json").status_code == 404


@pytest.mark.parametrize(
    "address",
    ["/events", "/events?actor=Ghana", "/events?standing=planned&sure=all", "/events?from=2018-01-01&to=2018-12-31"],
)
def test_each_count_beside_the_events_is_the_number_of_rows_behind_it(client: TestClient, address: str) -> None:
    tree = tree_of(client, address)

    facets = [(li.xpath("string(span)"), li.xpath("string(a/@href)")) for li in tree.xpath("//ul[@class='facet']/li")]

    assert facets
    assert [(int(n), href) for n, href in facets if int(n) != len(rows_of(client, href))] == []


@pytest.mark.parametrize("address", ["/events", "/events?by=year", "/events?by=day&sure=all", "/events?actor=Ghana"])
def test_each_bar_opens_as_many_events_as_it_is_high(client: TestClient, address: str) -> None:
    tree = tree_of(client, address)

    bars = [(link.get("aria-label"), link.get("href")) for link in tree.xpath("//figure//svg/a")]
    rest = [(link.text, link.get("href")) for link in tree.xpath("//p[@class='rest']/a")]

    assert bars
    told = [(int(label.rpartition(": ")[2]), href) for label, href in (*bars, *rest)]
    assert [(n, href) for n, href in told if n != len(rows_of(client, href))] == []
    total = len(rows_of(client, address))
    assert sum(n for n, _ in told) == total


def test_the_numbers_of_a_day_are_those_of_the_pages_behind_them(client: TestClient) -> None:
    tree = tree_of(client, "/?day=2018-04-04")

    told = [(link.xpath("string(b)"), link.get("href")) for link in tree.xpath("//p[@class='summary']/a")]

    assert len(told) >= 2
    assert [(n, href) for n, href in told if int(n) != len(rows_of(client, href))] == []


def test_the_columns_of_the_board_hold_what_their_numbers_say(client: TestClient) -> None:
    tree = tree_of(client, "/due?sure=all&today=2018-03-14&mentions=all")

    told = [(link.xpath("string(b)"), link.get("href")) for link in tree.xpath("//p[@class='sums']/a")]

    assert len(told) == 5
    assert [(n, href) for n, href in told if int(n) != len(rows_of(client, href))] == []
    seen = [row["id"] for _, href in told for row in rows_of(client, href)]
    assert len(seen) == len(set(seen)), "a card stands in one column"


def test_each_happening_that_is_due_has_one_card(client: TestClient) -> None:
    tree = tree_of(client, "/due?today=2018-03-20&sure=all")

    told = [(link.xpath("string(b)"), link.get("href")) for link in tree.xpath("//p[@class='sums']/a")]

    assert [(n, href) for n, href in told if int(n) != len(rows_of(client, href))] == []
    seen = [row["id"] for _, href in told for row in rows_of(client, href)]
    assert len(seen) == len(set(seen)) > 3
    for card in tree.xpath("//li[contains(@class, 'card')]"):
        whole = client.get(f"/happening/{card.get('id').removeprefix('f-')}.json").json()
        moved = sum(step["state"] == "moved" for step in whole["steps"])
        assert ("moved" in card.xpath("string(p[contains(@class, 'soft')])")) == bool(moved)


def test_the_matrix_counts_what_it_opens(client: TestClient) -> None:
    cells = [(a.text, a.get("href")) for a in tree_of(client, "/matrix").xpath("//td/a")]

    assert cells
    assert [(n, href) for n, href in cells if int(n) != len(rows_of(client, href))] == []


def test_rows_as_data_are_those_of_the_store(client: TestClient, kept: Store) -> None:
    rows = kept.ask_events(EventQuestion(actor="Ghana"), limit=10_000).rows
    due = kept.ask_happenings(HappeningQuestion(today=TODAY, expected=True, state="any"), limit=10_000).rows
    own = kept.ask_outlook(OutlookQuestion(today=TODAY, state="any"), limit=10_000).rows
    found = kept.ask_search(SearchQuestion(words="cocoa"), limit=10_000).rows

    assert [row["id"] for row in rows_of(client, "/events?actor=Ghana&sure=all")] == [row.id for row in rows]
    assert [row["id"] for row in rows_of(client, "/due?sure=all")] == [row.id for row in due]
    assert [row["id"] for row in rows_of(client, "/due?sure=all&mentions=all")] == [row.id for row in own]
    assert len(rows_of(client, "/search?q=cocoa")) == len(found)
    assert len(client.get("/events.csv?actor=Ghana&sure=all").text.splitlines()) == len(rows) + 1


def test_page_after_page_gives_every_row_once(client: TestClient) -> None:
    address, seen = "/events?sure=all", []
    while address:
        tree = tree_of(client, address)
        seen += tree.xpath("//ol[@class='lines']/li/@id")
        more = tree.xpath("//a[@rel='next']/@href")
        address = more[0] if more else ""

    assert seen == [f"f-{row['id']}" for row in rows_of(client, "/events?sure=all")]
    assert len(seen) > 60


def test_every_finding_has_its_words_lit_in_its_sentence(client: TestClient) -> None:
    for row in rows_of(client, "/events?limit=20"):
        tree = tree_of(client, f"/finding/{row['id']}")
        lit = " ".join(tree.xpath("//blockquote[@class='large']/mark/text()"))
        assert lit == row["words"]["exact"]  # type: ignore[index]


def test_the_search_of_every_page_marks_what_was_looked_for(client: TestClient) -> None:
    tree = tree_of(client, "/search?q=smuggl*")

    assert tree.xpath("//header//form[@role='search']//input[@name='q']")
    assert all(word.lower().startswith("smuggl") for word in tree.xpath("//mark/text()"))
    assert tree.xpath("//mark")


def test_the_words_that_a_version_changed_are_told(client: TestClient) -> None:
    article = rows_of(client, "/articles?changed=yes")
    ids = [row["article"]["id"] for row in article]  # type: ignore[index]

    texts = [tree_of(client, f"/article/{one}") for one in ids]

    words = [(tree.xpath("string(//del)"), tree.xpath("string(//ins)")) for tree in texts]
    assert ("surrendered", "given up") in words


def test_nothing_that_is_unknown_is_told(client: TestClient) -> None:
    for address in PAGES:
        text = tree_of(client, address).text_content().lower()
        assert not re.search(r"\bnone\b(?! of)|\bnull\b|nobody named|not dated|unknown|undefined", text), address


def test_an_empty_ledger_says_how_to_begin(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    open_ledger(path, new=True).close()
    empty = site(path)

    text = tree_of(empty, "/").text_content()

    assert "newsledger add" in text
    for address in PAGES[1:]:
        if not address.startswith(("/actor?", "/compare")):
            assert empty.get(address).status_code == 200, address


def test_a_site_over_a_ledger_that_is_gone_says_so(tmp_path: Path) -> None:
    answer = site(tmp_path / "none.db").get("/")

    assert answer.status_code == 500
    assert "The ledger cannot be read" in answer.text


def test_a_head_is_answered_like_its_page(client: TestClient) -> None:
    answer = client.head("/events")

    assert answer.status_code == 200
    assert answer.content == b""


def test_an_address_without_end_is_refused(client: TestClient) -> None:
    assert client.get("/search?q=" + "a" * 5000).status_code == 414


def test_json_is_one_object_with_notes_and_a_cursor(client: TestClient) -> None:
    first = client.get("/events.json?limit=2").json()
    second = client.get(f"/events.json?limit=2&after={first['after']}").json()
    whole = json.loads(client.get("/events.json").text)

    assert set(first) == {"rows", "notes", "after"}
    assert [*first["rows"], *second["rows"]] == whole["rows"][:4]
    assert whole["after"] is None


def test_what_is_watched_is_told_with_why_it_fails(tmp_path: Path) -> None:
    path = tmp_path / "watched.db"
    now = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    new = Watched(
        kind="source",
        address="https://paper.example/feed",
        url="https://paper.example/feed",
        host="paper.example",
        title="The Paper",
        failures=3,
        reason="found no feed",
        added_at=now,
        due=now,
    )
    with open_ledger(path, new=True) as store:
        store.watching.keep(Change(new=(new,)))

    text = tree_of(site(path), "/sources").text_content()

    assert "The Paper" in text
    assert "found no feed" in text
    assert "2 Jan 2026, 03:04" in text


def test_each_mark_of_the_map_opens_as_many_sentences_as_it_says(client: TestClient) -> None:
    tree = tree_of(client, "/map?sure=all")

    marks = tree.xpath("//figure//a[circle]")
    assert len(marks) > 2
    for mark in [*marks, *tree.xpath("//table[@class='where']//a")]:
        told = mark.get("aria-label") or mark.xpath("string(ancestor::tr/td[last()])")
        number = int(re.findall(r"\d+", told)[-1])
        assert len(rows_of(client, mark.get("href"))) == number
    nowhere = tree.xpath("//p[@class='sums']/a")[0]
    assert len(rows_of(client, nowhere.get("href"))) == int(nowhere.xpath("string(b)").replace(",", ""))
    first = tree_of(client, marks[0].get("href"))
    assert "Only events at " in first.text_content()


def test_the_map_of_nobody_says_so(client: TestClient) -> None:
    assert "Zyxwv" in tree_of(client, "/map?actor=Zyxwv").text_content()


def test_each_bar_of_a_standing_opens_as_many_sentences_as_it_says(client: TestClient) -> None:
    tree = tree_of(client, "/events?view=standing&sure=all&by=day")

    bars = tree.xpath("//div[@class='parts']//a")
    assert len({bar.get("aria-label").partition(",")[0] for bar in bars}) > 2
    for bar in bars:
        standing, _, rest = bar.get("aria-label").partition(", ")
        rows = rows_of(client, bar.get("href"))
        assert len(rows) == int(rest.rpartition(": ")[2])
        assert {row["standing"] for row in rows} == {standing}
    together = tree_of(client, "/events?sure=all&by=day").xpath("//figure//svg/a")
    told = [int(bar.get("aria-label").rpartition(": ")[2]) for bar in together]
    assert sum(told) == sum(int(bar.get("aria-label").rpartition(": ")[2]) for bar in bars)


def test_what_slipped_says_its_days_and_by_how_much(client: TestClient) -> None:
    tree = tree_of(client, "/slips?sure=all")

    rows = {" ".join(row.xpath("string(.//p[1])").split()): row.xpath("string(.//p[2])") for row in tree.xpath("//li")}
    talks = next(words for told, words in rows.items() if "talks" in told and told.startswith("happened"))
    assert talks.startswith("first 19 Mar 2018 → moved to 26 Mar 2018 → happened 26 Mar 2018")
    assert talks.endswith("7 days later than was said first")
    strike = next(words for told, words in rows.items() if told.startswith("overdue") and "strike" in told)
    assert strike.startswith("first 12 – 16 Mar 2018 → nothing told by 20 Apr 2018")
    slipped = int(tree.xpath("//p[@class='sums']/b")[1].text)
    assert slipped == len(tree.xpath("//figure//ol/li"))


def test_what_slipped_is_seen_as_of_a_day(client: TestClient) -> None:
    then = tree_of(client, "/slips?sure=all&today=2018-03-18").text_content()

    assert "moved to 26 Mar 2018" in then
    assert "happened 26 Mar 2018" not in then
    assert "Zyxwv" in tree_of(client, "/slips?holder=Zyxwv").text_content()
