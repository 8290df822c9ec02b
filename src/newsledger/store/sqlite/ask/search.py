"""Which articles have these words."""

import json
import sqlite3
from collections.abc import Sequence
from itertools import pairwise

from newsledger.model import Found, Page, Revision
from newsledger.store.questions import (
    All,
    Finder,
    Query,
    SearchQuestion,
    best_passage,
    phrase,
    position,
    read_query,
    word_edits,
)
from newsledger.store.sqlite.ask.match import match_of
from newsledger.store.sqlite.ask.rows import Values, in_order, ordinals_between, origin, page, page_of
from newsledger.store.sqlite.statements import load


def ask_search(connection: sqlite3.Connection, question: SearchQuestion, limit: int, after: str | None) -> Page[Found]:
    """Answer with articles, the newest first."""
    place = position(question, after, 1)
    query = read_query(question.words)
    finder = Finder.of(query)
    values: Values = {
        "match": match_of(_published_by(query, question.publisher)),
        "newest": None if question.versions else True,
        "limit": limit + 1,
        **ordinals_between(question.since, question.until, int(place[0]) if place else None),
    }
    ordinals = [row[0] for row in connection.execute(load("ask").given("found", values), values)]

    def load_rows(shown: Sequence[int]) -> list[Found]:
        rows = in_order(connection, load("ask")["found_rows"], shown)
        return [_found(row, finder, _revisions(connection, row) if question.versions else ()) for row in rows]

    rows, more = page_of(question, ordinals, limit, load_rows)
    return page(rows, more, ())


def _published_by(query: Query, publisher: str | None) -> Query:
    if publisher is None:
        return query
    words = phrase(publisher, field="publisher")
    if words is None:
        raise ValueError(f"found the publisher {publisher!r}, expected words of a name")
    return All(parts=(query, words))


def _found(row: sqlite3.Row, finder: Finder, revisions: tuple[Revision, ...]) -> Found:
    passage, hits = best_passage(row["text"], [tuple(block) for block in json.loads(row["blocks"])], finder)
    return Found(
        article=origin(row),
        version=row["version"],
        current=bool(row["current"]),
        passage=passage,
        hits=hits,
        revisions=revisions,
    )


def _revisions(connection: sqlite3.Connection, row: sqlite3.Row) -> tuple[Revision, ...]:
    versions = list(connection.execute(load("ask")["versions"], {"work": row["work"]}))
    return tuple(
        Revision(
            version=after["version"],
            article=after["id"],
            before=before["id"],
            at=after["at"],
            edits=word_edits(before["text"], json.loads(before["blocks"]), after["text"], json.loads(after["blocks"])),
        )
        for before, after in pairwise(versions)
    )
