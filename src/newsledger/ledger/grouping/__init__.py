"""Groups the articles of a ledger as it grows: copies, stories, happenings."""

from newsledger.ledger.grouping.sharing import with_crew
from newsledger.ledger.grouping.steps import group_all, regroup_judged

__all__ = ["group_all", "regroup_judged", "with_crew"]
