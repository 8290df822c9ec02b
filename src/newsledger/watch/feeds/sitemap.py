"""Sitemaps with the extension for news, their indexes, and those that are a list of addresses."""

from collections.abc import Mapping

from lxml import etree

from newsledger.watch.feeds.dates import moment_of, read_date
from newsledger.watch.feeds.feed import MOST_ITEMS, Feed, Item
from newsledger.watch.feeds.words import plain, web_address


def read_sitemap(root: etree._Element, url: str, months: Mapping[str, int]) -> Feed:
    """Read a sitemap or an index of them, those that were changed last first."""
    entries = [_fields(one) for one in root if isinstance(one.tag, str)]
    found = [(address, one) for one in entries if (address := _web(one.get("loc"), url))]
    if str(root.tag).lower().endswith("sitemapindex"):
        more = ((address, read_date(one.get("lastmod"), months)) for address, one in found)
        return Feed(kind="sitemap-index", more=tuple(dict.fromkeys(more)))
    items = [_item(address, one, months) for address, one in found]
    # No order is asked of sitemaps; the sort keeps that of entries without dates.
    items.sort(key=_newest_first)
    return Feed(kind="sitemap", items=tuple(items[:MOST_ITEMS]), left_out=max(len(items) - MOST_ITEMS, 0))


def read_text_sitemap(data: bytes, url: str) -> Feed:
    """Read a sitemap that is a list of addresses, one a line."""
    lines = data.decode("utf-8", "replace").splitlines()
    links = [found for line in lines if (found := _web(line, url))]
    items = tuple(Item(identity=link, link=link) for link in dict.fromkeys(links))
    return Feed(kind="sitemap", items=items[:MOST_ITEMS], left_out=max(len(items) - MOST_ITEMS, 0))


def _fields(entry: etree._Element) -> dict[str, str]:
    """Give the texts of an entry by their names; what stands in ``news:news`` is put beside the others."""
    fields: dict[str, str] = {}
    for element in entry.iter():
        name = element.tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(element.tag, str) else ""
        # Pictures have a loc and a title of their own.
        if element.text and not ("image" in str(element.tag) or "video" in str(element.tag)):
            fields.setdefault(name, element.text.strip())
    return fields


def _item(address: str, fields: Mapping[str, str], months: Mapping[str, int]) -> Item:
    return Item(
        identity=address,
        link=address,
        title=plain(fields.get("title")),
        published=read_date(fields.get("publication_date"), months),
        updated=read_date(fields.get("lastmod"), months),
    )


def _newest_first(item: Item) -> float:
    moment = moment_of(item.published or item.updated)
    return -moment.timestamp() if moment else 0


def _web(target: str | None, base: str) -> str | None:
    written = "".join((target or "").split())
    return web_address(written, base) if written else None
