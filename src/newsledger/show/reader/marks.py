"""Nested and crossing marks over a text, split where any of them begins or ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from newsledger.model import Record, Span
from newsledger.show.telling.findings import expectations_told

MarkKind = Literal["content", "source", "cue", "trigger", "time", "action"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of the text that a finding rests on."""

    finding: str
    kind: MarkKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of the text over which the marks do not change."""

    words: str
    end: int
    kinds: tuple[MarkKind, ...]
    findings: tuple[str, ...]


def marks_of(record: Record) -> tuple[Mark, ...]:
    """Give all marks of a record, in text order; what is told again bears the mark of what it was told as first."""
    marks = [Mark(finding=timex.id, kind="time", span=timex.span) for timex in record.times]
    for statement in record.statements:
        marks += [Mark(finding=statement.id, kind="content", span=span) for span in statement.content]
        marks += [Mark(finding=statement.id, kind="source", span=span) for span in statement.source]
        marks += [Mark(finding=statement.id, kind="cue", span=span) for span in statement.cue]
    marks += [Mark(finding=event.same_as or event.id, kind="trigger", span=event.trigger) for event in record.events]
    told = {one.id for one in expectations_told(record)}
    for one in record.expectations:
        if (first := one.same_as or one.id) in told:
            marks.append(Mark(finding=first, kind="action", span=one.action))
    return tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.kind, mark.finding)))


def segments(text: str, span: Span, marks: Sequence[Mark]) -> Iterator[Segment]:
    """Split a stretch of the text at every border of a mark.

    Args:
        text: The article's text.
        span: The stretch, such as a block.
        marks: The marks that touch it.
    """
    marks = [mark for mark in marks if mark.span.overlaps(span)]
    borders = {span.start, span.end}
    for mark in marks:
        borders |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
    waiting = sorted(marks, key=lambda mark: mark.span.start)[::-1]
    over: list[Mark] = []
    for start, end in pairwise(sorted(borders)):
        over = [mark for mark in over if mark.span.end > start]
        while waiting and waiting[-1].span.start <= start:
            over.append(waiting.pop())
        yield Segment(
            words=text[start:end],
            end=end,
            kinds=tuple(sorted({mark.kind for mark in over})),
            findings=tuple(dict.fromkeys(mark.finding for mark in over)),
        )
