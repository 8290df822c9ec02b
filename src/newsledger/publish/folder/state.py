"""What was written into a folder, of what, so that only what changed is written anew."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from newsledger.publish.folder.manifest import is_inside, read_manifest
from newsledger.publish.folder.write import OWN, put
from newsledger.regular import regular

_STATE, _OPEN = f"{OWN}/state.json", f"{OWN}/open"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file as it was written."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was made of one thing.

    Attributes:
        key: Digest of what went into it; "" where that is not known before it is made.
        entry: What a search has of it.
    """

    key: str
    files: tuple[File, ...]
    entry: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a folder holds.

    Attributes:
        salt: Digest of what goes into every page.
        made: By the names of things.
        is_sure: The last publisher came to its end, so that the files are what is written here.
    """

    salt: str = ""
    made: Mapping[str, Made] = field(default_factory=dict)
    is_sure: bool = False

    def files(self) -> Iterator[File]:
        """Give all files."""
        for made in self.made.values():
            yield from made.files

    @property
    def is_inside(self) -> bool:
        """No file's name leads out of the folder."""
        return all(is_inside(file.name) for file in self.files())


_DECODER = msgspec.json.Decoder(State)


def load_state(folder: Path) -> State:
    """Read what is there; where that is lost, what the manifest lists counts as ours, and all is written anew."""
    state: State | None
    try:
        state = _DECODER.decode(regular(folder / _STATE).read_bytes())
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        state = None
    if state is None or not state.is_inside:
        listed = read_manifest(folder)
        files = tuple(File(name=name, sha256="") for name in listed)
        return State(made={"lost": Made(key="", files=files)} if files else {})
    if (folder / _OPEN).exists():
        return State(salt=state.salt, made=state.made, is_sure=False)
    return state


def open_state(folder: Path) -> None:
    """Note that files are being written."""
    put(folder, _OPEN, b"", safe=True)


def close_state(folder: Path, state: State) -> None:
    """Keep what was written, at the end."""
    put(folder, _STATE, msgspec.json.encode(state), safe=True)
    (folder / _OPEN).unlink(missing_ok=True)
