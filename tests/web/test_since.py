"""What is new to a reader since he last looked: by what the browser keeps, or by an address that says it."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from newsledger.store import Store, open_ledger
from store.conftest import GOLDEN, edited, entry_of, from_golden
from web.conftest import AT, site
from web.test_site import rows_of, tree_of

COURT = GOLDEN[0].parent / "court-report.json"
OTHERS = [page for page in GOLDEN if page != COURT]


@pytest.fixture
def growing(tmp_path: Path) -> Path:
    path = tmp_path / "growing.db"
    with open_ledger(path, new=True) as store:
        put(store, COURT, *OTHERS[:2])
    return path


def put(store: Store, *pages: Path) -> None:
    run = store.begin("add", at=AT)
    store.put([entry_of(from_golden(page), address=f"https://paper.example/{page.stem}") for page in pages], run=run)
    store.end(run, at=AT)


def told(client: TestClient, address: str = "/") -> str:
    return " ".join(" ".join(tree_of(client, address).xpath("//section[@class='since']//text()")).split())


def test_who_looks_for_the_first_time_is_told_nothing_of_a_last_time(growing: Path) -> None:
    assert told(site(growing)) == ""


def test_who_comes_again_sees_what_came_and_sees_it_still_when_the_page_is_opened_again(growing: Path) -> None:
    client = site(growing)
    client.get("/")
    with open_ledger(growing) as store:
        put(store, *OTHERS[3:5])
    del client.cookies["newsledger_before"]  # half an hour has gone by

    assert told(client).startswith("Since you last looked 2 articles came.")
    assert told(client).startswith("Since you last looked 2 articles came.")
    del client.cookies["newsledger_before"]
    assert told(client) == ""
    assert "Nothing has come since you last looked." in tree_of(client, "/").text_content()


def test_a_link_remembers_by_itself_and_leaves_nothing_with_the_browser(growing: Path) -> None:
    client = site(growing)
    link = tree_of(client, "/?since=1").xpath("string(//a[text()='What comes from now on']/@href)")
    with open_ledger(growing) as store:
        changed = edited(from_golden(COURT), "surrendered his passport", "given up his passport")
        run = store.begin("add", at=AT)
        store.put([entry_of(changed, address=f"https://paper.example/{COURT.stem}")], run=run)
        put(store, OTHERS[3])

    assert link == "/?since=3"
    assert not client.cookies
    assert told(client, link).startswith("Since you last looked 2 articles came, 1 of them changed")
    assert not client.cookies


def test_the_numbers_are_those_of_the_rows_behind_them(growing: Path) -> None:
    client = site(growing)

    href = tree_of(client, "/?since=1").xpath("string(//section[@class='since']/p/a/@href)")

    assert href == "/articles?since=1"
    assert len(rows_of(client, href)) == 2
    assert len(tree_of(client, href).xpath("//ol[@class='lines']/li")) == 2


def test_what_the_browser_keeps_is_for_the_site_alone(growing: Path) -> None:
    left = site(growing, prefix="/news").get("/news/").headers.get_list("set-cookie")

    assert len(left) == 2
    assert all(flag in one for one in left for flag in ("HttpOnly;", "Path=/news;", "SameSite=strict"))


@pytest.mark.parametrize("kept", ["x", "-1", "1; 2", "9" * 30])
def test_what_no_ledger_left_is_taken_for_nothing(growing: Path, kept: str) -> None:
    client = site(growing)
    client.cookies.set("newsledger_before", kept)

    assert client.get("/").status_code == 200


def test_an_address_that_names_no_number_is_refused(growing: Path) -> None:
    assert site(growing).get("/?since=yesterday").status_code == 400
    assert site(growing).get("/articles?since=0").status_code == 400
