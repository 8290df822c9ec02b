"""OPML: lists of feeds, as every reader of feeds writes and takes them."""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from newsledger.watch.feeds.parse import parse_xml
from newsledger.watch.feeds.words import WEB, decode_xml, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One feed of a list."""

    url: str
    title: str | None = None
    home: str | None = None


def read_outlines(data: bytes) -> tuple[Outline, ...] | None:
    """Read the feeds of an OPML file, in whatever folders they are, each once; None where it is no OPML."""
    root = parse_xml(decode_xml(data, None))
    if root is None or str(root.tag).lower() != "opml":
        return None
    found: dict[str, Outline] = {}
    for element in root.iter():
        fields = {name.lower(): value for name, value in element.attrib.items()}
        url = str(fields.get("xmlurl", "")).strip()
        if url.startswith(WEB):
            title = plain(str(fields.get("title") or fields.get("text") or ""))
            found.setdefault(url, Outline(url=url, title=title, home=str(fields.get("htmlurl") or "") or None))
    return tuple(found.values())


def write_outlines(outlines: Iterable[Outline], *, title: str) -> str:
    """Write an OPML file."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    for one in outlines:
        fields = {"type": "rss", "text": one.title or one.url, "title": one.title or one.url, "xmlUrl": one.url}
        if one.home:
            fields["htmlUrl"] = one.home
        etree.SubElement(body, "outline", fields)
    return etree.tostring(root, encoding="unicode", pretty_print=True)
