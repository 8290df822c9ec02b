"""Reads what came, by the crew of `add`, and puts it into the ledger."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from newsledger.intake import Found, address_of_url
from newsledger.ledger.add import AddCrew, put_entries
from newsledger.ledger.grouping import group_all, with_crew
from newsledger.ledger.work import Task
from newsledger.model import Capture, Failure
from newsledger.store import Arrival, Change, Entry, FeedItem, Outcome, Reading, Store, Watched, capture_key
from newsledger.watch.decide.items import OWN_ITEM
from newsledger.watch.item_page import MEDIA_TYPE, notes_of, page_of_item
from newsledger.watch.told import Told

#: Pages that are read at once; what comes meanwhile waits in the ledger.
BATCH = 32
_PATIENCE = 0.5
_TAG = re.compile(r"<[^<>]*>")


def read_arrivals(store: Store, crew: AddCrew, *, run: int, now: datetime, with_bytes: bool = True) -> Iterator[Told]:
    """Read pages that came; each is told of once it is safe.

    A page behind a wall, or one that cannot be read, gives way to its feed's own text where that is longer.
    What shows the same text as before is not kept again.
    """
    watching = store.watching
    arrivals = watching.arrivals(limit=BATCH)
    if not arrivals:
        return
    pages = [watching.watched("page", arrival.address) for arrival in arrivals]
    found = [_found(arrival, page) for arrival, page in zip(arrivals, pages, strict=True)]
    entries = _read(store, crew, found, with_bytes=with_bytes)
    poor = [at for at, page in enumerate(pages) if page and _is_poor(entries[at], arrivals[at], page)]
    instead = [_found(_item_of(arrivals[at], pages[at]), pages[at]) for at in poor]
    for at, entry in zip(poor, _read(store, crew, instead, with_bytes=with_bytes), strict=True):
        entries[at] = entry
    outcomes = _put(store, entries, run)
    read = tuple(_settled(page) for page in pages if page is not None)
    watching.keep(Change(changed=read, done=tuple(arrival.address for arrival in arrivals)))
    for arrival, outcome in zip(arrivals, outcomes, strict=True):
        url = outcome.url or arrival.url
        yield Told(at=now, kind="page", what=outcome.what, url=url, article=outcome.article, reason=outcome.reason)
    # Grouping looks at stories whole: once for what came together.
    if len(arrivals) < BATCH:
        for _ in group_all(store, with_crew(crew)):
            pass


def _found(arrival: Arrival, page: Watched | None) -> Found:
    listed = (page.listed if page else None) or FeedItem()
    # An item without a page has an address in the ledger only: as a page's, it would be that of its feed.
    is_web = OWN_ITEM not in arrival.url
    capture = Capture(
        data=arrival.data,
        url=arrival.url if is_web else None,
        fetched_at=arrival.fetched_at,
        media_type=arrival.media_type,
        notes=notes_of(listed, source=page.source if page else None, is_item=arrival.is_item),
    )
    return Found(capture=capture, address=address_of_url(arrival.url) if is_web else arrival.url, place=None)


def _read(store: Store, crew: AddCrew, found: list[Found], *, with_bytes: bool) -> list[Entry | Outcome]:
    for one in found:
        key = capture_key(one.capture, one.address)
        if known := store.known([key], with_bytes=with_bytes).get(key):
            crew.pass_by(known)
        else:
            crew.give(Task(found=one, with_bytes=with_bytes), len(one.capture.data))
    entries: list[Entry | Outcome] = []
    while not crew.is_idle:
        entries += crew.take(_PATIENCE)
    return entries


def _is_poor(entry: Entry | Outcome, arrival: Arrival, page: Watched) -> bool:
    """Say whether a feed's own text tells more than the page that came."""
    if arrival.is_item or isinstance(entry, Outcome) or page.listed is None or not page.listed.markup:
        return False
    if isinstance(entry.outcome, Failure):
        return True
    article = entry.outcome.article
    words = len((article["body"] or "").split())
    return article["complete"] == 0 and len(_TAG.sub(" ", page.listed.markup).split()) > words


def _item_of(arrival: Arrival, page: Watched | None) -> Arrival:
    listed = (page.listed if page else None) or FeedItem()
    return replace(arrival, data=page_of_item(listed), media_type=MEDIA_TYPE, is_item=True)


def _put(store: Store, entries: list[Entry | Outcome], run: int) -> list[Outcome]:
    """Put what is new; of what shows the text that it showed before, nothing is kept again."""
    checked = [_unless_same(store, entry) for entry in entries]
    put = iter(put_entries(store, [one for one in checked if isinstance(one, Entry)], run))
    return [one if isinstance(one, Outcome) else next(put) for one in checked]


def _unless_same(store: Store, entry: Entry | Outcome) -> Entry | Outcome:
    if isinstance(entry, Outcome) or not isinstance(entry.outcome, Reading):
        return entry
    article = entry.outcome.article
    address = article["canonical_url"] or (entry.kept.address if entry.kept else None)
    if not store.watching.shows(article["id"], article["text_sha256"], address):
        return entry
    return Outcome(what="known", article=article["id"], url=entry.kept.url if entry.kept else None)


def _settled(page: Watched) -> Watched:
    """Keep of what the feed says only what a later version may need."""
    return replace(page, listed=replace(page.listed, markup=None)) if page.listed is not None else page
