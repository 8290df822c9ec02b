"""A page's lines with all that is known of them before any has a role."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsledger.page.blocks.columns import places_of
from newsledger.page.blocks.context import Boxes, boxes_of
from newsledger.page.blocks.features import Claims, grams_of, measure_lines
from newsledger.page.blocks.model import Matrix
from newsledger.page.facts import split_title
from newsledger.page.layout.headline import title_likeness
from newsledger.page.layout.live import mark_entries
from newsledger.page.layout.prose import MarkedLine, mark_lines
from newsledger.page.markup.metadata import Metadata, read_metadata
from newsledger.page.markup.tree import parse_html, walk_lines
from newsledger.page.markup.updates import read_updates
from newsledger.page.rules import Rules
from newsledger.page.words.line import MOST_LINES, Line, make_line, read_lines, words_of
from newsledger.page.words.one_line import part_one_line
from newsledger.page.words.phrases import means

_TITLED = 0.35
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")
_CRAWLED = re.compile(r"date (?:19|20)\d\d-\d\d-\d\d\s+(?=\S)")
_LONGEST_TITLE, _LONGEST_SITE = 40, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The lines of a page.

    Attributes:
        kind: ``html`` or ``dump``: which block model judges it.
        lines: Its lines, without the title above a dump.
        claims: What the page says of its article; the titles and authors that are most trusted come first.
        metadata: What the markup says.
        title: The ``<title>`` with which a dump begins.
    """

    kind: str
    lines: tuple[MarkedLine, ...]
    claims: Claims = field(default_factory=Claims)
    metadata: Metadata = field(default_factory=dict)
    title: Line | None = None

    def measure(self, rules: Rules) -> Matrix:
        """Give the numbers of each line that the block model sees."""
        numbers, places = measure_lines(self.lines, self.claims, rules), places_of(self.kind)
        return numbers if len(places) == numbers.shape[1] else numbers[:, places]

    def boxes(self) -> Boxes:
        """Give which lines stand in one element."""
        return boxes_of([marked.line.path for marked in self.lines])


def survey_html(source: str, rules: Rules) -> Survey | None:
    """Read the lines and the metadata of an HTML page, None where it has no words."""
    tree = parse_html(source)
    plain = walk_lines(tree, rules.hints) if tree is not None else ()
    if tree is None or not plain:
        return None
    metadata = read_metadata(tree, rules.trust)
    stamps = [(fact.words, fact.value) for fact in metadata.get("time", ())]
    return Survey(
        kind="html",
        lines=mark_entries(mark_lines(plain, rules), read_updates(tree), stamps),
        claims=_claims(metadata),
        metadata=metadata,
    )


def _claims(metadata: Metadata) -> Claims:
    grams = {
        kind: frozenset(gram for fact in metadata.get(kind, ()) for gram in grams_of(words_of(fact.value)))
        for kind in ("body", "description")
    }
    return Claims(
        titles=tuple(fact.value for fact in metadata.get("headline", ())),
        authors=tuple(fact.value for fact in metadata.get("byline", ())),
        **grams,
    )


def survey_dump(text: str, rules: Rules) -> Survey:
    """Read the lines of a plain text; one that is the page's title is set apart."""
    read = read_lines(text, MOST_LINES)
    plain = _part_stamp(read)
    if len(read) == 1:
        plain = (*plain[:-1], *part_one_line(plain[-1], rules.agencies, rules.months))
    lines = mark_entries(mark_lines(plain, rules))
    title = _doctitle(lines)
    if title is None:
        return Survey(kind="dump", lines=lines)
    return Survey(kind="dump", lines=lines[1:], claims=Claims(titles=(title.text,)), title=title)


def _part_stamp(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Part the date that a crawl put before a page's words from them: "date 2017-01-21 Old lock closes"."""
    stamp = _CRAWLED.match(lines[0].text) if lines else None
    if stamp is None:
        return lines
    first = lines[0]
    rest = make_line(first.text[stamp.end() :], first.start + stamp.end())
    return (make_line(stamp.group().rstrip(), first.start), rest, *lines[1:])


def _doctitle(lines: Sequence[MarkedLine]) -> Line | None:
    """Give the ``<title>`` that begins a dump: it holds a later line, or the site's name at its end."""
    first = lines[0] if len(lines) > 1 else None
    if first is None or first.days or first.report or means(first.rows, "byline", "published", "modified"):
        return None
    title = first.line
    if not 2 <= title.words <= _LONGEST_TITLE or title.text.endswith("."):
        return None
    later = (marked.line for marked in lines[1:] if 1 < marked.line.words <= title.words)
    return title if title_likeness(later, title) >= _TITLED or _ends_in_site(title.text) else None


def _ends_in_site(title: str) -> bool:
    *before, site = split_title(title)
    named = site[0].isupper() and len(site.split()) <= _LONGEST_SITE
    return bool(before) and (named or _DOMAIN.fullmatch(site) is not None)
