"""The one plain sentence that says what would settle an expectation."""

from newsledger.show.settlement.sentence import report, settlement

__all__ = ["report", "settlement"]
