"""The lines of a page by what their dates may tell of it."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsledger.model import BlockRole, Span
from newsledger.page.facts.labelled import LabelledPage
from newsledger.page.layout.prose import MarkedLine
from newsledger.page.words.line import Part, has_more_words
from newsledger.page.words.phrases import means

_ABOVE, _AFTER, _LAST, _FIRST = 8, 14, 2, 3
# A longer line is a paragraph: what it tells of dates is no line of the page about itself.
_LONGEST = 40
_DIGIT = re.compile(r"\d")
_LEGAL = re.compile(r"©|\(c\)|\bcopyright\b", re.IGNORECASE)
_AROUND: frozenset[BlockRole] = frozenset({"furniture", "byline", "standfirst", "section", "dateline"})
_BODY: tuple[BlockRole, ...] = ("body", "dateline", "live_entry")
_MOST = 400


class Strip(NamedTuple):
    """A line's words and where they start in the article's text."""

    text: str
    start: int
    role: BlockRole

    def span(self, start: int, end: int) -> Span:
        """Give a stretch of the line as a place in the article's text."""
        return Span(start=self.start + start, end=self.start + end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A page, ready to be dated.

    Attributes:
        above: Lines above the headline, the nearest last.
        below: Lines between the headline and the first paragraph.
        first: The first paragraphs.
        last: The last paragraphs.
        after: Lines after the last paragraph, as far as the page's other stories or the comments.
        pictures: Captions.
        story: Headline, paragraphs and captions.
        legal: Gives the lines of copyright; few pages need them.
        short: Gives all lines with a figure that are no paragraphs.
    """

    headline: str = ""
    above: tuple[Strip, ...] = ()
    below: tuple[Strip, ...] = ()
    first: tuple[Strip, ...] = ()
    last: tuple[Strip, ...] = ()
    after: tuple[Strip, ...] = ()
    pictures: tuple[Strip, ...] = ()
    story: tuple[Strip, ...] = ()
    legal: Callable[[], tuple[Strip, ...]] = tuple
    short: Callable[[], tuple[Strip, ...]] = tuple


def scene_of_page(page: LabelledPage) -> Scene:
    """Sort the lines of a page."""
    layout = page.layout
    top = layout.start if layout.headline is None else layout.headline
    told = list(_strips(page, ("headline", "caption", *_BODY)))
    body = tuple(strip for strip in told if strip.role in _BODY)
    return Scene(
        headline=page.lines[top].line.text if layout.headline is not None else "",
        above=_about(page, range(max(0, top - _ABOVE), top)),
        below=(*_about(page, range(top, layout.start)), *_short(body)),
        first=body[:_FIRST],
        last=body[-_LAST:],
        after=_about(page, _before_others(page)),
        pictures=tuple(strip for strip in told if strip.role == "caption")[:_MOST],
        story=tuple(strip for strip in told if strip.role != "dateline")[:_MOST],
        legal=lambda: tuple(strip for strip in _strips(page, ("furniture",)) if _LEGAL.search(strip.text[:300])),
        short=lambda: tuple(
            _strip(marked, role)
            for marked, role in zip(page.lines, page.roles, strict=True)
            if marked.line.words <= _LONGEST and _DIGIT.search(marked.line.text)
        )[:_MOST],
    )


def _strips(page: LabelledPage, roles: Collection[str]) -> Iterator[Strip]:
    return (_strip(marked, role) for marked, role in zip(page.lines, page.roles, strict=True) if role in roles)


def _strip(marked: MarkedLine, role: BlockRole) -> Strip:
    return Strip(marked.line.text, marked.line.start, role)


def scene_of_clean(text: str, parts: Sequence[Part]) -> Scene:
    """Sort the paragraphs of a clean text: a short one at the top may be the line of its date."""
    strips = [Strip(text=text[part.start : part.end], start=part.start, role=part.role) for part in parts]
    body = tuple(strip for strip in strips if strip.role in _BODY)
    return Scene(
        headline=next((strip.text for strip in strips if strip.role == "headline"), ""),
        below=_short(body),
        first=body[:_FIRST],
        last=body[-_LAST:],
        story=tuple(strips[:_MOST]),
        short=lambda: tuple(strip for strip in strips if not has_more_words(strip.text, _LONGEST))[:_MOST],
    )


def _short(body: Sequence[Strip]) -> tuple[Strip, ...]:
    """Give the first paragraphs that are no longer than a date line, for a date line may be taken for one."""
    return tuple(strip for strip in body[:_FIRST] if not has_more_words(strip.text, _LONGEST // 2))


def _about(page: LabelledPage, numbers: range) -> tuple[Strip, ...]:
    """Give the lines of a range that are neither article nor picture nor another story."""
    return tuple(_strip(page.lines[number], page.roles[number]) for number in numbers if page.roles[number] in _AROUND)


def _before_others(page: LabelledPage) -> range:
    """Give the lines after the article, down to the comments or the page's other stories."""
    end = page.layout.end
    stops: Iterator[int] = (
        number
        for number in range(end, len(page.lines))
        if means(page.lines[number].rows, "related") or any(row.get("closes") for row in page.lines[number].rows)
    )
    return range(end, min(next(stops, len(page.lines)), end + _AFTER))
