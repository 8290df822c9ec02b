"""Which articles have these words."""

import json
from collections.abc import Sequence

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
)
from newsledger.store.tables.ask.match import Wording
from newsledger.store.tables.ask.rows import (
    Values,
    blocks_of,
    in_order,
    left_out,
    ordinals_between,
    origin,
    page,
    page_of,
    revisions_of,
)
from newsledger.store.tables.database import Connection, SqlRow
from newsledger.store.tables.statements import load

#: With which row, by its ordinal, the changes of an article are told, by the number of its work.
_Told = dict[int, int]


def ask_search(connection: Connection, question: SearchQuestion, limit: int, after: str | None) -> Page[Found]:
    """Answer with articles, the newest first."""
    place = position(question, after, int)
    query = read_query(question.words)
    finder = Finder.of(query)
    values: Values = {
        "match": Wording(_published_by(query, question.publisher)),
        "newest": None if question.versions else True,
        "limit": limit + 1,
        **ordinals_between(question.since, question.until, int(place[0]) if place else None),
        "end": ordinals_between(question.since, question.until, None)["until"],
    }
    ordinals = [row[0] for row in connection.execute(load("ask").given("found", values), values)]

    def load_rows(shown: Sequence[int]) -> list[Found]:
        rows = in_order(connection, load("ask")["found_rows"], shown)
        told = _told(connection, rows, values, int(place[0]) if place else None) if question.versions else {}
        return [_found(row, finder, _revisions(connection, row, told)) for row in rows]

    rows, more = page_of(question, ordinals, limit, load_rows)
    days = (question.since, question.until)
    return page(rows, more, left_out(connection, "found", values, days, "article") if place is None else ())


def _published_by(query: Query, publisher: str | None) -> Query:
    if publisher is None:
        return query
    words = phrase(publisher, field="publisher")
    if words is None:
        raise ValueError(f"found the publisher {publisher!r}, expected words of a name")
    return All(parts=(query, words))


def _found(row: SqlRow, finder: Finder, revisions: tuple[Revision, ...]) -> Found:
    passage, hits = best_passage(row["text"], blocks_of(row), finder)
    return Found(
        article=origin(row),
        version=row["version"],
        current=bool(row["current"]),
        passage=passage,
        hits=hits,
        revisions=revisions,
    )


def _told(connection: Connection, rows: Sequence[SqlRow], values: Values, at: int | None) -> dict[int, int]:
    """Say with which row the changes of each article are told: the first of its versions in the whole answer.

    With each of them it would be the square of their number.

    Args:
        connection: The ledger.
        rows: Of this page.
        values: Of the query that gave them.
        at: Where the page before ended.
    """
    first = {row["work"]: row["ordinal"] for row in reversed(rows)}
    if at is None:
        return first
    before = {"match": values["match"], "end": values["end"], "works": json.dumps(list(first)), "at": at}
    there = {row["work"] for row in connection.execute(load("ask")["told_before"], before)}
    return {work: ordinal for work, ordinal in first.items() if work not in there}


def _revisions(connection: Connection, row: SqlRow, told: _Told) -> tuple[Revision, ...]:
    if told.get(row["work"]) != row["ordinal"]:
        return ()
    return revisions_of(connection.execute(load("ask")["versions"], {"work": row["work"]}))
