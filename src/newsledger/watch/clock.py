"""What time it is, and waiting: for answers, or until something is due."""

import threading
from collections.abc import Collection
from concurrent.futures import FIRST_COMPLETED, Future
from concurrent.futures import wait as wait_for
from datetime import UTC, datetime
from typing import Any, Protocol

#: However long nothing is due, so often somebody may have added a source meanwhile (seconds).
_LONGEST = 30.0


class Clock(Protocol):
    """Tells the time and waits."""

    def now(self) -> datetime:
        """Give the time, by Greenwich."""

    def wait(self, futures: Collection["Future[Any]"], until: datetime | None) -> None:
        """Wait until one of some answers is there, or a time has come."""


class SystemClock:
    """The clock of the machine; its waits end when somebody asks to stop."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop

    def now(self) -> datetime:
        """Give the time, by Greenwich."""
        return datetime.now(UTC)

    def wait(self, futures: Collection["Future[Any]"], until: datetime | None) -> None:
        """Wait until one of some answers is there, or a time has come; half a minute at most."""
        seconds = _LONGEST if until is None else max(0.0, min((until - self.now()).total_seconds(), _LONGEST))
        if futures:
            wait_for(futures, seconds, FIRST_COMPLETED)
        else:
            self._stop.wait(seconds)
