"""The blocks of an article as a page shows them: marked words, and the notes beside them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from newsledger.model import Block, Record
from newsledger.show import phrases
from newsledger.show.reader.marks import Mark, Segment, marks_of, segments
from newsledger.show.reader.notes import Note

_HAPPENED = frozenset({"happened", "ongoing"})
# A class called "time" or "content" alone would also meet the notes of that name.
_CLASSES = {"time": "tmx"}
_LABELS = {"caption": "Caption", "correction": "Correction", "credit": "Credit"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A stretch of words over which the marks do not change, with the numbers of the notes that end here."""

    words: str
    classes: str
    findings: tuple[str, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A block of the article; ``label`` is the small word above it."""

    role: str
    label: str
    segments: tuple[Shown, ...]
    notes: tuple[tuple[int, Note], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Turns blocks of one record into paragraphs.

    Attributes:
        reached: How far the marks up to each one reach.
    """

    record: Record
    notes: tuple[tuple[int, Note], ...]
    marks: tuple[Mark, ...]
    reached: tuple[int, ...]
    not_done: frozenset[str]
    numbers_by_end: Mapping[int, tuple[int, ...]]

    @classmethod
    def of(cls, record: Record, notes: Sequence[Note]) -> "Writer":
        """Get ready: number the notes, and find where the words of each end."""
        marks = marks_of(record)
        ends: dict[str, int] = {}
        for mark in marks:
            ends[mark.finding] = max(mark.span.end, ends.get(mark.finding, 0))
        numbered = tuple(enumerate(notes, 1))
        numbers: dict[int, list[int]] = defaultdict(list)
        for number, note in numbered:
            numbers[ends[note.finding]].append(number)
        return cls(
            record=record,
            notes=numbered,
            marks=marks,
            reached=tuple(accumulate((mark.span.end for mark in marks), max)),
            not_done=frozenset(event.id for event in record.events if event.standing not in _HAPPENED),
            numbers_by_end={end: tuple(found) for end, found in numbers.items()},
        )

    def paragraph(self, block: Block, *, before: str | None = None) -> Paragraph:
        """Show a block.

        Args:
            block: The block.
            before: The time of the block ahead of it: a live entry of several blocks tells its time once.
        """
        first = bisect_left(self.notes, block.start, key=_start)
        return Paragraph(
            role=block.role,
            label=phrases.moment(block.at) if block.at and block.at != before else _LABELS.get(block.role, ""),
            segments=tuple(self._shown(block)),
            notes=self.notes[first : bisect_left(self.notes, block.end, key=_start)],
        )

    def _shown(self, block: Block) -> Iterator[Shown]:
        # The marks are in the order of their starts: none before the first that reaches into the block touches it.
        first, last = bisect_right(self.reached, block.start), bisect_left(self.marks, block.end, key=_mark_start)
        near = self.marks[first:last]
        for segment in segments(self.record.article.text, block.span, near):
            yield Shown(
                words=segment.words,
                classes=" ".join(self._classes(segment)),
                findings=segment.findings,
                numbers=self.numbers_by_end.get(segment.end, ()) if segment.findings else (),
            )

    def _classes(self, segment: Segment) -> Iterator[str]:
        for kind in segment.kinds:
            yield _CLASSES.get(kind, kind)
        if "trigger" in segment.kinds and self.not_done.intersection(segment.findings):
            yield "notyet"


def _start(numbered: tuple[int, Note]) -> int:
    return numbered[1].start


def _mark_start(mark: Mark) -> int:
    return mark.span.start
