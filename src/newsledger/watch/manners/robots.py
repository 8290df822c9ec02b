"""What a site's robots.txt allows: RFC 9309."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal

from protego import Protego

#: The name by which a robots.txt speaks to us.
PRODUCT = "newsledger"
#: What stands behind so many bytes is not read.
_MOST_BYTES = 512_000
_CACHED = timedelta(days=1)
#: A robots.txt that cannot be had is asked for again after so long, then twice that, and so on.
_AGAIN = timedelta(minutes=15)
_DOUBLINGS = 7
#: However long a site wants to be left alone between two questions, a day is enough.
_LONGEST_DELAY = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """What is known of the robots.txt of one origin.

    Attributes:
        standing: ``rules``: they hold. ``open``: there is none, everything may be asked. ``closed``: the
            site cannot say, so that nothing is asked.
        until: Until when that holds.
        failures: How often it could not be had, in a row.
    """

    standing: Literal["rules", "open", "closed"]
    text: str = ""
    until: datetime
    failures: int = 0


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """The rules of one robots.txt, taken apart."""

    standing: Literal["rules", "open", "closed"]
    parsed: Protego | None

    def allows(self, url: str) -> bool:
        """Say whether an address may be asked: the longest rule that fits it counts."""
        return self.standing != "closed" and (self.parsed is None or bool(self.parsed.can_fetch(url, PRODUCT)))

    @property
    def delay(self) -> float:
        """The seconds between two questions that the site asks for."""
        if self.parsed is None:
            return 0.0
        rate = self.parsed.request_rate(PRODUCT)
        paced = rate.seconds / rate.requests if rate else 0.0
        return min(max(self.parsed.crawl_delay(PRODUCT) or 0.0, paced), _LONGEST_DELAY)


def read_robots(status: int | None, body: bytes, now: datetime, *, failures: int, retry: int | None = None) -> Robots:
    """Say what an answer to the question for robots.txt means.

    Args:
        status: Of the answer; None where there was none.
        body: What it holds.
        now: When it came.
        failures: How often it could not be had before, in a row.
        retry: How many seconds the site asks to be left alone.
    """
    if status is not None and 200 <= status < 300:
        text = body[:_MOST_BYTES].decode("utf-8", "replace").removeprefix("\ufeff").replace("\x00", "")
        return Robots(standing="rules", text=text, until=now + _CACHED)
    # 429 says that the site is too busy to answer, not that it has no rules.
    if status is not None and 300 <= status < 500 and status != 429:
        return Robots(standing="open", until=now + _CACHED)
    wait = min(_AGAIN * 2 ** min(failures, _DOUBLINGS), _CACHED)
    return Robots(standing="closed", until=now + max(wait, timedelta(seconds=retry or 0)), failures=failures + 1)


@lru_cache(maxsize=256)
def robots_rules(standing: Literal["rules", "open", "closed"], text: str) -> RobotsRules:
    """Take the rules of a robots.txt apart."""
    return RobotsRules(standing, Protego.parse(text) if standing == "rules" else None)
