"""Brings pages in once, by their addresses or those of feeds, without watching them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from newsledger.intake import Found, address_of_url
from newsledger.model import Capture, Failure
from newsledger.store import FeedItem, HeldRobots, Watched
from newsledger.watch.asking import Answer, Fetch, Question
from newsledger.watch.decide import Context, after_robots, robots_url
from newsledger.watch.decide.context import hopped, is_redirect, target_of, variants
from newsledger.watch.decide.hosts import host_free
from newsledger.watch.feeds import Feed, Item, NotAFeedError, parse_feed
from newsledger.watch.feeds.parse import MAX_BYTES
from newsledger.watch.item_page import notes_of
from newsledger.watch.manners import robots_rules
from newsledger.watch.safety import UnsafeError

_ROBOTS_BYTES = 512_000
#: Somebody waits for the end of this: a host that wants to be left alone longer is not waited for.
_PATIENCE = timedelta(minutes=2)


@dataclass(slots=True, kw_only=True)
class Visit:
    """Asks for one address after the other, as politely as a watch does.

    Attributes:
        fetch: Asks.
        context: Gives what decisions need, at the time of the call.
        pause: Waits so many seconds.
        delay: Seconds between two questions to a host.
        limit: The most bytes of a page.
    """

    fetch: Fetch
    context: Callable[[], Context]
    pause: Callable[[float], None]
    delay: float
    limit: int
    _robots: dict[str, HeldRobots] = field(default_factory=dict)
    _free: dict[str, datetime] = field(default_factory=dict)

    def bring(self, urls: Iterable[str]) -> Iterator[Found | Failure]:
        """Bring in the page at each address; of a feed or sitemap, the pages of its items that are not known yet."""
        for url in urls:
            answer, page = self._ask(url, limit=MAX_BYTES)
            feed = _feed_of(answer, page, self.context())
            if feed is not None:
                yield from self._items(feed)
            else:
                yield self._found(answer, page, None)

    def _items(self, feed: Feed) -> Iterator[Found | Failure]:
        """Bring in what a feed names; an index of sitemaps names sitemaps, which are to be named themselves."""
        for item in feed.items:
            key = self.context().key(item.link) if item.link else None
            if item.link and key and not self.context().known(variants(key)):
                answer, page = self._ask(item.link, limit=self.limit)
                yield self._found(answer, page, item)

    def _ask(self, url: str, *, limit: int) -> tuple[Answer, Watched]:
        """Ask for an address, and where redirects lead from there."""
        context = self.context()
        page = Watched(kind="page", address=url, url=url, host="", added_at=context.now)
        try:
            place = context.place(url)
            page = replace(page, url=place.url, host=place.host)
            while True:
                answer = self._answer(page, limit)
                if not is_redirect(answer):
                    return answer, page
                page = hopped(page, answer, target_of(page, answer, self.context()), self.context())
        except UnsafeError as error:
            return Answer(status=None, reason=str(error), is_refused=True), page

    def _answer(self, page: Watched, limit: int) -> Answer:
        place = self.context().place(page.url)
        robots = self._robots_of(place.origin)
        rules = robots_rules(robots.standing or "open", robots.text)
        if not rules.allows(place.url):
            told = "cannot be had" if robots.standing == "closed" else "does not allow it"
            raise UnsafeError(f"the robots.txt of {place.host} {told}; nothing was asked")
        return self._polite(Question(url=place.url, limit=limit), place.host, max(self.delay, rules.delay))

    def _robots_of(self, origin: str) -> HeldRobots:
        held = self._robots.get(origin) or HeldRobots(origin=origin, url=robots_url(origin))
        while held.standing is None:
            host = self.context().place(held.url).host
            answer = self._polite(Question(url=held.url, limit=_ROBOTS_BYTES, is_cut=True), host, self.delay)
            (held,) = after_robots(held, answer, self.context()).robots
        self._robots[origin] = held
        return held

    def _polite(self, question: Question, host: str, delay: float) -> Answer:
        now = self.context().now
        wait = self._free.get(host, now) - now
        if wait > _PATIENCE:
            raise UnsafeError(f"{host} wants to be left alone for {wait.total_seconds():,.0f} seconds; add it later")
        if wait > timedelta():
            self.pause(wait.total_seconds())
        answer = self.fetch(question)
        context = self.context()
        self._free[host] = max([context.now + timedelta(seconds=delay), *host_free(host, answer, context).values()])
        return answer

    def _found(self, answer: Answer, page: Watched, item: Item | None) -> Found | Failure:
        if answer.status is None or not 200 <= answer.status < 300:
            reason = answer.reason or f"found the answer {answer.status}, expected a page"
            return Failure(url=page.address, sha256=None, room="watch", reason=reason)
        if len(answer.body) > self.limit:
            reason = f"found more than {self.limit:,} bytes, expected a page of at most that"
            return Failure(url=page.address, sha256=None, room="watch", reason=reason)
        capture = Capture(
            data=answer.body,
            url=page.url,
            fetched_at=self.context().now,
            media_type=answer.headers.get("content-type"),
            notes=notes_of(FeedItem(title=item.title, published=item.published, authors=item.authors)) if item else {},
        )
        return Found(capture=capture, address=address_of_url(page.url), place=None)


def _feed_of(answer: Answer, page: Watched, context: Context) -> Feed | None:
    if answer.status is None or not 200 <= answer.status < 300:
        return None
    try:
        media_type = answer.headers.get("content-type")
        feed = parse_feed(answer.body, url=page.url, months=context.months, media_type=media_type)
    except NotAFeedError:
        return None
    return None if feed.kind == "page" else feed
