"""What comes of the question for a robots.txt."""

from dataclasses import replace
from urllib.parse import urljoin

from newsledger.store import Change, HeldRobots
from newsledger.watch.asking import Answer
from newsledger.watch.decide.context import Context, is_redirect
from newsledger.watch.manners import read_robots, retry_after
from newsledger.watch.safety import UnsafeError, place_of

#: RFC 9309: at least five are to be followed; what lies behind more is taken for not there.
_MOST_HOPS = 5


def robots_url(origin: str) -> str:
    """Give the address of an origin's robots.txt."""
    return f"{origin}/robots.txt"


def after_robots(robots: HeldRobots, answer: Answer, context: Context) -> Change:
    """Say what is allowed from now on, or where to ask for that next."""
    if is_redirect(answer) and robots.hops < _MOST_HOPS and (url := _target(robots, answer, context)):
        return Change(robots=(replace(robots, url=url, hops=robots.hops + 1),))
    retry = retry_after(answer.headers, context.now)
    found = read_robots(answer.status, answer.body, context.now, failures=robots.failures, retry=retry)
    held = replace(
        robots,
        url=robots_url(robots.origin),
        hops=0,
        standing=found.standing,
        text=found.text,
        until=found.until,
        failures=found.failures,
    )
    return Change(robots=(held,))


def _target(robots: HeldRobots, answer: Answer, context: Context) -> str | None:
    try:
        return place_of(
            urljoin(robots.url, answer.headers.get("location", "")), allow_private=context.allow_private
        ).url
    except (UnsafeError, ValueError):
        return None
