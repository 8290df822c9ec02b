"""All that a store can do, whatever database is behind it."""

from typing import Protocol

from newsledger.store.protocol.asking import Answers
from newsledger.store.protocol.grouping import Gathers
from newsledger.store.protocol.keeping import Keeps
from newsledger.store.protocol.writing import Writes


class Store(Writes, Gathers, Answers, Keeps, Protocol):
    """Keeps records; a function takes the part that it needs."""

    def close(self) -> None:
        """Let go of the database."""
