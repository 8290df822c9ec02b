"""What a page's markup says about it: JSON-LD, microdata, RDFa, OpenGraph, meta tags (schema.org NewsArticle)."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from lxml import etree

from newsledger.lexicon import Row
from newsledger.page.markup.linked_data import ARTICLE_TYPES, read_linked_data

_MOST_ELEMENTS, _MOST_ANCESTORS, _MOST_INSIDE = 4_000, 60, 200
_LONGEST, _LONGEST_TEXT, _LONGEST_BODY = 2_000, 1_000, 100_000
_BODIES = frozenset({"json-ld:articleBody"})
_META_NAMES = ("property", "name", "itemprop", "http-equiv")
_ADDRESS_ATTRIBUTES = ("content", "datetime", "href", "src", "title")
_FEEDS = ("rss", "atom", "oembed", "xml", "json")
# The words are those that the classes of ``metadata.en.tsv`` have.
_WALL = re.compile("paywall|pay-wall|regwall|reg-wall|piano-offer|subscriber-only|premium-content")
_CLASS = re.compile("publish|date|entry|posted|modified|dtstamp|p-name|p-author|u-url")
_CLASSED_TAGS = frozenset({"time", "abbr", "span", "a", "p", "div", "h1", "h2"})
#: Vocabularies whose prefix RDFa writes before a schema.org name.
_PREFIXES = ("schema:", "rnews:", "v:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A value that the markup gives, and the key that it stands under.

    Attributes:
        trust: How far the key is trusted: 1 is most.
        words: The words that the page shows for it, ``""`` where it shows none.
    """

    value: str
    field: str
    trust: int = 1
    words: str = ""


Metadata = Mapping[str, tuple[Fact, ...]]
Trust = Mapping[str, Sequence[tuple[str, int]]]


def read_trust(rows: Sequence[Row]) -> Trust:
    """Make of the rows of ``metadata`` what each key tells, and how far it is trusted: 1 is most."""
    told: dict[str, list[tuple[str, int]]] = {}
    for row in rows:
        told.setdefault(row["key"].lower(), []).append((row["kind"], int(row["trust"])))
    return told


@dataclass(slots=True, kw_only=True)
class _Marked:
    """The elements whose attributes say something, found in one walk."""

    items: list[etree._Element] = field(default_factory=list)
    properties: list[etree._Element] = field(default_factory=list)
    crumbs: list[etree._Element] = field(default_factory=list)
    classed: list[etree._Element] = field(default_factory=list)
    signed: list[etree._Element] = field(default_factory=list)
    walled: bool = False

    @classmethod
    def find(cls, tree: etree._Element) -> "_Marked":
        found = cls()
        inside = False
        for element in tree.iter(etree.Element):
            names = element.keys()
            if names:
                found.add(element, str(element.tag), names, inside=inside)
            inside = inside or element.tag == "body"
        return found

    def add(self, element: etree._Element, tag: str, names: Sequence[str], *, inside: bool) -> None:
        if "class" in names or "id" in names:
            self._add_named(element, tag, inside=inside)
        if tag != "meta" and "itemprop" in names:
            self.items.append(element)
        if tag != "meta" and "property" in names:
            self.properties.append(element)
        if "typeof" in names and "Breadcrumb" in (element.get("typeof") or ""):
            self.crumbs.append(element)
        if tag == "a" and "rel" in names and "author" in (element.get("rel") or ""):
            self.signed.append(element)

    def _add_named(self, element: etree._Element, tag: str, *, inside: bool) -> None:
        classes = element.get("class") or ""
        if tag in _CLASSED_TAGS and _CLASS.search(classes):
            self.classed.append(element)
        if inside and not self.walled:
            self.walled = _names_wall(classes) or _names_wall(element.get("id") or "")


@lru_cache(maxsize=2_048)  # a page names many elements alike
def _names_wall(name: str) -> bool:
    return _WALL.search(name) is not None


def read_metadata(tree: etree._Element, trust: Trust) -> Metadata:
    """Read what the markup says, each kind in the order of trust.

    Args:
        tree: The page.
        trust: What each key tells, from ``metadata``.

    Returns:
        Facts by kind: those of ``metadata.en.tsv``. Kinds that are not there are missing.
    """
    plain = [*_from_meta(tree), *_from_links(tree), *_from_title(tree)]
    own = [value for key, value, _ in plain if key in ("meta:og:title", "title", "link:canonical", "meta:og:url")]
    linked = [(key, value, "") for key, value in read_linked_data(list(tree.iter("script")), own)]
    found = _Marked.find(tree)
    marked = (*_from_microdata(found), *_from_rdfa(found), *_from_classes(found, trust), *_from_times(tree))
    told: dict[str, list[Fact]] = {}
    for key, value, words in (*linked, *plain, *marked):
        text = " ".join(html.unescape(value[: _LONGEST_BODY if key in _BODIES else _LONGEST]).split())
        for kind, rank in trust.get(key.lower(), ()) if text else ():
            told.setdefault(kind, []).append(Fact(value=text, field=key, trust=rank, words=words))
    return {kind: tuple(sorted(facts, key=lambda fact: fact.trust)) for kind, facts in told.items()}


def _from_meta(tree: etree._Element) -> Iterator[tuple[str, str, str]]:
    for meta in islice(tree.iter("meta"), _MOST_ELEMENTS):
        content = meta.get("content")
        names = [name for attribute in _META_NAMES for name in (meta.get(attribute) or "").split()]
        scope = meta.get("itemprop") and _scope(meta)
        if content and not (scope and not scope & (ARTICLE_TYPES | {"WebPage"})):
            yield from ((f"meta:{name.lower()}", content, "") for name in dict.fromkeys(names))


def _from_links(tree: etree._Element) -> Iterator[tuple[str, str, str]]:
    for link in islice(tree.iter("link"), _MOST_ELEMENTS):
        address = link.get("href")
        feed = any(word in (link.get("type") or "").lower() for word in _FEEDS)
        for name in (link.get("rel") or "").lower().split() if address and not feed else ():
            if name != "alternate" or link.get("hreflang") or link.get("media"):
                yield f"link:{name}", address or "", ""
    for base in islice(tree.iter("base"), 1):
        yield "base:href", base.get("href") or "", ""
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang")
    yield "html:lang", language or "", ""


def _from_title(tree: etree._Element) -> Iterator[tuple[str, str, str]]:
    title = next(tree.iter("title"), None)
    if title is not None:
        yield "title", _text(title), ""


def _from_microdata(found: _Marked) -> Iterator[tuple[str, str, str]]:
    """Read microdata: of the article itself, not of its comments or of other articles on the page."""
    for element in found.items[:_MOST_ELEMENTS]:
        scope = _scope(element)
        for name in (element.get("itemprop") or "").split():
            if name == "name" and scope == {"ListItem"}:
                yield "itemprop:itemListElement", _text(element), ""
            elif not scope or scope & (ARTICLE_TYPES | {"WebPage"}):
                yield f"itemprop:{name}", _value(element), ""


def _from_rdfa(found: _Marked) -> Iterator[tuple[str, str, str]]:
    for element in found.properties[:_MOST_ELEMENTS]:
        for name in (element.get("property") or "").split():
            bare = next((name.removeprefix(prefix) for prefix in _PREFIXES if name.startswith(prefix)), name)
            yield f"property:{bare}", _value(element), ""
    for element in found.crumbs[:_MOST_ELEMENTS]:
        yield "typeof:v:Breadcrumb", _text(element), ""


def _scope(element: etree._Element) -> set[str]:
    """Give the types of the thing that a property belongs to, none where no thing is named."""
    for outer in islice(element.iterancestors(), _MOST_ANCESTORS):
        if outer.get("itemscope") is not None:
            return {name.rpartition("/")[2] for name in (outer.get("itemtype") or "").split()}
    return set()


def _value(element: etree._Element) -> str:
    """Give a property's value: its attribute, the name of the thing that it is, or its words."""
    if element.get("itemscope") is not None:
        for inner in islice(element.iter(), _MOST_INSIDE):
            if "name" in (inner.get("itemprop") or "").split():
                return inner.get("content") or _text(inner)
    given = (element.get(name) for name in _ADDRESS_ATTRIBUTES if name != "href" or element.tag == "link")
    return next((value for value in given if value), "") or _text(element)


def _from_classes(found: _Marked, trust: Trust) -> Iterator[tuple[str, str, str]]:
    """Read microformats and class names that most publishing systems share."""
    for element in found.classed[:_MOST_ELEMENTS]:
        for name in (element.get("class") or "")[:300].split():
            if f"class:{name.lower()}" in trust:
                stamp = element.get("datetime") or (element.tag == "abbr" and element.get("title")) or ""
                address = (name.startswith("u-") and element.get("href")) or ""
                yield f"class:{name}", stamp or address or _text(element), ""
    for element in found.signed[:_MOST_ELEMENTS]:
        yield "rel:author", _text(element), ""
    if found.walled:
        yield "class:paywall", "paywall", ""


def _from_times(tree: etree._Element) -> Iterator[tuple[str, str, str]]:
    for stamp in islice(tree.iter("time"), _MOST_ELEMENTS):
        value = stamp.get("datetime") or ""
        if stamp.get("pubdate") is not None:
            yield "time:pubdate", value or _text(stamp), ""
        yield "time:datetime", value, " ".join(_text(stamp).split())


def _text(element: etree._Element) -> str:
    """Give the words in an element, of a large one the first."""
    pieces: list[str] = []
    size = 0
    for event, inner in islice(etree.iterwalk(element, events=("start", "end")), 2 * _MOST_INSIDE):
        if event == "start":
            piece = inner.text if isinstance(inner.tag, str) else None
        else:
            piece = inner.tail if inner is not element else None
        if piece:
            pieces.append(piece)
            size += len(piece)
        if size > _LONGEST_TEXT:
            break
    return "".join(pieces)[:_LONGEST_TEXT]
