"""A plain page: the feeds that it names, and its own links that look like articles."""

import re
from contextlib import suppress
from urllib.parse import urlsplit

from lxml import etree
from lxml import html as lxml_html

from newsledger.watch.feeds.feed import Feed, Item
from newsledger.watch.feeds.words import charset_of, plain, web_address

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
# /2026/03/01/, /2026-03-01-, -20260301, /1234567, -1234567.html: papers number their articles or date them.
# Each begins where a number or word does, and gives none of it back: links of thousands of letters are usual.
_DATED = re.compile(r"/(?:19|20)\d\d[/-]?(?:0[1-9]|1[0-2])(?:[/-]?[0-3]\d)?[/-]|(?<!\d)\d{5,}+(?:\.\w{2,5})?/?$")
# old-lock-closes-for-two-years: four words in a row, asked of the last part of a path.
_SLUG = re.compile(r"(?<![^\W_])[^\W_]++(?:[-_][^\W_]++){3}")
_FILES = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|zip|css|js|xml|json)$", re.IGNORECASE)
_FEWEST_WORDS, _MOST_LINKS = 3, 300


def read_page(data: bytes, url: str, media_type: str | None) -> Feed:
    """Read a page of HTML as a source: its title, the feeds that it names, and links to articles of its own site."""
    tree = _parse(data, media_type)
    if tree is None:
        return Feed(kind="page")
    base = _join(url, next((one.get("href", "") for one in tree.iter("base")), "")) or url
    items: dict[str, Item] = {}
    for anchor in tree.iter("a"):
        link = _join(base, anchor.get("href") or "")
        if link and link not in items and len(items) < _MOST_LINKS and _is_article(link, url, anchor):
            items[link] = Item(identity=link, link=link)
    title = tree.find(".//title")
    return Feed(
        kind="page",
        title=plain(title.text_content()) if title is not None else None,
        home=url,
        items=tuple(items.values()),
        more=tuple((one, None) for one in _feeds(tree, base)),
    )


def _parse(data: bytes, media_type: str | None) -> lxml_html.HtmlElement | None:
    try:
        return lxml_html.document_fromstring(data, parser=_parser(charset_of(media_type)))
    except (etree.ParserError, ValueError, AssertionError):
        return None


def _parser(charset: str) -> lxml_html.HTMLParser:
    """Give a parser for an encoding; Python knows names of some ("idna") that lxml does not, so that lxml is asked."""
    with suppress(LookupError, ValueError):
        return lxml_html.HTMLParser(encoding=charset or None, no_network=True)
    return lxml_html.HTMLParser(no_network=True)


def _feeds(tree: lxml_html.HtmlElement, base: str) -> list[str]:
    found = []
    for one in tree.iter("link"):
        kind = (one.get("type") or "").lower().partition(";")[0].strip()
        if "alternate" in (one.get("rel") or "").lower().split() and kind in _FEED_TYPES:
            found.append(_join(base, one.get("href") or ""))
    return list(dict.fromkeys(one for one in found if one))


def _join(base: str, target: str) -> str | None:
    found = web_address(target.strip(), base)
    return found.partition("#")[0] if found else None


def _is_article(link: str, url: str, anchor: lxml_html.HtmlElement) -> bool:
    try:
        there, here = urlsplit(link), urlsplit(url)
        host, own = there.hostname or "", here.hostname or ""
    except ValueError:
        return False
    if host.removeprefix("www.") != own.removeprefix("www.") or _FILES.search(there.path):
        return False
    if there.path.rstrip("/") == here.path.rstrip("/"):
        return False
    told = len(anchor.text_content().split()) >= _FEWEST_WORDS
    last = there.path.removesuffix("/").rpartition("/")[2]
    return bool(_SLUG.search(last) or (told and _DATED.search(there.path)))
