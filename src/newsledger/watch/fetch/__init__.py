"""Asks the network, within limits, and only the addresses that were checked; the one part that knows httpx."""

from newsledger.watch.fetch.backend import resolve_by_system
from newsledger.watch.fetch.client import Fetcher, Limits

__all__ = ["Fetcher", "Limits", "resolve_by_system"]
