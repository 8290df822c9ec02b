"""An article as it is looked through for what became of an expectation."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import as_file, files

from newsledger.lexicon import load_lexicon
from newsledger.model import Actor, Event, Evidence, Record, Span
from newsledger.outlook.rules import SCHEMAS

_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A record with its day and its actors by id.

    Attributes:
        day: The day on which it says so: of publication, or the last that its date allows.
        starts: Where each sentence begins.
    """

    record: Record
    day: date | None
    actors: Mapping[str, Actor]
    starts: tuple[int, ...]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.record.article.text

    def known(self, ids: Iterable[str] | None) -> tuple[Actor, ...]:
        """Give the actors of some ids; what the record does not know is left out."""
        return tuple(self.actors[one] for one in ids or () if one in self.actors)

    def sentence(self, span: Span) -> Span:
        """Give the sentence that words begin in; the words themselves where there is none."""
        number = bisect_right(self.starts, span.start) - 1
        if number < 0 or self.record.sentences[number].end <= span.start:
            return span
        return self.record.sentences[number]

    def is_lead(self, span: Span) -> bool:
        """Say whether words stand in the first three sentences, where the news is told."""
        return bisect_right(self.starts, span.start) <= 3

    def present(self, sentence: Span) -> tuple[Actor, ...]:
        """Give the actors whom a sentence mentions."""
        return tuple(
            actor for actor in self.record.actors if any(sentence.holds(mention.span) for mention in actor.mentions)
        )

    def evidence(self, finding: str | None, *spans: Span) -> Evidence:
        """Point at words of this article."""
        return Evidence(article=self.record.article.id, finding=finding, spans=spans)

    def evidence_of(self, event: Event) -> Evidence:
        """Point at the words of an event in text order: who, what, whom."""
        spans = {span for span in (event.actor, event.trigger, event.recipient) if span is not None}
        return self.evidence(event.id, *sorted(spans))


def open_document(record: Record) -> Document:
    """Make a record ready to be looked through."""
    published = record.article.date_published
    return Document(
        record=record,
        day=published.day or published.latest,
        actors={actor.id: actor for actor in record.actors},
        starts=tuple(span.start for span in record.sentences),
    )


# An article is held against many expectations, and a sentence of it each time.
@lru_cache(maxsize=8192)
def content_words(text: str) -> frozenset[str]:
    """Give the words that say what something is about, in lower case and without a plural's ending."""
    return frozenset(stem(word) for word in _WORD.findall(text.lower()) if word not in _stop_words())


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    with as_file(files("newsledger.outlook") / "data" / "word_classes.en.tsv") as path:
        rows = load_lexicon(path, SCHEMAS["word_classes"]).rows
    return frozenset(row["word"] for row in rows if row["class"] == "stop")


def stem(word: str) -> str:
    """Cut a plural's or a genitive's ending off a word in lower case."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
