"""A file or a folder of an object store, which does what is asked of ``pathlib.Path`` here."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Any, Literal

from newsledger.intake.objects.systems import check_address, check_slashes, is_address, opened

#: So much is asked of a store at once; each request has its price.
_STEP = 1 << 22


@dataclass(frozen=True, slots=True)
class ObjectPath:
    """A place in an object store, by its address; the store is opened when it is first asked, in each process.

    Attributes:
        address: Without a slash at its end.
    """

    address: str

    def __str__(self) -> str:
        """Give the address."""
        return self.address

    def __truediv__(self, name: str) -> "ObjectPath":
        """Give a place under this one."""
        return ObjectPath(f"{self.address}/{name}")

    @property
    def name(self) -> str:
        """The last part of the address."""
        return self.address.rpartition("/")[2]

    @property
    def store(self) -> tuple[Any, str]:
        """The file system of pyarrow, and the path in it."""
        return opened(self.address)

    def is_dir(self) -> bool:
        """Say whether files lie under this address."""
        return self._kind() == "Directory"

    def exists(self) -> bool:
        """Say whether there is anything."""
        return self._kind() != "NotFound"

    def open(self, mode: Literal["rb"] = "rb") -> BufferedReader:  # noqa: ARG002 - as that of a path
        """Open a file for reading, to and fro.

        Raises:
            OSError: There is none, or the store does not answer.
        """
        system, path = self.store
        # A NativeFile asks the store anew for each few bytes.
        return BufferedReader(system.open_input_file(path), _STEP)

    def read_bytes(self) -> bytes:
        """Read a whole file.

        Raises:
            FileNotFoundError: There is none.
        """
        system, path = self.store
        with system.open_input_file(path) as file:
            return bytes(file.read(file.size()))

    def write_bytes(self, data: bytes) -> None:
        """Write a file at once, in place of what was there: a store shows it whole or not at all."""
        system, path = self.store
        try:
            file = system.open_output_stream(path)
        except FileNotFoundError:  # a store with folders
            system.create_dir(path.rpartition("/")[0], recursive=True)
            file = system.open_output_stream(path)
        with file:
            file.write(data)

    def unlink(self) -> None:
        """Remove a file, where there is one."""
        system, path = self.store
        with suppress(FileNotFoundError):
            system.delete_file(path)

    def files(self) -> Iterator["ObjectPath"]:
        """Give the files under this address, names in order, as deep as they lie."""
        from pyarrow.fs import FileSelector, FileType  # noqa: PLC0415 - of the extra "scale"

        system, path = self.store
        inside = [
            one.path[len(path) :].lstrip("/")
            for one in system.get_file_info(FileSelector(path, recursive=True, allow_not_found=True))
            if one.type == FileType.File
        ]
        return (self / name for name in sorted(inside, key=lambda name: name.split("/")))

    def _kind(self) -> str:
        system, path = self.store
        return str(system.get_file_info(path).type.name)


#: Where a file or a folder is.
Place = Path | ObjectPath


def place_of(name: str) -> Place:
    """Give the place that a name or an address means, which was looked at before."""
    return ObjectPath(name.rstrip("/")) if is_address(name) else Path(name)


def given_place(name: str) -> Place:
    """Give the place that somebody has named.

    Raises:
        ValueError: It is an address that nobody should write, or lacks a slash to be one; see ``check_address``.
    """
    check_slashes(name)
    if is_address(name):
        check_address(name)
    return place_of(name)
