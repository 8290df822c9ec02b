"""Follows the links of a site of files."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

_ADDRESSES = ("href", "src", "action")


def links_of(page: Path) -> Iterator[str]:
    """Give the addresses in a page that lead into its site."""
    for one in html.fromstring(page.read_bytes()).iter():
        for name in _ADDRESSES:
            address = one.get(name) if isinstance(one.tag, str) else None
            if address is not None and not address.startswith(("https:", "http:")):
                yield address


def faults(folder: Path, pages: list[Path] | None = None) -> list[str]:
    """Say which links lead nowhere, out of the folder, or to a part that is not there."""
    found = []
    ids = cache(lambda path: frozenset(html.fromstring(path.read_bytes()).xpath("//@id")))
    for page in pages if pages is not None else sorted(folder.rglob("*.html")):
        for address in links_of(page):
            parts = urlsplit(address)
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page.resolve()
            name = f"{page.relative_to(folder)} -> {address}"
            if address.startswith("/") or folder.resolve() not in target.parents or not target.is_file():
                found.append(name)
            elif parts.fragment and parts.fragment not in ids(target):
                found.append(f"{name} (no such part)")
    return found


def reached(folder: Path) -> list[Path]:
    """Give the pages that lead from the first one, over links that hold."""
    seen: dict[Path, None] = {}
    waiting = [folder / "index.html"] if (folder / "index.html").exists() else []
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".html" or not page.is_file():
            continue
        seen[page] = None
        waiting += [
            (page.parent / unquote(path)).resolve() for address in links_of(page) if (path := urlsplit(address).path)
        ]
    return list(seen)
