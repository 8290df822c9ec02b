"""The ledger as tables, whichever database has them: how entries go in, and how questions are answered."""

from newsledger.store.tables.store import TableStore

__all__ = ["TableStore"]
