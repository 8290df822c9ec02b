"""All that the page of an article shows, in the one-file page and on the site: what ``article.html`` is filled with."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Any

from newsledger.model import Block, Record
from newsledger.show import phrases
from newsledger.show.reader.blocks import Paragraph, Writer
from newsledger.show.reader.calendar import calendar
from newsledger.show.reader.notes import Note
from newsledger.show.telling.once import told_by

#: Tab, the kinds of its notes, and its name.
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
#: Told in the page's head, so not again in its text.
_IN_HEAD = frozenset({"section", "byline"})
_SET_APART = frozenset({"furniture", "related"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Where the page's parts lead.

    Attributes:
        tab: To the notes of a tab, by its name.
        actor: To those of an actor, by the id; None to everybody's.
        note: To a finding's receipt; None where each note holds its own.
        cast: To all that is known of an actor, by the key; None where nothing more is.
    """

    tab: Callable[[str], str]
    actor: Callable[[str | None], str]
    note: Callable[[str], str] | None = None
    cast: Callable[[str], str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What of an article is shown.

    Attributes:
        tab: Notes of these kinds.
        actor: Notes that have nothing to do with this one are set back.
        finding: Is lit.
        all_tabs: The notes of all tabs are there, so that a script can choose without asking for another page.
    """

    tab: str = ""
    actor: str | None = None
    finding: str | None = None
    all_tabs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph with its notes, numbered: those that stand beside it, and those that are folded.

    Attributes:
        is_open: The finding that is asked for is among the folded ones.
    """

    paragraph: Paragraph
    beside: tuple[tuple[int, Note], ...]
    folded: tuple[tuple[int, Note], ...]
    is_open: bool


def article_shown(record: Record, notes: Sequence[Note], choice: Choice, links: Links) -> Mapping[str, Any]:
    """Give all that the page of an article shows.

    Args:
        record: The article's record.
        notes: Of all tabs.
        choice: What of it is asked for.
        links: Where its parts lead.
    """
    article = record.article
    kinds = TABS[choice.tab][0]
    chosen = [note for note in notes if note.kind in kinds]
    told = told_by(record)
    lit = told.get(choice.finding or "", choice.finding)
    headline, passages = _passages(record, notes if choice.all_tabs else chosen, kinds, lit)
    return {
        "article": article,
        "title": title_of(record),
        "section": _words(record, "section") or " / ".join(article.section),
        "by": " · ".join(filter(None, (article.publisher, _words(record, "byline") or ", ".join(article.byline)))),
        "dated": phrases.dated(article.date_published, article.text),
        "addresses": list(dict.fromkeys(filter(None, (article.url, *article.addresses)))),
        "caveats": phrases.caveats(record),
        "tabs": [(name, words, sum(note.kind in of for note in notes)) for name, (of, words) in TABS.items()],
        "kinds": {name: " ".join(sorted(of)) for name, (of, _) in TABS.items()},
        "tab": choice.tab,
        "actor": choice.actor,
        "chips": _speakers(record, chosen),
        "quiet": {note.finding for note in notes if _is_quiet(note, choice)},
        "headline": headline,
        "passages": passages,
        "furniture": [block.span.of(article.text) for block in article.blocks if block.role in _SET_APART],
        "calendar": calendar(record, chosen),
        "cast": record.actors,
        "land": phrases.land,
        "record": record,
        "lit": lit or "",
        "others": _inverted(told),
        "links": links,
    }


def title_of(record: Record) -> str:
    """Give an article's headline on one line, else its address in short."""
    return phrases.name_of(record.article.headline, record.article.url)


def _is_quiet(note: Note, choice: Choice) -> bool:
    of_another = choice.actor is not None and choice.actor not in note.actors
    return of_another or note.kind not in TABS[choice.tab][0]


def _words(record: Record, role: str) -> str:
    """Give the words of a role as the page has them, on one line."""
    spans = [block.span for block in record.article.blocks if block.role == role]
    return " · ".join(" ".join(span.of(record.article.text).split()) for span in spans)


def _inverted(told: Mapping[str, str]) -> Mapping[str, list[str]]:
    """Say for a note which other findings it tells, so that a link to each leads to it."""
    others = defaultdict(list)
    for finding, by in told.items():
        others[by].append(finding)
    return others


def _passages(
    record: Record, notes: Sequence[Note], kinds: frozenset[str], wanted: str | None
) -> tuple[Passage | None, list[Passage]]:
    """Give the headline, where it is in the text, and what follows."""
    writer = _writer(record, notes)
    shown = [block for block in record.article.blocks if block.role not in _SET_APART | _IN_HEAD]
    first = next((block for block in shown if block.role == "headline"), None)
    before: Mapping[Block, str | None] = {block: previous.at for previous, block in pairwise(shown)}
    laid = {block: writer.paragraph(block, before=before.get(block)) for block in shown}
    passages = {block: _passage(paragraph, kinds, wanted) for block, paragraph in laid.items()}
    return passages.pop(first) if first else None, list(passages.values())


def _writer(record: Record, notes: Sequence[Note]) -> Writer:
    """Get a writer that marks only what has a note."""
    kept = {note.finding for note in notes}
    writer = Writer.of(record, notes)
    marks = tuple(mark for mark in writer.marks if mark.finding in kept)
    return replace(writer, marks=marks, reached=tuple(accumulate((mark.span.end for mark in marks), max)))


def _passage(paragraph: Paragraph, kinds: frozenset[str], wanted: str | None) -> Passage:
    beside = [one for one in paragraph.notes if not one[1].unsure and one[1].kind in kinds][:_NOTES]
    folded = tuple(one for one in paragraph.notes if one not in beside)
    is_open = any(note.finding == wanted for _, note in folded)
    return Passage(paragraph=paragraph, beside=tuple(beside), folded=folded, is_open=is_open)


def _speakers(record: Record, notes: Sequence[Note]) -> list[tuple[str, str, int]]:
    """Give those who are in the notes most often: id, name, how often."""
    names = {actor.id: actor.name for actor in record.actors}
    counted = Counter(actor for note in notes for actor in dict.fromkeys(note.actors) if actor in names)
    return [(actor, names[actor], number) for actor, number in counted.most_common(_CHIPS) if number > 1]
