"""Groups the articles of a ledger as it grows: copies, stories, happenings."""

from newsledger.ledger.grouping.sharing import by
from newsledger.ledger.grouping.steps import group_all, regroup_judged

__all__ = ["by", "group_all", "regroup_judged"]
