"""SQLite behind the store: one file, nothing to install or start."""

from newsledger.store.sqlite.ledger import SqliteStore, open_ledger

__all__ = ["SqliteStore", "open_ledger"]
