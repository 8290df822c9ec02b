"""What a page's markup says about it: JSON-LD, microdata, OpenGraph, meta tags (schema.org NewsArticle)."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import html

#: What each name of a ``<meta>`` tells, most trusted first within a kind.
_META = {
    "og:title": "headline",
    "twitter:title": "headline",
    "parsely-title": "headline",
    "sailthru.title": "headline",
    "dc.title": "headline",
    "og:site_name": "publisher",
    "application-name": "publisher",
    "dc.publisher": "publisher",
    "publisher": "publisher",
    "article:author": "byline",
    "author": "byline",
    "byl": "byline",
    "parsely-author": "byline",
    "sailthru.author": "byline",
    "dc.creator": "byline",
    "article:section": "section",
    "parsely-section": "section",
    "article:published_time": "published",
    "og:article:published_time": "published",
    "og:published_time": "published",
    "datepublished": "published",
    "parsely-pub-date": "published",
    "sailthru.date": "published",
    "publishdate": "published",
    "publish-date": "published",
    "pubdate": "published",
    "publication_date": "published",
    "article.published": "published",
    "article_date_original": "published",
    "dc.date.issued": "published",
    "dcterms.created": "published",
    "dc.date": "published",
    "date": "published",
    "article:modified_time": "modified",
    "og:updated_time": "modified",
    "datemodified": "modified",
    "lastmod": "modified",
    "last-modified": "modified",
    "dcterms.modified": "modified",
    "og:url": "canonical_url",
    "og:locale": "language",
    "content-language": "language",
    "language": "language",
}
_LD_TYPES_WORDS = (
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle "
    "ReviewNewsArticle BlogPosting LiveBlogPosting Report AdvertiserContentArticle SocialMediaPosting "
    "TechArticle ScholarlyArticle WebPage"
)
_LD_TYPES = frozenset(_LD_TYPES_WORDS.split())
_LD_KEYS = {
    "headline": "headline",
    "author": "byline",
    "creator": "byline",
    "publisher": "publisher",
    "datePublished": "published",
    "dateModified": "modified",
    "articleSection": "section",
    "inLanguage": "language",
    "isAccessibleForFree": "free",
}
_MICRODATA = {
    "headline": "headline",
    "datepublished": "published",
    "datemodified": "modified",
    "isaccessibleforfree": "free",
}
_LARGEST_SCRIPT, _DEEPEST, _MOST_NODES = 1_000_000, 6, 2_000
_LINE_BREAKS = re.compile(r"[\r\n\t]+")
_WRAPPING = re.compile(r"^\s*(?:<!\[CDATA\[|<!--|//\s*<!\[CDATA\[)|(?:\]\]>|-->|//\s*\]\]>)\s*;?\s*$|;\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A value that the markup gives, and the key that it stands under."""

    value: str
    field: str


Metadata = Mapping[str, tuple[Fact, ...]]


def read_metadata(tree: html.HtmlElement) -> Metadata:
    """Read what the markup says, each kind in the order of trust: JSON-LD, meta tags, microdata, links, title.

    Returns:
        Facts by kind: ``headline, byline, publisher, section, published, modified, language,
        canonical_url, free``. Kinds that are not there are missing.
    """
    found: dict[str, list[Fact]] = {}
    sources = (_from_json_ld(tree), _from_links(tree), _from_meta(tree), _from_microdata(tree), _from_title(tree))
    for source in sources:
        for kind, value, field in source:
            words = " ".join(value.split())
            if words:
                found.setdefault(kind, []).append(Fact(value=words, field=field))
    return {kind: tuple(facts) for kind, facts in found.items()}


def _from_json_ld(tree: html.HtmlElement) -> Iterator[tuple[str, str, str]]:
    nodes = [node for script in tree.iter("script") if _is_ld(script) for node in _nodes(_load(script.text or ""))]
    articles = [node for node in nodes if _types(node) & _LD_TYPES]
    articles.sort(key=lambda node: "WebPage" in _types(node))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    for node in articles:
        page = "WebPage" in _types(node)
        for key, kind in _LD_KEYS.items():
            if page and key in ("headline", "author", "creator"):
                continue
            for value in _values(node.get(key), by_id):
                yield kind, value, f"json-ld:{key}"
    for node in nodes:
        if "BreadcrumbList" in _types(node):
            for value in _crumbs(node):
                yield "breadcrumb", value, "json-ld:BreadcrumbList"


def _is_ld(script: html.HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "").lower() and len(script.text or "") <= _LARGEST_SCRIPT


def _load(source: str) -> Any:
    text = _LINE_BREAKS.sub(" ", _WRAPPING.sub("", source.strip()))
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Give the objects of a JSON-LD document: the top ones, those of a list, of @graph, and main entities."""
    waiting = [(value, 0)]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        top, depth = waiting.pop(0)
        if isinstance(top, list) and depth < _DEEPEST:
            waiting.extend((item, depth + 1) for item in top)
        elif isinstance(top, dict):
            yield top
            if depth < _DEEPEST:
                waiting.extend((top[key], depth + 1) for key in ("@graph", "mainEntity", "hasPart") if key in top)


def _types(node: Mapping[str, Any]) -> set[str]:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return {name.rpartition("/")[2] for name in names if isinstance(name, str)}


def _values(value: Any, by_id: Mapping[str, Any], depth: int = 0) -> Iterator[str]:
    """Give the words of a property: itself, the names of things, the items of a list."""
    if isinstance(value, bool):
        yield str(value).lower()
    elif isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth < _DEEPEST:
        for item in value[:50]:
            yield from _values(item, by_id, depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST:
        name = value.get("name") or value.get("@value")
        if name is None and isinstance(value.get("@id"), str):
            name = (by_id.get(value["@id"]) or {}).get("name")
        if name is not None:
            yield from _values(name, by_id, depth + 1)


def _crumbs(node: Mapping[str, Any]) -> Iterator[str]:
    items = node.get("itemListElement")
    for item in items[:20] if isinstance(items, list) else []:
        if isinstance(item, dict):
            inner = item.get("item")
            name = item.get("name") or (inner.get("name") if isinstance(inner, dict) else None)
            if isinstance(name, str):
                yield name


def _from_meta(tree: html.HtmlElement) -> Iterator[tuple[str, str, str]]:
    by_key: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = meta.get("content")
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        if content and key:
            by_key.setdefault(key.strip().lower(), []).append(content)
    for key, kind in _META.items():
        for content in by_key.get(key, ()):
            yield kind, content, f"meta:{key}"
    for key, kind in _MICRODATA.items():
        for content in by_key.get(key, ()):
            if key not in _META:
                yield kind, content, f"meta:{key}"


def _from_microdata(tree: html.HtmlElement) -> Iterator[tuple[str, str, str]]:
    for element in tree.xpath("//*[@itemprop]"):
        for name in (element.get("itemprop") or "").split():
            kind = _MICRODATA.get(name.lower())
            if kind and element.tag != "meta":
                value = element.get("datetime") or element.get("content") or "".join(_short_text(element))
                yield kind, value, f"itemprop:{name}"
    for stamp in tree.iter("time"):
        if stamp.get("datetime") and (stamp.get("pubdate") is not None or _is_published(stamp)):
            yield "published", stamp.get("datetime", ""), "time:datetime"


def _short_text(element: html.HtmlElement) -> Iterable[str]:
    total = 0
    for piece in element.itertext():
        total += len(piece)
        if total > 1000:
            return
        yield piece


def _is_published(stamp: html.HtmlElement) -> bool:
    parent = stamp.getparent()
    names = f"{stamp.get('class') or ''} {'' if parent is None else parent.get('class') or ''}".lower()
    return any(word in names for word in ("publish", "pubdate", "entry-date", "post-date", "posted"))


def _from_links(tree: html.HtmlElement) -> Iterator[tuple[str, str, str]]:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            yield "canonical_url", link.get("href", ""), "link:canonical"
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang")
    if language:
        yield "language", language, "html:lang"


def _from_title(tree: html.HtmlElement) -> Iterator[tuple[str, str, str]]:
    title = next(tree.iter("title"), None)
    if title is not None:
        yield "headline", "".join(_short_text(title)), "title"
