"""What comes of an answer: what is watched from now on, when it is asked next, what is to be read; pure."""

from newsledger.watch.decide.context import Context
from newsledger.watch.decide.pages import after_page, bar_page
from newsledger.watch.decide.robots import after_robots, robots_url
from newsledger.watch.decide.sources import after_source, bar_source

__all__ = ["Context", "after_page", "after_robots", "after_source", "bar_page", "bar_source", "robots_url"]
