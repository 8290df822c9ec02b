"""A page that has been read: its text, what each part of it is, and its date."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from newsledger.model.span import Span

BlockRole = Literal[
    "headline",
    "standfirst",
    "section",
    "byline",
    "dateline",
    "body",
    "caption",
    "credit",
    "live_entry",
    "correction",
    "related",
    "furniture",
]

#: The roles whose words are parsed and searched for findings.
READ_ROLES: frozenset[BlockRole] = frozenset(
    {"headline", "standfirst", "dateline", "body", "caption", "live_entry", "correction"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the text with one role; never more than white space lies between two of them.

    Attributes:
        at: A live entry's own time, as ISO 8601 to the precision that it was given (``T14:05``
            for a clock without a day).
    """

    role: BlockRole
    start: int
    end: int
    at: str | None = None

    @property
    def span(self) -> Span:
        """The block's place in the text."""
        return Span(start=self.start, end=self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Where a field of the page comes from.

    Attributes:
        field: The metadata key (``meta:article:published_time``, ``json-ld:headline``, ``url``,
            ``given``) where the words are not in the text, else None.
        spans: The words in the text, where they are there.
    """

    field: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDate:
    """When a page was published or changed, and how that is known.

    Attributes:
        value: ISO 8601, no more exact than what it rests on; None where unknown.
        earliest: First day that ``value`` allows.
        latest: Last day that ``value`` allows.
    """

    value: str | None = None
    earliest: date | None = None
    latest: date | None = None
    basis: Literal["given", "metadata", "url", "text", "feed", "inferred", "unknown"] = "unknown"
    receipt: Receipt | None = None

    @property
    def day(self) -> date | None:
        """The day itself where it is known exactly, else None."""
        return self.earliest if self.earliest == self.latest else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A page as an article (schema.org NewsArticle, in our own words for its parts).

    Attributes:
        id: Hash of the normalised headline and body text, so that mirrors agree.
        text: All text of the page in order; every span of a record points into it.
        section: Path of sections, the widest first.
        origin: The agency that a report comes from, when that is not the publisher.
        addresses: Other addresses of the same page or site that it names.
        date_modified: None where the page does not say that it was changed.
        language: BCP 47 tag of the text, or None.
        complete: True, False (pay wall, cut), or None where nothing tells.
        receipts: For ``headline``, ``section``, ``byline``, ``publisher``, ``origin``,
            ``canonical_url``: where each comes from.
    """

    id: str
    text: str
    text_sha256: str
    blocks: tuple[Block, ...]
    headline: str | None
    section: tuple[str, ...]
    byline: tuple[str, ...]
    publisher: str | None
    origin: str | None
    url: str | None
    canonical_url: str | None
    addresses: tuple[str, ...]
    date_published: PageDate
    date_modified: PageDate | None
    language: str | None
    complete: bool | None
    receipts: dict[str, Receipt]


def cut_short(article: Article, limit: str) -> Article:
    """Tell of an article that something was left out for its size; a limit that was told of before stays."""
    told = article.receipts.get("complete")
    if article.complete is False and told is not None:
        return article
    return replace(article, complete=False, receipts={**article.receipts, "complete": Receipt(field=f"limit:{limit}")})
