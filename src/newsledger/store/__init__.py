"""Keeps the record of months: what a store is, what goes into it, and SQLite behind it."""

from newsledger.store.entry import (
    Entry,
    Kept,
    Reading,
    capture_key,
    keep,
    put_together,
    raw_bytes,
    restore,
    take_apart,
    unpack,
)
from newsledger.store.folding import fold
from newsledger.store.held import HeldCapture, HeldFailure, HeldReading, Tally, Tombstone
from newsledger.store.protocol import Outcome, Store
from newsledger.store.questions import (
    ACTOR_KINDS,
    EVENT_TYPES,
    KINDS,
    MEASURES,
    STANDINGS,
    STATES,
    ActorQuestion,
    EventQuestion,
    Measure,
    OutlookQuestion,
    SearchQuestion,
    StatementQuestion,
    ask_on,
)
from newsledger.store.sqlite import open_ledger

__all__ = [
    "ACTOR_KINDS",
    "EVENT_TYPES",
    "KINDS",
    "MEASURES",
    "STANDINGS",
    "STATES",
    "ActorQuestion",
    "Entry",
    "EventQuestion",
    "HeldCapture",
    "HeldFailure",
    "HeldReading",
    "Kept",
    "Measure",
    "Outcome",
    "OutlookQuestion",
    "Reading",
    "SearchQuestion",
    "StatementQuestion",
    "Store",
    "Tally",
    "Tombstone",
    "ask_on",
    "capture_key",
    "fold",
    "keep",
    "open_ledger",
    "put_together",
    "raw_bytes",
    "restore",
    "take_apart",
    "unpack",
]
