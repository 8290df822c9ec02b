"""The tables of what is one across articles."""

from newsledger.store.sqlite.groups.tables import SqliteGroups

__all__ = ["SqliteGroups"]
