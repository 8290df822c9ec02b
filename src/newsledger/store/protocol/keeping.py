"""What keeps a store whole over the years."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from newsledger.store.held import (
    HeldCapture,
    HeldReading,
    Loss,
    Take,
    Tally,
    Tombstone,
)
from newsledger.store.rows import Row


class Keeps(Protocol):
    """Is checked, copied, mended and made to forget."""

    def check(self) -> Iterator[str]:
        """Give each thing that is amiss with the database itself, its keys or its counts, in plain words."""

    def tally(self) -> Tally:
        """Count what is there, and what was forgotten."""

    def captures(self) -> Iterator[HeldCapture]:
        """Give each capture with its bytes, one at a time in memory."""

    def readings(self) -> Iterator[HeldReading]:
        """Give each reading, older ones too, one at a time in memory."""

    def findings(self, article: str, table: str) -> Iterator[Row]:
        """Give an article's rows in one of the tables that records are taken apart into.

        Raises:
            StoreError: There is no such table.
        """

    def spellings(self, wanted: Sequence[Row]) -> Iterator[Row]:
        """Give those of some spellings that are there; they belong to no one article."""

    def backup(self, path: Path) -> int:
        """Copy the ledger as it is at this moment into a new file, and check the copy; others may go on writing.

        Returns:
            How many versions of articles the copy has.

        Raises:
            StoreError: There is a file, the place cannot be written to, or the copy is not whole.
        """

    def forget(self, target: str, *, why: str, run: int, only_version: bool = False) -> tuple[Tombstone, ...]:
        """Take an article out with all its versions and mirrors: text, bytes, words, findings and addresses.

        Hashes and counts stay. It is gone for every reader at once, but words may be left in the file until ``scrub``.

        Args:
            target: The article's id, or an address that it had.
            why: What stands on its tombstone.
            run: The run that this is part of.
            only_version: Take out only the version of this id, which is not the current one.

        Raises:
            StoreError: There is no such article, there are several, or it was forgotten before.
        """

    def scrub(self) -> int:
        """Overwrite what forgotten words have left in empty places; give how many tombstones that ends.

        Raises:
            StoreError: Another program holds the database, or the disk is full.
        """

    def recover(self, old: Path, take: Take, *, run: int) -> Iterator[Loss]:
        """Put all that holds of a damaged ledger file into this one, which is new.

        Args:
            old: The damaged file; it is only read.
            take: Takes each record apart that is saved.
            run: The run that this is part of.

        Yields:
            What was lost, once the rest of it is safe.

        Raises:
            StoreError: The old file cannot be read at all, or the new one cannot be written.
        """
