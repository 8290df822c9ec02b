"""What is watched is kept whole or not at all, and given when it is due."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

import pytest

from newsledger.errors import StoreError
from newsledger.store import Arrival, Change, FeedItem, HeldRobots, Watched, WatchStore, open_ledger

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def watched(kind: str, name: str, host: str, minutes: float | None = 0) -> Watched:
    due = NOW + timedelta(minutes=minutes) if minutes is not None else None
    url = f"https://{host}.example/{name}"
    return Watched(
        kind="page" if kind == "page" else "source", address=url, url=url, host=f"{host}.example", due=due, added_at=NOW
    )


@pytest.fixture
def store(place: Path | str) -> Iterator[WatchStore]:
    with open_ledger(place, new=True) as one:
        yield one.watching


def names(found: tuple[Watched, ...]) -> list[str]:
    return [one.address.rpartition("/")[2] for one in found]


def test_one_of_each_host_is_ready_sources_first(store: WatchStore) -> None:
    pages = [watched("page", f"p{number}", "sea", -number) for number in range(3)]
    store.keep(
        Change(
            new=(*pages, watched("source", "s", "sea"), watched("page", "q", "land"), watched("page", "r", "far", 1))
        )
    )

    assert sorted(names(store.ready(NOW, busy=(), limit=9))) == ["q", "s"]
    assert names(store.ready(NOW, busy={"sea.example"}, limit=9)) == ["q"]
    assert len(store.ready(NOW, busy=(), limit=1)) == 1
    assert store.soonest(NOW, busy={"sea.example", "land.example"}) == NOW + timedelta(minutes=1)


def test_a_host_that_is_claimed_is_left_alone(store: WatchStore) -> None:
    store.keep(Change(new=(watched("page", "p", "sea"),), free={"sea.example": NOW + timedelta(seconds=7)}))

    assert store.ready(NOW, busy=(), limit=9) == ()
    assert store.soonest(NOW, busy=()) == store.free_at("sea.example") == NOW + timedelta(seconds=7)
    assert names(store.ready(NOW + timedelta(seconds=7), busy=(), limit=9)) == ["p"]


def test_what_is_watched_comes_back_as_it_was(store: WatchStore) -> None:
    page = replace(
        watched("page", "p", "sea"),
        state="read",
        etag='"1"',
        listed=FeedItem(title="Lock", authors=("Anna Holm",), markup="<p>x"),
        good_at=NOW,
        looks=2,
    )
    robots = HeldRobots(origin="https://sea.example", url="https://sea.example/robots.txt", standing="rules", until=NOW)
    arrival = Arrival(address=page.address, url=page.url, data=b"page", media_type="text/html", fetched_at=NOW)

    store.keep(Change(new=(page,), robots=(robots,), arrivals=(arrival,)))

    assert store.watched("page", page.address) == page
    assert store.robots("https://sea.example") == robots
    assert store.arrivals(limit=9) == (arrival,)
    store.keep(Change(done=(page.address,)))
    assert store.arrivals(limit=9) == ()


def test_a_page_is_known_by_its_address_and_not_added_twice(store: WatchStore) -> None:
    page = watched("page", "p", "sea")
    store.keep(Change(new=(page,)))

    store.keep(Change(new=(replace(page, due=None),)))

    assert store.known([page.address, "https://sea.example/other"]) == {page.address}
    assert store.watched("page", page.address) == page


def test_a_source_that_moves_takes_its_pages_along(store: WatchStore) -> None:
    source, page = watched("source", "s", "sea"), watched("page", "p", "sea")
    store.keep(Change(new=(source, replace(page, source=source.address))))

    store.keep(Change(moved=MappingProxyType({source.address: "https://new.example/s"})))

    assert [one.address for one in store.sources()] == ["https://new.example/s"]
    assert dict(store.pages()) == {("https://new.example/s", "active"): 1}


def test_a_source_that_is_removed_takes_what_was_not_asked_for_along(store: WatchStore) -> None:
    source = watched("source", "s", "sea")
    pages = [replace(watched("page", name, "sea"), source=source.address) for name in ("new", "read")]
    store.keep(Change(new=(source, pages[0], replace(pages[1], state="read"))))

    assert store.remove(source.address)
    assert not store.remove(source.address)
    assert dict(store.pages()) == {(source.address, "read"): 1}


def test_a_change_that_cannot_be_kept_leaves_nothing_behind(store: WatchStore) -> None:
    page = watched("page", "p", "sea")

    with pytest.raises(StoreError):
        store.keep(Change(new=(page, replace(page, address="https://sea.example/\ud800"))))

    assert store.watched("page", page.address) is None
