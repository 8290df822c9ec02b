"""A Record as one self-contained HTML page."""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from newsledger.model import Block, Record
from newsledger.show import phrases
from newsledger.show.marks import Mark, marks_of, segments
from newsledger.show.notes import Note, notes_of
from newsledger.show.timeline import timeline

_HAPPENED = frozenset({"happened", "ongoing"})
_SET_APART = frozenset({"furniture", "related"})
_CLASSES = {"time": "tmx"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    words: str
    classes: str
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    role: str
    tag: str
    label: str
    segments: tuple[_Shown, ...]
    notes: tuple[Note, ...]


def html_page(record: Record) -> str:
    """Show a record as a page that stands alone: no outside resource, and nothing of the source that runs.

    Every word of the source is escaped; the page's content policy lets only the page's own style and
    script in, by their hashes.
    """
    article = record.article
    notes = notes_of(record)
    script, style = _resource("page.js"), _resource("page.css")
    first: dict[str, str] = {note.kind: note.finding for note in reversed(notes)}
    kinds = ("statement", "event", "expectation")
    return _template("page.html").render(
        language=article.language or "und",
        title=_title(record),
        by=" · ".join(part for part in (article.publisher or "", ", ".join(article.byline)) if part),
        dated=phrases.dated(article.date_published, article.text),
        addresses=[address for address in (article.url, *article.addresses) if address],
        counts=[
            {"words": words, "kind": kind, "first": first.get(kind)}
            for words, kind in zip(phrases.counts(record), kinds, strict=True)
        ],
        actors=sorted(record.actors, key=lambda actor: actor.name),
        article=article,
        timeline=timeline(record),
        blocks=tuple(_paragraphs(record, notes)),
        furniture=[b.span.of(article.text) for b in article.blocks if b.role in _SET_APART],
        made_by=record.made_by,
        digest=record.digest,
        style=Markup(style),  # noqa: S704 -- our own file
        script=Markup(script),  # noqa: S704 -- our own file
        style_hash=_sha256(style),
        script_hash=_sha256(script),
    )


def html_index(pages: Sequence[tuple[str, Record]]) -> str:
    """List many pages with their counts: file name and record, in the order in which they were read."""
    style = _resource("page.css")
    rows = [
        {"file": name, "title": _title(record), "date": _short_date(record), "counts": phrases.counts(record)}
        for name, record in pages
    ]
    return _template("index.html").render(rows=rows, style=Markup(style), style_hash=_sha256(style))  # noqa: S704


def _title(record: Record) -> str:
    return " ".join((record.article.headline or "(no headline)").split())


def _short_date(record: Record) -> str:
    return phrases.iso(record.article.date_published.value or "") or "not dated"


def _paragraphs(record: Record, notes: tuple[Note, ...]) -> Iterator[_Paragraph]:
    marks = marks_of(record)
    not_yet = {event.id for event in record.events if event.standing not in _HAPPENED}
    for block in record.article.blocks:
        if block.role in _SET_APART:
            continue
        yield _Paragraph(
            role=block.role,
            tag="h2" if block.role == "headline" else "p",
            label=_label(block),
            segments=tuple(_shown(record, block, marks, not_yet)),
            notes=tuple(note for note in notes if block.start <= note.start < block.end),
        )


def _label(block: Block) -> str:
    if block.role == "live_entry":
        return block.at or "live"
    return {"caption": "caption", "correction": "correction"}.get(block.role, "")


def _shown(record: Record, block: Block, marks: tuple[Mark, ...], not_yet: set[str]) -> Iterator[_Shown]:
    touching = [mark for mark in marks if mark.span.overlaps(block.span)]
    for segment in segments(record.article.text, block.span, touching):
        classes = [_CLASSES.get(kind, kind) for kind in segment.kinds]
        if "trigger" in segment.kinds and not_yet.intersection(segment.findings):
            classes.append("notyet")
        yield _Shown(words=segment.words, classes=" ".join(classes), findings=segment.findings)


@cache
def _template(name: str) -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_resource(name))


@cache
def _resource(name: str) -> str:
    return (files("newsledger.show") / "templates" / name).read_text(encoding="utf-8")


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
