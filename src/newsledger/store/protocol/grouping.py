"""What is one across articles."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from newsledger.model import (
    Record,
)
from newsledger.store.groups import Groups


class Gathers(Protocol):
    """Has the tables of what is one across articles."""

    def grouping(self) -> AbstractContextManager[Groups]:
        """Have the tables of groups in one transaction.

        Raises:
            StoreError: The database refused; nothing of it was done.
        """

    def groups(self) -> AbstractContextManager[Groups]:
        """Look at the tables of groups; nothing may be changed."""

    def record(self, article: str) -> Record:
        """Give the newest record of an article, by its id.

        Raises:
            StoreError: There is no such article, or it was forgotten.
        """

    def records(self) -> Iterator[Record]:
        """Give the newest record of each article's current version."""

    def waiting(self) -> int:
        """Count the articles and stories that are still to be grouped."""
