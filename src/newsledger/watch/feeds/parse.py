"""Bytes to a Feed: which kind it is, they say themselves."""

import re
from collections.abc import Mapping

from lxml import etree

from newsledger.watch.feeds.feed import Feed
from newsledger.watch.feeds.json_feed import read_json_feed
from newsledger.watch.feeds.page import read_page
from newsledger.watch.feeds.sitemap import read_sitemap, read_text_sitemap
from newsledger.watch.feeds.words import CONTROLS, decode_xml, unpack
from newsledger.watch.feeds.xml_feed import local_name, read_xml_feed

#: The most bytes of a feed or sitemap, unpacked; the protocol of sitemaps allows so many.
MAX_BYTES = 50 << 20
#: The most tags, or braces and brackets of JSON: each costs some 150 bytes of memory, beside the few that it is
#: written with. The longest sitemaps that the protocol allows have a fifth of that.
MOST_TAGS = 3_000_000
# The first element that says what it is; a page may name feeds further down.
_FIRST = re.compile(
    rb"<\s*(?:(?P<html>!doctype\s+html|html|head|body)\b|(?:\w+:)?(?:rss|feed|rdf|urlset|sitemapindex|channel|opml)\b)",
    re.IGNORECASE,
)
_LOOK = 4_096
_ROOTS = frozenset({"rss", "rdf", "feed", "channel"})


class NotAFeedError(Exception):
    """What came is none of what can be watched."""


def parse_feed(
    data: bytes, *, url: str, months: Mapping[str, int], media_type: str | None = None, limit: int = MAX_BYTES
) -> Feed:
    """Read a feed (RSS, RDF, Atom, JSON Feed), a sitemap or its index, or a plain page.

    Args:
        data: As it came; packed by gzip or not.
        url: Where it came from: links are taken as relative to that.
        months: Numbers of months by their names in small letters.
        media_type: As the server gave it.
        limit: The most bytes that are read of it.

    Raises:
        NotAFeedError: It is none of these.
    """
    data = unpack(data, limit).removeprefix(b"\xef\xbb\xbf")
    if (tags := sum(map(data.count, (b"<", b"{", b"[")))) > MOST_TAGS:
        raise NotAFeedError(f"found {tags:,} tags, expected a feed of at most {MOST_TAGS:,}")
    head = data[:_LOOK].lstrip()
    if head[:1] in {b"{", b"["}:
        return _or_none(read_json_feed(data, url, months), "JSON that is no JSON Feed")
    first = _FIRST.search(data, 0, _LOOK)
    if first and first["html"]:
        return read_page(data, url, media_type)
    if head.startswith((b"http://", b"https://")):
        return read_text_sitemap(data, url)
    return _read_xml(data, url, months, media_type)


def _read_xml(data: bytes, url: str, months: Mapping[str, int], media_type: str | None) -> Feed:
    root = parse_xml(decode_xml(data, media_type))
    if root is None:
        raise NotAFeedError(f"found {_told(data)}, expected a feed, a sitemap or a page")
    name = local_name(root)
    if name in _ROOTS:
        return read_xml_feed(root, url, months)
    if name in {"urlset", "sitemapindex"}:
        return read_sitemap(root, url, months)
    if name == "html":
        return read_page(data, url, media_type)
    raise NotAFeedError(f"found XML that begins with <{name[:40]}>, expected a feed or a sitemap")


def parse_xml(text: str) -> etree._Element | None:
    """Parse XML as far as it holds; nothing outside is loaded, nothing grows, depth and size are bounded."""
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace").translate(None, CONTROLS), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _or_none(feed: Feed | None, what: str) -> Feed:
    if feed is None:
        raise NotAFeedError(f"found {what}, expected a feed")
    return feed


def _told(data: bytes) -> str:
    return "nothing" if not data.strip() else "what is neither XML, JSON nor HTML"
