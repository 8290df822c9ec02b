"""Shard to shard: the one function that does the work, whatever engine calls it."""

from newsledger.scale.work.perform import prepare

__all__ = ["prepare"]
