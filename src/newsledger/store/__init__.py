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
from newsledger.store.protocol import Outcome, Store
from newsledger.store.sqlite import open_ledger

__all__ = [
    "Entry",
    "Kept",
    "Outcome",
    "Reading",
    "Store",
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
