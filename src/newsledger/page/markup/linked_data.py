"""What a page's JSON-LD says about its article (schema.org NewsArticle)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from lxml import etree

from newsledger.page.markup.loose_json import load_json

ARTICLE_TYPES = frozenset(
    [
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "AskPublicNewsArticle",
        "OpinionNewsArticle",
        "BackgroundNewsArticle",
        "ReviewNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "Report",
        "AdvertiserContentArticle",
        "SocialMediaPosting",
        "SatiricalArticle",
        "TechArticle",
        "ScholarlyArticle",
        "CreativeWork",
    ]
)
#: Types whose properties say something of the page, though less than an article's own.
_OTHER_TYPES = {
    "ClaimReview": "ClaimReview.",
    "WebPage": "WebPage.",
    "ItemPage": "WebPage.",
    "WebSite": "WebSite.",
    "NewsMediaOrganization": "NewsMediaOrganization.",
    "Organization": "Organization.",
}
_INNER = ("@graph", "mainEntity", "mainEntityOfPage")
_ORGANISATIONS = frozenset({"Organization", "NewsMediaOrganization", "Corporation"})
_LARGEST, _MOST_SCRIPTS, _DEEPEST, _MOST_NODES, _MOST_ITEMS, _LONGEST = 2_000_000, 100, 6, 2_000, 50, 2_000

_LONGEST_BODY = 100_000

Node = Mapping[str, Any]


def read_linked_data(scripts: Sequence[etree._Element], own: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
    """Read the JSON-LD of a page.

    Args:
        scripts: Its ``<script>`` elements.
        own: Titles and addresses that the page gives itself elsewhere. Where several articles are told of,
            the one with these is the page's own.

    Yields:
        Keys and values: ``json-ld:headline`` of the article, ``json-ld:WebPage.author`` of another thing.
    """
    nodes = nodes_of(scripts)
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    article = _own_article([node for node in nodes if types_of(node) & ARTICLE_TYPES], own)
    for node in nodes:
        prefix = "" if node is article else _prefix(node)
        if node is not article and not prefix:
            continue
        for key, value in node.items():
            yield from ((f"json-ld:{prefix}{name}", words) for name, words in _told(key, value, by_id))
        if "BreadcrumbList" in types_of(node.get("breadcrumb") or {}):
            yield from (("json-ld:BreadcrumbList", name) for name in _crumbs(node["breadcrumb"]))
    for node in nodes:
        if "BreadcrumbList" in types_of(node):
            yield from (("json-ld:BreadcrumbList", name) for name in _crumbs(node))


def nodes_of(scripts: Sequence[etree._Element]) -> list[dict[str, Any]]:
    """Give the objects of all JSON-LD scripts, in order."""
    sources = [script.text or "" for script in scripts if _is_linked_data(script)][:_MOST_SCRIPTS]
    sizes = accumulate(map(len, sources))
    return [
        node
        for source, size in zip(sources, sizes, strict=True)
        if size <= _LARGEST
        for node in _nodes(load_json(source))
    ]


def types_of(node: Any) -> set[str]:
    """Give the names of a node's types, without their vocabulary."""
    types = node.get("@type") if isinstance(node, dict) else None
    names = types if isinstance(types, list) else [types]
    return {name.rpartition("/")[2].rpartition(":")[2] for name in names if isinstance(name, str)}


def _is_linked_data(script: etree._Element) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Give the objects of a document: the top ones, those of a list, of @graph, and main entities."""
    waiting = [(value, 0)]
    place = 0
    while place < len(waiting) and place < _MOST_NODES:
        top, depth = waiting[place]
        place += 1
        if isinstance(top, list) and depth < _DEEPEST:
            waiting.extend((item, depth + 1) for item in top[:_MOST_NODES])
        elif isinstance(top, dict):
            yield top
            if depth < _DEEPEST:
                waiting.extend((top[key], depth + 1) for key in _INNER if isinstance(top.get(key), dict | list))


def _own_article(articles: Sequence[Node], own: Sequence[str]) -> Node | None:
    """Choose the page's own article: a plain creative work or an entry of a live blog only for want of others."""
    ranked = sorted(articles, key=lambda node: (types_of(node) <= {"CreativeWork"}, "headline" not in node))
    known = frozenset(map(_folded, own))
    return next((node for node in ranked if known & _names(node)), ranked[0] if ranked else None)


def _names(node: Node) -> frozenset[str]:
    page = node.get("mainEntityOfPage")
    inner = page.get("@id") if isinstance(page, dict) else page
    given = (node.get("headline"), node.get("url"), node.get("@id"), inner)
    return frozenset(_folded(value) for value in given if isinstance(value, str) and value)


def _folded(value: str) -> str:
    return "".join(value.lower().removeprefix("http://").removeprefix("https://").rstrip("/").split())


def _prefix(node: Node) -> str:
    types = types_of(node)
    prefix = next((prefix for name, prefix in _OTHER_TYPES.items() if name in types), "")
    return prefix or ("ClaimReview." if "claimReviewed" in node else "")


def _told(key: str, value: Any, by_id: Mapping[str, Node]) -> Iterator[tuple[str, str]]:
    """Give a property's values, an organisation as author and a part that is not free under names of their own."""
    if key == "hasPart":
        parts = value if isinstance(value, list) else [value]
        for part in parts[:_MOST_ITEMS]:
            if isinstance(part, dict):
                yield from (
                    ("hasPart.isAccessibleForFree", word) for word in _values(part.get("isAccessibleForFree"), by_id)
                )
        return
    if key == "articleBody":
        if isinstance(value, str):
            yield key, value[:_LONGEST_BODY]
        return
    if key in ("author", "creator"):
        for item in value[:_MOST_ITEMS] if isinstance(value, list) else [value]:
            whole = by_id.get(str(item.get("@id")), item) if isinstance(item, dict) else item
            name = "author.Organization" if types_of(whole) & _ORGANISATIONS else key
            yield from ((name, words) for words in _values(whole, by_id))
        return
    yield from ((key, words) for words in _values(value, by_id))


def _values(value: Any, by_id: Mapping[str, Node], depth: int = 0) -> Iterator[str]:
    """Give the words of a property: itself, the names of things, the items of a list."""
    if isinstance(value, bool):
        yield str(value).lower()
    elif isinstance(value, str | int):
        yield str(value)[:_LONGEST]
    elif isinstance(value, list) and depth < _DEEPEST:
        for item in value[:_MOST_ITEMS]:
            yield from _values(item, by_id, depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST:
        yield from _values(_name_of(value, by_id), by_id, depth + 1)


def _name_of(thing: Node, by_id: Mapping[str, Node]) -> Any:
    name = thing.get("name") or thing.get("@value")
    if name is None and isinstance(thing.get("@id"), str):
        # Only words: things that refer to each other would be followed for ever.
        named = (by_id.get(thing["@id"]) or {}).get("name")
        name = named if isinstance(named, str) else thing["@id"] if "://" in thing["@id"] else None
    return name


def _crumbs(node: Node) -> Iterator[str]:
    items = node.get("itemListElement")
    for item in items[:20] if isinstance(items, list) else [items]:
        if isinstance(item, dict):
            inner = item.get("item")
            name = item.get("name") or (inner.get("name") if isinstance(inner, dict) else None)
            if isinstance(name, str):
                yield name
