"""Processes that share work, each replaced when it ends."""

from newsledger.ledger.crew.crew import Crew

__all__ = ["Crew"]
