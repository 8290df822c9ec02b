"""Who is there, how often, as what and with whom."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from newsledger.model import Entity, Page, Passage, Share
from newsledger.store.questions import ActorQuestion, block_at, position, sentence_at
from newsledger.store.sqlite.ask.rows import Values, blocks_of, origin, page, page_of
from newsledger.store.sqlite.ask.who import find_who, party
from newsledger.store.sqlite.statements import load

_MANY = 1 << 62
# What one is called, and with whom one is: so many are shown.
_SHOWN = 5


def ask_actors(connection: sqlite3.Connection, question: ActorQuestion, limit: int, after: str | None) -> Page[Entity]:
    """Answer with actors, those of the most articles first."""
    place = position(question, after, int, str)
    articles, key = place or (_MANY, "")
    values: Values = {"after_articles": articles, "after_key": key, "limit": limit + 1, "kind": question.kind}
    values["named"] = True if question.name is None and question.kind is None else None
    if question.name is not None:
        who, _ = find_who(connection, question.name)
        values |= {**party(who), "keys": json.dumps(who.keys) if who.keys else None}
    found = connection.execute(load("ask").given("entities", values), values)
    keys = [(row["articles"], row["key"]) for row in found]
    in_detail = question.name is not None
    rows, more = page_of(question, keys, limit, lambda shown: _load(connection, shown, in_detail=in_detail))
    return page(rows, more, ())


def _load(connection: sqlite3.Connection, keys: Sequence[Any], *, in_detail: bool) -> list[Entity]:
    names = [key for _, key in keys]
    found = connection.execute(load("ask")["entity_rows"], {"keys": json.dumps(names)})
    rows = {row["key"]: row for row in found}
    entities = [_entity(rows[name]) for name in names if name in rows]
    return [_detailed(connection, entity) for entity in entities] if in_detail else entities


def _detailed(connection: sqlite3.Connection, entity: Entity) -> Entity:
    roles, others = (_shares(connection, name, entity.key) for name in ("called", "with_whom"))
    return replace(entity, roles=roles, with_whom=others)


def _entity(row: sqlite3.Row) -> Entity:
    blocks = blocks_of(row)
    sentence = sentence_at(row["text"], blocks, row["first"])
    return Entity(
        key=row["key"],
        name=row["name"],
        kind=row["kind"],
        country=row["country"],
        sector=row["sector"],
        articles=row["articles"],
        mentions=row["mentions"],
        acted=row["acted"],
        received=row["received"],
        said=row["said"],
        roles=(),
        with_whom=(),
        article=origin(row),
        words=Passage(
            start=row["first"],
            end=row["last"],
            exact=row["exact"],
            sentence=sentence.of(row["text"]),
            sentence_start=sentence.start,
            block=block_at(blocks, row["first"]),
        ),
    )


def _shares(connection: sqlite3.Connection, name: str, key: str) -> tuple[Share, ...]:
    rows = connection.execute(load("ask")[name], {"key": key, "limit": _SHOWN})
    return tuple(Share(name=row["name"], count=row["count"]) for row in rows)
