"""The updates of a live blog that its JSON-LD lists (schema.org LiveBlogPosting)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from newsledger.page.markup.linked_data import nodes_of, types_of
from newsledger.page.words.line import words_of

_MOST, _FIRST_WORDS = 500, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One update of a live blog.

    Attributes:
        at: When it was published, as the page writes it.
        openings: The first words of its headline and of its text, by which its lines are known.
    """

    at: str
    openings: tuple[tuple[str, ...], ...]


def read_updates(tree: etree._Element) -> tuple[Update, ...]:
    """Read the updates that a page lists of its live blog, in their order; none where it is no live blog."""
    scripts = [script for script in tree.iter("script") if "liveBlogUpdate" in (script.text or "")]
    updates = (update for node in nodes_of(scripts) for update in _updates(node))
    return tuple(update for update, _ in zip(updates, range(_MOST), strict=False))


def _updates(node: dict[str, Any]) -> Iterator[Update]:
    listed = node.get("liveBlogUpdate")
    for item in listed if isinstance(listed, list) else [listed]:
        if not isinstance(item, dict) or not types_of(item) & {
            "BlogPosting",
            "LiveBlogPosting",
            "NewsArticle",
            "Article",
        }:
            continue
        at = item.get("datePublished") or item.get("dateModified")
        words = [
            words_of(value[:200]) for key in ("headline", "articleBody") if isinstance(value := item.get(key), str)
        ]
        openings = tuple(tuple(opening[:_FIRST_WORDS]) for opening in words if len(opening) > 1)
        if isinstance(at, str) and openings:
            yield Update(at=at, openings=openings)
