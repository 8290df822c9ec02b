"""Groups the articles of a ledger as it grows: copies, stories, happenings."""

from newsledger.ledger.grouping.steps import group_all

__all__ = ["group_all"]
