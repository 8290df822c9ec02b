"""Cuts the words that a receipt names out of the articles that they stand in."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsledger.errors import AbsentError
from newsledger.model import Article, Evidence, Origin, Passage, Record, Span
from newsledger.show.telling.line import Words, lit
from newsledger.store import Answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Words with the sentence around them, and the article that they stand in."""

    words: Words
    article: Origin
    finding: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cutter:
    """Loads each article once.

    Attributes:
        records: By the ids of their articles; filled while cutting.
    """

    store: Answers
    records: dict[str, Record] = field(default_factory=dict)

    def cut(self, evidence: Evidence) -> Cut | None:
        """Cut what a receipt names; None where its article is gone or has other words now."""
        record = self.record(evidence.article)
        if record is None or not evidence.spans:
            return None
        if max(span.end for span in evidence.spans) > len(record.article.text):
            return None
        passage = passage_of(record, evidence.spans)
        return Cut(words=lit(passage, evidence.spans), article=origin_of(record.article), finding=evidence.finding)

    def record(self, article: str) -> Record | None:
        """Load an article."""
        if article not in self.records:
            try:
                self.records[article] = self.store.record(article)
            except AbsentError:
                return None
        return self.records[article]


def passage_of(record: Record, spans: Sequence[Span]) -> Passage:
    """Give the sentences that hold some words, else the words alone."""
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    holding = [one for one in record.sentences if one.start < last and first < one.end]
    start = min([first, *(one.start for one in holding)])
    end = max([last, *(one.end for one in holding)])
    text = record.article.text
    return Passage(
        start=first, end=last, exact=text[first:last], sentence=text[start:end], sentence_start=start, block=""
    )


def origin_of(article: Article) -> Origin:
    """Give an article as answers name it."""
    return Origin(
        id=article.id,
        url=article.url,
        headline=article.headline,
        publisher=article.publisher,
        published=article.date_published.value,
    )


def place_of(mention: str) -> Evidence | None:
    """Read the place out of the id of a mention, ``{article}:{start}-{end}``."""
    article, _, place = mention.partition(":")
    start, _, end = place.removesuffix(":w").partition("-")
    if not (start.isdigit() and end.isdigit()):
        return None
    return Evidence(article=article, finding=None, spans=(Span(start=int(start), end=int(end)),))
