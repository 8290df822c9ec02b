"""Answers questions out of a ledger file."""

from newsledger.store.sqlite.ask.actors import ask_actors, ask_joined
from newsledger.store.sqlite.ask.counts import count_events
from newsledger.store.sqlite.ask.events import ask_events
from newsledger.store.sqlite.ask.outlook import ask_outlook
from newsledger.store.sqlite.ask.search import ask_search
from newsledger.store.sqlite.ask.statements import ask_statements
from newsledger.store.sqlite.ask.told import (
    ask_happenings,
    ask_stories,
    count_happenings,
    happening,
    originals,
    story,
    waiting,
)

__all__ = [
    "ask_actors",
    "ask_events",
    "ask_happenings",
    "ask_joined",
    "ask_outlook",
    "ask_search",
    "ask_statements",
    "ask_stories",
    "count_events",
    "count_happenings",
    "happening",
    "originals",
    "story",
    "waiting",
]
