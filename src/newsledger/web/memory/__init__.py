"""Gives an answer again as long as the ledger is the same."""

from newsledger.web.memory.memory import Memory, Opener

__all__ = ["Memory", "Opener"]
