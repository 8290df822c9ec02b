"""A place in the text, and the ids that are made of places."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A place in ``article.text`` (W3C TextPositionSelector).

    Half-open, counted in Unicode code points, so that ``text[start:end]`` are its words.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Cut the exact words out of ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Say whether ``other`` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


def cut(spans: Iterable[Span], text: str) -> str:
    """Cut broken-up words out of ``text``, joined by an ellipsis."""
    return " … ".join(span.of(text) for span in spans)


def content_id(*parts: str) -> str:
    """Make the short hash that serves as an id: 16 hexadecimal digits of a sha256."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def finding_ids(kind: str, article_id: str, words: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Make the ids of one kind of findings of one article.

    An id is a hash of the kind, the article, the words of the finding's roles and how often the
    same words came before. Rules, codes and standing have no part in it, so that a correction made
    by a person survives a better reader.

    Args:
        kind: ``"timex"``, ``"statement"``, ``"event"`` or ``"expectation"``.
        article_id: The article's own id.
        words: For each finding, in text order, the exact words of its roles.

    Returns:
        One id for each finding, in the same order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    ids = []
    for roles in map(tuple, words):
        ids.append(content_id(kind, article_id, *roles, str(seen[roles])))
        seen[roles] += 1
    return tuple(ids)
