"""Parts and facts to an Article."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newsledger.model import Article, Block, Capture, PageDate, Receipt
from newsledger.page.identity import article_id
from newsledger.page.words.language import find_language
from newsledger.page.words.line import Part

#: Roles whose words are the article itself, by which its language is told.
_CONTENT = frozenset({"body", "dateline", "live_entry", "correction"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a page beside its parts."""

    headline: str | None = None
    section: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    publisher: str | None = None
    origin: str | None = None
    canonical_url: str | None = None
    addresses: tuple[str, ...] = ()
    date_published: PageDate = field(default_factory=PageDate)
    date_modified: PageDate | None = None
    language: str | None = None
    complete: bool | None = None
    receipts: Mapping[str, Receipt] = field(default_factory=dict)


def make_article(capture: Capture, text: str, parts: Sequence[Part], facts: Facts) -> Article:
    """Make the Article.

    Raises:
        ValueError: Two parts overlap, or words lie outside all of them; that is a fault of ours.
    """
    _check(text, parts)
    content = " ".join(text[part.start : part.end] for part in parts if part.role in _CONTENT)
    return Article(
        id=article_id(text, parts, facts.headline),
        text=text,
        text_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        blocks=tuple(Block(role=part.role, start=part.start, end=part.end, at=part.at) for part in parts),
        headline=facts.headline,
        section=facts.section,
        byline=facts.byline,
        publisher=facts.publisher,
        origin=facts.origin,
        url=capture.url,
        canonical_url=facts.canonical_url,
        addresses=facts.addresses,
        date_published=facts.date_published,
        date_modified=facts.date_modified,
        language=find_language(content, facts.language),
        complete=facts.complete,
        receipts=dict(facts.receipts),
    )


def _check(text: str, parts: Sequence[Part]) -> None:
    ends, starts = [0, *(part.end for part in parts)], [*(part.start for part in parts), len(text)]
    for end, start in zip(ends, starts, strict=True):
        if end > start or (end < start and not text[end:start].isspace()):
            raise ValueError(f"found parts that leave out or share the text {end}..{start}, expected them side by side")
