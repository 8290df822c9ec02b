"""Answers that are given again: for how long, to whom, and how many of them."""

import asyncio
import threading
import time
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from newsledger.store import Answers, open_ledger
from newsledger.web import Settings, application
from newsledger.web.memory import Memory, memory
from web.conftest import AT, TODAY


class Ledger:
    """A ledger that says how often it was changed."""

    changes = 0
    closed = 0

    def revision(self) -> str:
        return str(self.changes)

    @contextmanager
    def opened(self) -> Iterator[Answers]:
        yield cast("Answers", self)
        self.closed += 1


class Site:
    """A site that counts how often it was asked, and takes its time."""

    def __init__(self, ledger: Ledger, status: int = 200) -> None:
        self.ledger, self.status, self.asked, self.day = ledger, status, 0, "2025-01-01"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await receive()
            await send({"type": "lifespan.startup.complete"})
            await receive()
            await send({"type": "lifespan.shutdown.complete"})
            return
        self.asked += 1
        told = f"{Request(scope).url.path} {self.asked}"
        await PlainTextResponse(told, self.status)(scope, receive, send)


def client(site: Site, **options: Any) -> TestClient:
    return TestClient(Memory(app=site, open_store=site.ledger.opened, moment=lambda: (site.day, ""), **options))


def test_the_same_ledger_gives_the_same_answer_and_the_site_is_asked_once() -> None:
    site = Site(Ledger())
    asked = client(site)

    first, again, other = asked.get("/a?b=1"), asked.get("/a?b=1"), asked.get("/a?b=2")

    assert first.text == again.text == "/a 1"
    assert other.text == "/a 2"


def test_a_changed_ledger_is_asked_again_after_a_multiple_of_what_an_answer_takes() -> None:
    now = 100.0

    def clock() -> float:
        nonlocal now
        now += 0.1
        return now

    site = Site(Ledger())
    asked = client(site, clock=clock)
    asked.get("/a")
    site.ledger.changes += 1

    soon = asked.get("/a")
    now += memory.OLDEST
    later = asked.get("/a")

    assert (soon.text, later.text) == ("/a 1", "/a 2")


def test_nobody_waits_for_what_is_made_anew_before_it_is_too_old() -> None:
    now = 100.0

    def clock() -> float:
        nonlocal now
        now += 0.5
        return now

    site = Site(Ledger())
    with client(site, clock=clock) as asked:
        asked.get("/a")
        site.ledger.changes += 1
        now += 0.5 * memory.OLDEST

        old = asked.get("/a")
        asked.get("/b")
        new = asked.get("/a")

    assert (old.text, new.text) == ("/a 1", "/a 2")


def test_what_hangs_on_the_day_is_asked_again_on_another() -> None:
    site = Site(Ledger())
    asked = client(site)
    asked.get("/a")
    site.day = "2025-01-02"

    assert asked.get("/a").text == "/a 2"


def test_each_reader_who_has_something_kept_has_answers_of_his_own() -> None:
    site = Site(Ledger())
    asked = client(site)

    first = asked.get("/a", headers={"cookie": "newsledger_last=3"})
    second = asked.get("/a", headers={"cookie": "newsledger_last=4"})

    assert first.text != second.text


def test_who_may_write_is_answered_anew() -> None:
    site = Site(Ledger())
    asked = client(site, excepted="desk")

    answers = [asked.get("/a", headers={"cookie": "desk=1"}).text for _ in range(2)]

    assert answers == ["/a 1", "/a 2"]


@pytest.mark.parametrize(("writes", "told"), [(True, "/a 3"), (False, "/a 1")], ids=["by-us", "by-another"])
def test_what_was_written_here_is_looked_for_at_once_and_what_others_wrote_in_a_moment(writes: bool, told: str) -> None:
    now = 100.0
    site = Site(Ledger())
    asked = client(site, clock=lambda: now)
    asked.get("/a")

    site.ledger.changes += 1
    if writes:
        asked.post("/a")
    now += 0.5 * memory.JUST_NOW

    assert asked.get("/a").text == told


def test_no_answer_is_given_longer_than_so_many_seconds_however_long_it_took() -> None:
    now = 100.0
    site = Site(Ledger())

    async def slowly(scope: Scope, receive: Receive, send: Send) -> None:
        nonlocal now
        now += memory.OLDEST
        await site(scope, receive, send)

    asked = TestClient(Memory(app=slowly, open_store=site.ledger.opened, moment=lambda: ("", ""), clock=lambda: now))
    asked.get("/a")
    site.ledger.changes += 1
    now += 1.1 * memory.OLDEST

    assert asked.get("/a").text == "/a 2"


def test_an_answer_of_many_bytes_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "LARGEST", 3)
    asked = client(Site(Ledger()))

    assert [asked.get("/a").text for _ in range(2)] == ["/a 1", "/a 2"]


def test_cookies_are_read_from_all_headers_that_have_some() -> None:
    site = Site(Ledger())
    asked = client(site, excepted="desk")
    several = [("cookie", "newsledger_last=3"), ("cookie", "desk=1")]

    answers = [asked.get("/a", headers=several).text for _ in range(2)]
    other = asked.get("/a", headers={"cookie": "newsledger_last=3"})
    third = asked.get("/a", headers=[("cookie", "newsledger_last=3"), ("cookie", "other=1")])

    assert (*answers, other.text, third.text) == ("/a 1", "/a 2", "/a 3", "/a 4")


def asking(asked: Memory, send: Send) -> Coroutine[Any, Any, None]:
    """Ask without a client: what is sent is taken by ``send``."""

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    scope = {"type": "http", "method": "GET", "path": "/a", "query_string": b"", "headers": [], "scheme": "http"}
    return asked(scope, receive, send)


def test_who_is_slow_to_take_an_answer_keeps_nobody_from_asking_the_same() -> None:
    site = Site(Ledger(), 404)
    asked = Memory(app=site, open_store=site.ledger.opened, moment=lambda: ("", ""))
    taken: list[Message] = []

    async def never(_: Message) -> None:
        await asyncio.Event().wait()

    async def take(message: Message) -> None:
        taken.append(message)

    async def both() -> None:
        slow = asyncio.create_task(asking(asked, never))
        await asyncio.sleep(0.05)
        await asyncio.wait_for(asking(asked, take), 5)
        slow.cancel()

    asyncio.run(both())

    assert taken[0]["status"] == 404


def test_others_are_answered_while_a_ledger_is_long_in_telling_whether_it_has_changed() -> None:
    others = threading.Event()
    were_answered: list[bool] = []

    class Slow(Ledger):
        def revision(self) -> str:
            were_answered.append(others.wait(5))
            return ""

    site = Site(Slow())
    asked = Memory(app=site, open_store=site.ledger.opened, moment=lambda: ("", ""))

    async def take(_: Message) -> None:
        pass

    async def both() -> None:
        first = asyncio.create_task(asking(asked, take))
        await asyncio.sleep(0.05)
        others.set()
        await first

    asyncio.run(both())

    assert all(were_answered)


@pytest.mark.parametrize("status", [404, 500])
def test_what_was_not_found_is_looked_for_again(status: int) -> None:
    site = Site(Ledger(), status)
    asked = client(site)

    assert [asked.get("/a").text for _ in range(2)] == ["/a 1", "/a 2"]


def test_who_has_an_answer_is_told_that_it_is_the_same() -> None:
    asked = client(Site(Ledger()))
    tag = asked.get("/a").headers["etag"]

    same = asked.get("/a", headers={"if-none-match": tag})
    another = asked.get("/b", headers={"if-none-match": tag})

    assert (same.status_code, same.text) == (304, "")
    assert another.status_code == 200


def test_so_many_bytes_are_kept_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST", 3 * (memory.BESIDE + 200))
    site = Site(Ledger())
    asked = client(site)
    for address in ("/a", "/b", "/c", "/d"):
        asked.get(address)

    assert [asked.get(address).text for address in ("/d", "/a")] == ["/d 4", "/a 5"]


def test_the_ledger_is_let_go_of_when_the_site_ends() -> None:
    site = Site(Ledger())

    with client(site) as asked:
        asked.get("/a")
        assert site.ledger.closed == 0

    assert site.ledger.closed == 1


def test_the_ledger_is_let_go_of_though_the_loop_ends_with_the_site() -> None:
    ledger = Ledger()

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await PlainTextResponse("")(scope, receive, send)

    async def take(_: Message) -> None:
        pass

    asked = Memory(app=app, open_store=ledger.opened, moment=lambda: ("", ""))

    async def both() -> None:
        await asking(asked, take)
        ending = asyncio.ensure_future(asked({"type": "lifespan"}, take, take))  # type: ignore[arg-type]  # not asked
        await asyncio.sleep(0)
        assert ending.done()

    asyncio.run(both())

    assert ledger.closed == 1


def test_a_site_that_remembers_shows_what_was_added(ledger: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with open_ledger(ledger) as store:
        store.backup(copy)
    settings = Settings(today=lambda: TODAY, remembers=True)
    site = application(lambda: open_ledger(copy), settings)

    with TestClient(site, base_url="http://127.0.0.1:8765") as asked:
        before, again = asked.get("/sources"), asked.get("/sources")
        with open_ledger(copy) as store:
            store.end(store.begin("a run of today", at=AT), at=AT)
        time.sleep(20 * before.elapsed.total_seconds() + 0.1)
        after = asked.get("/sources")

    assert before.text == again.text
    assert "a run of today" not in before.text
    assert "a run of today" in after.text
