"""Answers questions out of a ledger file."""

from newsledger.store.tables.ask.actors import ask_actors, ask_joined
from newsledger.store.tables.ask.counts import ask_spots, count_events, survey
from newsledger.store.tables.ask.events import ask_events
from newsledger.store.tables.ask.outlook import ask_outlook
from newsledger.store.tables.ask.search import ask_search
from newsledger.store.tables.ask.statements import ask_statements
from newsledger.store.tables.ask.told import (
    ask_happenings,
    ask_stories,
    count_happenings,
    happening,
    number_of_happenings,
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
    "ask_spots",
    "ask_statements",
    "ask_stories",
    "count_events",
    "count_happenings",
    "happening",
    "number_of_happenings",
    "originals",
    "story",
    "survey",
    "waiting",
]
