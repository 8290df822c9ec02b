"""What became of what was expected."""

from collections.abc import Mapping
from typing import Protocol

from newsledger.model import (
    Life,
    Record,
    Step,
)


class Follows(Protocol):
    """Holds articles against what was expected."""

    def record(self, article: str) -> Record:
        """Give the newest record of an article, by its id.

        Raises:
            StoreError: There is no such article, or it was forgotten.
        """

    def unfollowed(self, *, limit: int) -> tuple[str, ...]:
        """Give articles that have not yet been held against what was expected, by their ids."""

    def touched(self, article: str, *, limit: int) -> tuple[str, ...]:
        """Give the expectations of earlier articles that an article may tell of, those due at about its day first."""

    def own(self, article: str) -> tuple[str, ...]:
        """Give the expectations of an article that can be tested."""

    def evidence(self, expectation: str) -> tuple[str, ...]:
        """Give the articles that were found to tell something of an expectation, the oldest first."""

    def reporting(self, expectation: str, *, limit: int) -> tuple[str, ...]:
        """Give the later articles that may tell of an expectation, the oldest first."""

    def home(self, expectation: str) -> str:
        """Give the id of the article that an expectation stands in."""

    def history(self, expectation: str) -> tuple[Step, ...]:
        """Give the steps of an expectation in the order in which they were taken.

        Steps of what stood there in earlier versions of its article stand in front.
        """

    def keep_lives(self, article: str, became: Mapping[str, tuple[Life, tuple[str, ...]]], *, run: int) -> None:
        """Add what came of holding an article against what was expected; nothing is overwritten.

        Args:
            article: The article's id.
            became: The life of each expectation of which something new was told, and the articles that tell it.
            run: The run that this is part of.
        """
