"""The digest of the templates and the code that make pages, so that another version makes all anew."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

#: What has part in a page.
_ROOMS = ("publish", "web", "show", "model")
_KINDS = (".py", ".html")


@cache
def sources_digest() -> str:
    """Give it."""
    found = hashlib.blake2b(digest_size=12)
    for room in _ROOMS:
        for name, entry in sorted(_files(files("newsledger") / room, room)):
            found.update(name.encode())
            found.update(entry.read_bytes())
    return found.hexdigest()


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        inner = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from _files(entry, inner)
        elif entry.name.endswith(_KINDS):
            yield inner, entry
