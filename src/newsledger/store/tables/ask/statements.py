"""Who said what."""

import json
from typing import Any

import msgspec

from newsledger.model import Outer, Page, Said, Span
from newsledger.store.questions import StatementQuestion, plain_query, position
from newsledger.store.tables.ask.match import Wording
from newsledger.store.tables.ask.rows import (
    Chosen,
    Values,
    in_order,
    ordinals_between,
    origin,
    page_of_findings,
    passage,
)
from newsledger.store.tables.ask.who import find_anyone, find_who, party
from newsledger.store.tables.corrections import spared
from newsledger.store.tables.database import Connection, SqlRow
from newsledger.store.tables.statements import load

_SPANS = msgspec.json.Decoder(dict[str, list[tuple[int, int]]])


def ask_statements(connection: Connection, question: StatementQuestion, limit: int, after: str | None) -> Page[Said]:
    """Answer with statements, the newest first."""
    place = position(question, after, int)
    values: Values = {"attitude": question.attitude, "flat": None if question.nested else True, "limit": limit + 1}
    values |= {"least": question.least, "below": None, **spared(connection, question)}
    values |= ordinals_between(question.since, question.until, int(place[0]) if place else None)
    notes: list[str] = []
    if question.by is not None:
        who, told = find_who(connection, question.by, corrections=question.corrections)
        values |= party(who)
        notes += told
    if question.about is not None:
        notes += _look_for(connection, question.about, values, corrections=question.corrections)
    name = "statements_about" if question.about is not None and question.by is None else "statements"
    chosen = Chosen(name=name, values=values, what="statement", notes=tuple(notes))
    return page_of_findings(connection, question, chosen, _load, is_first=place is None)


def _look_for(connection: Connection, about: str, values: Values, *, corrections: bool) -> tuple[str, ...]:
    """Look for someone who is spoken of, and for the words as they are."""
    who, told = find_anyone(connection, about, corrections=corrections)
    values["about"] = True
    if who is not None:
        values["about_someone"] = True
        values["about_country"] = who.country
        values["about_key"] = who.keys[0] if len(who.keys) == 1 else None
        values["about_keys"] = json.dumps(who.keys) if who.keys else None
    values.setdefault("match", None)
    query = plain_query(about)
    if query is not None and (who is None or not who.country):
        values["about_words"] = about
        values["match"] = Wording(query)
    return told


def _load(connection: Connection, ordinals: Any) -> list[Said]:
    return [_said(row) for row in in_order(connection, load("ask")["statement_rows"], ordinals)]


def _said(row: SqlRow) -> Said:
    return Said(
        id=row["id"],
        day=row["day"],
        who=row["who"],
        actor=row["actor_key"],
        country=row["actor_country"],
        sector=row["actor_sector"],
        attitude=row["attitude"],
        form=row["form"],
        cue=row["cue"],
        content=row["content"],
        content_at=tuple(Span(start=start, end=end) for start, end in _SPANS.decode(row["spans"])["content"]),
        addressee=row["addressee"],
        inside=_outer(row) if row["outer_id"] else None,
        rule=row["rule"],
        confidence=row["confidence"],
        article=origin(row),
        words=passage(row),
    )


def _outer(row: SqlRow) -> Outer:
    return Outer(id=row["outer_id"], who=row["outer_who"], attitude=row["outer_attitude"], content=row["outer_content"])
