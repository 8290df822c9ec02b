"""A ledger of which only so much text is told as its publisher may tell."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from newsledger.model import Due, Page
from newsledger.publish.settings import Text
from newsledger.show.reader.article import Passage
from newsledger.show.reader.blocks import Paragraph, Shown
from newsledger.show.reader.notes import Note
from newsledger.store import Store

#: Questions whose rows hold words of articles.
_ASKED = frozenset({"ask_statements", "ask_events", "ask_outlook", "ask_happenings", "ask_actors"})


class Excerpts:
    """A store whose answers hold no more words than may be told; all else is the store's own."""

    __slots__ = ("_store", "_text")

    def __init__(self, store: Store, text: Text) -> None:
        self._store, self._text = store, text

    def __getattr__(self, name: str) -> Any:
        """Give what the store has."""
        found = getattr(self._store, name)
        if name not in _ASKED or self._text != "none":
            return found
        return lambda *given, **more: _wordless(found(*given, **more))

    def ask_articles(self, *given: Any, **more: Any) -> Page[Any]:
        """List articles; how one begins is told only where all of it is."""
        page = self._store.ask_articles(*given, **more)
        return (
            page if self._text == "full" else replace(page, rows=tuple(replace(row, opening="") for row in page.rows))
        )

    def happening(self, identifier: str, *, today: str) -> tuple[Any, str]:
        """Give a happening."""
        row, told = self._store.happening(identifier, today=today)
        return (_quiet(row) if self._text == "none" else row), told


def _wordless(page: Page[Any]) -> Page[Any]:
    return replace(page, rows=tuple(map(_quiet, page.rows)))


def _quiet(row: Any) -> Any:
    """Take the sentence out of a row, and the condition of what is due; the act that it tells stays."""
    quiet = replace(row, words=replace(row.words, sentence="", sentence_start=row.words.start))
    return replace(quiet, condition=None) if isinstance(quiet, Due) else quiet


def excerpt(passages: Sequence[Passage], text: Text) -> list[Passage]:
    """Leave of an article what its findings rest on, else the findings alone."""
    if text == "full":
        return list(passages)
    cut = (_cut_passage(one, text) for one in passages)
    return [one for one in cut if one.paragraph.segments or one.beside or one.folded]


def _cut_passage(passage: Passage, text: Text) -> Passage:
    cut = replace(passage, paragraph=_cut(passage.paragraph, text))
    return cut if text == "quotes" else without_quotations(cut)


def without_quotations(passage: Passage) -> Passage:
    """Leave out what the notes of a passage quote."""
    return replace(passage, beside=_told(passage.beside), folded=_told(passage.folded))


def _told(notes: Sequence[tuple[int, Note]]) -> tuple[tuple[int, Note], ...]:
    return tuple(
        (number, replace(note, told=tuple(part for part in note.told if "“" not in part))) for number, note in notes
    )


def _cut(paragraph: Paragraph, text: Text) -> Paragraph:
    if text == "none":
        return replace(paragraph, segments=())
    marked = [segment for segment in paragraph.segments if segment.findings]
    kept: list[Shown] = []
    for segment in paragraph.segments:
        if segment.findings or not segment.words.strip():
            kept.append(segment)
        elif marked:
            kept.append(replace(segment, words=" … "))
    return replace(paragraph, segments=tuple(kept) if marked else ())
