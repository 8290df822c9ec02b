"""The wall: one story after another, for weeks."""

import gc
import os
import tracemalloc
from pathlib import Path

from starlette.testclient import TestClient

from newsledger.store import Store, StoryQuestion, open_ledger
from web.conftest import site
from web.test_site import tree_of

#: A week at 25 seconds a turn is 24,000; `make bench-wall` takes 2,000, which takes minutes.
TURNS = int(os.environ.get("NEWSLEDGER_WALL", "150"))
FILES = Path("/proc/self/fd")


def test_the_browser_is_sent_to_the_next_turn(client: TestClient) -> None:
    assert client.get("/wall").headers["refresh"] == "25; url=/wall?at=2"
    assert client.get("/wall?at=7").headers["refresh"] == "25; url=/wall?at=8"
    assert client.get("/wall?at=100000").headers["refresh"] == "25; url=/wall?at=1"
    assert "refresh" not in client.get("/wall?at=7&still=yes").headers
    assert client.get("/wall?at=0").status_code == 400


def test_each_story_has_its_turn(client: TestClient, kept: Store) -> None:
    stories = {f"/story/{row.id}" for row in kept.ask_stories(StoryQuestion(), limit=12).rows}

    shown = {tree_of(client, f"/wall?at={turn}").xpath("string(//h1/a/@href)") for turn in range(1, len(stories) + 1)}

    assert shown == stories


def test_the_words_on_the_wall_stand_in_an_article(client: TestClient, kept: Store) -> None:
    tree = tree_of(client, "/wall")

    words = tree.xpath("string(//blockquote)")
    assert words
    assert any(words in record.article.text for record in kept.records())


def test_an_empty_wall_says_so(tmp_path: Path) -> None:
    open_ledger(tmp_path / "empty.db", new=True).close()

    assert "No two articles" in tree_of(site(tmp_path / "empty.db"), "/wall").text_content()


def test_turn_after_turn_nothing_grows(client: TestClient) -> None:
    for turn in range(1, 30):
        client.get(f"/wall?at={turn}")
    tracemalloc.start()
    before, files = tracemalloc.get_traced_memory()[0], len(list(FILES.iterdir()))
    for turn in range(1, TURNS + 1):
        assert client.get(f"/wall?at={turn}").status_code == 200
    gc.collect()
    grown, opened = tracemalloc.get_traced_memory()[0] - before, len(list(FILES.iterdir())) - files
    tracemalloc.stop()

    assert grown < 250_000
    assert opened <= 0
