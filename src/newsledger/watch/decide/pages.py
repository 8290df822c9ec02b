"""What comes of a look at the page of an article."""

import hashlib
import re
from dataclasses import replace
from datetime import timedelta

from newsledger.store import Arrival, Change, Watched
from newsledger.store.watching.records import State
from newsledger.watch.asking import Answer
from newsledger.watch.decide.context import Context, hopped, is_front, is_redirect, settled, target_of, variants
from newsledger.watch.decide.hosts import host_free
from newsledger.watch.decide.items import item_arrival
from newsledger.watch.manners import fresh_for, later_after_failure, retry_after
from newsledger.watch.safety import UnsafeError

#: A page that was read is looked at again so long after each look; then it is taken for settled.
LOOKS = (timedelta(hours=2), timedelta(hours=8), timedelta(days=1), timedelta(days=3))
_WALLS = (401, 402, 403, 407, 451)
_GONE = (404, 410)
_UNCHANGED = 304
#: A page that never came is given up after so many failures in a row; one that is not there yet, after fewer.
_MOST_FAILURES, _MOST_MISSING = 6, 3
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "")
_MARKUP = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|article)\b", re.IGNORECASE)
_LOOK = 2_000


def after_page(page: Watched, answer: Answer, context: Context) -> Change:
    """Say what comes of an answer to the question for a page."""
    if is_redirect(answer):
        return _redirected(page, answer, context)
    if answer.status == _UNCHANGED and (page.etag or page.modified):
        return Change(changed=(_looked(page, answer, context),))
    if answer.status is not None and 200 <= answer.status < 300:
        return _taken(page, answer, context)
    told = answer.reason or f"found the answer {answer.status}, expected a page"
    if answer.is_refused:
        return _given_up(page, answer, "other", told, context)
    if answer.status in _WALLS:
        return _given_up(page, answer, "walled", told, context)
    if answer.status in _GONE:
        return _missing(page, answer, told, context)
    return _failed(page, answer, told, context)


def bar_page(page: Watched, reason: str, context: Context) -> Change:
    """Say what comes of a page that robots.txt keeps us from."""
    return _given_up(page, Answer(status=None), "barred", reason, context)


def _redirected(page: Watched, answer: Answer, context: Context) -> Change:
    try:
        place = target_of(page, answer, context)
    except UnsafeError as error:
        return _given_up(page, answer, "other", str(error), context)
    if is_front(place.url) and not is_front(page.address):
        return _given_up(page, answer, "gone", "it leads to the front page", context)
    key = context.key(place.url)
    elsewhere = [one for one in variants(key) if one not in variants(page.address)]
    if page.good_at is None and elsewhere and context.known(elsewhere):
        known = replace(
            settled(page, context, answer), state="other", due=None, reason=f"it leads to {key}, which is known"
        )
        return Change(changed=(replace(known, listed=None),))
    return Change(changed=(hopped(page, answer, place, context),))


def _taken(page: Watched, answer: Answer, context: Context) -> Change:
    media_type = answer.headers.get("content-type", "")
    kind = media_type.partition(";")[0].strip().lower()
    if kind not in _PAGES and not _MARKUP.search(answer.body[:_LOOK]):
        return _given_up(page, answer, "other", f"found {kind[:60]}, expected a page", context)
    if not answer.body.strip():
        return _failed(page, answer, "found nothing, expected a page", context)
    looked = _looked(page, answer, context)
    digest = hashlib.sha256(answer.body).hexdigest()
    validated = replace(
        looked, etag=answer.headers.get("etag"), modified=answer.headers.get("last-modified"), sha256=digest
    )
    if digest == page.sha256:
        return Change(changed=(validated,))
    arrival = Arrival(
        address=page.address, url=page.url, data=answer.body, media_type=media_type or None, fetched_at=context.now
    )
    return Change(changed=(validated,), arrivals=(arrival,))


def _looked(page: Watched, answer: Answer, context: Context) -> Watched:
    """Note a good look, and when the next is due: after ever longer times, and at last no more."""
    wait = LOOKS[page.looks] if page.looks < len(LOOKS) else None
    fresh = timedelta(seconds=fresh_for(answer.headers, context.now))
    if page.moved is not None and page.listed is not None:
        page = replace(page, listed=replace(page.listed, link=page.moved))
    return replace(
        settled(page, context, answer),
        state="read",
        failures=0,
        reason=None,
        good_at=context.now,
        looks=page.looks + 1,
        due=context.now + max(wait, fresh) if wait is not None else None,
    )


def _missing(page: Watched, answer: Answer, told: str, context: Context) -> Change:
    """Note a page that is not there: a feed may be ahead of its page, and a page may be back."""
    most = 2 if page.good_at is not None else _MOST_MISSING
    if answer.status == 410 or page.failures + 1 >= most:
        return _given_up(page, answer, "gone", told, context)
    return _failed(page, answer, told, context)


def _failed(page: Watched, answer: Answer, told: str, context: Context) -> Change:
    failures = page.failures + 1
    free = host_free(page.host, answer, context)
    if failures >= _MOST_FAILURES:
        given_up = _given_up(page, answer, "read" if page.good_at else "lost", told, context)
        return replace(given_up, free=free)
    asked = retry_after(answer.headers, context.now)
    due = later_after_failure(context.now, failures, asked=asked)
    failed = replace(settled(page, context, answer), failures=failures, reason=told, due=due)
    return Change(changed=(failed,), free=free)


def _given_up(page: Watched, answer: Answer, state: State, told: str, context: Context) -> Change:
    """Ask no more for a page; where it never came, what its feed says of it is read in its place."""
    ended = replace(settled(page, context, answer), state=state, due=None, reason=told, failures=page.failures + 1)
    if page.good_at is None and page.listed is not None and (page.listed.markup or page.listed.title):
        return Change(changed=(ended,), arrivals=(item_arrival(page, context),))
    return Change(changed=(ended,))
