"""Who is there, how often, as what and with whom."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from newsledger.model import Against, Entity, Page, Passage, Share, Sighted
from newsledger.store.questions import ActorQuestion, block_at, position, sentence_at
from newsledger.store.tables.ask.rows import Values, blocks_of, origin, page, page_of
from newsledger.store.tables.ask.who import find_who, party
from newsledger.store.tables.corrections import lay_over_pairs
from newsledger.store.tables.database import Connection, SqlRow
from newsledger.store.tables.statements import load

_MANY = 1 << 62
# What one is called, and with whom one is: so many are shown.
_SHOWN = 5


def ask_actors(connection: Connection, question: ActorQuestion, limit: int, after: str | None) -> Page[Entity]:
    """Answer with actors, those of the most articles first."""
    place = position(question, after, int, str)
    articles, key = place or (_MANY, "")
    values: Values = {"after_articles": articles, "after_key": key, "limit": limit + 1, "kind": question.kind}
    values["named"] = True if question.name is None and question.kind is None else None
    if question.name is not None:
        who, _ = find_who(connection, question.name)
        values |= {**party(who), "keys": json.dumps(who.keys) if who.keys else None}
    # A person of several keys is one row, under the key of the most articles.
    found = [
        tuple(row)
        for one in ("entities", "persons")
        for row in connection.execute(load("ask").given(one, values), values)
    ]
    keys = sorted(found, reverse=True)[: limit + 1]
    in_detail = question.name is not None and not question.briefly
    rows, more = page_of(question, keys, limit, lambda shown: _load(connection, shown, in_detail=in_detail))
    return page(rows, more, ())


def ask_joined(connection: Connection, question: ActorQuestion, limit: int, after: str | None) -> Page[Sighted]:
    """Answer with the actors of articles that are one person with those of a name, each person's by their days."""
    who, notes = find_who(connection, question.name or "")
    if not who.keys:
        raise ValueError(f"found {question.name!r}, expected the name of a person or the key of one")
    place = position((question, "joined"), after, str, int, str) or ("", -1, "")
    values: Values = dict(zip(("person", "ordinal", "actor"), place, strict=True))
    values |= {"keys": json.dumps(who.keys), "limit": limit + 1}
    keys = [tuple(row) for row in connection.execute(load("ask")["sighted"], values)]
    rows, more = page_of((question, "joined"), keys, limit, lambda shown: _joined(connection, shown))
    return page(rows, more, notes if after is None else ())


def _joined(connection: Connection, keys: Sequence[Any]) -> list[Sighted]:
    rows = _sighted(connection, [actor for _, _, actor in keys])
    others = _sighted(connection, [row["other"] for row in rows.values() if row["other"]])
    sightings = [_sighting(row, others.get(row["other"])) for _, _, actor in keys if (row := rows.get(actor))]
    return lay_over_pairs(connection, sightings)


def _sighted(connection: Connection, actors: Sequence[str]) -> dict[str, SqlRow]:
    found = connection.execute(load("ask")["sighted_rows"], {"actors": json.dumps(actors)})
    return {row["actor"]: row for row in found}


def _sighting(row: SqlRow, other: SqlRow | None) -> Sighted:
    return Sighted(
        id=row["actor"],
        person=row["person"],
        person_name=row["person_name"] or row["name"],
        name=row["name"],
        country=row["country"],
        role=row["role"],
        rule=row["rule"],
        article=origin(row),
        words=_words(row),
        against=None if other is None else Against(article=origin(other), words=_words(other)),
        other=row["other"],
    )


def _load(connection: Connection, keys: Sequence[Any], *, in_detail: bool) -> list[Entity]:
    names = [key for _, key in keys]
    found = connection.execute(load("ask")["entity_rows"], {"keys": json.dumps(names)})
    rows = {row["key"]: row for row in found}
    entities = [_entity(rows[name]) for name in names if name in rows]
    return [_detailed(connection, entity) for entity in entities] if in_detail else entities


def _detailed(connection: Connection, entity: Entity) -> Entity:
    roles, others = (_shares(connection, name, entity.key) for name in ("called", "with_whom"))
    return replace(entity, roles=roles, with_whom=others)


def _entity(row: SqlRow) -> Entity:
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
        words=_words(row),
    )


def _words(row: SqlRow) -> Passage:
    """Give the words of a row in their sentence."""
    blocks, text, first, last = blocks_of(row), row["text"], row["first"], row["last"]
    sentence = sentence_at(text, blocks, first)
    return Passage(
        start=first,
        end=last,
        exact=text[first:last],
        sentence=sentence.of(text),
        sentence_start=sentence.start,
        block=block_at(blocks, first),
    )


def _shares(connection: Connection, name: str, key: str) -> tuple[Share, ...]:
    rows = connection.execute(load("ask")[name], {"key": key, "limit": _SHOWN})
    return tuple(Share(name=row["name"], count=row["count"]) for row in rows)
