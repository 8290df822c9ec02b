"""What goes into a store: runs, entries, failures, new readings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from newsledger.store.entry import Entry, Kept, Reading
from newsledger.store.held import HeldFailure, Outdated, RuleChange

#: What became of a new reading: it is the article's own now, or was left since the article is another one meanwhile.
Reread = Literal["read", "left"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one entry, once it is safe on disk.

    Attributes:
        what: ``added``: a new article. ``version``: another text of one that was there. ``mirror``:
            the same article at another address or with other furniture. ``known``: it was there.
            ``failed``: kept as a failure. ``forgotten``: somebody had it removed, and it stays out.
        article: The article's id, None where there is none.
        url: Where it came from, as it was given.
        reason: Why it failed or stays out.
    """

    what: Literal["added", "version", "mirror", "known", "failed", "forgotten"]
    article: str | None
    url: str | None
    reason: str | None = None


class Writes(Protocol):
    """Takes entries and readings in; every method that changes something is one transaction, safe once it returns."""

    def begin(self, command: str, *, at: str) -> int:
        """Note that a run begins, and give its number."""

    def end(self, run: int, *, at: str) -> None:
        """Note that a run has come to its end."""

    def known(self, keys: Iterable[str], *, with_bytes: bool = False) -> Mapping[str, Outcome]:
        """Say which captures have been read, or could not be, and what came of that, by their keys.

        Args:
            keys: Of captures.
            with_bytes: Only of captures whose bytes are kept.
        """

    def put(self, entries: Sequence[Entry], *, run: int) -> tuple[Outcome, ...]:
        """Keep entries, all of them or, where it raises (``StoreError``), none; putting twice is once."""

    def failures(self) -> tuple[HeldFailure, ...]:
        """Give what could not be read, in the order in which it failed first."""

    def kept(self, key: str) -> Kept:
        """Give a capture as it is kept, by its key.

        Raises:
            StoreError: There is none.
        """

    def mend(self, keys: Iterable[str]) -> None:
        """Drop failures, by their keys, that are none any more."""

    def outdated(self, maker: str, *, after: int, limit: int) -> tuple[Outdated, ...]:
        """Give current versions whose findings another maker made.

        Args:
            maker: The sha256 of what stands in a record as its maker.
            after: The number of the last one that was given, 0 to begin.
            limit: How many at most.
        """

    def count_outdated(self, maker: str) -> int:
        """Count them."""

    def put_rereadings(self, readings: Sequence[tuple[str, Reading]], *, run: int) -> tuple[Reread, ...]:
        """Put new readings beside the old ones; the tables tell the new findings from then on.

        What a reading changed is noted, and ids lead from what stood there to what stands there now.

        Args:
            readings: Each with the id of the article whose page it is of.
            run: The run that this is part of.

        Returns:
            For each ``read``; or ``left``, where the article is gone or has a newer version.

        Raises:
            StoreError: The database refused.
        """

    def rule_changes(self, maker: str) -> Iterator[RuleChange]:
        """Say what the readings of a maker changed, by kind and rule, those first that changed the most."""
