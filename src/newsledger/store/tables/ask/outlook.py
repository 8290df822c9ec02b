"""What each article expects, and what has become of the happening that it tells of."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from newsledger.model import Due, Page
from newsledger.store.questions import OutlookQuestion, Position, position
from newsledger.store.tables.ask.rows import (
    NO_DAY,
    Values,
    as_decided,
    less_sure,
    origin,
    page,
    page_of,
    passage,
    state_on,
    states_asked,
)
from newsledger.store.tables.ask.who import find_who, party
from newsledger.store.tables.corrections import judged_out, lay_over_expectations, spared
from newsledger.store.tables.database import Connection, SqlRow
from newsledger.store.tables.statements import load


def ask_outlook(connection: Connection, question: OutlookQuestion, limit: int, after: str | None) -> Page[Due]:
    """Answer with distinct expectations: what is due next first; what is overdue, the latest first."""
    place = position(question, after, str, str)
    values: Values = {**_states(question), "kind": question.kind, "limit": limit + 1, "least": question.least}
    values |= {**spared(connection, question), **as_decided(connection, question, values)}
    values |= {"begun": question.begun, "everything": question.everything or None}
    values |= _days(question, values)
    values |= _place(place, is_back=_is_overdue(question))
    notes: tuple[str, ...] = ()
    name = "expectations"
    if question.holder is not None:
        who, notes = find_who(connection, question.holder, corrections=question.corrections)
        values |= party(who)
        name = "expectations_of"
    found = connection.execute(load("ask").given(name, values), values)
    keys = [(row["due"], row["id"]) for row in found]
    rows, more = page_of(
        question,
        keys,
        limit,
        lambda shown: lay_over_expectations(connection, _load(connection, question, shown), question),
    )
    if place is None:
        notes += less_sure(connection, name, values, "expectation")
        notes += judged_out(connection, name, values, "expectation")
    return page(rows, more, notes)


def _is_overdue(question: OutlookQuestion) -> bool:
    return question.overdue or question.state == "overdue"


def _states(question: OutlookQuestion) -> Values:
    """Say which states and days are asked for; without a word, what is still to come."""
    state = "overdue" if question.overdue else question.state or ("open" if question.due is None else None)
    return {"first_due": None, "last_due": None} | states_asked(state, question.due, date.fromisoformat(question.today))


def _days(question: OutlookQuestion, values: Values) -> Values:
    """Narrow the days of a state to those that are asked for."""
    if question.undated:
        return {"first_day": NO_DAY, "last_day": NO_DAY}
    firsts = [day for day in (values["first_due"], question.since) if day]
    lasts = [day for day in (values["last_due"], question.until) if day]
    return {"first_day": max(firsts, default=None), "last_day": min(lasts, default=None)}


def _place(place: Position | None, *, is_back: bool) -> Values:
    start: Position = ("9999-12-32", "") if is_back else ("", "")
    due, identifier = place or start
    return {"after_due": due, "after_id": identifier, "forward": None if is_back else 1, "backward": is_back or None}


def _load(connection: Connection, question: OutlookQuestion, keys: Sequence[Any]) -> list[Due]:
    ids = [identifier for _, identifier in keys]
    found = connection.execute(load("ask")["expectation_rows"], {"ids": json.dumps(ids)})
    rows = {row["id"]: row for row in found}
    return [_due(rows[identifier], question) for identifier in ids]


def _due(row: SqlRow, question: OutlookQuestion) -> Due:
    return Due(
        id=row["id"],
        happening=row["happening"],
        state=state_on(row["state"], row["last_day"], question.today),
        kind=row["kind"],
        earliest=row["earliest"],
        due=row["latest"],
        holder=row["who"],
        negated=bool(row["negated"]),
        strength=row["strength"],
        condition=row["condition"],
        window=row["window"],
        settled=row["settled"] or None,
        since=row["since"],
        why=row["why"],
        day=row["day"],
        rule=row["rule"],
        confidence=row["confidence"],
        article=origin(row),
        words=passage(row),
    )
