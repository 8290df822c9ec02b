"""A watch that is cut off before or after any change goes on to the same end; `make bench-watch` does it by SIGKILL."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsledger import Reader
from newsledger.store import Change
from newsledger.store.tables import TableStore
from newsledger.store.tables.watching import TableWatching
from watch.papers import article, feed, headline, own_text
from watch.server import Asked, Reply
from watch.watching import Desk, desk_of


class CutOffError(BaseException):
    """Stands for a kill, after which nothing of this process is done."""


def site(asked: Asked) -> Reply:
    if asked.path == "/rss":
        own = f"<title>{headline(1)}</title><description>{own_text(1)}</description>"
        return Reply(headers={"ETag": '"1"'}, body=feed([("/2026/lock-0", ""), ("/2026/wall", own)]))
    if asked.path == "/2026/lock-0":
        return Reply(headers={"Content-Type": "text/html"}, body=article(0))
    return Reply(status=403 if asked.path == "/2026/wall" else 404)


def facts(desk: Desk) -> set[tuple[Any, ...]]:
    port = f":{desk.port}"
    queries = (
        "SELECT id, text_sha256, version FROM articles",
        "SELECT kind, address, state, etag, title FROM watched",
        "SELECT address FROM arrivals",
        "SELECT key, attempts FROM failures",
    )
    rows = [tuple(row) for query in queries for row in desk.store.connection.execute(query)]
    return {tuple(one.replace(port, "") if isinstance(one, str) else one for one in row) for row in rows}


def striking(patch: pytest.MonkeyPatch, strike: int | None) -> list[int]:
    """Cut the process off at a point; each change is two: before it and after it."""
    passed = [0]

    def mind() -> None:
        passed[0] += 1
        if passed[0] == strike:
            raise CutOffError

    def minded(inner: Callable[..., Any]) -> Callable[..., Any]:
        def outer(*given: Any, **named: Any) -> Any:
            mind()
            result = inner(*given, **named)
            mind()
            return result

        return outer

    patch.setattr(TableWatching, "keep", minded(TableWatching.keep))
    patch.setattr(TableStore, "put", minded(TableStore.put))
    return passed


def test_wherever_a_watch_is_cut_off_it_comes_to_the_same_end(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "calm").mkdir()
    with desk_of(site, tmp_path / "calm" / "ledger.db", reader) as desk, pytest.MonkeyPatch.context() as patch:
        desk.add("sea", "/rss")
        passed = striking(patch, None)
        desk.watch()
        points, calm = passed[0], facts(desk)

    for strike in range(1, points + 1, 2):
        (tmp_path / str(strike)).mkdir()
        with desk_of(site, tmp_path / str(strike) / "ledger.db", reader) as desk:
            desk.add("sea", "/rss")
            with pytest.MonkeyPatch.context() as patch:
                striking(patch, strike)
                with pytest.raises(CutOffError):
                    desk.watch()
            desk.watch()

            assert facts(desk) == calm, strike
    assert points > 15


def test_a_change_that_is_cut_off_is_not_half_kept(tmp_path: Path, reader: Reader) -> None:
    with desk_of(site, tmp_path / "ledger.db", reader) as desk:
        url = desk.add("sea", "/rss")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("newsledger.store.tables.watching._robots_row", lambda _: 1 / 0)
            robots: Any = ("not kept",)
            change = Change(moved={url: "https://new.example/"}, robots=robots)
            with pytest.raises(ZeroDivisionError):
                desk.store.watching.keep(change)

        assert desk.source(url).address == url
