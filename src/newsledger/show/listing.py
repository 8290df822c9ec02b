"""A Record as lines for a terminal."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsledger.model import Actor, Event, Expectation, Record, Span, Statement
from newsledger.show import phrases
from newsledger.show.answers.grid import styled
from newsledger.show.answers.states import state_of
from newsledger.show.settlement import settlement
from newsledger.show.sure import ALL, Floors, Sure, how_sure, less_sure
from newsledger.show.telling import steering
from newsledger.show.telling.columns import wrapped
from newsledger.show.telling.counts import counts
from newsledger.show.telling.findings import (
    again,
    expectations_told,
    reporter,
    told_event,
    told_expectation,
    told_statement,
)
from newsledger.show.telling.once import events_told

# Terminal styles (ECMA-48): applied after wrapping, so that they have no width.
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
# A space at which no line is broken: a receipt stays in one piece.
_TIED = "\u00a0"


def listing(
    record: Record, *, width: int = 80, colour: bool = False, floors: Floors = ALL, receipts: bool = True
) -> str:
    """Show a record in the order that a reader asks: what and when, who said what, what happened, what is due, who.

    Args:
        record: The record.
        width: Columns of the terminal; words are wrapped and never cut.
        colour: Use bold headings, dim receipts, and colours of standings.
        floors: From which confidence on findings are shown; how many lie below is said.
        receipts: With codes, places, how sure each finding is and why, and what would settle an expectation.
    """
    sure = Sure.of(record, floors)
    happenings = events_told(record)
    tell = _Teller(record=record, receipts=receipts)
    said = [tell.statement(s) for s in record.statements if sure.statement(s)]
    done = [tell.event(e) for e in happenings if sure.event(e)]
    due = [tell.expectation(x) for x in expectations_told(record) if sure.expectation(x)]
    left = (len(record.statements) - len(said), len(happenings) - len(done), len(expectations_told(record)) - len(due))
    sections = (
        _head(record),
        _section("Who said what", [*said, *_left(left[0], "statement")]),
        _section("What happened, and what did not", [*done, *_left(left[1], "event")]),
        _section("What is due", [*due, *_left(left[2], "expectation")]),
        _section("Who is in it", [(phrases.described(actor, codes=receipts),) for actor in record.actors]),
    )
    shown = "\n".join("".join(_wrap(line, width) + "\n" for line in section) for section in sections if section)
    return _styled(steering.shown(shown)) if colour else steering.shown(shown)


def actor_listing(record: Record, *, width: int = 80) -> str:
    """Show who is in an article, and by which words and rules each was found.

    Args:
        record: The record.
        width: Columns of the terminal; words are wrapped and never cut.
    """
    lines = [_headline(record)]
    for actor in record.actors:
        lines += ["", phrases.described(actor), f"    {actor.key}", *_mentions(record, actor)]
    return steering.shown("".join(_wrap(line, width) + "\n" for line in lines))


def _mentions(record: Record, actor: Actor) -> Sequence[str]:
    text = record.article.text
    return [
        f"    {phrases.quoted([found.span], text)} · {found.form} · {found.rule}  {_receipt(record, found.span)}"
        for found in actor.mentions
    ]


def summary(record: Record) -> str:
    """Show a record on one line: date, headline, counts."""
    when = phrases.iso(record.article.date_published.value or "") or "not dated"
    return steering.shown(" · ".join((when, _headline(record), *counts(record))))


def _head(record: Record) -> Sequence[str]:
    article = record.article
    where = (" / ".join(article.section), article.publisher or "", ", ".join(article.byline))
    lines = (
        _headline(record),
        " · ".join(part for part in where if part),
        phrases.dated(article.date_published, article.text),
        " · ".join(counts(record)),
        *phrases.caveats(record),
    )
    return [line for line in lines if line]


def _headline(record: Record) -> str:
    return phrases.name_of(record.article.headline, record.article.url)


def _section(title: str, entries: Sequence[Sequence[str]]) -> Sequence[str]:
    lines = [line for entry in entries for line in entry]
    return [title, "─" * len(title), *lines] if lines else []


def _left(number: int, thing: str) -> Sequence[Sequence[str]]:
    return [(less_sure(number, thing),)] if number else []


@dataclass(frozen=True, slots=True, kw_only=True)
class _Teller:
    """Tells findings in lines; without receipts, each in one."""

    record: Record
    receipts: bool

    def statement(self, statement: Statement) -> Sequence[str]:
        told = told_statement(self.record, statement)
        nested = "inside another statement" if statement.parent else ""
        head = " · ".join(part for part in (told.parties, told.act, nested) if part)
        words = phrases.quoted(statement.content, self.record.article.text)
        if not self.receipts:
            return ("  ".join(part for part in (head, words) if part),)
        sure = how_sure(statement.confidence, statement.reasons)
        said = f"    {words}  {_receipt(self.record, *statement.content, sure=sure)}"
        return (head, said) if head else (said,)

    def event(self, event: Event) -> Sequence[str]:
        told = told_event(self.record, event)
        caption = "caption" if event.block_role == "caption" else ""
        sure = how_sure(event.confidence, event.reasons)
        parts = (told.sentence, reporter(self.record, event), caption, again(self.record, event.id))
        return (self._line(parts, _receipt(self.record, event.trigger, code=told.receipt, sure=sure)),)

    def expectation(self, expectation: Expectation) -> Sequence[str]:
        text = self.record.article.text
        told = told_expectation(self.record, expectation)
        if told is None:
            return ()
        condition = [expectation.condition] if expectation.condition else []
        parts = (told.sentence, again(self.record, expectation.id))
        if not self.receipts:
            return (self._line((*parts, *(f"on condition {phrases.quoted(condition, text)}" for _ in condition)), ""),)
        sure = how_sure(expectation.confidence, expectation.reasons)
        lines = [self._line(parts, _receipt(self.record, expectation.action, code=told.receipt, sure=sure))]
        lines += [f"    on condition: {phrases.quoted(condition, text)}" for _ in condition]
        if expectation.window:
            lines.append(f"    when: {phrases.quoted(expectation.window, text)}")
        return (*lines, f"    {settlement(expectation, self.record)}")

    def _line(self, parts: Sequence[str], receipt: str) -> str:
        line = " · ".join(part for part in parts if part)
        return f"{line}  {receipt}" if self.receipts else line


def _receipt(record: Record, *spans: Span, code: str = "", sure: str = "") -> str:
    whole = Span(start=spans[0].start, end=spans[-1].end)
    parts = (code, phrases.place(record.article, whole), sure)
    return f"[{' · '.join(part for part in parts if part)}]".replace(" ", _TIED)


def _wrap(line: str, width: int) -> str:
    indent = " " * (len(line) - len(line.lstrip()))
    return "\n".join(wrapped(line, max(width, 20), indent + "  ")).replace(_TIED, " ")


def _styled(shown: str) -> str:
    lines = shown.splitlines()
    for number, line in enumerate(lines):
        ruled = number + 1 < len(lines) and lines[number + 1].startswith("─")
        if number == 0 or ruled:
            lines[number] = f"{_BOLD}{line}{_PLAIN}"
        elif line.endswith("]") and "  [" in line:
            words, _, receipt = line.rpartition("  [")
            lines[number] = f"{words}  {_DIM}[{receipt}{_PLAIN}"
        standing, _, rest = lines[number].partition(" · ")
        if rest and standing.isalpha():
            lines[number] = f"{styled(state_of(standing), colour=True)} · {rest}"
    return "\n".join(lines) + "\n"
