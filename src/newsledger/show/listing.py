"""A Record as plain lines for a terminal."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from newsledger.model import Article, Event, Expectation, PageDate, Record, Span, Statement
from newsledger.show.settlement import settlement

Finding = TypeVar("Finding", Event, Expectation)

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_BASES = {
    "given": "as given",
    "metadata": "from the page's metadata",
    "url": "from the page's address",
    "text": "from the page's text",
    "inferred": "inferred",
}


def listing(record: Record, *, width: int = 80) -> str:
    """Show a record in the order that a reader asks: what and when, who said what, what happened, what is due.

    Args:
        record: The record.
        width: Columns of the terminal; words are wrapped and never cut.
    """
    sections = (
        _head(record),
        _section("Who said what", [_statement(record, s) for s in record.statements]),
        _section("What happened, and what did not", [_event(record, e) for e in record.events]),
        _section("What is due", [_expectation(record, x) for x in record.expectations]),
    )
    return "\n".join("\n".join(_wrap(line, width) for line in section) + "\n" for section in sections if section)


def _head(record: Record) -> Sequence[str]:
    article = record.article
    events = distinct(record.events)
    standings = Counter(event.standing for event in events)
    told = ", ".join(f"{count} {standing}" for standing, count in standings.most_common())
    where = (" / ".join(article.section), article.publisher or "", ", ".join(article.byline))
    counts = (
        _count(len(record.statements), "statement"),
        _count(len(events), "event") + (f" ({told})" if told else ""),
        _count(len(distinct(record.expectations)), "expectation"),
    )
    lines = (
        article.headline or "(no headline)",
        " · ".join(part for part in where if part),
        _date(article.date_published, article.text),
        " · ".join(counts),
    )
    return [line for line in lines if line]


def distinct(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Keep the first mention of each happening or expectation."""
    return tuple(finding for finding in findings if finding.same_as is None)


def _date(date: PageDate, text: str) -> str:
    if date.value is None:
        return "not dated"
    said = _day(date.value)
    spans = date.receipt.spans if date.receipt else ()
    words = " and ".join(f"“{' '.join(span.of(text).split())}”" for span in spans)
    basis = _BASES[date.basis]
    return f"{said}, {basis} ({words})" if words else f"{said}, {basis}"


def _day(value: str) -> str:
    parts = value[:10].split("-")
    if len(parts) == 3:
        return f"{int(parts[2])} {_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}" if len(parts) == 2 else value


def _section(title: str, entries: Sequence[Sequence[str]]) -> Sequence[str]:
    lines = [line for entry in entries for line in entry]
    return [title, "-" * len(title), *lines] if lines else []


def _statement(record: Record, statement: Statement) -> Sequence[str]:
    text = record.article.text
    source = _who(record, statement.source, (statement.source_actor,) if statement.source_actor else ())
    cue = _words(statement.cue, text) or "says"
    nested = " (reported inside another statement)" if statement.parent else ""
    return (
        f"{source or 'nobody named'} · {cue}{nested}",
        f"    {_quoted(statement.content, text)}  {_place(record.article, statement.content)}",
    )


def _event(record: Record, event: Event) -> Sequence[str]:
    text = record.article.text
    kind = event.event_type if event.other_kind is None else f"{event.event_type} {event.other_kind}"
    actor = _who(record, (event.actor,) if event.actor else (), event.actor_ids)
    recipient = _who(record, (event.recipient,) if event.recipient else (), event.recipient_ids)
    parties = " → ".join((actor or "nobody named", recipient)) if recipient else actor or "nobody named"
    sources = {statement.id: statement for statement in record.statements}
    carrier = sources.get(event.reported_by or "")
    by = _who(record, carrier.source, (carrier.source_actor,) if carrier.source_actor else ()) if carrier else ""
    when = f", {_days(event.earliest, event.latest)}" if event.earliest or event.latest else ""
    return (
        f"{event.standing.upper()} · {kind} · {parties}{when}",
        f"    “{_words((event.trigger,), text)}”"
        + (f", says {by}" if by else "")
        + (" (caption)" if event.block_role == "caption" else "")
        + (" (again)" if event.same_as else "")
        + f"  {_place(record.article, (event.trigger,))}",
    )


def _expectation(record: Record, expectation: Expectation) -> Sequence[str]:
    text = record.article.text
    holder = _who(record, (expectation.holder,) if expectation.holder else (), expectation.holder_ids)
    negated = ", not to come" if expectation.negated else ""
    lines = [
        f"{expectation.kind.replace('_', ' ')} · {expectation.strength}{negated} · {holder or 'nobody named'}",
        f"    {_quoted((expectation.action,), text)}  {_place(record.article, (expectation.action,))}",
    ]
    if expectation.condition:
        lines.append(f"    on condition: {_quoted((expectation.condition,), text)}")
    if expectation.window:
        lines.append(f"    when: {_quoted(expectation.window, text)}")
    return (*lines, f"    {settlement(expectation, record)}")


def _who(record: Record, spans: Sequence[Span], ids: Sequence[str]) -> str:
    """Name the actors; where none is known, the words themselves."""
    names = {actor.id: actor.name for actor in record.actors}
    known = [names[i] for i in ids if i in names]
    return ", ".join(known) or _words(spans, record.article.text)


def _words(spans: Iterable[Span], text: str) -> str:
    return " … ".join(" ".join(span.of(text).split()) for span in spans)


def _quoted(spans: Iterable[Span], text: str) -> str:
    return "“" + _words(spans, text).strip('“”"') + "”"


def _place(article: Article, spans: Sequence[Span]) -> str:
    """Say where the words stand: the block, and their code points."""
    first = spans[0]
    role = next((block.role for block in article.blocks if block.start <= first.start < block.end), "text")
    same = [block for block in article.blocks if block.role == role]
    number = next((n for n, block in enumerate(same, 1) if block.start <= first.start < block.end), 0)
    paragraph = f" ¶{number}" if len(same) > 1 else ""
    return f"[{role.replace('_', ' ')}{paragraph}, {first.start}–{spans[-1].end}]"


def _days(earliest: object, latest: object) -> str:
    if earliest == latest:
        return str(earliest)
    return f"{earliest or '…'} – {latest or '…'}"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _wrap(line: str, width: int) -> str:
    indent = " " * (len(line) - len(line.lstrip()))
    return textwrap.fill(
        line, max(width, 20), subsequent_indent=indent + "  ", break_long_words=False, break_on_hyphens=False
    )
