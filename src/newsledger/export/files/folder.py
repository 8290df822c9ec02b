"""A folder of files, none of which is ever half written: each gets its name when all are whole."""

import csv
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Protocol, Self, TextIO

from newsledger.errors import NewsledgerError
from newsledger.export.codebook import Table
from newsledger.show.telling.steering import cell

try:
    import fcntl
except ModuleNotFoundError:  # a system without it: there two at once are the user's to avoid
    fcntl = None  # type: ignore[assignment]  # where there is none

#: Where files are written, inside the folder that they are for; what a run that was killed has left there is cleared.
UNFINISHED = ".unfinished"
MANIFEST = "datapackage.json"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file that is whole.

    Attributes:
        table: What its columns are; None for other files.
        delimiter: Between its cells; None where it is no text.
        header: Its first line names the columns.
        rows: None where it is no table.
        parts: Of a folder, how many files lie in it; None for a file.
    """

    name: str
    title: str
    table: Table | None = None
    delimiter: str | None = None
    header: bool = True
    rows: int | None = None
    size: int = 0
    sha256: str = ""
    parts: int | None = None


class Sheet(Protocol):
    """Takes rows of a table."""

    def write(self, cells: Sequence[Any]) -> None:
        """Write a row: a value for each column, None for nothing."""

    def close(self) -> None:
        """Write what is left."""


@dataclass(slots=True)
class TextSheet:
    """Cells parted by a comma or a tab; in the latter each row is a line."""

    file: TextIO
    table: Table
    delimiter: Literal[",", "\t"]
    header: bool = True
    _writer: Any = field(init=False)

    def __post_init__(self) -> None:
        """Write the header."""
        self._writer = csv.writer(self.file, delimiter=self.delimiter, lineterminator="\n")
        if self.header:
            self._writer.writerow(self.table.names)

    def write(self, cells: Sequence[Any]) -> None:
        """Write a row."""
        self._writer.writerow([self._cell(value) for value in cells])

    def close(self) -> None:
        """Write what is left."""
        self.file.close()

    def _cell(self, value: Any) -> Any:
        """Write words as a spreadsheet would not take them for a formula."""
        if isinstance(value, bool):
            return "true" if value else "false"
        if not isinstance(value, str):
            return value
        return cell(value if self.delimiter == "," else " ".join(value.split()))


@dataclass(slots=True)
class Folder:
    """The folder of an export; owns what is written and not yet in its place."""

    path: Path
    written: list[Written] = field(default_factory=list)
    is_new: bool = False
    _lock: int | None = None

    def __enter__(self) -> Self:
        """Get ready.

        Raises:
            NewsledgerError: There is something of somebody else, another export is being written, or nothing can be.
        """
        try:
            if self.path.exists() and not (self.path.is_dir() and self._is_ours()):
                raise NewsledgerError(
                    f"{self.path}: found something there, expected a new or empty folder, or that of an export"
                )
            self.is_new = not self.path.exists()
            self.path.mkdir(parents=True, exist_ok=True)
            self._take()
            shutil.rmtree(self.part, ignore_errors=True)
            self.part.mkdir()
        except OSError as error:
            self._let_go()
            raise _refused(self.path, error) from error
        return self

    def _take(self) -> None:
        """Let nobody else write there meanwhile; what holds the folder ends with the process."""
        if fcntl is None:
            return
        self._lock = os.open(self.path, os.O_RDONLY)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            self._let_go()
            raise NewsledgerError(f"{self.path}: found another export at work there; wait for it") from error

    def _let_go(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Take away what did not become whole."""
        shutil.rmtree(self.part, ignore_errors=True)
        self._let_go()
        if error is not None and self.is_new:
            with suppress(OSError):
                self.path.rmdir()
        if isinstance(error, OSError):
            raise _refused(self.path, error) from error

    @property
    def part(self) -> Path:
        """Where files are while they are written."""
        return self.path / UNFINISHED

    @contextmanager
    def file(self, name: str, title: str) -> Iterator[TextIO]:
        """Have a text file."""
        with (self.part / name).open("w", encoding="utf-8", newline="") as file:
            yield file
        self.written.append(self._measured(Written(name=name, title=title)))

    @contextmanager
    def sheet(
        self, name: str, table: Table, *, delimiter: Literal[",", "\t"], header: bool = True
    ) -> Iterator["Counted"]:
        """Have a table of text."""
        file = (self.part / name).open("w", encoding="utf-8", newline="")
        with self.counted(name, table, TextSheet(file, table, delimiter, header), delimiter, header=header) as counted:
            yield counted

    @contextmanager
    def counted(
        self, name: str, table: Table, sheet: Sheet, delimiter: str | None = None, *, header: bool = True
    ) -> Iterator["Counted"]:
        """Have a table whose rows are counted."""
        counted = Counted(sheet)
        try:
            yield counted
        finally:
            sheet.close()
        made = Written(name=name, title=table.title, table=table, delimiter=delimiter, header=header, rows=counted.rows)
        self.written.append(self._measured(made))

    def many(self, name: str, title: str, files: Iterable[tuple[str, str]]) -> None:
        """Write a folder of files, each with its name and text."""
        (self.part / name).mkdir()
        count = size = 0
        for file, text in files:
            if Path(file).name != file:  # an id of a ledger that somebody changed
                raise NewsledgerError(f"found the name {file!r}, expected one of a file; see 'newsledger verify'")
            data = text.encode("utf-8", "surrogatepass")
            (self.part / name / file).write_bytes(data)
            count, size = count + 1, size + len(data)
        self.written.append(Written(name=name, title=title, parts=count, size=size))

    def finish(self, known: Iterable[str], last: Sequence[tuple[str, str]]) -> None:
        """Put everything in its place, in the place of an earlier export; the manifest comes last.

        Args:
            known: The names of all files that any export has.
            last: Names and texts of the files that tell of the others.
        """
        for name, text in last:
            (self.part / name).write_text(text, encoding="utf-8")
        for name in (MANIFEST, *known):
            _drop(self.path / name)
        names = [one.name for one in self.written] + [name for name, _ in last if name != MANIFEST]
        for name in (*names, MANIFEST):
            (self.part / name).replace(self.path / name)

    def _is_ours(self) -> bool:
        """Say whether a folder is empty, or an export's, finished or not."""
        names = {entry.name for entry in self.path.iterdir()}
        return not names or UNFINISHED in names or (MANIFEST in names and _is_package(self.path / MANIFEST))

    def _measured(self, written: Written) -> Written:
        path = self.part / written.name
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
        values = {name: getattr(written, name) for name in ("name", "title", "table", "delimiter", "header", "rows")}
        return Written(**values, size=path.stat().st_size, sha256=digest.hexdigest())


@dataclass(slots=True)
class Counted:
    """A sheet, and how many rows it has."""

    sheet: Sheet
    rows: int = 0

    def write(self, cells: Sequence[Any]) -> None:
        """Write a row."""
        self.sheet.write(cells)
        self.rows += 1


def _is_package(path: Path) -> bool:
    """Say whether a data package is one of ours: it names this program among its first bytes.

    What is no file, as a pipe that nobody writes to, is none.
    """
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return b'"name":"newsledger-export"' in file.read(200).replace(b" ", b"").replace(b"\n", b"")


def _drop(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _refused(path: Path, error: OSError) -> NewsledgerError:
    return NewsledgerError(
        f"{path}: cannot be written: {error.strerror or error}; name another folder, or free the disk"
    )
