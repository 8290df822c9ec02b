"""The one plain sentence that says what would settle an expectation."""

from newsledger.show.settlement.sentence import doing, due, report, settlement, stands_before_verb

__all__ = ["doing", "due", "report", "settlement", "stands_before_verb"]
