"""HTML to lines: one walk over the tree, which makes the article's text."""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from newsledger.page.words.line import MOST_LINES, Line, make_line, remainder

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
_PICTURES = frozenset({"img", "amp-img", "picture", "video", "embed", "object"})
_TAG_HINTS = {
    "article": "article",
    "blockquote": "quote",
    "header": "head",
    "li": "item",
    "main": "main",
    "td": "cell",
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
_BREAKS = _BLOCKS | {"br"}
_PLACED = _BLOCKS | _CELLS
_STEPS = _PLACED | frozenset(_TAG_HINTS)
#: So many open block elements are told of a line, the innermost ones.
_DEEPEST = 24
_NO_HINTS: frozenset[str] = frozenset()
#: Their names tell of the page, not of what stands in it.
_UNNAMED = frozenset({"body", "html"})
#: What an element of the article's body takes back of what the elements around it say.
_LIFTED = frozenset({"comments", "furniture", "related"})
_HINTED = frozenset({"class", "id", "itemprop", "rel", "property", "role", "data-component", "data-testid"})
# What keeps an element from being shown at first: a dialog, a form, the pages of a menu.
_HIDING = frozenset({"hidden", "style", "aria-hidden"})
_HIDDEN, _LONGEST_STYLE = "\0hidden", 500
# Control characters end a page early in some parsers: here they are spaces.
_NO_CONTROLS = bytes(32 if byte < 32 and byte not in b"\t\n\f\r" else byte for byte in range(256))
# Marks that show nothing and would part a word, or turn it round, for who reads its letters: soft hyphens, spaces
# without width, marks of direction. Joiners that change letters stay.
_INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF])
# articleBody, article-body and article_body are all "article" and "body".
_NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
# Elements that only wrap: a page nested deeper than the parser follows is read without them.
_KEPT_WHEN_FLAT = "p|h[1-6]|a|br|head|body|html|title|meta|link|script|style|noscript|time|figcaption|li|td"
_WRAPPER = re.compile(rf"</?(?!(?:{_KEPT_WHEN_FLAT})\b)[a-z][^<>]*>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<(?!/?(?:script|style|noscript)\b)[^<>]*>", re.IGNORECASE)


class _Place(NamedTuple):
    """Where the walk stands: what the open elements say.

    Attributes:
        tag: Name of the nearest block element.
        hints: What all open elements say that this is.
        own: What the block itself and the inline elements in it say.
        above: What the block that holds it says.
        path: Numbers of the open block elements, the outermost first.
        name: Number of what the block element is called.
        shape: Number of what it and the block that holds it are called.
        at: The ``datetime`` that belongs to it.
    """

    tag: str
    hints: frozenset[str]
    own: frozenset[str]
    above: frozenset[str]
    path: tuple[int, ...]
    name: int
    shape: int
    at: str | None


class _Pen:
    """Writes the text, line by line."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.rest: list[str] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.length = -1
        self.place: _Place | None = None
        self.pictured = False

    def write(self, words: str, place: _Place, *, link: bool) -> None:
        if self.place is None and not words.isspace():
            self.place = place
        self.pieces.append(words)
        if link:
            self.linked += len(words.strip())

    def end_line(self) -> None:
        text = "".join(self.pieces)
        if not text.isascii():
            text = text.translate(_INVISIBLE)
        text = " ".join(text.split())
        place = self.place
        if text and place and len(self.lines) >= MOST_LINES:
            self.rest.append(text)
        elif text and place:
            line = make_line(
                text,
                self.length + 1,
                tag=place.tag,
                hints=place.hints,
                own=place.own | place.above,
                path=place.path,
                shape=place.shape,
                linked=min(1.0, self.linked / len(text)),
                at=place.at,
                pictured=self.pictured,
            )
            self.length = line.end
            self.lines.append(line)
            self.pictured = False
        self.pieces.clear()
        self.linked, self.place = 0, None

    def close(self) -> tuple[Line, ...]:
        self.end_line()
        if self.rest:
            self.lines.append(remainder("\n".join(self.rest), self.length + 1))
        return tuple(self.lines)


def parse_html(text: str) -> etree._Element | None:
    """Parse a page that ``cut_source`` made safe; None where it holds no element. Nothing in it is run or fetched."""
    tree, complete = _parse(text)
    if not complete:
        tree, complete = _parse(_WRAPPER.sub("<br>", text))
    if not complete:
        tree, _ = _parse(_ANY_TAG.sub("<br>", text))
    return tree


def _parse(source: str) -> tuple[etree._Element | None, bool]:
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, default_doctype=False
    )
    try:
        tree = etree.fromstring(source.encode("utf-8", "replace").translate(_NO_CONTROLS, b"\0"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None, True
    last = parser.error_log.last_error
    too_deep = last is not None and last.type_name == "ERR_RESOURCE_LIMIT"
    return tree, not too_deep


def walk_lines(tree: etree._Element, hints: Mapping[str, str]) -> tuple[Line, ...]:
    """Walk a page from top to end and give its lines; joined by line breaks they are its text.

    Scripts, styles and other elements without text for readers are left out. What follows the first
    ``MOST_LINES`` lines is one line.

    Args:
        tree: The page.
        hints: What a class, id or property means, by its words written together.
    """
    return _Walk(hints).lines_of(tree)


class _Walk:
    """One walk over a tree, with what it has learnt of the names on its way."""

    def __init__(self, hints: Mapping[str, str]) -> None:
        self.hints = hints
        self.known: dict[tuple[str, ...], frozenset[str]] = {}
        self.named: dict[str, frozenset[str]] = {}
        self.shapes: dict[object, int] = {}
        self.joined: dict[tuple[frozenset[str], frozenset[str]], frozenset[str]] = {}
        self.pen = _Pen()
        self.blocks = 0

    def lines_of(self, tree: etree._Element) -> tuple[Line, ...]:
        top = _Place("", _NO_HINTS, _NO_HINTS, _NO_HINTS, (), 0, 0, None)
        # Open elements: their children that are left, where they stand, whether they are a link; the same of outside.
        waiting = [(iter((tree,)), tree, top, False, top, False)]
        while waiting:
            children, element, place, link, outer, outer_link = waiting[-1]
            child = next(children, None)
            if child is None:
                waiting.pop()
                if waiting:
                    self._leave(element, outer, link=outer_link)
            elif (tag := child.tag) in _SKIPPED or not isinstance(tag, str):
                self._pass(child, tag, place, link=link)
            else:
                within = self._enter(child, tag, place, link=link)
                if len(child):
                    waiting.append((iter(child), child, within, link or tag == "a", place, link))
                else:
                    self._leave(child, place, link=link)
        return self.pen.close()

    def _enter(self, element: etree._Element, tag: str, outer: _Place, *, link: bool) -> _Place:
        pen = self.pen
        if tag in _BREAKS and pen.pieces:
            pen.end_line()
        if tag in _PICTURES:
            pen.pictured = True
        names = []
        for name, value in element.items():
            if name in _HINTED:
                names.append(value)
            elif name in _HIDING and _hides(name, value):
                names.append(_HIDDEN)
        place = self._step(element, tag, outer, names) if names or tag in _STEPS else outer
        text = element.text
        if text and (pen.pieces or not text.isspace()):
            pen.write(text, place, link=link or tag == "a")
        return place

    def _leave(self, element: etree._Element, outer: _Place, *, link: bool) -> None:
        pen = self.pen
        tag = element.tag
        if tag in _BREAKS and pen.pieces:
            pen.end_line()
        if tag in _CELLS:
            pen.write(" ", outer, link=False)
        tail = element.tail
        if tail and (pen.pieces or not tail.isspace()):
            pen.write(tail, outer, link=link)

    def _pass(self, element: etree._Element, tag: object, place: _Place, *, link: bool) -> None:
        self.pen.pictured = self.pen.pictured or tag in _PICTURES
        tail = element.tail
        if tail and (self.pen.pieces or not tail.isspace()):
            self.pen.write(tail, place, link=link)

    def _step(self, element: etree._Element, tag: str, outer: _Place, names: list[str]) -> _Place:
        key = (tag, *names)
        own = self.known.get(key)
        if own is None:
            own = self.known[key] = self._learn(tag, names)
        block = tag in _PLACED
        if not own and not block:
            return outer
        hints = outer.hints
        if own:
            told = (hints, own)
            hints = self.joined.get(told) or self._join(*told)
        at = outer.at
        if "live" in own and "live" not in outer.hints:
            stamp = element.find(".//time")
            at = (stamp is not None and (stamp.get("datetime") or stamp.text)) or None
        if not block:
            return _Place(outer.tag, hints, outer.own | own, outer.above, outer.path, outer.name, outer.shape, at)
        self.blocks += 1
        name = self.shapes.setdefault(key, len(self.shapes))
        shape = self.shapes.setdefault((outer.name, name), len(self.shapes))
        return _Place(tag, hints, own, outer.own, (*outer.path[-_DEEPEST:], self.blocks), name, shape, at)

    def _join(self, hints: frozenset[str], own: frozenset[str]) -> frozenset[str]:
        joined = self.joined[hints, own] = (hints - _LIFTED if "body" in own else hints) | own
        return joined

    def _learn(self, tag: str, names: list[str]) -> frozenset[str]:
        if tag in _UNNAMED:
            return _NO_HINTS
        known = self.hints
        hints: set[str] = set()
        for name in " ".join(names)[:300].split():
            told = self.named.get(name)
            if told is None:
                told = self.named[name] = frozenset(known[word] for word in _words_of_name(name) if word in known)
            hints |= told
        if tag in _TAG_HINTS:
            hints.add(_TAG_HINTS[tag])
        if _HIDDEN in names or tag == "dialog":
            hints.add("hidden")
        if "comments" in hints:
            hints.add("furniture")
        return frozenset(hints) or _NO_HINTS


def _hides(name: str, value: str) -> bool:
    """Say whether an attribute keeps its element from being shown."""
    if name == "style":
        return "display" in value and "display:none" in value[:_LONGEST_STYLE].replace(" ", "").lower()
    return name == "hidden" or value == "true"


@lru_cache(maxsize=16_384)
def _words_of_name(name: str) -> tuple[str, ...]:
    """Give the words of a class name, each alone and with the next one or two."""
    parts = [part.lower() for part in _NAME_PART.findall(name)]
    pairs = [one + two for one, two in pairwise(parts)]
    triples = [one + three for one, three in zip(pairs, parts[2:], strict=False)]
    return (*parts, *pairs, *triples)
