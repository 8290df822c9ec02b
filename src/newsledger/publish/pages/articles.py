"""An article: its page, its findings as data, and what a search has of it."""

from dataclasses import replace
from typing import Any

from newsledger import codec
from newsledger.model import Record
from newsledger.publish.formats.head import Told, article_data
from newsledger.publish.pages.output import Output
from newsledger.publish.site.excerpt import excerpt, without_quotations
from newsledger.publish.site.links import file_of
from newsledger.publish.site.render import Site
from newsledger.show import json_line, phrases
from newsledger.show.reader.notes import Note, notes_once
from newsledger.show.sure import DEFAULT
from newsledger.web.pages import reader
from newsledger.web.view import View

#: So many letters of what an article tells are looked through by a search.
_SEARCHED = 600


def article(site: Site, identifier: str) -> Output:
    """Make the files of an article."""
    record = site.store.record(identifier)
    at = file_of("article", identifier)
    asked = site.asked(f"/article/{identifier}")
    view = _view(reader.SCREEN.show(site.store, asked), site)
    told = Told(title=view.title, about=_about(record), data=article_data(record.article), twins=("json",))
    data = codec.to_json(record) if site.settings.text == "full" else _findings(record, site)
    return Output(
        files=(
            (file_of("article", identifier, "json"), data.encode()),
            (at, site.page(at, view, asked, told)),
        ),
        entry=_entry(record, view, at),
    )


def _view(view: View, site: Site) -> View:
    """Leave of the page what may be published."""
    text = site.settings.text
    if text == "full":
        return view
    headline = view.context["headline"]
    told: dict[str, Any] = {
        "headline": without_quotations(headline) if headline and text == "none" else headline,
        "passages": excerpt(view.context["passages"], text),
        "furniture": [],
        "revisions": (),
    }
    return replace(view, context={**view.context, **told})


def _about(record: Record) -> str:
    article = record.article
    published = phrases.iso(article.date_published.value[:10]) if article.date_published.value else ""
    return " · ".join(filter(None, (article.publisher, published, phrases.count(len(record.statements), "statement"))))


def _findings(record: Record, site: Site) -> str:
    """Write what was found without the article's text, and what holds it against the article: its hash."""
    article = record.article
    head = {
        "id": article.id,
        "url": article.url,
        "headline": article.headline,
        "publisher": article.publisher,
        "published": article.date_published.value,
        "text_sha256": article.text_sha256,
        "record": record.digest,
    }
    notes = [_quiet(note, site) for note in notes_once(record, DEFAULT) if note.kind != "time"]
    return json_line({"article": head, "findings": notes}) + "\n"


def _quiet(note: Note, site: Site) -> Note:
    if site.settings.text != "none":
        return note
    return replace(note, told=tuple(part for part in note.told if "“" not in part))


def _entry(record: Record, view: View, at: str) -> tuple[str, ...]:
    """Give what a search has: file, day, what is shown, and what else is looked through."""
    article = record.article
    notes = [note for note in notes_once(record, DEFAULT) if not note.unsure and note.kind != "time"]
    names = dict.fromkeys(actor.name for actor in record.actors)
    acts = dict.fromkeys(" ".join((note.tag, *note.told[:1])) for note in notes)
    published = article.date_published.value or ""
    by = ", ".join(filter(None, (article.publisher, phrases.iso(published[:10]) if published else "")))
    return (at, published[:10], view.title, by, " · ".join((*names, *acts))[:_SEARCHED])
