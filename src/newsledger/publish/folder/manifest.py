"""The manifest: each file of a site with its sha256, in the form of ``sha256sum``."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from newsledger.regular import regular

MANIFEST, SIGNATURE = "MANIFEST", "MANIFEST.sig"
_LINE = re.compile(r"(?P<sha256>[0-9a-f]{64})  (?P<name>\S.*)")


def sha256_of(content: bytes) -> str:
    """Give the sha256 of some bytes."""
    return hashlib.sha256(content).hexdigest()


def write_manifest(files: Iterable[tuple[str, str]]) -> bytes:
    """Write a manifest of names and their sha256."""
    return "".join(f"{sha256}  {name}\n" for name, sha256 in sorted(files)).encode()


def read_manifest(folder: Path) -> Mapping[str, str]:
    """Read the manifest of a folder: sha256 by name; empty where there is none."""
    try:
        return parse_manifest(regular(folder / MANIFEST).read_bytes())
    except OSError:
        return {}


def parse_manifest(content: bytes) -> Mapping[str, str]:
    """Read a manifest; lines that are none, and names that lead out of the folder, are left out."""
    found = (_LINE.fullmatch(line) for line in content.decode("utf-8", "replace").splitlines())
    return {match["name"]: match["sha256"] for match in found if match and is_inside(match["name"])}


def is_inside(name: str) -> bool:
    """Say whether a name is one of a file in the folder: ``..``, ``/etc`` and ``C:/`` lead out, ``.`` is no file."""
    path = PurePosixPath(name)
    is_whole = bool(path.parts) and not path.is_absolute() and ".." not in path.parts
    return is_whole and not set(name) & {"\\", "\0"} and ":" not in path.parts[0]
