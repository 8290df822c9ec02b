"""Reader: an article in one column, with what was found beside the words that it rests on."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from newsledger import codec
from newsledger.errors import AbsentError
from newsledger.model import Block, Event, Expectation, Record, StoryRow
from newsledger.show import ALL, Floors, annotations, phrases
from newsledger.show.reader.blocks import Paragraph, Writer
from newsledger.show.reader.marks import Mark
from newsledger.show.reader.notes import Note, notes_of
from newsledger.show.reader.strip import Dated, strip
from newsledger.show.sure import DEFAULT
from newsledger.show.telling.findings import days_of, expectations_told, told_event, told_expectation
from newsledger.store import Store
from newsledger.web.asked import Asked
from newsledger.web.judging import judged_notes
from newsledger.web.view import Document, Screen, View

#: Tab, the kind of its notes, and its name.
TABS: Mapping[str, tuple[frozenset[str], str]] = {
    "": (frozenset({"statement", "event", "expectation"}), "All"),
    "said": (frozenset({"statement"}), "Said"),
    "happened": (frozenset({"event"}), "Happened"),
    "due": (frozenset({"expectation"}), "Due"),
    "times": (frozenset({"time"}), "Times"),
}
#: Notes that stand beside a paragraph; the others are folded behind their number.
_NOTES = 3
_CHIPS = 8
#: Of a live page that was fetched every minute the last changes are told.
_REVISIONS = 8
#: Told in the page's head, so not again in its text.
_IN_HEAD = frozenset({"section", "byline"})
_SET_APART = frozenset({"furniture", "related"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph with its notes: those that stand beside it, and those that are folded.

    Attributes:
        is_open: The finding that is asked for is among the folded ones.
    """

    paragraph: Paragraph
    beside: tuple[Note, ...]
    folded: tuple[Note, ...]
    is_open: bool


def show(store: Store, asked: Asked) -> View:
    """Show an article."""
    record = store.record(asked.given["article"])
    article = record.article
    everything, not_there = reader_notes(record, ALL if asked.one_of("sure", ("", "all")) else DEFAULT), 0
    if asked.corrections:
        everything, not_there = judged_notes(store, everything)
    tab = asked.one_of("tab", tuple(TABS))
    actor = asked.get("actor")
    notes = [note for note in everything if note.kind in TABS[tab][0]]
    told = told_by(record)
    lit = told.get(asked.get("f") or "", asked.get("f"))
    headline, passages = _passages(record, notes, lit)
    return View(
        template="reader.html",
        title=" ".join((article.headline or "An article without a headline").split()),
        context={
            "article": article,
            "section": " / ".join(article.section),
            "by": " · ".join(filter(None, (article.publisher, ", ".join(article.byline)))),
            "dated": phrases.dated(article.date_published, article.text),
            "addresses": list(dict.fromkeys(filter(None, (article.url, *article.addresses)))),
            "caveats": phrases.caveats(record),
            "tabs": _tabs(everything),
            "not_there": not_there,
            "tab": tab,
            "actor": actor,
            "chips": _speakers(record, notes),
            "quiet": {note.finding for note in notes if actor and actor not in note.actors},
            "headline": headline,
            "passages": passages,
            "furniture": [block.span.of(article.text) for block in article.blocks if block.role in _SET_APART],
            "strip": strip(tuple(_dated(record, {note.finding for note in notes})), article.date_published.day),
            "story": _story(store, article.id),
            "revisions": store.revisions(article.id, limit=_REVISIONS),
            "cast": record.actors,
            "land": phrases.land,
            "record": record,
            "lit": lit or "",
            "others": _inverted(told),
        },
        twins=("json",),
    )


def _inverted(told: Mapping[str, str]) -> Mapping[str, list[str]]:
    """Say for a note which other findings it tells, so that a link to each leads to it."""
    others = defaultdict(list)
    for finding, by in told.items():
        others[by].append(finding)
    return others


def _story(store: Store, article: str) -> StoryRow | None:
    """Give the story that an article is of, where others are of it too."""
    try:
        row = store.story(article).row
    except AbsentError:
        return None
    return row if row.articles > 1 else None


def _tabs(notes: Sequence[Note]) -> list[tuple[str, str, int]]:
    return [(name, words, sum(note.kind in kinds for note in notes)) for name, (kinds, words) in TABS.items()]


def reader_notes(record: Record, floors: Floors) -> tuple[Note, ...]:
    """Give the notes of an article, one for each thing: the act of saying something is told by the statement."""
    told = told_by(record)
    return tuple(note for note in notes_of(record, floors) if note.finding not in told)


def told_by(record: Record) -> Mapping[str, str]:
    """Say which findings have no note of their own, and by which other finding they are told.

    Those are an event whose word is the cue of a statement, one that an expectation is about, and what is told again.
    """
    by_cue = {span: statement.id for statement in record.statements for span in statement.cue}
    told = {event.id: by_cue[event.trigger] for event in record.events if event.trigger in by_cue}
    told |= {one.event: one.id for one in expectations_told(record) if one.event}
    again: tuple[Event | Expectation, ...] = (*record.events, *record.expectations)
    return told | {one.id: told.get(one.same_as, one.same_as) for one in again if one.same_as}


def _passages(record: Record, notes: Sequence[Note], wanted: str | None) -> tuple[Paragraph | None, list[Passage]]:
    """Give the headline, where it is in the text, and what follows; its notes stand beside the first paragraph."""
    writer = _writer(record, notes)
    shown = [block for block in record.article.blocks if block.role not in _SET_APART | _IN_HEAD]
    first = next((block for block in shown if block.role == "headline"), None)
    before: Mapping[Block, str | None] = {block: previous.at for previous, block in pairwise(shown)}
    headline = writer.paragraph(first) if first else None
    paragraphs = [writer.paragraph(block, before=before.get(block)) for block in shown if block != first]
    if headline and headline.notes and paragraphs:
        paragraphs[0] = replace(paragraphs[0], notes=(*headline.notes, *paragraphs[0].notes))
    return headline, [_passage(paragraph, wanted) for paragraph in paragraphs]


def _writer(record: Record, notes: Sequence[Note]) -> Writer:
    """Get a writer that marks only what has a note."""
    kept = {note.finding for note in notes}
    writer = Writer.of(record, notes)
    marks: tuple[Mark, ...] = tuple(mark for mark in writer.marks if mark.finding in kept)
    return replace(writer, marks=marks, reached=tuple(accumulate((mark.span.end for mark in marks), max)))


def _passage(paragraph: Paragraph, wanted: str | None) -> Passage:
    notes = [note for _, note in paragraph.notes]
    beside = [note for note in notes if not note.unsure][:_NOTES]
    folded = tuple(note for note in notes if note not in beside)
    is_open = any(note.finding == wanted for note in folded)
    return Passage(paragraph=paragraph, beside=tuple(beside), folded=folded, is_open=is_open)


def _speakers(record: Record, notes: Sequence[Note]) -> list[tuple[str, str, int]]:
    """Give those who are in the notes most often: id, name, how often."""
    names = {actor.id: actor.name for actor in record.actors}
    counted = Counter(actor for note in notes for actor in dict.fromkeys(note.actors) if actor in names)
    return [(actor, names[actor], number) for actor, number in counted.most_common(_CHIPS) if number > 1]


def _dated(record: Record, kept: set[str]) -> Iterator[Dated]:
    for event in record.events:
        first, last = days_of(record, event)
        if event.id in kept and (first or last):
            told = told_event(record, event)
            words = f"{event.standing}: {' '.join(filter(None, (told.parties, told.act)))}"
            yield Dated(key=event.id, standing=event.standing, first=first, last=last, words=words)
    for due in expectations_told(record):
        expected = told_expectation(record, due)
        if expected is not None and due.id in kept and (due.earliest or due.latest):
            words = f"due: {' '.join(filter(None, (expected.parties, expected.act)))}"
            yield Dated(key=due.id, standing="due", first=due.earliest, last=due.latest, words=words)


def _annotations(store: Store, asked: Asked) -> str:
    return codec.dump(annotations(store.record(asked.given["article"])))


def _record(store: Store, asked: Asked) -> str:
    return codec.to_json(store.record(asked.given["article"]))


SCREEN = Screen(path="/article/{article}", nav="", show=show)
ANNOTATIONS = Document(path="/article/{article}.annotations.json", media_type="application/ld+json", write=_annotations)
RECORD = Document(path="/article/{article}.json", media_type="application/json", write=_record)
