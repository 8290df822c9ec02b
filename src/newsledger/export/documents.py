"""What is no table: a calendar, citations, annotations and TimeML, one file an article."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from newsledger import codec
from newsledger.export.ask import Ask, Scope
from newsledger.export.files.folder import Folder
from newsledger.model import HappeningRow, Page, Record
from newsledger.show import annotations, timeml
from newsledger.show.exchange import Citation, calendar, csl_item
from newsledger.store import HappeningQuestion, Store, ask_on


def write_calendar(folder: Folder, store: Store, ask: Ask) -> None:
    """Write what was expected and has a last day, in whatever state; it stands on that day."""
    question = ask.question or HappeningQuestion(today=ask.today, corrections=ask.corrections)
    question = replace(question, expected=True)
    if question.state is None and question.due is None and question.standing is None:
        question = replace(question, state="any")
    with folder.file("due.ics", "What was expected, as a calendar (iCalendar, RFC 5545)") as file:
        file.writelines(calendar(_asked(store, question), stamp=ask.today))


def _asked(store: Store, question: HappeningQuestion) -> Iterator[HappeningRow]:
    def ask(most: int, after: str | None) -> Page[HappeningRow]:
        return store.ask_happenings(question, limit=most, after=after)

    for page in ask_on(ask, limit=None, after=None):
        yield from page.rows


def write_citations(folder: Folder, store: Store, scope: Scope, ask: Ask) -> None:
    """Write an item for each article."""
    with folder.file("articles.csl.json", "The articles as citations (CSL-JSON)") as file:
        separator = "[\n"
        for record in _records(store, scope):
            cited = Citation(article=record.article, key=record.article.id, quote="", place="", accessed=ask.today)
            file.write(separator + codec.dump(csl_item(cited)))
            separator = ",\n"
        file.write("[]\n" if separator == "[\n" else "\n]\n")


def write_annotations(folder: Folder, store: Store, scope: Scope) -> None:
    """Write a file of W3C Web Annotations for each article."""
    name, title = "annotations", "The findings as W3C Web Annotations, a file an article"
    made = ((record.article.id, codec.dump(annotations(record), indent=2)) for record in _records(store, scope))
    folder.many(name, title, ((f"{article}.jsonld", f"{text}\n") for article, text in made))


def write_timeml(folder: Folder, store: Store, scope: Scope) -> None:
    """Write a TimeML document for each article."""
    name, title = "timeml", "The texts with their times as TimeML 1.2.1, a file an article"
    made = ((record.article.id, timeml(record)) for record in _records(store, scope))
    folder.many(name, title, ((f"{article}.tml", f"{text}\n") for article, text in made))


def _records(store: Store, scope: Scope) -> Iterator[Record]:
    return filter(partial(_belongs, scope), store.records())


def _belongs(scope: Scope, record: Record) -> bool:
    return scope.has(record.article.id)
