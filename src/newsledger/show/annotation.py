"""A Record as a W3C Web Annotation collection."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from newsledger.model import Record, Span
from newsledger.show.reader.notes import Note, notes_of

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# How much of the text around its words a TextQuoteSelector carries.
_AROUND = 32


def annotations(record: Record, *, quotes: bool = True) -> dict[str, Any]:
    """Give the findings of a record as annotations of its page.

    Each annotation has what was found as its body, how sure it is as another, and a target for every
    span: the page's address (or the hash of its text, where it has none on the web) with a
    TextPositionSelector and a TextQuoteSelector. All stand on one page of the collection; without
    findings there is none.

    Args:
        record: The record.
        quotes: Give the exact words too; without them a target has its positions only.
    """
    url = record.article.url or ""
    source = url if url.startswith(("https://", "http://")) else f"urn:sha256:{record.article.text_sha256}"
    spans = _spans(record)
    items = [_annotation(record, source, note, spans[note.finding], quotes=quotes) for note in notes_of(record)]
    name = f"urn:newsledger:{record.article.id}"
    page = {"id": f"{name}:page", "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items}
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": record.article.headline if quotes and record.article.headline else source,
        "total": len(items),
        **({"first": page, "last": page["id"]} if items else {}),
    }


def _annotation(record: Record, source: str, note: Note, spans: Sequence[Span], *, quotes: bool) -> dict[str, Any]:
    words = (note.tag, note.standing, *note.told) if quotes else (note.kind, note.standing)
    tags = [note.kind] + ([note.standing] if note.standing else []) + ([note.code] if note.code else [])
    return {
        "id": f"urn:newsledger:{record.article.id}:{note.finding}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "text/plain",
                "value": " · ".join(word for word in words if word),
            },
            *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags),
            *_assessed(note),
        ],
        "target": [
            {
                "type": "SpecificResource",
                "source": source,
                "selector": _selectors(record.article.text, span, quotes=quotes),
            }
            for span in spans
        ],
    }


def _assessed(note: Note) -> Iterator[dict[str, str]]:
    """Give how sure a finding is as the body that assesses it, a number from 0 to 1."""
    if note.confidence is not None:
        yield {"type": "TextualBody", "purpose": "assessing", "format": "text/plain", "value": f"{note.confidence:.3f}"}


def _selectors(text: str, span: Span, *, quotes: bool) -> list[dict[str, Any]]:
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    if not quotes:
        return [position]
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
    return [position, quote]


def _spans(record: Record) -> dict[str, tuple[Span, ...]]:
    """Give the words of each finding, of all its mentions."""
    spans: dict[str, tuple[Span, ...]] = defaultdict(tuple)
    for statement in record.statements:
        spans[statement.id] = (*statement.source, *statement.cue, *statement.content)
    for event in record.events:
        parties = (event.trigger, event.actor, event.recipient, event.place)
        spans[event.same_as or event.id] += tuple(span for span in parties if span is not None)
    for timex in record.times:
        spans[timex.id] = (timex.span,)
    for one in record.expectations:
        spans[one.same_as or one.id] += (one.action, *one.window)
    return {name: tuple(dict.fromkeys(found)) for name, found in spans.items()}
