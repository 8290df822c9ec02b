"""How articles are grouped, as a store keeps it: copies, stories, happenings, persons, what is scheduled."""

from newsledger.store.groups.persons import Joined, JudgedPair, Link, PackedReading, Persons, Seen, Unjoined
from newsledger.store.groups.protocol import Groups
from newsledger.store.groups.records import (
    HeldChain,
    HeldCopy,
    HeldLife,
    HeldReport,
    HeldSketch,
    HeldStory,
    HeldTie,
    HeldTold,
    Member,
    Pair,
    Postings,
    Source,
    StoryMembers,
    ToldMember,
    day_at,
    place_of,
)
from newsledger.store.groups.scheduled import HeldScheduled, Met, Scheduled

__all__ = [
    "Groups",
    "HeldChain",
    "HeldCopy",
    "HeldLife",
    "HeldReport",
    "HeldScheduled",
    "HeldSketch",
    "HeldStory",
    "HeldTie",
    "HeldTold",
    "Joined",
    "JudgedPair",
    "Link",
    "Member",
    "Met",
    "PackedReading",
    "Pair",
    "Persons",
    "Postings",
    "Scheduled",
    "Seen",
    "Source",
    "StoryMembers",
    "ToldMember",
    "Unjoined",
    "day_at",
    "place_of",
]
