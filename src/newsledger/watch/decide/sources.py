"""What comes of a look at a source."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from newsledger.store import Change, Watched
from newsledger.watch.asking import Answer
from newsledger.watch.decide.context import Context, hopped, is_redirect, settled, target_of
from newsledger.watch.decide.hosts import host_free
from newsledger.watch.decide.items import FIRST_SITEMAP, list_items
from newsledger.watch.feeds import Feed, NotAFeedError, moment_of, parse_feed
from newsledger.watch.manners import DAY, fresh_for, later_after_failure, next_look, retry_after, rhythm_of
from newsledger.watch.safety import UnsafeError

_GONE = 410
_UNCHANGED = 304
#: Sitemaps that an index names and that were changed longer ago are not looked at; of the others the newest.
_RECENT, _MOST_MORE = timedelta(days=7), 50
#: A source that somebody added names others, and these once more (an index of indexes); a page only where it was added
#: itself. Without an end a site would have us watch whatever it likes, fifty times as much at each look.
_DEEPEST = 2


def after_source(source: Watched, answer: Answer, context: Context) -> Change:
    """Say what comes of an answer to the question for a source."""
    if is_redirect(answer):
        try:
            return Change(changed=(hopped(source, answer, target_of(source, answer, context), context),))
        except UnsafeError as error:
            return _failed(source, answer, str(error), context)
    if answer.status == _GONE:
        ended = replace(settled(source, context, answer), state="ended", due=None, reason="it is gone for good (410)")
        return Change(changed=(ended,))
    if answer.status == _UNCHANGED and (source.etag or source.modified):
        return _good(source, answer, None, context)
    if answer.status is not None and 200 <= answer.status < 300:
        return _taken(source, answer, context)
    return _failed(source, answer, answer.reason or f"found the answer {answer.status}, expected a feed", context)


def bar_source(source: Watched, reason: str, until: timedelta, context: Context) -> Change:
    """Say what comes of a source that robots.txt keeps us from."""
    barred = replace(source, due=context.now + until, reason=reason, url=source.address, hops=0, moved=None)
    return Change(changed=(replace(barred, host=settled(barred, context, Answer(status=None)).host),))


def _taken(source: Watched, answer: Answer, context: Context) -> Change:
    if hashlib.sha256(answer.body).hexdigest() == source.sha256:
        return _good(source, answer, None, context)
    try:
        media_type = answer.headers.get("content-type")
        feed = parse_feed(answer.body, url=source.url, months=context.months, media_type=media_type)
    except NotAFeedError as error:
        return _failed(source, answer, str(error), context)
    if feed.kind == "page" and source.format not in {None, "page"}:
        return _failed(source, answer, f"found a page of HTML, expected the feed ({source.format})", context)
    return _good(source, answer, feed, context)


def _good(source: Watched, answer: Answer, feed: Feed | None, context: Context) -> Change:
    """Say what comes of a good look; ``feed``: None where nothing has changed."""
    was = replace(source, reason=FIRST_SITEMAP if feed and feed.kind == "sitemap" else None)
    listing = list_items(feed, was, context) if feed else None
    is_new = bool(listing and (listing.new or listing.changed))
    dates = [moment for item in feed.items if (moment := moment_of(item.published))] if feed else []
    pace = min(feed.pace or 0, DAY) if feed else 0
    rhythm = max(rhythm_of(dates, context.now, source.rhythm, is_new=is_new), pace)
    due = next_look(
        context.now,
        rhythm=rhythm,
        asked=(fresh_for(answer.headers, context.now),),
        skip_hours=feed.skip_hours if feed else (),
        skip_days=feed.skip_days if feed else (),
    )
    looked = _looked(source, answer, feed, context)
    if listing and listing.left:
        # They are new again at the next look, so that this must not be answered by "not changed".
        told = f"{listing.left:,} of its pages wait until others have come"
        looked = replace(looked, etag=None, modified=None, sha256=None, reason=told)
    looked, moved = _moved(replace(looked, rhythm=rhythm, due=due), source, context)
    new = (*(listing.new if listing else ()), *_more(feed, source, context))
    return Change(
        new=tuple(replace(one, source=looked.address) for one in new),
        changed=(looked, *(listing.changed if listing else ())),
        moved=moved,
        arrivals=tuple(listing.arrivals if listing else ()),
    )


def _looked(source: Watched, answer: Answer, feed: Feed | None, context: Context) -> Watched:
    looked = replace(settled(source, context, answer), failures=0, reason=None, good_at=context.now)
    if answer.status == _UNCHANGED:
        return looked
    left_out = f"its newest items were taken, {feed.left_out:,} more left out" if feed and feed.left_out else None
    return replace(
        looked,
        format=feed.kind if feed else source.format,
        title=(feed.title if feed else None) or source.title,
        # Validators hold together: of an old one and a new one, some servers make "not changed" for ever.
        etag=answer.headers.get("etag"),
        modified=answer.headers.get("last-modified"),
        sha256=hashlib.sha256(answer.body).hexdigest(),
        reason=left_out,
    )


def _moved(looked: Watched, source: Watched, context: Context) -> tuple[Watched, dict[str, str]]:
    """Give a source its new address, where all redirects to it last."""
    if source.moved is None or source.moved == source.address:
        return looked, {}
    if context.watched("source", source.moved) is not None:
        told = f"it moved to {source.moved}, which is watched"
        return replace(looked, state="ended", due=None, reason=told), {}
    host = context.place(source.moved).host
    return replace(looked, address=source.moved, url=source.moved, host=host), {source.address: source.moved}


def _more(feed: Feed | None, source: Watched, context: Context) -> Iterable[Watched]:
    """Give the feeds that a page names, or the sitemaps of an index, as sources of their own."""
    depth = _depth(source, context)
    if depth >= _DEEPEST or (depth and feed and feed.kind == "page"):
        return
    recent = [
        (moment.timestamp() if moment else 0, url)
        for url, changed in (feed.more if feed else ())
        if (moment := moment_of(changed)) is None or moment > context.now - _RECENT
    ]
    for _, url in sorted(recent, key=lambda one: -one[0])[:_MOST_MORE]:
        try:
            place = context.place(url)
        except UnsafeError:
            continue
        yield Watched(
            kind="source",
            address=place.url,
            url=place.url,
            host=place.host,
            source=source.address,
            due=context.now,
            added_at=context.now,
        )


def _depth(source: Watched, context: Context) -> int:
    """Say how many sources stand between one and somebody who added it, as far as that counts."""
    depth = 0
    while source.source and depth < _DEEPEST:
        depth += 1
        named_by = context.watched("source", source.source)
        if named_by is None:
            break
        source = named_by
    return depth


def _failed(source: Watched, answer: Answer, reason: str, context: Context) -> Change:
    failures = source.failures + 1
    asked = retry_after(answer.headers, context.now)
    fresh = fresh_for(answer.headers, context.now) if answer.status in {429, 503} else 0
    due = later_after_failure(context.now, failures, rhythm=source.rhythm, asked=max(asked or 0, fresh))
    failed = replace(settled(source, context, answer), failures=failures, reason=reason, due=due)
    return Change(changed=(failed,), free=host_free(source.host, answer, context))
