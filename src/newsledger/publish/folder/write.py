"""Writes files so that a reader sees the old one or the new one, and never half of one."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newsledger.errors import SourceError
from newsledger.publish.folder.manifest import read_manifest
from newsledger.regular import regular

try:
    import fcntl
except ModuleNotFoundError:  # a system without it: there two at once are the user's to avoid
    fcntl = None  # type: ignore[assignment]  # where there is none

#: What belongs to the publisher and not to the site: what was written, and that somebody is writing.
OWN = ".newsledger"
#: How a file ends while it is being written.
_PART = ".newsledger-part"
_FIRST = "index.html"


def put(folder: Path, name: str, content: bytes, *, safe: bool = False) -> None:
    """Write a file beside its place and move it there.

    Args:
        folder: Of the site.
        name: Of the file, with ``/`` between its parts.
        content: All of it.
        safe: Wait until it is on the disk, so that it outlives a loss of power.

    Raises:
        SourceError: It cannot be written.
    """
    path = folder / name
    part = path.with_name(path.name + _PART)
    try:
        _stay_inside(folder, path)
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)  # a link of that name would have its target written over
        with part.open("xb") as file:
            file.write(content)
            if safe:
                file.flush()
                os.fsync(file.fileno())
        part.replace(path)
        if safe:
            _sync(path.parent)
    except OSError as error:
        told = f"found that it cannot be written ({error.strerror or error}), expected a folder with room; name another"
        raise SourceError(f"{path}: {told}", url=str(path)) from error


def _sync(folder: Path) -> None:
    """Have the names in a folder on the disk, as far as the file system can be asked to."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def remove(folder: Path, names: Iterable[str]) -> int:
    """Take files out, and folders that are empty then; give how many were there."""
    removed = 0
    for name in names:
        path = folder / name
        try:
            _stay_inside(folder, path)
            path.unlink()
            removed += 1
        except FileNotFoundError:
            continue
        except OSError as error:
            raise SourceError(f"{path}: cannot be removed ({error.strerror or error})", url=str(path)) from error
        _drop_empty(path.parent, folder)
    return removed


def _stay_inside(folder: Path, path: Path) -> None:
    """Refuse to write or remove through a link, or a name, that leads elsewhere: others may have put it there.

    Raises:
        SourceError: The file would lie outside of the folder.
    """
    if not path.parent.resolve().is_relative_to(folder.resolve()):
        told = f"found a link that leads out of {folder}, expected a folder of its own; take the link away"
        raise SourceError(f"{path}: {told}", url=str(path))


def _drop_empty(path: Path, folder: Path) -> None:
    while path != folder and folder in path.parents:
        try:
            path.rmdir()
        except OSError:
            return
        path = path.parent


def parts_of(folder: Path) -> Iterator[str]:
    """Give what a publisher that was stopped has left half written."""
    for path in folder.rglob(f"*{_PART}"):
        yield path.relative_to(folder).as_posix()


def refuse_strangers(folder: Path) -> None:
    """See to it that a folder is new, empty or a site's; hidden files, as of a version control, are left alone.

    A site whose publisher's own folder was not copied along is known by its manifest.

    Raises:
        SourceError: Something else lies there.
    """
    try:
        names = {entry.name for entry in folder.iterdir()} if folder.is_dir() else set()
    except OSError as error:
        raise SourceError(f"{folder}: cannot be read ({error.strerror or error})", url=str(folder)) from error
    # Others call a list of their files so, too; each site has its first page.
    if OWN in names or _FIRST in read_manifest(folder):
        return
    if strange := sorted(name for name in names if not name.startswith(".")):
        told = "expected a new or empty folder, or that of a site; name another, or empty it"
        raise SourceError(f"{folder}: found something else there ({strange[0]}), {told}", url=str(folder))


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let nobody else write there meanwhile.

    Raises:
        SourceError: Somebody does, or the folder cannot be made.
    """
    own = folder / OWN
    try:
        own.mkdir(parents=True, exist_ok=True)
        _stay_inside(folder, own / "lock")
        for name in (".gitignore", "lock"):
            if (own / name).is_symlink():
                (own / name).unlink()
        # A work tree of git, or a tool that keeps to its rules, leaves it out.
        regular(own / ".gitignore").write_text("*\n", encoding="utf-8")
        with regular(own / "lock").open("w") as lock:
            if fcntl is not None:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
    except BlockingIOError as error:
        raise SourceError(f"{folder}: found another publisher at work there; wait for it", url=str(folder)) from error
    except OSError as error:
        told = f"found that it cannot be written ({error.strerror or error}), expected a folder; name another"
        raise SourceError(f"{folder}: {told}", url=str(folder)) from error
