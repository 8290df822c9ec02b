"""A watch from the first look at a source to its articles in the ledger, over a real connection."""

import gzip
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from newsledger import Reader
from newsledger.store import Arrival, Change, Watched, open_ledger
from newsledger.store.watching.records import State
from newsledger.watch.feeds import Feed
from newsledger.watch.sources import health
from watch.papers import article, feed, headline, own_text
from watch.server import Asked, Reply
from watch.watching import START, Desk, desk_of, source

NO_ROBOTS = Reply(status=404)
Answerer = Callable[[Asked], Reply]


@dataclass(slots=True)
class Paper:
    """A site whose answers a test lays down, by host and path; it notes what it was asked, and when."""

    answers: dict[str, Reply | Answerer] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def __call__(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        found = self.answers.get(f"{asked.host.removesuffix('.example')}{asked.path}", NO_ROBOTS)
        return found if isinstance(found, Reply) else found(asked)

    def paths(self) -> list[str]:
        return [f"{one.host.removesuffix('.example')}{one.path}" for one in self.asked if one.path != "/robots.txt"]


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
def desk(paper: Paper, place: Path | str, reader: Reader):  # type: ignore[no-untyped-def]
    with desk_of(paper, place, reader) as one:
        yield one


def page_of(number: int, **more: object) -> Reply:
    return Reply(headers={"Content-Type": "text/html"}, body=article(number, **more))  # type: ignore[arg-type]


def lay(
    paper: Paper,
    desk: Desk,
    numbers: range,
    *,
    host: str = "sea",
    more: str = "",
    head: Mapping[str, str] | None = None,
) -> str:
    items = [(desk.url(host, f"/2026/lock-{number}"), more) for number in numbers]
    paper.answers[f"{host}/rss"] = Reply(headers=head or {}, body=feed(items))
    paper.answers |= {f"{host}/2026/lock-{number}": page_of(number) for number in numbers}
    return desk.add(host, "/rss")


def test_a_feed_brings_its_articles_into_the_ledger_once(paper: Paper, desk: Desk) -> None:
    url = lay(paper, desk, range(3))

    told = desk.watch(days=0.5)

    assert desk.headlines() == [headline(number) for number in range(3)]
    assert [one.what for one in told if one.kind == "page"][:3] == ["added"] * 3
    assert (desk.source(url).format, desk.source(url).title, desk.source(url).reason) == ("rss", "The Paper", None)
    assert paper.paths().count("sea/2026/lock-1") == 3  # and two looks for changes


def test_no_host_is_asked_faster_than_allowed(paper: Paper, desk: Desk) -> None:
    times: list[timedelta] = []
    paper.answers["sea/robots.txt"] = Reply(body=b"User-agent: *\nCrawl-delay: 7")
    lay(paper, desk, range(4))

    def note(reply: Reply) -> Answerer:
        def answer(_: Asked) -> Reply:
            times.append(desk.clock.time - START)
            return reply

        return answer

    paper.answers = {key: note(one) for key, one in paper.answers.items() if isinstance(one, Reply)}

    desk.watch()

    assert len(times) == 6
    assert min(later - sooner for sooner, later in pairwise(times)) >= timedelta(seconds=7)


def test_what_robots_does_not_allow_is_not_asked_for(paper: Paper, desk: Desk) -> None:
    paper.answers["sea/robots.txt"] = Reply(body=b"User-agent: newsledger\nDisallow: /2026/lock-1")
    more = f"<title>{headline(1)}</title><description>{own_text(1)}</description>"
    lay(paper, desk, range(2), more=more)

    desk.watch()

    assert "sea/2026/lock-1" not in paper.paths()
    assert desk.page(desk.url("sea", "/2026/lock-1")).state == "barred"
    assert {record.article.complete for record in desk.store.records()} == {None, False}


def test_a_site_whose_robots_breaks_is_left_alone(paper: Paper, desk: Desk) -> None:
    url = lay(paper, desk, range(1))
    paper.answers["sea/robots.txt"] = Reply(status=503)

    desk.watch()

    assert paper.paths() == []
    assert "robots.txt cannot be had" in (desk.source(url).reason or "")


def test_a_robots_txt_is_asked_for_once_a_day(paper: Paper, desk: Desk) -> None:
    lay(paper, desk, range(1))

    desk.watch(days=2.5)

    assert len(paper.asked) > 8
    assert [one.path for one in paper.asked].count("/robots.txt") in {2, 3}


def test_a_feed_that_did_not_change_is_told_by_its_validators(paper: Paper, desk: Desk) -> None:
    body = feed([])

    def answer(asked: Asked) -> Reply:
        same = asked.headers.get("if-none-match") == '"7"'
        return Reply(status=304) if same else Reply(headers={"ETag": '"7"'}, body=body)

    paper.answers["sea/rss"] = answer
    url = desk.add("sea", "/rss")

    desk.watch(days=1)

    assert desk.source(url).status == 304
    assert desk.source(url).etag == '"7"'
    assert [one.headers.get("if-none-match") for one in paper.asked if one.path == "/rss"][:2] == [None, '"7"']


def test_validators_are_kept_only_after_a_good_parse(paper: Paper, desk: Desk) -> None:
    paper.answers["sea/rss"] = Reply(headers={"ETag": '"bad"'}, body=b"busy, come again")
    url = desk.add("sea", "/rss")

    desk.watch()

    assert (desk.source(url).etag, desk.source(url).failures) == (None, 1)
    assert "expected a feed" in (desk.source(url).reason or "")


@pytest.mark.parametrize("status", [301, 308])
def test_a_source_that_moved_for_good_is_asked_for_at_its_new_address(paper: Paper, desk: Desk, status: int) -> None:
    lay(paper, desk, range(1), host="new")
    desk.store.watching.remove(desk.url("new", "/rss"))
    paper.answers["old/rss"] = Reply(status=status, headers={"Location": desk.url("new", "/rss")})
    old = desk.add("old", "/rss")

    told = desk.watch()

    assert desk.store.watching.watched("source", old) is None
    assert desk.source(desk.url("new", "/rss")).format == "rss"
    assert [one.url for one in told if one.what == "moved"] == [old]
    assert desk.page(desk.url("new", "/2026/lock-0")).source == desk.url("new", "/rss")


def test_a_source_that_is_elsewhere_for_now_keeps_its_address(paper: Paper, desk: Desk) -> None:
    lay(paper, desk, range(1), host="new")
    desk.store.watching.remove(desk.url("new", "/rss"))
    paper.answers["old/rss"] = Reply(status=302, headers={"Location": desk.url("new", "/rss")})
    old = desk.add("old", "/rss")

    desk.watch()

    assert (desk.source(old).url, desk.source(old).format) == (old, "rss")


def test_a_source_that_is_gone_for_good_ends(paper: Paper, desk: Desk) -> None:
    paper.answers["sea/rss"] = Reply(status=410)
    url = desk.add("sea", "/rss")

    desk.watch(days=9)

    assert (desk.source(url).state, desk.source(url).due) == ("ended", None)
    assert paper.paths() == ["sea/rss"]


def test_a_source_that_fails_is_asked_ever_less_often_and_never_given_up(paper: Paper, desk: Desk) -> None:
    url = desk.add("sea", "/rss")

    desk.watch(days=10)

    assert 10 < len(paper.paths()) < 20
    assert (desk.source(url).state, desk.source(url).due is not None) == ("active", True)


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_is_too_busy_is_left_alone_as_long_as_it_asks(paper: Paper, desk: Desk, status: int) -> None:
    paper.answers["sea/rss"] = Reply(status=status, headers={"Retry-After": "7200"})
    url = desk.add("sea", "/rss")

    desk.watch()

    assert (desk.source(url).due or START) - START >= timedelta(hours=2)
    assert (desk.store.watching.free_at("sea.example") or START) - START >= timedelta(hours=2)


def test_an_answer_is_not_asked_for_again_while_it_holds(paper: Paper, desk: Desk) -> None:
    url = lay(paper, desk, range(1), head={"Cache-Control": "max-age=40000"})

    desk.watch()

    assert (desk.source(url).due or START) - START >= timedelta(seconds=40_000)


def test_variants_of_an_address_lead_to_one_article(paper: Paper, desk: Desk) -> None:
    links = [desk.url("sea", f"/2026/lock{tail}") for tail in ("?utm_source=rss", "", "?fbclid=9", "/amp", "?print=1")]
    paper.answers["sea/rss"] = Reply(body=feed([(link, "") for link in links]))
    paper.answers |= {f"sea/2026/lock{tail}": page_of(1) for tail in ("?utm_source=rss", "", "?fbclid=9", "/amp")}
    desk.add("sea", "/rss")

    desk.watch()

    assert paper.paths() == ["sea/rss", "sea/2026/lock?utm_source=rss"]
    assert desk.headlines() == [headline(1)]


def test_the_same_article_at_other_addresses_is_one_with_many(paper: Paper, desk: Desk) -> None:
    lay(paper, desk, range(1), host="sea")
    lay(paper, desk, range(1), host="land")

    told = desk.watch()

    assert sorted(one.what for one in told if one.kind == "page") == ["added", "mirror"]
    rows = desk.store.connection.execute("SELECT address FROM sightings ORDER BY address").fetchall()
    assert [row[0] for row in rows] == [desk.url(host, "/2026/lock-0") for host in ("land", "sea")]


def test_a_page_that_changes_is_a_new_version(paper: Paper, desk: Desk) -> None:
    lay(paper, desk, range(1))

    def answer(_: Asked) -> Reply:
        late = desk.clock.time > START + timedelta(hours=1)
        return page_of(0, extra="<p>The ferry will leave every hour from Monday, the mayor said.</p>" if late else "")

    paper.answers["sea/2026/lock-0"] = answer

    told = desk.watch(days=5)

    whats = [one.what for one in told if one.kind == "page"]
    assert whats == ["added", "version"]
    assert paper.paths().count("sea/2026/lock-0") == 5
    (record,) = desk.store.records()
    assert "The ferry will leave every hour" in record.article.text


def test_furniture_that_changes_is_not_kept_again(paper: Paper, desk: Desk) -> None:
    lay(paper, desk, range(1))
    count = iter(range(99))
    paper.answers["sea/2026/lock-0"] = lambda _: page_of(0, head=f"<script>n={next(count)}</script>")

    desk.watch(days=5)

    assert desk.store.tally().rows["captures"] == 1


def test_a_page_that_vanished_is_noted_and_its_article_stays(paper: Paper, desk: Desk) -> None:
    lay(paper, desk, range(1))
    paper.answers["sea/2026/lock-0"] = lambda _: (
        page_of(0) if desk.clock.time < START + timedelta(hours=1) else NO_ROBOTS
    )

    told = desk.watch(days=4)

    page = desk.page(desk.url("sea", "/2026/lock-0"))
    assert (page.state, page.due, "404" in (page.reason or "")) == ("gone", None, True)
    assert [one.what for one in told if one.kind == "page"] == ["added", "failing", "gone"]
    assert desk.headlines() == [headline(0)]


@pytest.mark.parametrize("status", [401, 402, 403, 404, 410, 451])
def test_where_a_page_cannot_be_had_its_feeds_own_text_is_read(paper: Paper, desk: Desk, status: int) -> None:
    more = (
        f"<title>{headline(0)}</title><description>{own_text(0)}</description><pubDate>2026-03-01T10:00:00Z</pubDate>"
    )
    lay(paper, desk, range(1), more=more)
    paper.answers["sea/2026/lock-0"] = Reply(status=status)

    desk.watch(days=1)

    (record,) = desk.store.records()
    assert (record.article.headline, record.article.complete) == (headline(0), False)
    assert (record.article.date_published.value, record.article.date_published.basis) == (
        "2026-03-01T10:00:00+00:00",
        "feed",
    )
    assert record.article.url == desk.url("sea", "/2026/lock-0")


def test_a_page_behind_a_wall_gives_way_to_a_longer_text_of_its_feed(paper: Paper, desk: Desk) -> None:
    wall = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
    lay(paper, desk, range(1), more=f"<title>{headline(0)}</title><description>{own_text(0)}</description>")
    paper.answers["sea/2026/lock-0"] = page_of(0, head=wall, cut=1)

    desk.watch()

    (record,) = desk.store.records()
    assert record.article.complete is False
    assert "12 million euros" in record.article.text


def test_an_item_without_a_page_is_read_by_itself(paper: Paper, desk: Desk) -> None:
    more = f"<title>{headline(0)}</title><guid isPermaLink='false'>a</guid><description>{own_text(0)}</description>"
    paper.answers["sea/rss"] = Reply(body=feed([("", more)]))
    desk.add("sea", "/rss")

    desk.watch(days=1)

    assert desk.headlines() == [headline(0)]


def test_a_page_names_its_feeds_and_its_links_are_followed(paper: Paper, desk: Desk) -> None:
    lay(paper, desk, range(1))
    desk.store.watching.remove(desk.url("sea", "/rss"))
    paper.answers["sea/"] = Reply(
        body=b"<!DOCTYPE html><html><head><title>Sea</title>"
        b"<link rel='alternate' type='application/rss+xml' href='/rss'></head>"
        b"<body><a href='/2026/the-old-lock-of-bergen'>Old lock</a></body></html>"
    )
    paper.answers["sea/2026/the-old-lock-of-bergen"] = page_of(9)
    desk.add("sea", "/")

    desk.watch()

    assert desk.headlines() == [headline(0), headline(9)]
    assert desk.source(desk.url("sea", "/rss")).source == desk.url("sea", "/")


def test_an_index_of_sitemaps_leads_to_its_news(paper: Paper, desk: Desk) -> None:
    index = f"<sitemapindex><sitemap><loc>{desk.url('sea', '/news.xml.gz')}</loc></sitemap></sitemapindex>"
    news = "".join(
        f"<url><loc>{desk.url('sea', f'/2026/lock-{number}')}</loc><lastmod>{day}</lastmod></url>"
        for number, day in ((0, "2026-03-01"), (1, "2019-03-01"))
    )
    paper.answers["sea/sitemap.xml"] = Reply(body=index.encode())
    paper.answers["sea/news.xml.gz"] = Reply(body=gzip.compress(f"<urlset>{news}</urlset>".encode()))
    paper.answers |= {f"sea/2026/lock-{number}": page_of(number) for number in range(2)}
    desk.add("sea", "/sitemap.xml")

    desk.watch()

    assert desk.headlines() == [headline(0)]


def test_a_feed_that_says_an_article_was_changed_has_it_looked_at_again(paper: Paper, desk: Desk) -> None:
    link = desk.url("sea", "/2026/lock-0")
    lay(paper, desk, range(1))

    def answer(_: Asked) -> Reply:
        changed = "" if desk.clock.time < START + timedelta(minutes=20) else "<updated>2026-03-02T12:20:00Z</updated>"
        return Reply(body=feed([(link, changed)], head="<ttl>30</ttl>"))

    paper.answers["sea/rss"] = answer

    desk.watch(days=0.07)

    assert paper.paths().count("sea/2026/lock-0") == 2


@pytest.mark.parametrize(
    ("location", "told"),
    [
        pytest.param("/rss", "to itself", id="to-itself"),
        pytest.param("http://user@sea.example/", "name or password", id="userinfo"),
        pytest.param("file:///etc/passwd", "http or https", id="a-file"),
        pytest.param("", "leads nowhere", id="nowhere"),
        pytest.param("http://[", "no address", id="no-address"),
    ],
)
def test_a_redirect_that_leads_nowhere_is_a_failure(paper: Paper, desk: Desk, location: str, told: str) -> None:
    paper.answers["sea/rss"] = Reply(status=301, headers={"Location": location})
    url = desk.add("sea", "/rss")

    desk.watch()

    assert told in (desk.source(url).reason or "")


def test_redirects_in_a_circle_end(paper: Paper, desk: Desk) -> None:
    paper.answers["sea/rss"] = Reply(status=302, headers={"Location": "/other"})
    paper.answers["sea/other"] = Reply(status=302, headers={"Location": "/rss"})
    url = desk.add("sea", "/rss")

    desk.watch()

    assert "more than 8 redirects" in (desk.source(url).reason or "")
    assert len(paper.paths()) == 9


def test_an_article_that_the_ledger_has_is_not_asked_for(paper: Paper, desk: Desk) -> None:
    url = lay(paper, desk, range(1))
    desk.watch()
    desk.store.connection.execute("DELETE FROM watched")
    paper.asked.clear()
    assert desk.add("sea", "/rss") == url

    desk.watch()

    assert paper.paths() == ["sea/rss"]


def test_a_forgotten_article_is_not_brought_back_by_its_feed(paper: Paper, desk: Desk) -> None:
    lay(paper, desk, range(1))
    desk.watch()
    (record,) = desk.store.records()
    run = desk.store.begin("forget", at=START.isoformat())

    desk.store.forget(record.article.id, why="asked to", run=run)
    paper.answers["sea/rss"] = Reply(body=feed([(desk.url("sea", "/2026/lock-0"), "<title>again</title>")]))
    paper.asked.clear()
    desk.watch(days=1)

    assert "sea/2026/lock-0" not in paper.paths()
    kept = desk.store.connection.execute("SELECT * FROM watched WHERE kind = 'page'").fetchall()
    assert [row["state"] for row in kept] == ["forgotten"]
    assert "lock-0" not in str([tuple(row) for row in kept])


def test_readers_are_replaced_after_so_many_pages(paper: Paper, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[int] = []
    monkeypatch.setattr("newsledger.watch.run._RENEWED", 3)
    monkeypatch.setattr("watch.watching.OwnCrew.close", lambda _: closed.append(1))
    lay(paper, desk, range(7))

    desk.watch()

    assert len(closed) == 2


def test_an_answer_that_no_rule_foresaw_is_a_failure_and_the_watch_goes_on(
    paper: Paper, desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def parse(*_: object, **__: object) -> Feed:
        raise IndexError("odd")

    odd = lay(paper, desk, range(1))
    monkeypatch.setattr("newsledger.watch.decide.sources.parse_feed", parse)

    desk.watch()

    assert "IndexError: odd" in (desk.source(odd).reason or "")
    assert desk.source(odd).failures == 1
    assert "cannot be taken" in caplog.text


def test_a_host_that_another_watch_has_taken_is_not_asked(desk: Desk, place: Path | str) -> None:
    until = START + timedelta(minutes=1)
    with open_ledger(place) as other:
        assert other.watching.claim({"sea.example": until}, START) == {"sea.example"}

    taken = desk.store.watching.claim({"sea.example": until, "lake.example": until}, START)

    assert taken == {"lake.example"}
    assert desk.store.watching.claim({"sea.example": until}, until) == {"sea.example"}


@pytest.mark.parametrize("is_removed", [True, False])
def test_a_source_that_is_dropped_while_it_is_asked_for_stays_dropped(
    paper: Paper, desk: Desk, is_removed: bool, place: Path | str
) -> None:
    url = lay(paper, desk, range(1))
    answer = paper.answers["sea/rss"]

    def drop(_: Asked) -> Reply:
        with open_ledger(place) as other:
            if is_removed:
                other.watching.remove(url)
            else:
                (one,) = other.watching.sources()
                other.watching.keep(Change(changed=(replace(one, state="paused", due=None),)))
        assert isinstance(answer, Reply)
        return answer

    paper.answers["sea/rss"] = drop

    desk.watch(days=1)

    left = desk.store.watching.watched("source", url)
    assert (left and left.state) == (None if is_removed else "paused")
    assert paper.paths() == ["sea/rss"]


@pytest.mark.parametrize(
    ("body", "depth"),
    [
        pytest.param("<html><link rel=alternate type=application/rss+xml href='{}'></html>", 1, id="pages"),
        pytest.param("<sitemapindex><sitemap><loc>{}</loc></sitemap></sitemapindex>", 2, id="indexes"),
    ],
)
def test_sources_that_name_sources_without_end_are_followed_so_far(
    paper: Paper, desk: Desk, body: str, depth: int
) -> None:
    for number in range(6):
        more = desk.url(f"sea{number + 1}", "/")
        paper.answers[f"sea{number}/"] = Reply(headers={"Content-Type": "text/html"}, body=body.format(more).encode())
    desk.add("sea0", "/")

    desk.watch()

    assert [one.address for one in desk.store.watching.sources()] == [
        desk.url(f"sea{number}", "/") for number in range(depth + 1)
    ]


def test_a_page_as_long_as_may_be_set_comes_back_from_the_ledger(desk: Desk) -> None:
    url, data = desk.url("sea", "/long"), bytes(70_000_000)
    arrival = Arrival(address=url, url=url, data=data, media_type=None, fetched_at=START)

    desk.store.watching.keep(Change(arrivals=(arrival,)))

    assert desk.store.watching.arrivals(limit=1) == (arrival,)


def test_how_thousands_of_sources_fare_is_told_in_little_time(desk: Desk) -> None:
    urls = [desk.url(f"sea{number}", "/") for number in range(4_000)]
    sources = (source(url, "sea.example") for url in urls)
    states: tuple[State, ...] = ("read", "gone", "walled")
    pages = (
        Watched(kind="page", address=f"{url}{state}", url=url, host="", added_at=START, source=url, state=state)
        for url in urls
        for state in states
    )
    desk.store.watching.keep(Change(new=(*sources, *pages)))
    before = time.process_time()

    found = health(desk.store.watching, START)

    assert {(one.read, one.pages) for one in found} == {(1, 3)}
    assert time.process_time() - before < 1  # 2.5 by going through all counts for each


def test_a_clock_that_was_years_ahead_keeps_nothing_from_being_asked(paper: Paper, desk: Desk) -> None:
    lay(paper, desk, range(1))
    desk.clock.time = START + timedelta(days=3_000)
    desk.watch()
    desk.clock.time = START

    desk.watch()

    assert paper.paths().count("sea/rss") == 2


def test_a_clock_that_is_set_right_while_a_watch_runs_keeps_nothing_from_being_asked(paper: Paper, desk: Desk) -> None:
    lay(paper, desk, range(1))
    desk.clock.time = START + timedelta(days=3_000)
    answer = paper.answers["sea/2026/lock-0"]

    def correct(_: Asked) -> Reply:
        if desk.clock.time > START + timedelta(days=2_000):
            desk.clock.time = START
        assert isinstance(answer, Reply)
        return answer

    paper.answers["sea/2026/lock-0"] = correct

    desk.watch(days=-3_000)  # one look, however late

    assert paper.paths().count("sea/rss") == 2
    assert desk.clock.time < START + timedelta(days=1)


def test_a_feed_that_names_ever_more_pages_has_so_many_waiting(
    paper: Paper, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsledger.watch.decide.items.MOST_WAITING", 3)
    lay(paper, desk, range(8))

    desk.watch()
    first = desk.headlines()
    desk.watch(days=0.2)

    assert first == [headline(number) for number in range(3)]
    assert desk.headlines() == [headline(number) for number in range(8)]
