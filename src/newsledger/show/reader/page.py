"""A Record as one self-contained HTML page."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from newsledger.model import Block, Record
from newsledger.show import phrases
from newsledger.show.reader.blocks import Paragraph, Writer
from newsledger.show.reader.notes import Note, notes_of
from newsledger.show.sure import ALL, Floors
from newsledger.show.telling import steering
from newsledger.show.telling.counts import counts, tally
from newsledger.show.timeline import WIDTH, timeline

_SET_APART = frozenset({"furniture", "related"})
# Told in the page's head, so not again in its text.
_IN_HEAD = frozenset({"section", "byline"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    """A count of the head, as a link: it leads to the first, and with the page's script it filters."""

    words: str
    kind: str
    standing: str
    first: str


def html_page(record: Record, floors: Floors = ALL) -> str:
    """Show a record as a page that stands alone: no outside resource, and nothing of the source that runs.

    Every word of the source is escaped; the page's content policy lets only the page's own style and
    script in, by their hashes.

    Args:
        record: The record.
        floors: Below which confidence a finding's note is folded.
    """
    article = record.article
    notes = notes_of(record, floors)
    headline, paragraphs = _paragraphs(record, notes)
    script, style = _resource("page.js"), _resource("page.css")
    return _template("page.html").render(
        language=article.language or "und",
        title=_title(record),
        section=_words(record, "section") or " / ".join(article.section),
        headline=headline,
        by=" · ".join(filter(None, (article.publisher, _words(record, "byline") or ", ".join(article.byline)))),
        dated=phrases.dated(article.date_published, article.text),
        addresses=list(dict.fromkeys(filter(None, (article.url, *article.addresses)))),
        caveats=phrases.caveats(record),
        counts=_links(record, notes),
        kinds=[(kind, f"{kind}s") for kind in ("statement", "event", "expectation", "time")],
        actors=_actors(record, notes),
        cast=record.actors,
        timeline=timeline(record),
        width=WIDTH,
        blocks=paragraphs,
        furniture=[block.span.of(article.text) for block in article.blocks if block.role in _SET_APART],
        count=phrases.count,
        land=phrases.land,
        made_by=record.made_by,
        text_sha256=article.text_sha256,
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
        {
            "file": name,
            "title": _title(record),
            "about": " · ".join(filter(None, (record.article.publisher, _short_date(record)))),
            "counts": " · ".join(counts(record)),
        }
        for name, record in pages
    ]
    return _template("index.html").render(
        rows=rows,
        total=phrases.count(len(rows), "page"),
        style=Markup(style),  # noqa: S704 -- our own file
        style_hash=_sha256(style),
    )


def _title(record: Record) -> str:
    return " ".join((record.article.headline or "(no headline)").split())


def _short_date(record: Record) -> str:
    return phrases.iso(record.article.date_published.value or "") or "not dated"


def _words(record: Record, role: str) -> str:
    """Give the words of a role as the page has them, on one line."""
    spans = [block.span for block in record.article.blocks if block.role == role]
    return " · ".join(" ".join(span.of(record.article.text).split()) for span in spans)


def _paragraphs(record: Record, notes: Sequence[Note]) -> tuple[Paragraph | None, tuple[Paragraph, ...]]:
    """Give the headline, where it is in the text, and all that follows it."""
    writer = Writer.of(record, notes)
    shown = [block for block in record.article.blocks if block.role not in _SET_APART | _IN_HEAD]
    first = next((block for block in shown if block.role == "headline"), None)
    before: Mapping[Block, str | None] = {block: previous.at for previous, block in pairwise(shown)}
    paragraphs = tuple(writer.paragraph(block, before=before.get(block)) for block in shown if block is not first)
    return writer.paragraph(first) if first else None, paragraphs


def _links(record: Record, notes: Sequence[Note]) -> list[list[_Count]]:
    """Give the counts in groups: a kind, then its parts by standing."""
    groups = []
    for kind, words, parts in tally(record):
        first = next((note.finding for note in notes if note.kind == kind), "")
        group = [_Count(words=words, kind=kind, standing="", first=first)]
        for standing, told in parts:
            found = next(note.finding for note in notes if (note.kind, note.standing) == (kind, standing))
            group.append(_Count(words=told, kind=kind, standing=standing, first=found))
        groups.append(group)
    return groups


def _actors(record: Record, notes: Sequence[Note]) -> list[tuple[str, str]]:
    """Give id and name of the actors that some note is about."""
    told = {actor for note in notes for actor in note.actors}
    return sorted(((actor.id, actor.name) for actor in record.actors if actor.id in told), key=lambda pair: pair[1])


@cache
def _template(name: str) -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_harmless
    )
    return environment.from_string(_resource(name))


def _harmless(value: object) -> object:
    """Take what would turn or hide writing out of every word that comes onto the page."""
    return steering.plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _resource(name: str) -> str:
    return (files("newsledger.show") / "templates" / name).read_text(encoding="utf-8")


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
