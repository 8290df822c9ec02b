"""RSS 0.9 to 2.0, RDF and Atom, as they are meant and as they are found."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin

from lxml import etree

from newsledger.watch.feeds.dates import moment_of, read_date
from newsledger.watch.feeds.feed import MOST_ITEMS, Feed, Item, Kind
from newsledger.watch.feeds.pace import pace_of, skipped
from newsledger.watch.feeds.words import WEB, plain, web_address

Fields = Mapping[str, list[etree._Element]]  # noqa: SLF001 - lxml's own name for the type of an element
#: Vocabularies whose elements are told from those of the same name; those of Atom and RSS go by their bare names.
_PREFIXES = (
    ("purl.org/dc/terms", "dcterms:"),
    ("purl.org/dc/", "dc:"),
    ("purl.org/rss/1.0/modules/content", "content:"),
    ("purl.org/rss/1.0/modules/syndication", "sy:"),
    ("search.yahoo.com/mrss", "media:"),
    ("itunes.com/dtds", "itunes:"),
    ("feedburner", "feedburner:"),
    ("w3.org/1999/xhtml", "xhtml:"),
    ("purl.org/rss/", ""),
    ("backend.userland.com", ""),
    ("my.netscape.com", ""),
    ("channel.netscape.com", ""),
    ("w3.org/2005/atom", ""),
    ("purl.org/atom", ""),
    ("w3.org/1999/02/22-rdf", ""),
    ("blogs.law.harvard.edu/tech/rss", ""),
)
_PUBLISHED = ("pubdate", "published", "issued", "dc:date", "dcterms:issued", "dcterms:created", "created", "date")
_UPDATED = ("updated", "modified", "dcterms:modified", "dcterms:date")
_TEXTS = ("content:encoded", "content", "description", "summary", "xhtml:body", "body", "dc:description")
_AUTHORS = ("dc:creator", "author", "itunes:author", "creator", "contributor")
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_SPACED = re.compile(r"[\n\t ]")
_ENTRIES = frozenset({"item", "entry"})
_MOST_AUTHORS = 20


def local_name(element: etree._Element) -> str:
    """Give an element's name in small letters, without its vocabulary."""
    return _local(str(element.tag))


@lru_cache(maxsize=4_096)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


@lru_cache(maxsize=4_096)
def _name(tag: str) -> str:
    """Give a name with the prefix that its vocabulary has here; a stranger's is of no use."""
    if not tag.startswith("{"):
        return tag.lower()  # also "dc:date" of a feed that does not say what dc is
    uri, _, local = tag[1:].partition("}")
    uri = uri.lower()
    return next((prefix + local.lower() for part, prefix in _PREFIXES if part in uri), "?" if uri else local.lower())


@dataclass(frozen=True, slots=True)
class _Context:
    months: Mapping[str, int]
    base: str


def read_xml_feed(root: etree._Element, url: str, months: Mapping[str, int]) -> Feed:
    """Read RSS, RDF or Atom."""
    kind = _kind(root)
    channel = root if kind == "atom" else next((one for one in root.iter() if local_name(one) == "channel"), root)
    fields = _fields(channel)
    base = _based(root, url)
    context = _Context(months, _based(channel, base) if channel is not root else base)
    places = list(root.iter("{*}item", "{*}entry")) or [one for one in root.iter() if local_name(one) in _ENTRIES]
    chosen = _newest(places, months)
    return Feed(
        kind=kind,
        title=plain(_text(fields, "title")),
        home=_link(fields, context.base),
        items=tuple(_item(one, context) for one in chosen),
        pace=pace_of({name: _text(fields, name) for name in ("ttl", "sy:updateperiod", "sy:updatefrequency")}),
        skip_hours=skipped(_listed(fields, "skiphours"), "hours"),
        skip_days=skipped(_listed(fields, "skipdays"), "days"),
        left_out=len(places) - len(chosen),
    )


def _based(element: etree._Element, base: str) -> str:
    """Give what addresses in an element are relative to; a base of its own that is no address counts for nothing."""
    own = element.get(_BASE)
    try:
        return urljoin(base, own) if own else base
    except ValueError:
        return base


def _kind(root: etree._Element) -> Kind:
    name = local_name(root)
    return "atom" if name == "feed" else "rdf" if name == "rdf" else "rss"


def _newest(places: list[etree._Element], months: Mapping[str, int]) -> list[etree._Element]:
    if len(places) <= MOST_ITEMS:
        return places
    first, last = (moment_of(_date(_fields(places[at]), _PUBLISHED, months)) for at in (0, -1))
    return places[-MOST_ITEMS:] if first and last and first < last else places[:MOST_ITEMS]


def _fields(element: etree._Element) -> dict[str, list[etree._Element]]:
    fields: dict[str, list[etree._Element]] = {}
    for child in element:
        tag = child.tag
        if isinstance(tag, str):
            name = _name(tag)
            if name in fields:
                fields[name].append(child)
            else:
                fields[name] = [child]
    return fields


def _item(element: etree._Element, context: _Context) -> Item:
    fields = _fields(element)
    base = _based(element, context.base)
    link = _link(fields, base) or _permalink(fields, base) or _web(element.get(_ABOUT), base)
    title, markup = plain(_text(fields, "title", "media:title")), _markup(fields)
    named = (_text(fields, "guid", "id") or "").strip()
    return Item(
        identity=named or link or _hash(title, markup),
        link=link,
        title=title,
        published=_date(fields, _PUBLISHED, context.months),
        updated=None if fields.keys().isdisjoint(_UPDATED) else _date(fields, _UPDATED, context.months),
        authors=_authors(fields),
        markup=markup,
    )


def _hash(*words: str | None) -> str:
    return hashlib.sha256("\0".join(word or "" for word in words).encode("utf-8", "replace")).hexdigest()[:32]


def _text(fields: Fields, *names: str) -> str | None:
    """Give the first text that an element of these names has, with the words of what stands in it."""
    for name in names:
        for element in fields.get(name, ()):
            text = element.text if len(element) == 0 else "".join(element.itertext())
            if text and not text.isspace():
                return text
    return None


def _link(fields: Fields, base: str) -> str | None:
    if "feedburner:origlink" in fields and (found := _web(_text(fields, "feedburner:origlink"), base)):
        return found
    others = []
    for element in fields.get("link", ()):
        target = element.get("href")
        if target is None:
            # Some write <link/> and the address behind it.
            text = element.text if element.text and not element.text.isspace() else element.tail
            if found := _web(text, base):
                return found
        elif element.get("rel", "alternate") == "alternate" and "json" not in element.get("type", ""):
            others.append(target)
    return next((found for one in others if (found := _web(one, base))), None)


def _permalink(fields: Fields, base: str) -> str | None:
    for element in fields.get("guid", ()):
        if (element.get("isPermaLink") or element.get("ispermalink") or "true").lower() != "false":
            text = (element.text or "").strip()
            if text.startswith(WEB):
                return _web(text, base)
    named = (_text(fields, "id") or "").strip()
    return _web(named, base) if named.startswith(WEB) else None


def _web(target: str | None, base: str) -> str | None:
    """Give an address of the web, made whole; None where it is another kind of address or none."""
    target = (target or "").strip().strip("<>")
    if not target:
        return None
    if _SPACED.search(target):
        target = "".join(target.splitlines()).replace("\t", "").replace(" ", "%20")
    found = target if target.startswith(WEB) else web_address(target, base)
    return found if found and len(found) > len("https://") else None


def _date(fields: Fields, names: tuple[str, ...], months: Mapping[str, int]) -> str | None:
    for name in names:
        if name in fields and (found := read_date(_text(fields, name), months)):
            return found
    return None


def _markup(fields: Fields) -> str | None:
    """Give the item's own text: the longest that it has."""
    longest = ""
    for element in (one for name in _TEXTS if name in fields for one in fields[name]):
        text = element.text if len(element) == 0 else _inner(element)
        if text is not None and len(text) > len(longest):
            longest = text
    return longest if longest and not longest.isspace() else None


def _inner(element: etree._Element) -> str:
    """Write what stands in an element as it stands there: XHTML, or tags that nobody escaped."""
    parts: list[str] = [element.text or ""]
    parts += [etree.tostring(child, encoding="unicode", method="html") for child in element]
    return "".join(parts)


def _authors(fields: Fields) -> tuple[str, ...]:
    if fields.keys().isdisjoint(_AUTHORS):
        return ()
    found: dict[str, None] = {}
    for element in (one for name in _AUTHORS if name in fields for one in fields[name]):
        names = [child for child in element if _name(str(child.tag)) == "name"] if len(element) else []
        text = names[0].text if names else element.text
        if name := _person(plain(text)):
            found[name] = None
        if len(found) == _MOST_AUTHORS:
            break
    return tuple(found)


def _person(text: str | None) -> str | None:
    """Take the name out of "desk@paper.example (Anna Holm)"; an address alone names nobody."""
    if not text or "@" not in text:
        return text
    inside = text.partition("(")[2].rstrip(") ")
    before = text.partition("<")[0].strip()
    return inside or (before if "@" not in before else None) or None


def _listed(fields: Fields, name: str) -> Iterator[str]:
    return (text.strip() for element in fields.get(name, ()) for text in map(str, element.itertext()) if text.strip())
