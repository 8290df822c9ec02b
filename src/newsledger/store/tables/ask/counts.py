"""How many happenings: by time, kind, standing, actor or country."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from math import sqrt
from typing import Any

from newsledger.model import Count, Facet, Page, Spot
from newsledger.store.questions import EventQuestion, Measure, Position, cursor, position
from newsledger.store.tables import shares
from newsledger.store.tables.ask.events import choose_events, days_of
from newsledger.store.tables.ask.rows import Values, less_sure
from newsledger.store.tables.corrections import are_as_read, as_judged, judged_out
from newsledger.store.tables.database import Connection, SqlRow
from newsledger.store.tables.statements import load

_LETTERS = {"year": 4, "month": 7, "day": 10}
#: In the order in which they are told, behind which actors come.
_KINDS = ("type", "standing", "country", "time")
_Row = tuple[str | None, int, int, float | None, float | None]
#: So many standard deviations on either side hold 95 of 100.
_WIDTH = 1.959964
#: More rows than there are.
_ALL = (1 << 63) - 1
_SPOT = ("latitude", "longitude", "name", "country")
_NOWHERE = Spot(name=None, country=None, latitude=None, longitude=None, happenings=0)


def count_events(
    connection: Connection,
    question: EventQuestion,
    by: Measure,
    limit: int,
    after: str | None,
) -> Page[Count]:
    """Count distinct events, and how often they are told: by time in its order, else the most first.

    Weighted by their confidence, too, where that is asked for: how many of them are right is a sum of chances.
    """
    asked = (question, by)
    place = position(asked, after, int, str)
    name, values, notes = choose_events(connection, question)
    values |= days_of(question, None)
    values |= {"first_day": question.since, "last_day": question.until, "letters": _LETTERS.get(by)}
    values |= {"limit": _ALL, f"by_{by}": True}
    kept = _kept(connection, question, (name, by), values, limit + 1 if place is None else None)
    found = _found(connection, question, (name, by), values) if kept is None else kept
    rows = list(islice(_beyond(found, place, by), limit + 1))
    shown = rows[:limit]
    names = _names(connection, [row[0] for row in shown]) if by in ("actor", "recipient") else {}
    counts = tuple(
        Count(
            value=value,
            name=names.get(value or "", value or "not known"),
            happenings=happenings,
            mentions=mentions,
            **_expected(happenings, expected, spread),
        )
        for value, happenings, mentions, expected, spread in shown
    )
    if place is None:
        notes += less_sure(connection, name, {**values, "by_role": None}, "event")
        notes += judged_out(connection, name, {**values, "by_role": None}, "event")
    more = cursor(asked, (shown[-1][1], shown[-1][0] or "")) if len(rows) > limit else None
    return Page(rows=counts, after=more, notes=notes)


def _found(
    connection: Connection, question: EventQuestion, asked: tuple[str, Measure], values: Values
) -> Iterable[_Row]:
    """Count by a look at each event, or at an index of all of them."""
    name, by = asked
    # The counts that are kept know an event's first possible day, not how exactly that is known.
    is_narrow = by in _LETTERS or name != "events" or question.weighted or _details(question)
    sql = _chosen(name, by, values) if is_narrow else _whole(by, values)
    sql = as_judged(connection, sql, corrections=question.corrections)
    found = (_row(row, weighted=question.weighted) for row in connection.execute(sql, values))
    if values["spared"] and not is_narrow:
        return _without(found, _refused(connection, name, by, values))
    return found


def _kept(
    connection: Connection, question: EventQuestion, asked: tuple[str, Measure], values: Values, limit: int | None
) -> list[_Row] | None:
    """Give the first counts of actors, or of those to whom one does something, where they are kept; else None."""
    name, by = asked
    is_whole = by in ("actor", "recipient") and shares.are_kept(question)
    is_of_one = by == "recipient" and values.get("key") is not None and shares.are_kept(replace(question, actor=None))
    if not (is_whole or is_of_one) or are_as_read(connection, corrections=question.corrections):
        return None
    spared = values["spared"] is not None
    gone = _refused(connection, name, by, values) if spared else ()
    refused = {row["value"]: (row["happenings"], row["mentions"]) for row in gone}
    sides: Sequence[shares.Side] | None
    if is_whole:
        sides = shares.most(connection, by, limit, refused=refused, spared=spared)
    else:
        sides = shares.done_to(connection, values["key"], refused=refused)
    return None if sides is None else [(one.value, one.happenings, one.mentions, None, None) for one in sides]


def ask_spots(connection: Connection, question: EventQuestion) -> tuple[Spot, ...]:
    """Count distinct events by where they were, the most first."""
    name, values, _ = choose_events(connection, question)
    values |= {**days_of(question, None), "limit": _ALL}
    rows = _kept_spots(connection, name, values) if shares.are_kept(question) else _spots(connection, name, values)
    spots: dict[tuple[float, float] | str | None, Spot] = {}
    for row in rows:
        is_placed = row["latitude"] is not None
        place = (row["latitude"], row["longitude"]) if is_placed else row["country"]
        called = Spot(**row) if is_placed else replace(_NOWHERE, country=row["country"])
        before = spots.get(place, replace(called, happenings=0))
        spots[place] = replace(before, happenings=before.happenings + row["happenings"])
    return tuple(sorted(spots.values(), key=lambda spot: (-spot.happenings, spot.name or "", spot.country or "")))


def _spots(connection: Connection, name: str, values: Values) -> list[Values]:
    """Count by a look at each event."""
    sql = load("ask")["count_spots"].replace("(chosen)", f"({load('ask').given(name, values)})")
    return [dict(row) for row in connection.execute(sql, values)]


def _kept_spots(connection: Connection, name: str, values: Values) -> list[Values]:
    """Give the counts that are kept, without what was judged not to be there."""
    spared = values["spared"] is not None
    gone = _spots(connection, name, {**values, "spared": None, "refused": True}) if spared else []
    refused = {tuple(row[part] for part in _SPOT): row["happenings"] for row in gone}
    rows = [dict(row) for row in shares.spots(connection)]
    for row in rows:
        row["happenings"] -= refused.get(tuple(row[part] for part in _SPOT), 0)
    return sorted((row for row in rows if row["happenings"]), key=lambda row: -row["happenings"])


def survey(connection: Connection, question: EventQuestion, time: Measure, limit: int) -> tuple[Facet, ...]:
    """Count the events of an answer by what they have in common, the most first, and by time, in its order."""
    name, values, _ = choose_events(connection, question)
    values |= {**days_of(question, None), "limit": _ALL, "letters": _LETTERS[time]}
    is_kept = shares.are_kept(question) and time != "day"
    rows: Iterable[Values]
    if is_kept and not are_as_read(connection, corrections=question.corrections):
        rows = _kept_survey(connection, name, values, limit)
    else:
        rows = _survey(connection, name, values, corrections=question.corrections)
    kinds: dict[str, list[Values]] = {}
    for row in rows:
        kinds.setdefault(row["kind"], []).append(row)
    times = sorted(kinds.pop("time", []), key=lambda row: (row["value"] or "", row["standing"]))
    shown = [row for rows in kinds.values() for row in sorted(rows, key=_most_first)[:limit]]
    names = _names(connection, [row["value"] for row in shown if row["kind"] in ("actor", "recipient")])
    return tuple(
        Facet(
            by=time if row["kind"] == "time" else row["kind"],
            value=row["value"],
            name=names.get(row["value"], row["value"] or "not known"),
            standing=row["standing"],
            happenings=row["happenings"],
        )
        for row in (*shown, *times)
    )


def _survey(connection: Connection, name: str, values: Values, *, corrections: bool = True) -> list[Values]:
    """Count by a look at each event."""
    sql = load("ask")["survey"].replace("(chosen)", f"({load('ask').given(name, values)})")
    sql = as_judged(connection, sql, corrections=corrections)
    return [dict(row) for row in connection.execute(sql, values)]


def _kept_survey(connection: Connection, name: str, values: Values, limit: int) -> Iterator[Values]:
    """Give the counts that are kept, without what was judged not to be there."""
    spared = values["spared"] is not None
    gone = _survey(connection, name, {**values, "spared": None, "refused": True}) if spared else []
    refused = {(row["kind"], row["value"], row["standing"]): row for row in gone}
    kept = shares.plain(connection, values["letters"])
    for kind, value, standing in sorted(kept, key=lambda one: _KINDS.index(one[0])):
        left = kept[kind, value, standing] - (
            refused[kind, value, standing]["happenings"] if (kind, value, standing) in refused else 0
        )
        if left:
            yield {"kind": kind, "value": value, "standing": standing, "happenings": left}
    for role in ("actor", "recipient"):
        without = {row["value"]: (row["happenings"], 0) for row in gone if row["kind"] == role}
        for side in shares.most(connection, role, limit, refused=without, spared=spared):
            yield {"kind": role, "value": side.value, "standing": None, "happenings": side.happenings}


def _most_first(row: Values) -> tuple[int, str]:
    return -row["happenings"], row["value"] or ""


def _details(question: EventQuestion) -> bool:
    """Say whether a question asks for what the counts that are kept do not know."""
    asked = (question.mode, question.other_kind, question.country, question.least, question.known, question.at)
    return any(one is not None for one in asked)


def _row(row: SqlRow, *, weighted: bool) -> _Row:
    expected, spread = (row["expected"], row["spread"]) if weighted else (None, None)
    return row["value"], row["happenings"], row["mentions"], expected, spread


def _expected(happenings: int, expected: float | None, spread: float | None) -> dict[str, Any]:
    """Say how many happenings are likely to be right: the mean and its 95% interval (a sum of Bernoulli trials)."""
    if expected is None or spread is None:
        return {}
    half = _WIDTH * sqrt(spread)
    low, high = max(0.0, expected - half), min(float(happenings), expected + half)
    return {"expected": round(expected, 1), "expected_low": round(low, 1), "expected_high": round(high, 1)}


def _beyond(rows: Iterable[_Row], place: Position | None, by: Measure) -> Iterator[_Row]:
    """Leave out the rows up to where a page ended."""
    if place is None:
        return iter(rows)
    last_count, last_value = place
    if by in _LETTERS:
        return (row for row in rows if (row[0] or "") > str(last_value))
    return (row for row in rows if (-row[1], row[0] or "") > (-int(last_count), str(last_value)))


def _refused(connection: Connection, name: str, by: Measure, values: Values) -> list[SqlRow]:
    """Count what was judged not to be there."""
    refused: Values = {**values, "spared": None, "refused": True}
    return connection.execute(_chosen(name, by, refused), refused).fetchall()


def _without(rows: Iterable[_Row], refused: Iterable[SqlRow]) -> list[_Row]:
    """Take what was judged not to be there out of counts that are kept, the most first."""
    gone = {row["value"]: row for row in refused}
    left = [
        (row[0], row[1] - gone[row[0]]["happenings"], row[2] - gone[row[0]]["mentions"], None, None)
        if row[0] in gone
        else row
        for row in rows
    ]
    return sorted((row for row in left if row[1]), key=lambda row: (-row[1], row[0] or ""))


def _whole(by: Measure, values: Values) -> str:
    """Give the query that counts all happenings, by a look at an index alone."""
    names = {"type": "count_kinds", "standing": "count_kinds", "country": "count_countries"}
    if by in ("actor", "recipient"):
        values["role"] = by
    return load("ask").given(names.get(by, "count_parties"), values)


def _chosen(name: str, by: Measure, values: Values) -> str:
    """Give the query that counts the happenings that another one chooses."""
    values["by_role"] = by if by in ("actor", "recipient") else None
    return load("ask").given("count_chosen", values).replace("(chosen)", f"({load('ask').given(name, values)})")


def _names(connection: Connection, keys: list[Any]) -> dict[str, str]:
    rows = connection.execute(load("ask")["names"], {"keys": json.dumps(keys)})
    return {row["key"]: row["name"] for row in rows}
