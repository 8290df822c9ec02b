"""Holds new articles against what was expected, and keeps what became of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from newsledger import outlook
from newsledger.model import Expectation, Life, Record, Step
from newsledger.store import Follows

#: Earlier expectations that a new article is held against, those due at about its day first; and later articles that
#: a new expectation is held against, the oldest first: the next ones say it again.
MOST_EXPECTED, MOST_LATER = 40, 6
#: How much is kept at hand; articles of one day tell of the same things.
_RECORDS, _OFFERS, _NEEDS = 256, 4, 16384
_BATCH = 64
_OF_CALENDAR = ("due_soon", "overdue")

_Records = Callable[[str], Record]


def follow_all(store: Follows, *, run: int) -> Iterator[str]:
    """Hold each article that is new against what was expected, each in a transaction of its own.

    It may be stopped at any time, and goes on where it stopped.

    Yields:
        The id of each article, once what came of it is kept.
    """
    at_hand = _AtHand.of(store)
    while articles := store.unfollowed(limit=_BATCH):
        for article in articles:
            own = store.own(article)
            told: dict[str, tuple[str, ...]] = {
                one: (article,) if _is_told(one, article, at_hand) else ()
                for one in store.touched(article, limit=MOST_EXPECTED)
            }
            told |= {one: _telling(one, store.reporting(one, limit=MOST_LATER), at_hand) for one in own}
            # What was expected in an earlier version brings its history along.
            worth = [one for one, telling in told.items() if telling or (one in own and store.history(one))]
            became = {one: (_life(store, one, told[one], at_hand.record), told[one]) for one in worth}
            store.keep_lives(article, became, run=run)
            yield article


@dataclass(frozen=True, slots=True, kw_only=True)
class _AtHand:
    """What was looked up lately: records, and the features by which candidates are picked."""

    home: Callable[[str], str]
    record: _Records
    need: Callable[[str], outlook.Need]
    offer: Callable[[str], outlook.Offer]

    @classmethod
    def of(cls, store: Follows) -> "_AtHand":
        record = lru_cache(maxsize=_RECORDS)(store.record)
        home = lru_cache(maxsize=_NEEDS)(store.home)

        def need(expectation: str) -> outlook.Need:
            said = record(home(expectation))
            return outlook.need(_find(said, expectation), said)

        def offer(article: str) -> outlook.Offer:
            return outlook.offer(record(article))

        return cls(
            home=home,
            record=record,
            need=lru_cache(maxsize=_NEEDS)(need),
            offer=lru_cache(maxsize=_OFFERS)(offer),
        )


def _is_told(expectation: str, article: str, at_hand: _AtHand) -> bool:
    """Say whether an article tells something of an earlier expectation; most are no candidates."""
    if not outlook.may_tell(at_hand.need(expectation), at_hand.offer(article)):
        return False
    return bool(_telling(expectation, (article,), at_hand))


def _telling(expectation: str, later: tuple[str, ...], at_hand: _AtHand) -> tuple[str, ...]:
    """Give those of some later articles that tell something of an expectation."""
    if not later:
        return ()
    said = at_hand.record(at_hand.home(expectation))
    found = _find(said, expectation)
    return tuple(one for one in later if outlook.tells(found, said, at_hand.record(one)))


def _life(store: Follows, expectation: str, telling: tuple[str, ...], record: _Records) -> Life:
    """Follow an expectation through all articles that tell something of it.

    Only what articles say goes into its life; what the calendar says depends on the day on which
    somebody asks.
    """
    said = record(store.home(expectation))
    records = [record(one) for one in dict.fromkeys((*store.evidence(expectation), *telling))]
    history = store.history(expectation)
    life = outlook.follow(_find(said, expectation), said, records, _last_day(records, said), history=history)
    steps = tuple(step for step in life.history if not _is_of_calendar(step))
    state = steps[-1].state
    return Life(expectation=expectation, state="open" if state in _OF_CALENDAR else state, history=steps)


def _find(record: Record, expectation: str) -> Expectation:
    return next(one for one in record.expectations if one.id == expectation)


def _is_of_calendar(step: Step) -> bool:
    return step.by == "rule" and step.state in _OF_CALENDAR and step.proposed is None


def _last_day(records: list[Record], said: Record) -> date:
    days = [record.article.date_published.latest for record in (*records, said)]
    return max((day for day in days if day is not None), default=date.max)
