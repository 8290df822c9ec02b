"""One thing in the world from the mentions of many articles: which they are, what they say of it, and its life."""

from newsledger.stories.happenings.apart import is_done
from newsledger.stories.happenings.chains import chain_of, group_chains
from newsledger.stories.happenings.group import (
    Group,
    group_mentions,
    happenings,
    happenings_of,
    is_on_board,
    is_same_date,
    scheduled,
    scheduled_in,
)
from newsledger.stories.happenings.mentions import mentions_of

__all__ = [
    "Group",
    "chain_of",
    "group_chains",
    "group_mentions",
    "happenings",
    "happenings_of",
    "is_done",
    "is_on_board",
    "is_same_date",
    "mentions_of",
    "scheduled",
    "scheduled_in",
]
