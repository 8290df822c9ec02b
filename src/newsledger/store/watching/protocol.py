"""What every store can do with what is watched."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Literal, Protocol

from newsledger.store.watching.records import Arrival, Change, HeldRobots, Watched


class WatchStore(Protocol):
    """Keeps what is watched; every method that changes something is one transaction, safe once it returns."""

    def keep(self, change: Change) -> None:
        """Keep all of a change, or, where it raises, none of it.

        Raises:
            StoreError: The database refused.
        """

    def sources(self) -> tuple[Watched, ...]:
        """Give all sources, by their addresses."""

    def watched(self, kind: Literal["source", "page"], address: str) -> Watched | None:
        """Give one of what is watched."""

    def remove(self, source: str) -> bool:
        """Take a source out, and its pages that were not asked for yet; say whether it was there."""

    def ready(self, now: datetime, *, busy: Collection[str], limit: int) -> tuple[Watched, ...]:
        """Give what is due, one for each host that may be asked, sources first.

        Args:
            now: The time.
            busy: Hosts that are being asked.
            limit: How many at most.
        """

    def soonest(self, now: datetime, *, busy: Collection[str]) -> datetime | None:
        """Say when something will be ready, of hosts that are not busy; None: never."""

    def hasten(self, now: datetime) -> None:
        """Have asked at once what is due later than anything ever is: the clock of the machine was ahead."""

    def claim(self, hosts: Mapping[str, datetime], now: datetime) -> frozenset[str]:
        """Take hosts that may be asked now for oneself, each until a time; give those that nobody else has taken."""

    def free_at(self, host: str) -> datetime | None:
        """Say when a host may be asked again; None: at any time."""

    def known(self, addresses: Iterable[str]) -> frozenset[str]:
        """Give those of some addresses of pages that are watched, or that the ledger has an article of."""

    def waiting(self, source: str) -> int:
        """Count the pages that a source named and that did not come yet."""

    def robots(self, origin: str) -> HeldRobots | None:
        """Give what is known of an origin's robots.txt."""

    def arrivals(self, *, limit: int) -> tuple[Arrival, ...]:
        """Give pages that came and have not been read, the oldest first."""

    def shows(self, article: str, text_sha256: str, address: str | None) -> bool:
        """Say whether an article was seen at an address with a text of this hash, and is the current version."""

    def pages(self) -> Mapping[tuple[str | None, str], int]:
        """Count pages by source and state."""
