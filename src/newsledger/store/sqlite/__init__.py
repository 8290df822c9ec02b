"""SQLite behind the store: one file, nothing to install or start."""

from newsledger.store.sqlite.connection import DAMAGED
from newsledger.store.sqlite.ledger import SqliteStore, open_ledger

__all__ = ["DAMAGED", "SqliteStore", "open_ledger"]
