"""What a ledger keeps of what is watched: sources, pages, hosts; what every store can do with it."""

from newsledger.store.watching.protocol import WatchStore
from newsledger.store.watching.records import Arrival, Change, FeedItem, HeldRobots, Watched

__all__ = ["Arrival", "Change", "FeedItem", "HeldRobots", "WatchStore", "Watched"]
