"""Shards: a folder that is there whole or not at all, with a manifest.

On a disk it gets its place by one rename. An object store knows no rename: there the manifest is written last, and
what has no manifest is not there.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from newsledger.intake.objects import ObjectPath, Place
from newsledger.regular import regular
from newsledger.scale.tables import TableWriter

MANIFEST, WORK = "manifest.json", "work"


@dataclass(slots=True, kw_only=True)
class Shard:
    """A shard that is being written: its tables, in a folder that nobody sees yet."""

    place: Path
    writers: dict[str, TableWriter] = field(default_factory=dict)

    def add(self, table: str, *rows: Mapping[str, Any]) -> None:
        """Add rows to one of its tables."""
        self.writers[table].add(rows)

    def flush(self) -> None:
        """Write what was added; it need not be held any longer."""
        for writer in self.writers.values():
            writer.flush()


@contextmanager
def writing(folder: Place, place: Place, tables: tuple[str, ...], told: Mapping[str, Any]) -> Iterator[Shard]:
    """Write a shard; it gets its place when the block ends well, all at once, and is safe on the disk then.

    Whoever writes the same shard meanwhile writes the same bytes: the first one stays.

    Args:
        folder: That of the run; what is not yet whole lies in there.
        place: Where the shard will be.
        tables: Their names; each is a file, with rows or without.
        told: What the manifest says beside what is in the files.
    """
    temporary = Path(mkdtemp(prefix=f"{place.name}-", dir=_workplace(folder)))
    try:
        writers = {name: TableWriter(temporary / f"{name}.parquet", name) for name in tables}
        yield Shard(place=temporary, writers=writers)
        for writer in writers.values():
            writer.close()
        contents = {
            name: {"rows": writer.count, "sha256": _sha256(temporary / f"{name}.parquet")}
            for name, writer in writers.items()
        }
        write_json(temporary / MANIFEST, {**told, "tables": contents})
        if isinstance(place, Path):
            _settle(temporary, place)
        else:
            _upload(temporary, place)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _workplace(folder: Place) -> Path | None:
    """Give the folder for what is not yet whole: None for the one that this machine has for all."""
    if not isinstance(folder, Path):
        return None
    (folder / WORK).mkdir(parents=True, exist_ok=True)
    return folder / WORK


def _settle(temporary: Path, place: Path) -> None:
    for path in temporary.iterdir():
        sync(path)
    temporary.chmod(0o755)  # as any folder; the temporary one was for us alone
    sync(temporary)
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        temporary.rename(place)
    except OSError:
        if not (place / MANIFEST).exists():  # else another one has written it
            raise
    sync(place.parent)


def _upload(temporary: Path, place: ObjectPath) -> None:
    if manifest_of(place) is not None:  # another one has written it
        return
    for path in sorted(temporary.iterdir(), key=lambda path: (path.name == MANIFEST, path.name)):
        (place / path.name).write_bytes(path.read_bytes())


def manifest_of(place: Place) -> dict[str, Any] | None:
    """Read the manifest of a shard; None where there is no such shard."""
    try:
        found: dict[str, Any] = json.loads(regular(place / MANIFEST).read_bytes())
    except FileNotFoundError:
        return None
    return found


def write_json(path: Path, tree: Any) -> None:
    """Write JSON in one form for the same values."""
    path.write_bytes(to_bytes(tree) + b"\n")


def put_json(path: Place, tree: Any) -> None:
    """Write JSON whole or not at all, in place of what was there."""
    if not isinstance(path, Path):
        path.write_bytes(to_bytes(tree) + b"\n")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}-{os.getpid()}.part")
    try:
        write_json(beside, tree)
        sync(beside)
        beside.replace(path)
        sync(path.parent)
    finally:
        beside.unlink(missing_ok=True)


def to_bytes(tree: Any) -> bytes:
    """Give JSON in one form for the same values."""
    return json.dumps(tree, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()


def name_of(*parts: Any) -> str:
    """Name something by what it is made of."""
    return hashlib.sha256(to_bytes(parts)).hexdigest()[:20]


def sync(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
