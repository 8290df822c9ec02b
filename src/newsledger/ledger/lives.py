"""Holds new articles against what was expected, and keeps what became of it."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

from newsledger import outlook
from newsledger.model import Life, Record, Step
from newsledger.store import Store

#: Later articles that one expectation is held against, the oldest first: the next ones say it again.
MOST = 40
#: Records that are kept at hand; those of one day tell of the same things.
_AT_HAND = 256
_BATCH = 64
_OF_CALENDAR = ("due_soon", "overdue")


def follow_all(store: Store, *, run: int) -> Iterator[str]:
    """Hold each article that is new against what was expected, each in a transaction of its own.

    It may be stopped at any time, and goes on where it stopped.

    Yields:
        The id of each article, once what came of it is kept.
    """
    record = lru_cache(maxsize=_AT_HAND)(store.record)
    while articles := store.unfollowed(limit=_BATCH):
        for article in articles:
            lives = {one: life for one in store.touched(article) if (life := follow_one(store, one, record))}
            store.keep_lives(article, lives, run=run)
            yield article


def follow_one(store: Store, expectation: str, record: Callable[[str], Record]) -> Life | None:
    """Follow one expectation through the articles that may tell of it.

    Only what articles say goes into its life; what the calendar says depends on the day on which
    somebody asks. None where no later article tells of it.
    """
    later = store.reporting(expectation, limit=MOST)
    history = store.history(expectation)
    home = store.home(expectation) if later or history else None
    if home is None:
        return None
    said = record(home)
    found = next(one for one in said.expectations if one.id == expectation)
    records = [record(one) for one in later]
    life = outlook.follow(found, said, records, _last_day(records, said), history=history)
    steps = tuple(step for step in life.history if not _is_of_calendar(step))
    state = steps[-1].state
    return Life(expectation=expectation, state="open" if state in _OF_CALENDAR else state, history=steps)


def _is_of_calendar(step: Step) -> bool:
    return step.by == "rule" and step.state in _OF_CALENDAR and step.proposed is None


def _last_day(records: list[Record], said: Record) -> date:
    days = [record.article.date_published.latest for record in (*records, said)]
    return max((day for day in days if day is not None), default=date.max)
