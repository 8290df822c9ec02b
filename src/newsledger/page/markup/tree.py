"""HTML to lines: one walk over the tree, which makes the article's text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from lxml import etree, html

from newsledger.page.words.line import Line, make_line

_BLOCKS_WORDS = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot "
    "thead tr ul"
)
_BLOCKS = frozenset(_BLOCKS_WORDS.split())
_SKIPPED_WORDS = (
    "applet audio canvas datalist embed head iframe math noembed noframes noscript object option script select "
    "style svg template textarea title video"
)
_SKIPPED = frozenset(_SKIPPED_WORDS.split())
_TAG_HINTS = {
    "figcaption": "caption",
    "figure": "figure",
    "nav": "furniture",
    "footer": "furniture",
    "aside": "furniture",
    "form": "furniture",
    "button": "furniture",
    "time": "date",
    "h1": "headline",
}
_CELLS = frozenset({"td", "th"})
_NO_HINTS: frozenset[str] = frozenset()
_HINTED = frozenset({"class", "id", "itemprop", "rel", "property", "data-component", "data-testid"})
# Control characters end a page early in some parsers: here they are spaces.
_NO_CONTROLS = bytes(32 if byte < 32 and byte not in b"\t\n\f\r" else byte for byte in range(256))
# articleBody, article-body and article_body are all "article" and "body".
_NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
# Elements that only wrap: a page nested deeper than the parser follows is read without them.
_KEPT_WHEN_FLAT = "p|h[1-6]|a|br|head|body|html|title|meta|link|script|style|noscript|time|figcaption|li|td"
_WRAPPER = re.compile(rf"</?(?!(?:{_KEPT_WHEN_FLAT})\b)[a-z][^<>]*>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<(?!/?(?:script|style|noscript)\b)[^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where the walk stands: what the open elements say."""

    tag: str
    hints: frozenset[str]
    at: str | None


@dataclass(slots=True, kw_only=True)
class _Pen:
    """Writes the text, line by line."""

    lines: list[Line] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    length: int = 0
    place: _Place | None = None

    def write(self, words: str, place: _Place, *, link: bool) -> None:
        if self.place is None and not words.isspace():
            self.place = place
        self.pieces.append(words)
        if link:
            self.linked += len(words.strip())

    def end_line(self) -> None:
        if not self.pieces:
            return
        text = " ".join("".join(self.pieces).split())
        if text and self.place:
            line = make_line(
                text,
                self.length + 1 if self.lines else 0,
                tag=self.place.tag,
                hints=self.place.hints,
                linked=min(1.0, self.linked / len(text)),
                at=self.place.at,
            )
            self.length = line.end
            self.lines.append(line)
        self.pieces.clear()
        self.linked, self.place = 0, None


def parse_html(text: str) -> html.HtmlElement | None:
    """Parse a page; None where it holds no element. Scripts are never run and nothing is fetched."""
    tree, complete = _parse(text)
    if not complete:
        tree, complete = _parse(_WRAPPER.sub("<br>", text))
    if not complete:
        tree, _ = _parse(_ANY_TAG.sub("<br>", text))
    return tree


def _parse(source: str) -> tuple[html.HtmlElement | None, bool]:
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, default_doctype=False
    )
    try:
        tree = html.document_fromstring(source.encode("utf-8", "replace").translate(_NO_CONTROLS), parser=parser)
    except (etree.ParserError, ValueError):
        return None, True
    last = parser.error_log.last_error
    too_deep = last is not None and last.type_name == "ERR_RESOURCE_LIMIT"
    return tree, not too_deep


def walk_lines(tree: html.HtmlElement, hints: Mapping[str, str]) -> tuple[Line, ...]:
    """Walk a page from top to end and give its lines; joined by line breaks they are its text.

    Scripts, styles and other elements without text for readers are left out.

    Args:
        tree: The page.
        hints: What a class, id or property means, by its words written together.
    """
    pen = _Pen()
    known: dict[str, frozenset[str]] = {}
    places = [_Place(tag="", hints=frozenset(), at=None)]
    links = 0
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else "script"
        block = tag in _BLOCKS
        if pen.pieces and (block or tag == "br"):
            pen.end_line()
        if event == "start":
            if tag in _SKIPPED:
                walk.skip_subtree()
                places.append(places[-1])
                continue
            links += tag == "a"
            places.append(_step(element, tag, places[-1], _own_hints(element, tag, hints, known)))
            text = element.text
        else:
            links -= tag == "a"
            places.pop()
            if tag in _CELLS:
                pen.write(" ", places[-1], link=False)
            text = element.tail
        if text and (pen.pieces or not text.isspace()):
            pen.write(text, places[-1], link=links > 0)
    pen.end_line()
    return tuple(pen.lines)


def _step(element: html.HtmlElement, tag: str, outer: _Place, own: frozenset[str]) -> _Place:
    block = tag in _BLOCKS or tag in _CELLS
    if not own and not block:
        return outer
    inherited = outer.hints - {"furniture", "related"} if "body" in own else outer.hints
    at = outer.at
    if "live" in own and "live" not in outer.hints:
        stamp = element.find(".//time")
        at = (stamp is not None and (stamp.get("datetime") or stamp.text)) or None
    return _Place(
        tag=tag if block else outer.tag,
        hints=inherited | own if own else inherited,
        at=at,
    )


def _own_hints(
    element: html.HtmlElement, tag: str, hints: Mapping[str, str], known: dict[str, frozenset[str]]
) -> frozenset[str]:
    if tag in ("body", "html"):
        return _NO_HINTS
    names = " ".join([value for name, value in element.items() if name in _HINTED])
    if not names and tag not in _TAG_HINTS:
        return _NO_HINTS
    key = f"{tag} {names}"
    if key not in known:
        found = {hints[word] for name in names[:300].split() for word in _words_of_name(name) if word in hints}
        if tag in _TAG_HINTS:
            found.add(_TAG_HINTS[tag])
        known[key] = frozenset(found) or _NO_HINTS
    return known[key]


@lru_cache(maxsize=16_384)
def _words_of_name(name: str) -> tuple[str, ...]:
    """Give the words of a class name, each alone and with the next one or two."""
    parts = [part.lower() for part in _NAME_PART.findall(name)]
    pairs = [one + two for one, two in pairwise(parts)]
    triples = [one + three for one, three in zip(pairs, parts[2:], strict=False)]
    return (*parts, *pairs, *triples)
