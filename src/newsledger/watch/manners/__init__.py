"""When and how often a host may be asked what; it knows no network and no clock: "now" is an argument."""

from newsledger.watch.manners.backoff import later_after_failure
from newsledger.watch.manners.freshness import fresh_for, retry_after
from newsledger.watch.manners.rhythm import DAY, LONGEST, SHORTEST, next_look, rhythm_of
from newsledger.watch.manners.robots import Robots, RobotsRules, read_robots, robots_rules

__all__ = [
    "DAY",
    "LONGEST",
    "SHORTEST",
    "Robots",
    "RobotsRules",
    "fresh_for",
    "later_after_failure",
    "next_look",
    "read_robots",
    "retry_after",
    "rhythm_of",
    "robots_rules",
]
