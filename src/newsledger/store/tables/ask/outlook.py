"""What is due, what is overdue, and what has become of it."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from newsledger.model import Due, Page
from newsledger.store.questions import OutlookQuestion, Position, position
from newsledger.store.tables.ask.rows import Values, less_sure, origin, page, page_of, passage
from newsledger.store.tables.ask.who import find_who, party
from newsledger.store.tables.corrections import judged_out, lay_over, spared
from newsledger.store.tables.database import Connection, SqlRow
from newsledger.store.tables.statements import load

# States that only the calendar tells apart.
#: Stands in the table for no day at all.
_NO_DAY = date.max.isoformat()
_WAITING = frozenset({"open", "due_soon", "overdue"})


def ask_outlook(connection: Connection, question: OutlookQuestion, limit: int, after: str | None) -> Page[Due]:
    """Answer with distinct expectations: what is due next first; what is overdue, the latest first."""
    place = position(question, after, str, str)
    values: Values = {**_states(question), "kind": question.kind, "limit": limit + 1, "least": question.least}
    values |= spared(connection, question)
    values["begun"] = question.begun
    values["in_silence"] = _is_overdue(question) or None
    values |= _days(question, values)
    values |= _place(place, is_back=_is_overdue(question))
    notes: tuple[str, ...] = ()
    name = "expectations"
    if question.holder is not None:
        who, notes = find_who(connection, question.holder)
        values |= party(who)
        name = "expectations_of"
    found = connection.execute(load("ask").given(name, values), values)
    keys = [(row["due"], row["id"]) for row in found]
    rows, more = page_of(
        question, keys, limit, lambda shown: lay_over(connection, _load(connection, question, shown), question)
    )
    if place is None:
        notes += less_sure(connection, name, values, "expectation")
        notes += judged_out(connection, name, values, "expectation")
    return page(rows, more, notes)


def _is_overdue(question: OutlookQuestion) -> bool:
    return question.overdue or question.state == "overdue"


def _states(question: OutlookQuestion) -> Values:
    """Say which states and days are asked for; without a word, what is still to come."""
    today = date.fromisoformat(question.today)
    soon = _day_after(today, question.soon)
    if _is_overdue(question):
        return {"state": "open", "first_day": None, "last_day": _day_after(today, -1)}
    if question.due is not None:
        return {"state": "open", "first_day": question.today, "last_day": _day_after(today, question.due)}
    if question.state == "due_soon":
        return {"state": "open", "first_day": question.today, "last_day": soon}
    if question.state in (None, "open"):
        return {"state": "open", "first_day": question.today, "last_day": None}
    return {"state": None if question.state == "any" else question.state, "first_day": None, "last_day": None}


def _days(question: OutlookQuestion, values: Values) -> Values:
    """Narrow the days of a state to those that are asked for."""
    if question.undated:
        return {"first_day": _NO_DAY, "last_day": _NO_DAY}
    firsts = [day for day in (values["first_day"], question.since) if day]
    lasts = [day for day in (values["last_day"], question.until) if day]
    return {"first_day": max(firsts, default=None), "last_day": min(lasts, default=None)}


def _day_after(day: date, days: int) -> str:
    """Add days; the last day there is stands in the table for no day at all, so it ends on the one before."""
    return date.fromordinal(min(max(1, day.toordinal() + days), date.max.toordinal() - 1)).isoformat()


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
    state = _state(row["state"], row["latest"], question)
    # Of what a report may have told already nobody can say that its day passed in silence.
    is_late = state == "overdue"
    return Due(
        id=row["id"],
        state="open" if row["perhaps_done"] and is_late else state,
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


def _state(told: str, latest: str | None, question: OutlookQuestion) -> str:
    """Say what the calendar makes of what articles tell."""
    if told not in _WAITING or latest is None:
        return told
    if latest < question.today:
        return "overdue"
    return "due_soon" if latest <= _day_after(date.fromisoformat(question.today), question.soon) else "open"
