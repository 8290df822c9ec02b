"""Which articles and which mentions, across articles, are of one happening."""

from newsledger.stories.copies import find_copies, group_copies
from newsledger.stories.days import rank_days
from newsledger.stories.group import group_stories
from newsledger.stories.happenings import (
    Group,
    chain_of,
    group_chains,
    group_mentions,
    happenings,
    happenings_of,
    is_done,
    is_on_board,
    is_same_date,
    mentions_of,
    scheduled,
    scheduled_in,
)
from newsledger.stories.persons import join_persons, person_keys, sightings_of
from newsledger.stories.rules import SCHEMAS, Rules
from newsledger.stories.timeline import timeline

__all__ = [
    "SCHEMAS",
    "Group",
    "Rules",
    "chain_of",
    "find_copies",
    "group_chains",
    "group_copies",
    "group_mentions",
    "group_stories",
    "happenings",
    "happenings_of",
    "is_done",
    "is_on_board",
    "is_same_date",
    "join_persons",
    "mentions_of",
    "person_keys",
    "rank_days",
    "scheduled",
    "scheduled_in",
    "sightings_of",
    "timeline",
]
