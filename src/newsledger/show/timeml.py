"""A Record as TimeML, with its times as TIMEX3 in the text."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from newsledger.model import PageDate, Record, Span, Timex
from newsledger.show.telling.steering import numbered

_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMA = "http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd"
_CREATED = "t0"
# What XML 1.0 has no way to write: most control characters, halves of a surrogate pair, two non-characters.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: A parser would make a line feed of a carriage return that is written as it is.
_ENTITIES = {"\r": "&#13;"}


def timeml(record: Record) -> str:
    """Give an article as a TimeML 1.2.1 document, with a TIMEX3 around the words of each time.

    ``TEXT`` holds the article's text unchanged to the last character; a character that XML cannot
    hold is a U+FFFD there, so that offsets stay. Phrases that name an event ("after the inauguration")
    and words that only bound a window ("so far") are no TIMEX3 and are left out. ``t0`` is the day of
    publication; where that is unknown its value is ``XXXX-XX-XX``.
    """
    text = _NOT_XML.sub("\ufffd", record.article.text)
    times = tuple(_apart(record.times))
    names = {timex.span: f"t{number}" for number, timex in enumerate(times, 1)}
    parts, end = [], 0
    for timex in times:
        attributes = "".join(f" {name}={quoteattr(value)}" for name, value in _attributes(record, timex, names))
        parts.append(_plain(text[end : timex.span.start]))
        parts.append(f"<TIMEX3{attributes}>{_plain(timex.span.of(text))}</TIMEX3>")
        end = timex.span.end
    parts.append(_plain(text[end:]))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<TimeML xmlns:xsi="{_XSI}" xsi:noNamespaceSchemaLocation="{_SCHEMA}">\n'
        f"<DOCID>{_plain(record.article.id)}</DOCID>\n"
        f"<DCT>{_created(record.article.date_published)}</DCT>\n"
        f"<TEXT>{''.join(parts)}</TEXT>\n"
        "</TimeML>"
    )


def _plain(text: str) -> str:
    return numbered(escape(text, _ENTITIES))


def _apart(times: tuple[Timex, ...]) -> Iterator[Timex]:
    """Give the times that TIMEX3 knows, none inside another."""
    end = 0
    for timex in times:
        if timex.type is not None and timex.value is not None and timex.span.start >= end:
            yield timex
            end = timex.span.end


def _attributes(record: Record, timex: Timex, names: Mapping[Span, str]) -> Iterator[tuple[str, str]]:
    yield "tid", names[timex.span]
    yield "type", timex.type or ""
    yield "value", timex.value or ""
    if timex.mod is not None:
        yield "mod", timex.mod
    yield "temporalFunction", "true" if timex.anchor is not None or _is_open(timex) else "false"
    yield "functionInDocument", "PUBLICATION_TIME" if _dates_page(record, timex) else "NONE"
    if isinstance(timex.anchor, date):
        yield "anchorTimeID", _CREATED
    elif timex.anchor is not None and timex.anchor in names:
        yield "anchorTimeID", names[timex.anchor]


def _is_open(timex: Timex) -> bool:
    """Say whether a value waits for a day to be counted from: ``XXXX-WXX-5``, not ``XXXX-XX-XX`` of a set."""
    return timex.type in ("DATE", "TIME") and (timex.value or "").startswith("XXXX")


def _dates_page(record: Record, timex: Timex) -> bool:
    day = record.article.date_published.day
    return timex.block_role == "dateline" and day is not None and timex.value == day.isoformat()


def _created(published: PageDate) -> str:
    value = (published.value or "XXXX-XX-XX").partition("T")[0]
    known = _plain(value)
    return (
        f'<TIMEX3 tid="{_CREATED}" type="DATE" value={quoteattr(value)} temporalFunction="false" '
        f'functionInDocument="CREATION_TIME">{known}</TIMEX3>'
    )
