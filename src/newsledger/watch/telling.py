"""What of a change is worth a line."""

from collections.abc import Iterator
from datetime import datetime

from newsledger.store import Change, Watched
from newsledger.watch.told import Told


def told_of(watched: Watched, change: Change, now: datetime) -> Iterator[Told]:
    """Tell what became of one that was asked for; a page that came is told of when it has been read."""
    after = next((one for one in change.changed if one.kind == watched.kind), None)
    if after is None or after.hops:
        return
    if watched.kind == "source":
        yield from _of_source(watched, after, change, now)
    elif after.state not in {"active", "read"} or after.reason is not None:
        what = "failing" if after.state in {"active", "read"} else after.state
        yield Told(at=now, kind="page", what=what, url=after.address, reason=after.reason)


def _of_source(before: Watched, after: Watched, change: Change, now: datetime) -> Iterator[Told]:
    if after.address != before.address:
        yield Told(at=now, kind="source", what="moved", url=before.address, reason=f"to {after.address}")
    what = "ended" if after.state == "ended" else "failing" if after.good_at != now else "looked"
    found = sum(one.kind == "page" for one in change.new)
    yield Told(at=now, kind="source", what=what, url=after.address, reason=after.reason, found=found)
