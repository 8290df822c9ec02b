"""Mirrors: folders that hold the same files, kept equal and compared; also those that stand at an address."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from newsledger.errors import SourceError
from newsledger.publish.folder.manifest import MANIFEST, SIGNATURE, parse_manifest, read_manifest, sha256_of
from newsledger.publish.folder.write import OWN, alone, parts_of, put, remove
from newsledger.regular import regular

#: Tells which edition a mirror holds.
EDITION = ".well-known/mirrors.json"
#: Gives the bytes of a file of a mirror; None where there is none.
Read = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What was done to make a mirror equal."""

    folder: Path
    written: int
    unchanged: int
    removed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A mirror as it was found.

    Attributes:
        place: Folder or address.
        what: ``equal``; ``behind``: whole, of an earlier edition; ``other``: whole, of another site or another
            setting; ``damaged``: it lacks files of its own manifest, or has others under their names; ``absent``.
        edition: The run of the ledger that it tells.
        missing: Names of files that its manifest has and it has not.
        altered: Names of files that are not those of its manifest.
        strange: Names of files that its manifest does not know; of a folder only.
    """

    place: str
    what: Literal["equal", "behind", "other", "damaged", "absent"]
    edition: int | None = None
    missing: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()


def copy_to(source: Path, target: Path) -> Copied:
    """Make a folder hold what another one holds; every file is looked at, so that what was altered is mended.

    Files that no manifest lists are not touched: a mirror may be a work tree, or have a page of its host's.
    """
    wanted = dict(read_manifest(source))
    with alone(target):
        remove(target, list(parts_of(target)))
        before = read_manifest(target)
        new = [name for name in wanted if not (target / name).exists()]
        changed = [name for name in wanted if name not in set(new) and _sha256(target, name) != wanted[name]]
        for name in (*new, *changed):
            put(target, name, regular(source / name).read_bytes())
        removed = remove(target, [name for name in before if name not in wanted])
        for name in (SIGNATURE, MANIFEST):
            if (source / name).exists():
                put(target, name, regular(source / name).read_bytes(), safe=True)
            else:
                remove(target, [name])
    unchanged = len(wanted) - len(new) - len(changed)
    return Copied(folder=target, written=len(new) + len(changed), unchanged=unchanged, removed=removed)


def _sha256(folder: Path, name: str) -> str | None:
    content = read_in(folder)(name)
    return sha256_of(content) if content is not None else None


def read_in(folder: Path) -> Read:
    """Get what reads files of a folder."""

    def read(name: str) -> bytes | None:
        try:
            path = folder / name
            # What is no file, as a pipe, is as missing as what is not there.
            return path.read_bytes() if path.is_file() else None
        except FileNotFoundError:
            return None
        except OSError as error:
            raise SourceError(f"{folder / name}: cannot be read ({error.strerror or error})", url=name) from error

    return read


def compare(
    places: Mapping[str, Read], *, listed: Callable[[str], Iterable[str] | None] = lambda _: None
) -> Iterator[Compared]:
    """Hold mirrors against the newest of them: files against their own manifest, manifests against each other.

    Args:
        places: How each is read, by its name.
        listed: Gives the names of all files of a place; None where nobody can list them.
    """
    found = {place: _Edition.of(read) for place, read in places.items()}
    newest = max((one for one in found.values() if one.manifest), key=lambda one: one.run or 0, default=None)
    for place, read in places.items():
        if found[place].manifest and newest is not None:
            yield _against(place, read, found[place], newest, listed(place))
        else:
            yield Compared(place=place, what="absent")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edition:
    """What a mirror says of itself: its manifest, and the run of the ledger that it holds."""

    manifest: bytes
    run: int | None

    @classmethod
    def of(cls, read: Read) -> "_Edition":
        try:
            run = int(msgspec.json.decode(read(EDITION) or b"{}")["edition"]["run"])
        except (msgspec.MsgspecError, UnicodeDecodeError, KeyError, TypeError, ValueError):
            run = None
        return cls(manifest=read(MANIFEST) or b"", run=run)

    def against(self, newest: "_Edition") -> Literal["equal", "behind", "other"]:
        if self.manifest == newest.manifest:
            return "equal"
        return "behind" if (self.run or 0) < (newest.run or 0) else "other"


def _against(place: str, read: Read, edition: _Edition, newest: _Edition, listed: Iterable[str] | None) -> Compared:
    files = parse_manifest(edition.manifest)
    missing, altered = [], []
    for name, sha256 in files.items():
        content = read(name)
        if content is None:
            missing.append(name)
        elif sha256_of(content) != sha256:
            altered.append(name)
    strange = sorted(one for one in listed or () if one not in files and one not in (MANIFEST, SIGNATURE))
    return Compared(
        place=place,
        what="damaged" if missing or altered else edition.against(newest),
        edition=edition.run,
        missing=tuple(missing),
        altered=tuple(altered),
        strange=tuple(strange),
    )


def files_in(folder: Path) -> Iterator[str]:
    """Give the names of all files of a folder, but those of its publisher and of a version control."""
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        if path.is_file() and name.parts[0] not in (OWN, ".git"):
            yield name.as_posix()
