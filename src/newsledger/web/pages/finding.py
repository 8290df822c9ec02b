"""One finding, made to be cited: its sentence, the large quotation, who says so, its steps, its receipt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsledger.errors import AbsentError
from newsledger.model import Event, Expectation, Happening, HappeningRow, HappeningStep, Record, Span
from newsledger.show import phrases
from newsledger.show.card import Card, source_of, svg
from newsledger.show.exchange import Citation, as_bibtex, as_csl, as_text
from newsledger.show.reader.notes import Note, notes_of
from newsledger.show.telling.judged import correction_told
from newsledger.show.telling.line import lit
from newsledger.store import Answers
from newsledger.web.asked import Asked
from newsledger.web.pages.stories.story import decode
from newsledger.web.passages import Cut, Cutter, origin_of, passage_of
from newsledger.web.view import Document, NotFoundError, Screen, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A step in a life, with the words that tell it."""

    at: str
    state: str
    why: str
    by: str
    words: tuple[Cut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A finding in its article, and its words."""

    record: Record
    note: Note
    spans: tuple[Span, ...]


def show(store: Answers, asked: Asked) -> View:
    """Show a finding."""
    found = find(store, asked.given["finding"])
    record, note = found.record, found.note
    held = _happening(store, note.finding)
    steps = held[1].steps if held and note.kind == "expectation" else ()
    cited = _cited(asked, found)
    return View(
        template="finding.html",
        title=" ".join(filter(None, (note.standing, note.tag, *note.told[:1]))),
        context={
            "note": note,
            "article": record.article,
            "words": lit(passage_of(record, found.spans), found.spans),
            "place": cited.place,
            "steps": tuple(steps_told(Cutter(store=store, records={record.article.id: record}), steps)),
            # A page of its own only where several articles tell of it.
            "happening": held[0].id if held and held[0].articles > 1 else None,
            "judged": tuple(map(correction_told, store.corrections.standing([note.finding]).get(note.finding, ()))),
            "text": as_text(cited),
            "bibtex": as_bibtex(cited),
            "csl": as_csl(cited),
            "record": record,
        },
    )


def find(store: Answers, identifier: str) -> Found:
    """Find a finding, by any id that it had.

    Raises:
        NewsledgerError: It is not there, or has no words that stand alone.
    """
    now = store.resolve(identifier)
    record = store.record(store.home_of(now))
    first = _first_mention(record, now)
    note = next((note for note in notes_of(record) if note.finding == first), None)
    if note is None:
        raise NotFoundError(f"the finding {identifier!r} has no words that stand alone")
    return Found(record=record, note=note, spans=_spans(record, first))


def _first_mention(record: Record, identifier: str) -> str:
    told: tuple[Event | Expectation, ...] = (*record.events, *record.expectations)
    return next((one.same_as or one.id for one in told if one.id == identifier), identifier)


def _spans(record: Record, identifier: str) -> tuple[Span, ...]:
    for statement in record.statements:
        if statement.id == identifier:
            return statement.content
    for event in record.events:
        if event.id == identifier:
            return (event.trigger,)
    for due in record.expectations:
        if due.id == identifier:
            return (due.action,)
    return tuple(timex.span for timex in record.times if timex.id == identifier)


def steps_told(cutter: Cutter, steps: Iterable[HappeningStep]) -> Iterator[Told]:
    """Tell the steps of a happening, each with the words that it rests on."""
    for step in steps:
        window = phrases.window(step.earliest, step.latest)
        yield Told(
            at=phrases.iso(step.at.isoformat()) if step.at else "",
            state=step.state.replace("_", " "),
            why=" · ".join(filter(None, (step.why, window))),
            by="" if step.by == "rule" else step.by,
            words=tuple(cut for one in step.receipts[:3] if (cut := cutter.cut(one))),
        )


def _happening(store: Answers, finding: str) -> tuple[HappeningRow, Happening] | None:
    """Give the happening that a finding is a mention of; None where it is not grouped yet."""
    try:
        row, told = store.happening(finding, today="0001-01-01")
    except AbsentError:
        return None
    return row, decode(told)


def _cited(asked: Asked, found: Found) -> Citation:
    record = found.record
    whole = Span(start=min(span.start for span in found.spans), end=max(span.end for span in found.spans))
    return Citation(
        article=record.article,
        key=found.note.finding,
        quote=passage_of(record, found.spans).sentence,
        place=phrases.place(record.article, whole),
        accessed=asked.today,
    )


def _bibtex(store: Answers, asked: Asked) -> str:
    return as_bibtex(_cited(asked, find(store, asked.given["finding"])))


def _csl(store: Answers, asked: Asked) -> str:
    return as_csl(_cited(asked, find(store, asked.given["finding"])))


def _card(store: Answers, asked: Asked) -> str:
    found = find(store, asked.given["finding"])
    note, article = found.note, origin_of(found.record.article)
    card = Card(
        standing="said" if note.kind == "statement" else note.standing or note.kind,
        told=" ".join(filter(None, (note.tag, *note.told[:1]))),
        words=" ".join(passage_of(found.record, found.spans).sentence.split()).strip('“”"'),
        source=source_of(article),
        title="Newsledger",
    )
    return svg(card).decode()


SCREEN = Screen(path="/finding/{finding}", nav="", show=show)
CARD = Document(path="/finding/{finding}.svg", media_type="image/svg+xml", write=_card)
BIBTEX = Document(path="/finding/{finding}.bib", media_type="application/x-bibtex", write=_bibtex)
CSL = Document(path="/finding/{finding}.csl.json", media_type="application/vnd.citationstyles.csl+json", write=_csl)
