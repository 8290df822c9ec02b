"""Lays what persons judged over the rows of an answer, and leaves out what they judged not to be there."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from newsledger.model import Correction, Done, Due, HappeningRow, Said, Sighted
from newsledger.store.corrections.overlay import laid_over, of_happening, settled_as
from newsledger.store.tables.corrections.moving import correction_of
from newsledger.store.tables.database import Connection, SqlRow
from newsledger.store.tables.statements import load

Row = TypeVar("Row", Said, Done)
#: Nobody judges more than this by hand.
_MOST = 1_000_000


class Asking(Protocol):
    """A question that says whether what persons judged counts."""

    @property
    def corrections(self) -> bool:
        """Whether it does."""


def spared(connection: Connection, question: Asking) -> dict[str, Any]:
    """Say whether anything is to be left out that was judged not to be there, as values of a query."""
    is_any = connection.execute(load("correct")["has_not_there"]).fetchone() is not None
    return {"spared": True if question.corrections and is_any else None, "refused": None}


def judged_out(
    connection: Connection, name: str, values: Mapping[str, Any], what: str, *, file: str = "ask"
) -> tuple[str, ...]:
    """Say how many rows are left out since they were judged not to be there.

    Args:
        connection: To the ledger.
        name: Of the query.
        values: What was asked, ``spared`` among it.
        what: What the rows are: ``event``.
        file: The file of the query.
    """
    if values["spared"] is None:
        return ()
    refused = {**values, "spared": None, "refused": True, "limit": _MOST}
    number = sum(1 for _ in connection.execute(given(file, name, refused), refused))
    told = f"{what} was" if number == 1 else f"{what}s were"
    return (f"{number:,} {told} judged not there: --no-corrections",) if number else ()


def given(file: str, name: str, values: Mapping[str, Any]) -> str:
    """Give a query with its optional lines, which may name happenings that were judged not to be there."""
    sql = load(file).given(name, values)
    return sql.replace("(gone)", f"({load('told').given('gone_chains', values)})") if "(gone)" in sql else sql


def lay_over(connection: Connection, rows: Sequence[Row], question: Asking) -> list[Row]:
    """Lay what stands over rows that are findings."""
    if not question.corrections:
        return list(rows)
    judged = _by(_corrections(connection, "judgements_of", [row.id for row in rows]), "finding_now")
    return [laid_over(row, judged.get(row.id, ())) for row in rows]


def lay_over_happenings(connection: Connection, rows: Sequence[HappeningRow]) -> list[HappeningRow]:
    """Lay what stands of the findings that tell happenings over these."""
    judged = _by(_corrections(connection, "judgements_of_chains", [row.id for row in rows]), "chain")
    return [laid_over(row, [of_happening(one, row.mentions) for one in judged.get(row.id, ())]) for row in rows]


def lay_over_expectations(connection: Connection, rows: Sequence[Due], question: Asking) -> list[Due]:
    """Lay what stands over expectations; what became of one is what was judged of its happening, by any mention."""
    if not question.corrections:
        return list(rows)
    own = _by(_corrections(connection, "judgements_of", [row.id for row in rows]), "finding_now")
    held = [row.happening for row in rows if row.happening is not None]
    judged = _by(_corrections(connection, "judgements_of_chains", held), "chain")
    return [
        laid_over(
            row,
            [
                *(one for one in own.get(row.id, ()) if settled_as(one) is None),
                *(
                    replace(one, value=state)
                    for one in judged.get(row.happening or "", ())
                    if (state := settled_as(one))
                ),
            ],
        )
        for row in rows
    ]


def decided(connection: Connection, question: Asking) -> bool:
    """Say whether a person's word on what became of something counts for a question."""
    return question.corrections and connection.execute(load("correct")["has_decided"]).fetchone() is not None


def lay_over_pairs(connection: Connection, rows: Sequence[Sighted]) -> list[Sighted]:
    """Say of actors that were joined with others what was judged of that."""
    found = _corrections(connection, "judgements_of_pairs", [row.id for row in rows])
    judged = {frozenset((row["finding_now"], row["other_now"])): correction_of(row) for row in found}
    return [
        laid_over(row, [one] if (one := judged.get(frozenset((row.id, row.other)))) is not None else []) for row in rows
    ]


def _corrections(connection: Connection, name: str, ids: Iterable[str]) -> list[SqlRow]:
    if connection.execute(load("correct")["has_any"]).fetchone() is None:
        return []
    rows = connection.execute(load("correct")[name], {"ids": json.dumps(list(ids))})
    return sorted(rows, key=lambda row: (row["at"], row["id"]))  # of a page there are few


def _by(rows: Iterable[SqlRow], name: str) -> Mapping[str, list[Correction]]:
    found: dict[str, list[Correction]] = defaultdict(list)
    for row in rows:
        found[row[name]].append(correction_of(row))
    return found
