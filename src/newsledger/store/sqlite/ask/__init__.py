"""Answers questions out of a ledger file."""

from newsledger.store.sqlite.ask.actors import ask_actors
from newsledger.store.sqlite.ask.counts import count_events
from newsledger.store.sqlite.ask.events import ask_events
from newsledger.store.sqlite.ask.outlook import ask_outlook
from newsledger.store.sqlite.ask.search import ask_search
from newsledger.store.sqlite.ask.statements import ask_statements

__all__ = ["ask_actors", "ask_events", "ask_outlook", "ask_search", "ask_statements", "count_events"]
