"""Adds sources to what is watched, and says how they fare."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from newsledger.errors import SourceError
from newsledger.store import Change, Watched, WatchStore
from newsledger.watch.feeds import Outline, write_outlines
from newsledger.watch.safety import UnsafeError, place_of

#: A source that brought nothing new for so long is told of, though it answers.
_SILENT = timedelta(days=30)


def new_source(
    url: str, now: datetime, *, title: str | None = None, kind: str = "source", allow_private: bool
) -> Watched:
    """Make a source of an address, or, with another kind, a page to be watched for changes.

    Raises:
        SourceError: The address is none that is asked.
    """
    try:
        place = place_of(url, allow_private=allow_private)
    except UnsafeError as error:
        raise SourceError(f"{url}: {error}", url=url) from error
    return Watched(
        kind="page" if kind == "page" else "source",
        address=place.url,
        url=place.url,
        host=place.host,
        title=title,
        due=now,
        added_at=now,
    )


def add_sources(watching: WatchStore, sources: Iterable[Watched]) -> tuple[int, int]:
    """Add sources; give how many are new, and how many were there."""
    given = tuple(sources)
    new = tuple(
        {(one.kind, one.address): one for one in given if watching.watched(one.kind, one.address) is None}.values()
    )
    watching.keep(Change(new=new))
    return len(new), len(given) - len(new)


def export(sources: Iterable[Watched]) -> str:
    """Write the feeds among some sources as OPML."""
    kept = (one for one in sources if one.state != "ended")
    return write_outlines((Outline(url=one.address, title=one.title) for one in kept), title="newsledger")


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How a source fares.

    Attributes:
        standing: ``well``, ``new`` (not looked at yet), ``failing``, ``silent``, ``paused`` or ``ended``.
        pages: How many pages it named that were read, and how many in all.
    """

    source: Watched
    standing: str
    read: int
    pages: int


def health(watching: WatchStore, now: datetime) -> tuple[Health, ...]:
    """Say how each source fares."""
    counts: dict[str | None, Counter[str]] = defaultdict(Counter)
    for (named_by, state), number in watching.pages().items():
        counts[named_by][state] = number
    found = []
    for source in watching.sources():
        own = counts[source.address]
        standing = _standing(source, now)
        found.append(Health(source=source, standing=standing, read=own["read"], pages=sum(own.values())))
    return tuple(found)


def lone_pages(watching: WatchStore) -> int:
    """Count the pages that somebody added by themselves."""
    return sum(number for (named_by, _), number in watching.pages().items() if named_by is None)


def _standing(source: Watched, now: datetime) -> str:
    if source.state != "active":
        return source.state
    if source.failures or (source.reason and source.good_at is None):
        return "failing"
    if source.good_at is None:
        return "new"
    return "silent" if now - source.good_at > _SILENT else "well"
