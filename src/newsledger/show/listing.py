"""A Record as lines for a terminal."""

import textwrap
from collections.abc import Sequence

from newsledger.model import Actor, Event, Expectation, Record, Span, Statement
from newsledger.show import phrases
from newsledger.show.settlement import settlement
from newsledger.show.telling import steering

# Terminal styles (ECMA-48): applied after wrapping, so that they have no width.
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
# A space at which no line is broken: a receipt stays in one piece.
_TIED = "\u00a0"


def listing(record: Record, *, width: int = 80, colour: bool = False) -> str:
    """Show a record in the order that a reader asks: what and when, who said what, what happened, what is due, who.

    Args:
        record: The record.
        width: Columns of the terminal; words are wrapped and never cut.
        colour: Use bold headings and dim receipts.
    """
    sections = (
        _head(record),
        _section("Who said what", [_statement(record, s) for s in record.statements]),
        _section("What happened, and what did not", [_event(record, e) for e in record.events]),
        _section("What is due", [_expectation(record, x) for x in record.expectations]),
        _section("Who is in it", [(phrases.described(actor),) for actor in record.actors]),
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
    return steering.shown(" · ".join((when, _headline(record), *phrases.counts(record))))


def _head(record: Record) -> Sequence[str]:
    article = record.article
    where = (" / ".join(article.section), article.publisher or "", ", ".join(article.byline))
    lines = (
        _headline(record),
        " · ".join(part for part in where if part),
        phrases.dated(article.date_published, article.text),
        " · ".join(phrases.counts(record)),
        *phrases.caveats(record),
    )
    return [line for line in lines if line]


def _headline(record: Record) -> str:
    return " ".join((record.article.headline or "(no headline)").split())


def _section(title: str, entries: Sequence[Sequence[str]]) -> Sequence[str]:
    lines = [line for entry in entries for line in entry]
    return [title, "─" * len(title), *lines] if lines else []


def _statement(record: Record, statement: Statement) -> Sequence[str]:
    text = record.article.text
    source = phrases.speaker(record, statement) or "nobody named"
    cue = f" · {phrases.words(statement.cue, text)}" if statement.cue else ""
    nested = " (inside another statement)" if statement.parent else ""
    return (
        f"{source}{cue}{nested}",
        f"    {phrases.quoted(statement.content, text)}  {_receipt(record, *statement.content)}",
    )


def _event(record: Record, event: Event) -> Sequence[str]:
    when = phrases.window(event.earliest, event.latest)
    carrier = next((s for s in record.statements if s.id == event.reported_by), None)
    says = f", says {phrases.speaker(record, carrier) or 'nobody named'}" if carrier else ""
    caption = " (caption)" if event.block_role == "caption" else ""
    again = " (again)" if event.same_as else ""
    parts = (event.standing, phrases.kind(event), phrases.parties(record, event), when)
    return (
        " · ".join(part for part in parts if part),
        f"    {phrases.quoted([event.trigger], record.article.text)}{says}{caption}{again}  "
        + _receipt(record, event.trigger),
    )


def _expectation(record: Record, expectation: Expectation) -> Sequence[str]:
    text = record.article.text
    holder = phrases.who(record, expectation.holder, expectation.holder_ids) or "nobody named"
    negated = ", not to come" if expectation.negated else ""
    lines = [
        f"{expectation.kind.replace('_', ' ')} · {expectation.strength}{negated} · {holder}",
        f"    {phrases.quoted([expectation.action], text)}  {_receipt(record, expectation.action)}",
    ]
    if expectation.condition:
        lines.append(f"    on condition: {phrases.quoted([expectation.condition], text)}")
    if expectation.window:
        lines.append(f"    when: {phrases.quoted(expectation.window, text)}")
    return (*lines, f"    {settlement(expectation, record)}")


def _receipt(record: Record, *spans: Span) -> str:
    whole = Span(start=spans[0].start, end=spans[-1].end)
    return f"[{phrases.place(record.article, whole)}]".replace(" ", _TIED)


def _wrap(line: str, width: int) -> str:
    indent = " " * (len(line) - len(line.lstrip()))
    wrapped = textwrap.fill(
        line, max(width, 20), subsequent_indent=indent + "  ", break_long_words=False, break_on_hyphens=False
    )
    return wrapped.replace(_TIED, " ")


def _styled(shown: str) -> str:
    lines = shown.splitlines()
    for number, line in enumerate(lines):
        ruled = number + 1 < len(lines) and lines[number + 1].startswith("─")
        if number == 0 or ruled:
            lines[number] = f"{_BOLD}{line}{_PLAIN}"
        elif line.endswith("]") and "  [" in line:
            words, _, receipt = line.rpartition("  [")
            lines[number] = f"{words}  {_DIM}[{receipt}{_PLAIN}"
    return "\n".join(lines) + "\n"
