"""One thing in the world from the mentions of many articles: which they are, what they say of it, and its life."""

from newsledger.stories.happenings.apart import is_done
from newsledger.stories.happenings.chains import chain_of, group_chains
from newsledger.stories.happenings.group import happenings, is_on_board, is_same_date, scheduled
from newsledger.stories.happenings.mentions import mentions_of

__all__ = [
    "chain_of",
    "group_chains",
    "happenings",
    "is_done",
    "is_on_board",
    "is_same_date",
    "mentions_of",
    "scheduled",
]
