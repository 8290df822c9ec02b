"""Who did what to whom."""

import json
from dataclasses import replace
from typing import Any

from newsledger.model import Done, Page
from newsledger.store.questions import EventQuestion, Who, position
from newsledger.store.tables.ask.rows import (
    Chosen,
    Values,
    in_order,
    ordinals_between,
    origin,
    page_of_findings,
    passage,
    unknown_codes,
)
from newsledger.store.tables.ask.who import find_who, party
from newsledger.store.tables.corrections import spared
from newsledger.store.tables.database import Connection, SqlRow
from newsledger.store.tables.statements import load

# So many rows are counted to find the side of an event that leaves fewer to look at.
_ENOUGH = 5000


def ask_events(connection: Connection, question: EventQuestion, limit: int, after: str | None) -> Page[Done]:
    """Answer with distinct events, the newest first."""
    place = position(question, after, int)
    sql, values, notes = choose_events(connection, question)
    values |= {**days_of(question, int(place[0]) if place else None), "limit": limit + 1}
    chosen = Chosen(name=sql, values=values, what="event", notes=notes)
    found = page_of_findings(connection, question, chosen, _load, is_first=place is None)
    codes = () if found.rows else unknown_codes(connection, question.mode, question.other_kind)
    return replace(found, notes=(*found.notes, *codes))


def days_of(question: EventQuestion, after: int | None) -> Values:
    """Give the bounds of a question's days, narrowed by what is to be known of them."""
    known = question.known
    if known is None or known == "none":
        return ordinals_between(question.since, question.until, after)
    value = known.lstrip("=<")
    first, last = f"{value}-01-01"[:10], f"{value}-12-31"[:10] if len(value) != len("2018-03") else f"{value}-31"
    since = question.since if known[0] == "<" else max(question.since or first, first)
    return ordinals_between(since, min(question.until or last, last), after)


def _known(known: str | None) -> Values:
    """Give the parameters that say how exactly a day is to be known."""
    sign = known[:1] if known else None
    value = known.lstrip("=<") if known and known != "none" else None
    return {
        "known": known,
        "within": value if sign not in ("=", "<") else None,
        "exactly": value if sign == "=" else None,
        "before": value if sign == "<" else None,
        "no_day": True if known == "none" else None,
    }


def _between(at: tuple[float, float, float, float] | str | None) -> Values:
    """Give the parameters that say where something is to be."""
    south, west, north, east = at if isinstance(at, tuple) else (None, None, None, None)
    sides: Values = {"south": south, "west": west, "north": north, "east": east}
    return sides | {"nowhere": True if at == "none" else None, "in_country": True if at == "country" else None}


def choose_events(connection: Connection, question: EventQuestion) -> tuple[str, Values, tuple[str, ...]]:
    """Choose the query that finds the events of a question.

    Returns:
        Its name, its values but for days and limit, and what the asker should know.
    """
    values: Values = {
        "event_type": question.event_type or ("OTHER" if question.other_kind else None),
        "standing": question.standing,
        "mode": question.mode,
        "other_kind": question.other_kind,
        "place_country": question.country,
        "least": question.least,
        **_known(question.known),
        **_between(question.at),
        **spared(connection, question),
    }
    # A mode or another kind leaves fewer events to look at than a type does.
    values["of_type"] = None if question.mode or question.other_kind else values["event_type"]
    sides: dict[str, Who] = {}
    notes: list[str] = []
    for role, name in (("actor", question.actor), ("recipient", question.recipient)):
        if name is not None:
            sides[role], told = find_who(connection, name, corrections=question.corrections)
            notes += told
    if not sides:
        return "events", values, ()
    first, *others = sorted(sides, key=lambda role: _size(connection, role, sides[role]))
    values |= {"role": first, **party(sides[first])}
    details = (question.mode, question.other_kind, question.country, question.least, question.known, question.at)
    values["detail"] = next((True for detail in details if detail is not None), None)
    for other in others:
        keys = json.dumps(sides[other].keys) if sides[other].keys else None
        values |= {"other_role": other, **party(sides[other], "other_"), "other_keys": keys}
    return "events_of", values, tuple(dict.fromkeys(notes))


def _size(connection: Connection, role: str, who: Who) -> int:
    values: Values = {**party(who), "role": role, "limit": _ENOUGH}
    values["keys"] = json.dumps(who.keys) if who.keys else None
    return int(connection.execute(load("ask").given("party_size", values), values).fetchone()[0])


def _load(connection: Connection, ordinals: Any) -> list[Done]:
    return [_happening(row) for row in in_order(connection, load("ask")["event_rows"], ordinals)]


def _happening(row: SqlRow) -> Done:
    return Done(
        id=row["id"],
        day=row["known_day"],
        earliest=row["earliest"],
        latest=row["latest"],
        standing=row["standing"],
        event_type=row["event_type"],
        other_kind=row["other_kind"],
        mode=row["mode"],
        context=tuple((row["context"] or "").split()),
        actors=_names(row["actors"], row["actor"]),
        recipients=() if row["reciprocal"] else _names(row["recipients"], row["recipient"]),
        reciprocal=bool(row["reciprocal"]),
        place=row["place"],
        country=row["place_country"],
        mentions=row["mentions"],
        reported_by=row["reporter"],
        cameo=row["cameo"],
        goldstein=row["goldstein"],
        quad=row["quad"],
        rule=row["rule"],
        confidence=row["confidence"],
        article=origin(row),
        words=passage(row),
    )


def _names(known: str, words: str | None) -> tuple[str, ...]:
    """Give the names of the actors; where none is known, the words themselves."""
    return tuple(dict.fromkeys(json.loads(known))) or ((words,) if words else ())
