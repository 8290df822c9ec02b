"""JSON Feed 1 and 1.1."""

import html
import json
from collections.abc import Mapping
from typing import Any

from newsledger.watch.feeds.dates import read_date
from newsledger.watch.feeds.feed import MOST_ITEMS, Feed, Item
from newsledger.watch.feeds.words import WEB, plain, web_address


def read_json_feed(data: bytes, url: str, months: Mapping[str, int]) -> Feed | None:
    """Read a JSON Feed; None where it is other JSON, or none."""
    try:
        tree = json.loads(data.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(tree, dict) or not isinstance(tree.get("items"), list):
        return None
    found = [one for one in tree["items"] if isinstance(one, dict)]
    return Feed(
        kind="json",
        title=plain(_text(tree, "title")),
        home=_web(_text(tree, "home_page_url"), url),
        items=tuple(_item(one, url, months) for one in found[:MOST_ITEMS]),
        left_out=max(len(found) - MOST_ITEMS, 0),
    )


def _item(tree: Mapping[str, Any], url: str, months: Mapping[str, int]) -> Item:
    link = _web(_text(tree, "url"), url) or _web(_text(tree, "external_url"), url)
    title, markup = plain(_text(tree, "title")), _text(tree, "content_html")
    words = _text(tree, "content_text") or _text(tree, "summary")
    if markup is None and words:
        markup = "".join(f"<p>{html.escape(line)}</p>" for line in words.splitlines() if line.strip())
    named = tree.get("id")
    identity = (
        str(named).encode("utf-8", "replace").decode() if isinstance(named, str | int | float) and str(named) else None
    )
    link = link or (_web(identity, url) if identity and identity.startswith(WEB) else None)
    return Item(
        identity=identity or link or title or (markup or "")[:200],
        link=link,
        title=title,
        published=read_date(_text(tree, "date_published"), months),
        updated=read_date(_text(tree, "date_modified"), months),
        authors=_authors(tree),
        markup=markup,
    )


def _authors(tree: Mapping[str, Any]) -> tuple[str, ...]:
    listed = tree.get("authors")
    people = listed if isinstance(listed, list) else [tree.get("author")]
    names = (plain(_text(one, "name")) if isinstance(one, dict) else None for one in people[:20])
    return tuple(dict.fromkeys(name for name in names if name))


def _text(tree: Mapping[str, Any], name: str) -> str | None:
    value = tree.get(name)
    # Half a letter, which JSON can write and nothing can keep, becomes a question mark.
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) and value.strip() else None


def _web(target: str | None, base: str) -> str | None:
    return web_address(target.strip(), base) if target else None
