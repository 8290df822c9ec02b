"""Articles as they are grouped: their words with their places in the text."""

import hashlib
import json
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from newsledger.ledger.grouping.pairs.neighbouring import values_of
from newsledger.model import Report, Span
from newsledger.pipeline import load_story_rules
from newsledger.store.groups import HeldReport, Source, place_of
from newsledger.stories import Rules
from newsledger.stories.sketches import shingles, sketch_of
from newsledger.stories.weights import vector
from newsledger.stories.words import spelled

#: The parts of a page whose words are the article's own; captions are often those of an agency's picture.
_ROLES = frozenset({"standfirst", "body", "live_entry", "correction"})
_BETWEEN = "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A report, and where its words stand in the article's text.

    Attributes:
        starts: Where each part begins in the report's text.
        ends: Where it ends in the article's text.
        offsets: What is to be added to a place of the report's text, by part.
    """

    report: Report
    starts: tuple[int, ...]
    offsets: tuple[int, ...]

    def place(self, span: Span) -> tuple[int, int]:
        """Give the place in the article's text of words of the report's text."""
        return self._at(span.start), self._at(span.end - 1) + 1

    def _at(self, place: int) -> int:
        return place + self.offsets[bisect_right(self.starts, place) - 1]


def words_of(source: Source) -> Words:
    """Make the report of an article."""
    blocks = [(start, end) for role, start, end in json.loads(source.blocks) if role in _ROLES]
    lengths = [end - start + len(_BETWEEN) for start, end in blocks]
    starts = tuple(accumulate(lengths, initial=0))[: len(blocks)]
    report = Report(
        id=source.id,
        outlet=source.outlet,
        day=source.day,
        headline=source.headline,
        text=_BETWEEN.join(source.text[start:end] for start, end in blocks),
    )
    offsets = tuple(start - at for (start, _), at in zip(blocks, starts, strict=True))
    return Words(report=report, starts=starts, offsets=offsets)


def digest_of(report: Report) -> str:
    """Hash what is grouped of an article; the same again need not be grouped anew."""
    parts = (report.outlet or "", str(report.day), report.headline or "", report.text)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def sign(source: Source) -> HeldReport:
    """Give what an article is found by and weighed by, as a report that nothing is known of yet but itself."""
    report = words_of(source).report
    features = vector(report, story_rules().common)
    place = place_of(source.day, source.id)
    return HeldReport(
        place=place,
        article=source.article,
        outlet=source.outlet,
        digest=digest_of(report),
        shingles=shingles_of(report),
        heavy=values_of(features),
        features=features,
        leader=place,
        original=place,
    )


def shingles_of(report: Report) -> tuple[int, ...]:
    """Give the shingles of a report by which its copies are found."""
    return tuple(sorted({value for _, value in sketch_of(shingles(spelled(report.text)), None).kept}))


@cache
def story_rules() -> Rules:
    """Load the rules of the stories room once in a process."""
    return load_story_rules()
