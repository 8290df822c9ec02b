"""Which articles and which mentions, across articles, are of one happening."""

from newsledger.stories.chains import chain_of, group_chains
from newsledger.stories.copies import find_copies, group_copies
from newsledger.stories.days import rank_days
from newsledger.stories.group import group_stories
from newsledger.stories.rules import SCHEMAS, Rules

__all__ = [
    "SCHEMAS",
    "Rules",
    "chain_of",
    "find_copies",
    "group_chains",
    "group_copies",
    "group_stories",
    "rank_days",
]
