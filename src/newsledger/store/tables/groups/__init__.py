"""The tables of what is one across articles."""

from newsledger.store.tables.groups.tables import TableGroups

__all__ = ["TableGroups"]
