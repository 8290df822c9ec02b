"""Counts of the whole ledger's events that are kept, so that none is looked at to tell them."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from newsledger.model import SHOWN_FROM
from newsledger.store.questions import EventQuestion
from newsledger.store.tables.database import Connection, SqlRow
from newsledger.store.tables.statements import load

#: By actors: how many events, and mentions of these, were judged not to be there.
Refused: TypeAlias = Mapping[str | None, tuple[int, int]]
#: Of the events that are sure enough to be shown where nobody asks for others.
_LEAST = SHOWN_FROM["events"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """How many events have an actor on one side.

    Attributes:
        value: The actor's key, of a person the one of the most articles.
        is_exact: Else the person has several keys, and events that have two of them count twice.
    """

    value: str
    happenings: int
    mentions: int
    is_exact: bool


def count_article(connection: Connection, article: int, *, sign: int) -> None:
    """Count the events of an article that stand in the tables: 1 where they came, -1 before they go."""
    values = {"article": article, "sign": sign, "least": _LEAST}
    for name in ("count_shares", "count_spots", *(("drop_shares", "drop_spots") if sign < 0 else ())):
        connection.execute(with_counts(load("shares")[name], values), values)


def with_counts(sql: str, values: Mapping[str, Any]) -> str:
    """Put into a statement, for its ``(counted)``, what the events give: those of ``values["article"]``, or all.

    What is kept and what it is checked against must not come to count differently.
    """
    return sql.replace("(counted)", f"({load('shares').given('counted', values)})")


def are_kept(question: EventQuestion) -> bool:
    """Say whether a question asks for no others than the events that are counted."""
    return question == EventQuestion(least=_LEAST, corrections=question.corrections)


def plain(connection: Connection, letters: int) -> dict[tuple[str, str | None, str | None], int]:
    """Count events by kind, value and, of a time, which is cut to so many letters, standing."""
    counts: Counter[tuple[str, str | None, str | None]] = Counter()
    for row in connection.execute(load("shares")["plain"]):
        is_time = row["kind"] == "time"
        value = row["value"][:letters] or None if is_time else row["value"]
        counts[row["kind"], value, row["other"] if is_time else None] += row["happenings"]
        if is_time:
            counts["standing", row["other"], None] += row["happenings"]
    return counts


def most(
    connection: Connection,
    role: str,
    limit: int | None,
    *,
    refused: Refused,
    spared: bool,
) -> list[Side]:
    """Give those who are on one side of the most events, the most first.

    Args:
        connection: To the ledger.
        role: Which side.
        limit: So many; None for all.
        refused: What is taken from each.
        spared: What was judged not to be there is left out.
    """
    sides = {side.value: side for side in _sides(connection.execute(load("shares")["sides"], {"kind": role}), refused)}
    while True:
        first = sorted(sides.values(), key=lambda side: (-side.happenings, side.value))[:limit]
        unsure = [side.value for side in first if not side.is_exact]
        if not unsure:
            return [side for side in first if side.happenings]
        # What is not exact is too much: who is not among the first by that is not among them.
        exact = _settled(connection, role, unsure, spared=spared)
        sides |= {one: replace(sides[one], happenings=exact.get(one, 0), is_exact=True) for one in unsure}


def _settled(connection: Connection, role: str, heads: Iterable[str], *, spared: bool) -> dict[str, int]:
    values = {"heads": json.dumps(list(heads)), "kind": role, "least": _LEAST, "spared": True if spared else None}
    found = connection.execute(load("shares").given("settled", values), values)
    return {row["value"]: row["happenings"] for row in found}


def done_to(connection: Connection, key: str, *, refused: Refused) -> list[Side] | None:
    """Give those to whom an actor does something, the most first; None where that is not known exactly."""
    sides = list(_sides(connection.execute(load("shares")["others"], {"key": key}), refused))
    if not all(side.is_exact for side in sides):
        return None
    return sorted((side for side in sides if side.happenings), key=lambda side: (-side.happenings, side.value))


def _sides(rows: Iterable[SqlRow], refused: Refused) -> Iterable[Side]:
    for row in rows:
        happenings, mentions = refused.get(row["value"], (0, 0))
        yield Side(
            value=row["value"],
            happenings=row["happenings"] - happenings,
            mentions=row["mentions"] - mentions,
            is_exact=row["keys"] == 1,
        )


def spots(connection: Connection) -> list[SqlRow]:
    """Count events by where they were, the most first."""
    return connection.execute(load("shares")["spots"]).fetchall()
