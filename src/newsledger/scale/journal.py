"""Which page of a shard is being read, so that one that ends its process costs itself and no other."""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from newsledger.errors import NewsledgerError
from newsledger.intake.objects import Place
from newsledger.regular import regular

#: A process may end by chance at a page, of which it says nothing; not at the same one so many times.
_MOST = 3
#: In place of a page: the shard was begun, and its pages are not noted.
_BEGUN = -2


@dataclass(slots=True, kw_only=True)
class Journal:
    """Notes each page before it is read; a process that ended while it read one left its note.

    To note each page in an object store would take about as long as to read it. There the first process notes only
    that it has begun; those that find its note write down each page.

    Attributes:
        deaths: How many processes ended at which page.
    """

    path: Place
    deaths: dict[int, int] = field(default_factory=dict)

    @classmethod
    def open(cls, path: Place) -> "Journal":
        """Go on with what others have left."""
        if isinstance(path, Path):
            path.parent.mkdir(parents=True, exist_ok=True)
        journal = cls(path=path)
        # What is cut off in the middle of a note is no note.
        with suppress(OSError, ValueError, TypeError, AttributeError):
            left = json.loads(regular(path).read_bytes())
            journal.deaths = {int(row): int(count) for row, count in left["deaths"].items()}
            row = int(left["at"])
            journal.deaths[row] = journal.deaths.get(row, 0) + 1
        if journal._is_brief:
            journal._write(_BEGUN)
        return journal

    def pages(self) -> Iterator[int]:
        """Count pages, and note each before it is begun."""
        row = 0
        while True:
            self._note(row)
            yield row
            row += 1

    def is_deadly(self, row: int) -> bool:
        """Say whether a page is one that ends whoever reads it.

        Raises:
            NewsledgerError: Processes end there though it is not read any more.
        """
        deaths = self.deaths.get(row, 0)
        if deaths >= 2 * _MOST:
            raise NewsledgerError(f"the processes that read end before page {row} of the shard is taken in")
        return deaths >= _MOST

    def ends(self) -> None:
        """Note that all pages were read, and what they gave is being written.

        Raises:
            NewsledgerError: Processes ended at that again and again.
        """
        if self.deaths.get(-1, 0) >= _MOST:
            raise NewsledgerError("the processes that write end before they are done; is there memory enough?")
        self._note(-1)

    def close(self) -> None:
        """Forget it all: the shard is there."""
        with suppress(FileNotFoundError):
            self.path.unlink()

    @property
    def _is_brief(self) -> bool:
        return not isinstance(self.path, Path) and not self.deaths

    def _note(self, row: int) -> None:
        if not self._is_brief:
            self._write(row)

    def _write(self, row: int) -> None:
        regular(self.path).write_bytes(json.dumps({"at": row, "deaths": self.deaths}).encode())
