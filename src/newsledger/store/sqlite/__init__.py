"""SQLite behind the store: one file, nothing to install or start."""

from newsledger.store.sqlite.connection import DAMAGED
from newsledger.store.sqlite.database import open_file

__all__ = ["DAMAGED", "open_file"]
