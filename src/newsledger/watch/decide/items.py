"""What a feed's items are to us: pages to be asked for, known ones that changed, texts that are all there is."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

from newsledger.store import Arrival, FeedItem, Watched
from newsledger.watch.decide.context import Context, variants
from newsledger.watch.feeds import Feed, Item, moment_of
from newsledger.watch.item_page import MEDIA_TYPE, page_of_item
from newsledger.watch.safety import UnsafeError

#: What a sitemap says was changed longer ago is not news.
_NEWS = timedelta(days=7)
#: A date so far ahead of us is none.
_AHEAD = timedelta(days=1)
_LONGEST_MARKUP = 200_000
#: Pages of one source that wait to be asked for; hours of questions. A feed that makes up thousands of items for each
#: look would fill the disk.
MOST_WAITING = 20_000
#: What follows the address of a feed in that of an item without a page.
OWN_ITEM = "#item="


@dataclass(slots=True, kw_only=True)
class Listing:
    """What is to be done about the items of a feed; ``left``: so many new ones found no room yet."""

    new: list[Watched] = field(default_factory=list)
    changed: list[Watched] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)
    left: int = 0


def list_items(feed: Feed, source: Watched, context: Context) -> Listing:
    """Sort the items of a feed by what is to be done about them; each page is asked for once."""
    listing = Listing()
    by_key = _by_key(_wanted(feed, context), source, context)
    known = context.known(one for key in by_key for one in variants(key))
    room = MOST_WAITING - context.waiting(source.address)
    for key, item in by_key.items():
        if known.isdisjoint(variants(key)):
            if len(listing.new) < room:
                _add(listing, key, item, source, context)
            else:
                listing.left += 1
        elif changed := _changed(key, item, context):
            listing.changed.append(changed)
    return listing


def _wanted(feed: Feed, context: Context) -> Iterator[Item]:
    """Give the items that are news: a sitemap lists all that a paper ever printed."""
    for item in feed.items:
        moment = moment_of(item.published or item.updated)
        if feed.kind != "sitemap" or moment is None or moment > context.now - _NEWS:
            yield item


def _by_key(items: Iterable[Item], source: Watched, context: Context) -> dict[str, Item]:
    found: dict[tuple[str, ...], tuple[str, Item]] = {}
    for item in items:
        key = context.key(item.link) if item.link else _own_key(item, source)
        # Of several with one address the first is the newest.
        found.setdefault(tuple(sorted(variants(key))), (key, item))
    return dict(found.values())


def _own_key(item: Item, source: Watched) -> str:
    digest = hashlib.sha256(item.identity.encode("utf-8", "replace")).hexdigest()[:16]
    return f"{source.address}{OWN_ITEM}{digest}"


def _add(listing: Listing, key: str, item: Item, source: Watched, context: Context) -> None:
    listed = _listed(item, context)
    page = Watched(
        kind="page",
        address=key,
        url=key,
        host="",
        source=source.address,
        title=item.title,
        added_at=context.now,
        listed=listed,
    )
    try:
        place = context.place(item.link) if item.link else None
        reason = None if place else "found an item without a page"
    except UnsafeError as error:
        place, reason = None, str(error)
    if place is None:
        listing.new.append(replace(page, state="other", reason=reason))
        if listed.markup or listed.title:
            listing.arrivals.append(item_arrival(page, context))
    elif source.format is None and source.kind == "source" and _is_old(item, source):
        listing.new.append(replace(page, state="other", reason="it was there when the sitemap was first looked at"))
    else:
        at = replace(listed, link=place.url if place.url != key else None)
        listing.new.append(replace(page, url=place.url, host=place.host, due=context.now, listed=at))


def _is_old(item: Item, source: Watched) -> bool:
    """Say whether an item is of a sitemap that gives no dates: at the first look all of it was there before."""
    return source.reason == FIRST_SITEMAP and item.published is None and item.updated is None


#: What stands as the reason of a sitemap while it is looked at for the first time.
FIRST_SITEMAP = "sitemap"


def _listed(item: Item, context: Context) -> FeedItem:
    moment = moment_of(item.published)
    is_ahead = moment is not None and moment > context.now + _AHEAD
    return FeedItem(
        title=item.title,
        published=None if is_ahead else item.published,
        updated=item.updated,
        authors=item.authors,
        markup=item.markup[:_LONGEST_MARKUP] if item.markup else None,
    )


def _changed(key: str, item: Item, context: Context) -> Watched | None:
    """Give a page that was read and that its feed says was changed since."""
    updated = moment_of(item.updated) if item.updated and len(item.updated) > len("2026-03-01") else None
    if updated is None or updated > context.now:
        return None
    page = context.watched("page", key)
    if page is None or page.state != "read" or page.good_at is None or page.good_at >= updated:
        return None
    return replace(page, due=context.now) if page.due is None or page.due > context.now else None


def item_arrival(page: Watched, context: Context) -> Arrival:
    """Give what a feed says of a page in that page's place."""
    listed = page.listed or FeedItem(title=page.title)
    data = page_of_item(listed)
    return Arrival(
        address=page.address, url=page.address, data=data, media_type=MEDIA_TYPE, fetched_at=context.now, is_item=True
    )
