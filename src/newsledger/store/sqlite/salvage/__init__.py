"""Saves what still holds of a ledger file that is damaged."""

from newsledger.store.sqlite.salvage.build import recover

__all__ = ["recover"]
