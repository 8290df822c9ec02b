"""What every kind of answer does: which days, which states, which page, where the words stand."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Protocol, TypeVar

import msgspec

from newsledger.model import WAITING, Done, Origin, Page, Passage, Revision, Said
from newsledger.store.questions import Block, block_at, cursor, word_edits
from newsledger.store.tables.corrections import Asking, decided, given, judged_out, lay_over
from newsledger.store.tables.database import Connection, SqlRow
from newsledger.store.tables.statements import load

Row = TypeVar("Row")
Finding = TypeVar("Finding", Said, Done)
Values = dict[str, Any]
_BLOCKS = msgspec.json.Decoder(list[Block])

Days = tuple[str | None, str | None]


class Dated(Asking, Protocol):
    """A question for findings of some days."""

    @property
    def since(self) -> str | None:
        """The first day."""

    @property
    def until(self) -> str | None:
        """The last day."""


# Above every ordinal; above those of rows without a day; so many of these are counted.
_NEVER, DATED, _MOST_UNDATED = 1 << 62, 1 << 32, 1_000
#: Without a day a window is open; this one stands for none in the order of days.
NO_DAY = date.max.isoformat()


def ordinals_between(since: str | None, until: str | None, after: int | None) -> Values:
    """Give the bounds of ordinals: from a day on, to a day's end, and below where a page ended."""
    end = (_day_number(until) + 1) << 32 if until else _NEVER
    first = _day_number(since) << 32 if since else DATED if until else None
    return {"since": first, "until": min(end, after) if after else end}


def left_out(
    connection: Connection, name: str, values: Values, days: Days, what: str, *, file: str = "ask"
) -> tuple[str, ...]:
    """Say how many rows days leave out since nobody knows theirs.

    Args:
        connection: To the ledger.
        name: Of the query.
        values: What was asked.
        days: The first and the last day that was asked for.
        what: What the rows are: ``event``.
        file: The file of the query.
    """
    if days == (None, None):
        return ()
    undated: Values = {**values, "since": None, "until": DATED, "limit": _MOST_UNDATED + 1}
    count = number_of(connection, given(file, name, undated), undated)
    number = f"more than {_MOST_UNDATED:,}" if count > _MOST_UNDATED else f"{count:,}"
    things = f"{what}s".replace("storys", "stories") if count != 1 else what
    return (f"left out {number} {things} of which no day is known",) if count else ()


def less_sure(connection: Connection, name: str, values: Values, what: str, *, file: str = "ask") -> tuple[str, ...]:
    """Say how many rows are left out since they are not sure enough.

    Args:
        connection: To the ledger.
        name: Of the query.
        values: What was asked, ``least`` among it.
        what: What the rows are: ``event``.
        file: The file of the query.
    """
    if values.get("least") is None:
        return ()
    below: Values = {**values, "least": None, "below": values["least"], "limit": _MOST_UNDATED + 1}
    count = number_of(connection, given(file, name, below), below)
    number = f"more than {_MOST_UNDATED:,}" if count > _MOST_UNDATED else f"{count:,}"
    lie = f"{what} lies" if count == 1 else f"{what}s lie"
    return (f"{number} more {lie} below a confidence of {values['least']:g}: --all",) if count else ()


def unknown_codes(connection: Connection, mode: str | None, other_kind: str | None) -> Iterator[str]:
    """Say which modes and other kinds there are, where one is asked for that is not."""
    for what, query, asked in (("mode", "modes", mode), ("other kind", "other_kinds", other_kind)):
        there = [row["name"] for row in connection.execute(load("ask")[query])] if asked is not None else []
        if asked is not None and asked not in there:
            yield f"no event in this ledger has the {what} {asked!r}; there are: {', '.join(there) or 'none'}"


def number_of(connection: Connection, sql: str, values: Values) -> int:
    """Count the rows of a query."""
    return int(connection.execute(load("ask")["number_of"].replace("(chosen)", f"({sql})"), values).fetchone()[0])


def _day_number(day: str) -> int:
    """Number a day as the schema does in its ordinals."""
    year, month, date = (int(part) for part in day.split("-"))
    return year * 372 + month * 31 + date


def page_of(
    question: object, keys: Sequence[Any], limit: int, load_rows: Callable[[Sequence[Any]], Sequence[Row]]
) -> tuple[tuple[Row, ...], str | None]:
    """Load the rows of a page.

    Args:
        question: What was asked.
        keys: Where the rows stand, one more than fit where there are more.
        limit: How many fit.
        load_rows: Loads rows by their keys, in any order that it likes.
    """
    shown = keys[:limit]
    rows = tuple(load_rows(shown)) if shown else ()
    if len(keys) <= limit or not shown:
        return rows, None
    last = shown[-1]
    return rows, cursor(question, last if isinstance(last, tuple) else (last,))


def in_order(connection: Connection, sql: str, ordinals: Sequence[int]) -> list[SqlRow]:
    """Load rows by their ordinals, in the order of these."""
    rows = {row["ordinal"]: row for row in connection.execute(sql, {"ordinals": json.dumps(ordinals)})}
    return [rows[ordinal] for ordinal in ordinals if ordinal in rows]


def origin(row: SqlRow) -> Origin:
    """Give the article of a row."""
    return Origin(
        id=row["article_id"],
        url=row["url"],
        headline=row["headline"],
        publisher=row["publisher"],
        published=row["published"],
    )


def blocks_of(row: SqlRow) -> list[Block]:
    """Give the parts of a row's page."""
    return _BLOCKS.decode(row["blocks"])


def revisions_of(versions: Iterable[SqlRow]) -> tuple[Revision, ...]:
    """Give what each version of an article changed in the one before; the oldest comes first."""
    return tuple(
        Revision(
            version=after["version"],
            article=after["id"],
            before=before["id"],
            at=after["at"],
            edits=word_edits(before["text"], blocks_of(before), after["text"], blocks_of(after)),
        )
        for before, after in pairwise(versions)
    )


def passage(row: SqlRow) -> Passage:
    """Give the words of a row."""
    return Passage(
        start=row["first"],
        end=row["last"],
        exact=row["exact"],
        sentence=row["sentence"],
        sentence_start=row["sentence_start"],
        block=block_at(blocks_of(row), row["first"]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The query that finds the findings of a question.

    Attributes:
        name: Of the query.
        values: Its parameters, ``limit`` among them: one more than fit on a page.
        what: What the rows are: ``event``.
        notes: What the asker should know.
    """

    name: str
    values: Values
    what: str
    notes: tuple[str, ...]


def page_of_findings(
    connection: Connection,
    question: Dated,
    chosen: Chosen,
    load_rows: Callable[[Connection, Sequence[Any]], Sequence[Finding]],
    *,
    is_first: bool,
) -> Page[Finding]:
    """Give a page of findings as persons corrected them; on the first one it is said how many are left out, and why."""
    name, values, what = chosen.name, chosen.values, chosen.what
    ordinals = [row[0] for row in connection.execute(load("ask").given(name, values), values)]
    rows, more = page_of(
        question,
        ordinals,
        values["limit"] - 1,
        lambda shown: lay_over(connection, load_rows(connection, shown), question),
    )
    notes = chosen.notes
    if is_first:
        notes += left_out(connection, name, values, (question.since, question.until), what)
        notes += less_sure(connection, name, values, what)
        notes += judged_out(connection, name, values, what)
    return page(rows, more, notes)


def page(rows: tuple[Row, ...], after: str | None, notes: Sequence[str]) -> Page[Row]:
    """Make a page."""
    return Page(rows=rows, after=after, notes=tuple(notes))


def states_asked(state: str | None, due: int | None, today: date) -> Values:
    """Say which states and last days a state as somebody asks for it means, or what is due within so many days."""
    waiting_states = sorted(WAITING)
    if due is not None:
        last = date.fromordinal(min(today.toordinal() + due, date.max.toordinal() - 1))
        return {"states": json.dumps(waiting_states), "first_due": today.isoformat(), "last_due": last.isoformat()}
    if state == "overdue":
        return {"states": json.dumps(waiting_states), "last_due": (today - timedelta(days=1)).isoformat()}
    if state == "open":
        return {"states": json.dumps([*waiting_states, "under_way"]), "first_due": today.isoformat()}
    if state in (None, "any"):
        return {"states": None}
    return {"states": json.dumps([state]), "first_due": today.isoformat() if state in WAITING else None}


def as_decided(connection: Connection, question: Asking, values: Values) -> Values:
    """Say whether states are asked for as articles tell them, or as persons decided where they did."""
    counts = decided(connection, question)
    there = values["states"]
    return {"as_told": None if counts else there, "as_decided": there if counts else None}


def state_on(told: str | None, latest: str | None, today: str) -> str | None:
    """Say what the calendar makes of what articles tell: silence after the last day is overdue."""
    return "overdue" if told in WAITING and latest is not None and latest < today else told
