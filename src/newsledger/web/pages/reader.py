"""Reader: an article in one column, with what was found beside the words that it rests on."""

from newsledger import codec
from newsledger.errors import AbsentError
from newsledger.model import StoryRow
from newsledger.show import ALL, annotations
from newsledger.show.reader.article import TABS, Choice, Links, article_shown
from newsledger.show.reader.notes import notes_once
from newsledger.show.sure import DEFAULT
from newsledger.store import Answers
from newsledger.web.asked import Asked
from newsledger.web.judging import judged_notes
from newsledger.web.view import Document, Screen, View

#: Of a live page that was fetched every minute the last changes are told.
_REVISIONS = 8


def show(store: Answers, asked: Asked) -> View:
    """Show an article."""
    record = store.record(asked.given["article"])
    floors = ALL if asked.one_of("sure", ("", "all")) else DEFAULT
    notes, not_there = notes_once(record, floors), 0
    if asked.corrections:
        notes, not_there = judged_notes(store, notes)
    choice = Choice(tab=asked.one_of("tab", tuple(TABS)), actor=asked.get("actor"), finding=asked.get("f"))
    links = Links(
        tab=lambda name: asked.link(tab=name or None, actor=None, f=None),
        actor=lambda actor: asked.link(actor=actor, f=None),
        note=lambda finding: asked.to(f"/finding/{finding}"),
        cast=lambda key: asked.to("/actor", key=key),
    )
    shown = article_shown(record, notes, choice, links)
    return View(
        template="reader.html",
        title=shown["title"],
        context={
            **shown,
            "not_there": not_there,
            "story": _story(store, record.article.id),
            "revisions": store.revisions(record.article.id, limit=_REVISIONS),
        },
        twins=("json",),
    )


def _story(store: Answers, article: str) -> StoryRow | None:
    """Give the story that an article is of, where others are of it too."""
    try:
        row = store.story(article).row
    except AbsentError:
        return None
    return row if row.articles > 1 else None


def _annotations(store: Answers, asked: Asked) -> str:
    return codec.dump(annotations(store.record(asked.given["article"])))


def _record(store: Answers, asked: Asked) -> str:
    return codec.to_json(store.record(asked.given["article"]))


SCREEN = Screen(path="/article/{article}", nav="", show=show)
ANNOTATIONS = Document(path="/article/{article}.annotations.json", media_type="application/ld+json", write=_annotations)
RECORD = Document(path="/article/{article}.json", media_type="application/json", write=_record)
